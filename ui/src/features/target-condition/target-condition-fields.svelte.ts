import type { Storyboard } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { dateCodec, textCodec } from '$lib/data/codec';
import { itemField } from '$lib/data/item-field.svelte';
import type { LiveQuery } from '$lib/data/live.svelte';
import { t } from '$lib/i18n/messages';

/**
 * The edit buffers of the target condition of a storyboard. Call while a component is being made.
 */
export function targetConditionFields(board: () => LiveQuery<Storyboard>) {
  const processId = () => board().data?.focusProcess?.id ?? '';
  const common = {
    item: () => board().data?.targetCondition,
    edit: (id: string, fields: object, basedOn: Record<string, string[]>) =>
      call('target_condition_edit', { id, fields, basedOn }),
    asOfSeq: () => board().asOfSeq,
  };
  return {
    operatingPattern: itemField({
      ...common,
      field: 'operatingPattern',
      codec: textCodec,
      empty: '',
      create: (fields) =>
        call('target_condition_create', {
          focusProcessId: processId(),
          fields: { ...fields, challengeId: board().data?.challenge?.id ?? null },
        }),
      newName: () => `target condition of ${processId()}`,
      waitsFor: () => (board().data?.focusProcess ? null : t('focus-process-first')),
    }),
    achieveByOn: itemField({
      ...common,
      field: 'achieveByOn',
      codec: dateCodec,
      empty: null,
      // Fixed once it is active: the date does not slip.
      readOnly: () => board().data?.targetCondition?.status !== 'draft',
    }),
  };
}
