import type { ChallengeItem, ChallengeStatus, Storyboard } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { choiceCodec, dateCodec, optionalChoiceCodec, textCodec } from '$lib/data/codec';
import { itemField } from '$lib/data/item-field.svelte';
import type { LiveQuery } from '$lib/data/live.svelte';
import { t } from '$lib/i18n/messages';

type TextField = 'statement' | 'why' | 'operationalOutcomes' | 'businessOutcomes' | 'milestones';

/** The edit buffers of the challenge of a storyboard. Call while a component is being made. */
export function challengeFields(board: () => LiveQuery<Storyboard>) {
  const common = {
    item: (): ChallengeItem | null => board().data?.challenge ?? null,
    edit: (id: string, fields: object, basedOn: Record<string, string[]>) =>
      call('challenge_edit', { id, fields, basedOn }),
    asOfSeq: () => board().asOfSeq,
  };
  const text = (field: TextField) => itemField({ ...common, field, codec: textCodec, empty: '' });
  const processId = () => board().data?.focusProcess?.id ?? '';
  return {
    statement: itemField({
      ...common,
      field: 'statement',
      codec: textCodec,
      empty: '',
      create: (fields) => call('challenge_create', { focusProcessId: processId(), fields }),
      newName: () => `challenge of ${processId()}`,
      waitsFor: () => (board().data?.focusProcess ? null : t('focus-process-first')),
    }),
    why: text('why'),
    operationalOutcomes: text('operationalOutcomes'),
    businessOutcomes: text('businessOutcomes'),
    milestones: text('milestones'),
    horizonOn: itemField({ ...common, field: 'horizonOn', codec: dateCodec, empty: null }),
    checkedOn: itemField({ ...common, field: 'checkedOn', codec: dateCodec, empty: null }),
    ownerId: itemField({
      ...common,
      field: 'ownerId',
      codec: optionalChoiceCodec<string | null>(),
      empty: null,
    }),
    parentId: itemField({
      ...common,
      field: 'parentId',
      codec: optionalChoiceCodec<string | null>(),
      empty: null,
    }),
    status: itemField({
      ...common,
      field: 'status',
      codec: choiceCodec<ChallengeStatus>(),
      empty: 'active',
    }),
  };
}
