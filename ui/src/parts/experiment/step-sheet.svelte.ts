import { liveHints } from '$parts/hint/live-hints.svelte';
import type { ExperimentItem, ExperimentKind, ExperimentView } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import {
  choiceCodec,
  dateCodec,
  numberCodec,
  optionalChoiceCodec,
  textCodec,
} from '$lib/data/codec';
import { saveTyped } from '$lib/data/save-typed';
import { headsOf, itemField, unsavedFields } from '$lib/data/item-field.svelte';
import type { LiveQuery } from '$lib/data/live.svelte';
import { amending } from './amending.svelte';
import { idsCodec, percentCodec } from './codecs';

type PlanText =
  'step' | 'prediction' | 'guardrails' | 'sample' | 'ifConfirmed' | 'ifRefuted' | 'ifInconclusive';
type ResultText = 'whatHappened' | 'learned' | 'belief' | 'evidence';
type PlanNumber = 'baseline' | 'predicted' | 'predictedLow' | 'predictedHigh';
type Choice = 'obstacleId' | 'changeType' | 'runBy';
type ResultChoice = 'outcome' | 'decision';

/** The edit buffers of one step, plan and result. Call while a component is being made. */
export function stepSheet(view: LiveQuery<ExperimentView>) {
  const edit = (id: string, fields: object, basedOn: Record<string, string[]>) =>
    call('experiment_edit', { id, fields, basedOn });
  const item = (): ExperimentItem | undefined => view.data?.step.experiment;
  const amend = amending(item);
  const common = { item, edit, asOfSeq: () => view.asOfSeq };
  /** The result side takes nothing before its date: the core says when. */
  const readOnly = () => !view.data?.step.resultOpen;

  const text = (field: PlanText) =>
    itemField({ ...common, ...amend.gate(field), field, codec: textCodec, empty: '' });
  const result = (field: ResultText) =>
    itemField({ ...common, field, codec: textCodec, empty: '', readOnly });
  const number = (field: PlanNumber) =>
    itemField({ ...common, ...amend.gate(field), field, codec: numberCodec, empty: null });
  const choice = <F extends Choice>(field: F) =>
    itemField({ ...common, field, codec: optionalChoiceCodec<ExperimentItem[F]>(), empty: null });
  const resultChoice = <F extends ResultChoice>(field: F) =>
    itemField({
      ...common,
      field,
      codec: optionalChoiceCodec<ExperimentItem[F]>(),
      empty: null,
      readOnly,
    });

  /** Another metric brings its own last number: the old one would be of something else. */
  function editMetric(
    id: string,
    fields: { metricId: string | null },
    basedOn: Record<string, string[]>,
  ) {
    const row = item();
    if (row?.state !== 'planned' || row.meta.open.includes('metricId'))
      return edit(id, fields, basedOn);
    const baseline = lastValue(fields.metricId);
    return edit(
      id,
      { ...fields, baseline },
      { ...basedOn, baseline: headsOf(row.meta, 'baseline') },
    );
  }
  function lastValue(metricId: string | null): number | null {
    return view.data?.metrics.find(({ metric }) => metric.id === metricId)?.last?.value ?? null;
  }

  const fields = {
    experimentKind: itemField({
      ...common,
      field: 'experimentKind',
      codec: choiceCodec<ExperimentKind>(),
      empty: 'hypothesis_test',
    }),
    step: text('step'),
    metricId: itemField({
      ...common,
      ...amend.gate('metricId'),
      field: 'metricId',
      codec: optionalChoiceCodec<string | null>(),
      empty: null,
      edit: editMetric,
    }),
    baseline: number('baseline'),
    predicted: number('predicted'),
    predictedLow: number('predictedLow'),
    predictedHigh: number('predictedHigh'),
    confidence: itemField({
      ...common,
      ...amend.gate('confidence'),
      field: 'confidence',
      codec: percentCodec,
      empty: null,
    }),
    prediction: text('prediction'),
    ifConfirmed: text('ifConfirmed'),
    ifRefuted: text('ifRefuted'),
    ifInconclusive: text('ifInconclusive'),
    sample: text('sample'),
    guardrails: text('guardrails'),
    guardrailMetricIds: itemField({
      ...common,
      ...amend.gate('guardrailMetricIds'),
      field: 'guardrailMetricIds',
      codec: idsCodec,
      empty: null,
    }),
    checkOn: itemField({
      ...common,
      ...amend.gate('checkOn'),
      field: 'checkOn',
      codec: dateCodec,
      empty: null,
    }),
    obstacleId: choice('obstacleId'),
    changeType: choice('changeType'),
    runBy: choice('runBy'),
    actual: itemField({ ...common, field: 'actual', codec: numberCodec, empty: null, readOnly }),
    whatHappened: result('whatHappened'),
    learned: result('learned'),
    belief: result('belief'),
    evidence: result('evidence'),
    outcome: resultChoice('outcome'),
    decision: resultChoice('decision'),
  };

  const typed = $derived(unsavedFields(fields));
  const hints = liveHints('experiment_hints', () => {
    const id = item()?.id;
    return id ? { id, fields: typed } : null;
  });

  /** Saves what is still being typed and reads the step again: what follows needs all of it. */
  async function saveAndRead(): Promise<void> {
    await saveTyped(fields);
    await view.refresh();
  }

  return {
    view,
    fields,
    saveAndRead,
    hints,
    amend,
    /** The step as it is being typed. */
    asTyped: (row: ExperimentItem): ExperimentItem => ({ ...row, ...typed }),
  };
}

export type StepSheet = ReturnType<typeof stepSheet>;
export type StepFieldName = keyof StepSheet['fields'];
