import type { CurrentConditionItem, Storyboard, WorkType } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { dateCodec, optionalChoiceCodec, textCodec } from '$lib/data/codec';
import { itemField } from '$lib/data/item-field.svelte';
import type { LiveQuery } from '$lib/data/live.svelte';
import { t } from '$lib/i18n/messages';

type TextField =
  'operatingPattern' | 'getsInTheWay' | 'goesWrongWhen' | 'observedBy' | 'measuredHow';

/**
 * The edit buffers of the current condition of a storyboard. Call while a component is being made.
 */
export function currentConditionFields(board: () => LiveQuery<Storyboard>) {
  const processId = () => board().data?.focusProcess?.id ?? '';
  const common = {
    item: (): CurrentConditionItem | null => board().data?.currentCondition ?? null,
    edit: (id: string, fields: object, basedOn: Record<string, string[]>) =>
      call('current_condition_edit', { id, fields, basedOn }),
    create: (fields: object) =>
      call('current_condition_create', {
        focusProcessId: processId(),
        fields: { asOfOn: board().data?.today ?? null, ...fields },
      }),
    newName: () => `current condition of ${processId()}`,
    asOfSeq: () => board().asOfSeq,
    waitsFor: () => (board().data?.focusProcess ? null : t('focus-process-first')),
  };
  const text = (field: TextField) => itemField({ ...common, field, codec: textCodec, empty: '' });
  const metric = (field: 'outcomeMetricId' | 'processMetricId') =>
    itemField({ ...common, field, codec: optionalChoiceCodec<string | null>(), empty: null });
  return {
    asOfOn: itemField({ ...common, field: 'asOfOn', codec: dateCodec, empty: null }),
    operatingPattern: text('operatingPattern'),
    getsInTheWay: text('getsInTheWay'),
    goesWrongWhen: text('goesWrongWhen'),
    workType: itemField({
      ...common,
      field: 'workType',
      codec: optionalChoiceCodec<WorkType | null>(),
      empty: null,
    }),
    outcomeMetricId: metric('outcomeMetricId'),
    processMetricId: metric('processMetricId'),
    observedBy: text('observedBy'),
    measuredHow: text('measuredHow'),
  };
}
