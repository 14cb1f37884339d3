import type { Attribution, PersonId, RetrospectiveItem } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { choiceCodec, countCodec, optionalChoiceCodec, required, textCodec } from '$lib/data/codec';
import { itemField } from '$lib/data/item-field.svelte';

/** The edit buffers of a session. Call while a component is being made. */
export function sessionFields(item: () => RetrospectiveItem, asOfSeq: () => number) {
  const edit = (id: string, fields: object, basedOn: Record<string, string[]>) =>
    call('retrospective_edit', { id, fields, basedOn });
  const common = { item, edit, asOfSeq };
  const text = (field: 'title' | 'subject' | 'summary') =>
    itemField({ ...common, field, codec: textCodec, empty: '' });
  return {
    title: text('title'),
    subject: text('subject'),
    summary: text('summary'),
    attribution: itemField({
      ...common,
      field: 'attribution',
      codec: choiceCodec<Attribution>(),
      empty: 'named',
    }),
    focusProcessId: itemField({
      ...common,
      field: 'focusProcessId',
      codec: optionalChoiceCodec<string | null>(),
      empty: null,
    }),
    facilitatorId: itemField({
      ...common,
      field: 'facilitatorId',
      codec: optionalChoiceCodec<PersonId | null>(),
      empty: null,
    }),
    voteBudget: itemField({ ...common, field: 'voteBudget', codec: countCodec, empty: null }),
    voteLimit: itemField({
      ...common,
      field: 'voteLimit',
      codec: required(countCodec, 'field-not-a-number'),
      empty: 2,
    }),
  };
}
