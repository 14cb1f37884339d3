import type { BadDayItem, BudgetWindow, SloItem } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { choiceCodec, numberCodec, required, textCodec } from '$lib/data/codec';
import { itemField } from '$lib/data/item-field.svelte';

const number = required(numberCodec, 'field-not-a-number');

/** The edit buffers of an objective. Call while a component is being made. */
export function sloFields(item: () => SloItem, asOfSeq: () => number) {
  const common = {
    item,
    asOfSeq,
    edit: (id: string, fields: object, basedOn: Record<string, string[]>) =>
      call('slo_edit', { id, fields, basedOn }),
  };
  return {
    name: itemField({ ...common, field: 'name', codec: textCodec, empty: '' }),
    objective: itemField({ ...common, field: 'objectivePercent', codec: number, empty: 0 }),
    window: itemField({
      ...common,
      field: 'budgetWindow',
      codec: choiceCodec<BudgetWindow>(),
      empty: 'rolling',
    }),
    days: itemField({ ...common, field: 'windowDays', codec: number, empty: 0 }),
  };
}

/** The edit buffers of a bad day. */
export function badDayFields(item: () => BadDayItem, asOfSeq: () => number) {
  const common = {
    item,
    asOfSeq,
    edit: (id: string, fields: object, basedOn: Record<string, string[]>) =>
      call('bad_day_edit', { id, fields, basedOn }),
  };
  return {
    amount: itemField({ ...common, field: 'amount', codec: number, empty: 0 }),
    total: itemField({ ...common, field: 'total', codec: numberCodec, empty: null }),
    note: itemField({ ...common, field: 'note', codec: textCodec, empty: '' }),
  };
}
