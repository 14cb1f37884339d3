import type {
  MetricItem,
  MetricKind,
  Good,
  ObservationItem,
  Observations,
} from '$lib/api/bindings';
import { call } from '$lib/api/client';
import {
  choiceCodec,
  countCodec,
  dateCodec,
  numberCodec,
  required,
  textCodec,
} from '$lib/data/codec';
import { headsOf, itemField } from '$lib/data/item-field.svelte';
import type { LiveQuery } from '$lib/data/live.svelte';

/** The edit buffers of what a metric means. Call while a component is being made. */
export function metricFields(view: () => LiveQuery<Observations>) {
  const common = {
    item: (): MetricItem | undefined => view().data?.metric,
    edit: (id: string, fields: object, basedOn: Record<string, string[]>) =>
      call('metric_edit', { id, fields, basedOn }),
    asOfSeq: () => view().asOfSeq,
  };
  const text = (field: 'name' | 'unit' | 'definition' | 'source') =>
    itemField({ ...common, field, codec: textCodec, empty: '' });
  return {
    name: text('name'),
    unit: text('unit'),
    definition: text('definition'),
    source: text('source'),
    metricKind: itemField({
      ...common,
      field: 'metricKind',
      codec: choiceCodec<MetricKind>(),
      empty: 'outcome',
    }),
    good: itemField({ ...common, field: 'good', codec: choiceCodec<Good>(), empty: 'down' }),
    rhythmDays: itemField({ ...common, field: 'rhythmDays', codec: countCodec, empty: null }),
  };
}

/** The edit buffers of one number: a correction, of which the old value stays in the history. */
export function numberFields(item: () => ObservationItem, asOfSeq: () => number) {
  const edit = (id: string, fields: object, basedOn: Record<string, string[]>) =>
    call('observation_edit', { id, fields, basedOn });
  const common = { item, edit, asOfSeq };
  const text = (field: 'measuredBy' | 'how' | 'note') =>
    itemField({ ...common, field, codec: textCodec, empty: '' });

  /** The number as it was typed goes with it. */
  function correct(id: string, fields: { value: number }, basedOn: Record<string, string[]>) {
    const valueText = String(fields.value);
    return edit(
      id,
      { ...fields, valueText },
      { ...basedOn, valueText: headsOf(item().meta, 'valueText') },
    );
  }
  return {
    value: itemField({
      ...common,
      field: 'value',
      codec: required(numberCodec, 'field-not-a-number'),
      empty: 0,
      edit: correct,
    }),
    observedOn: itemField({
      ...common,
      field: 'observedOn',
      codec: required(dateCodec, 'field-not-a-date'),
      empty: '',
    }),
    measuredBy: text('measuredBy'),
    how: text('how'),
    note: text('note'),
  };
}
