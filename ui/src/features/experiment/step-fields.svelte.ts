import type { StepLine } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { textCodec } from '$lib/data/codec';
import { itemField } from '$lib/data/item-field.svelte';

type TextField = 'step' | 'prediction' | 'whatHappened' | 'learned';

/** The texts of a step that the record edits in place. Call while a component is being made. */
export function stepFields(line: () => StepLine, asOfSeq: () => number) {
  const text = (field: TextField, open: () => boolean) =>
    itemField({
      item: () => line().experiment,
      field,
      codec: textCodec,
      empty: '',
      edit: (id, fields, basedOn) => call('experiment_edit', { id, fields, basedOn }),
      asOfSeq,
      readOnly: () => !open(),
    });
  // Sealed texts are amended on the step's own screen, where both versions are seen.
  const pencil = () => line().experiment.state === 'planned';
  const result = () => line().resultOpen;
  return {
    step: text('step', pencil),
    prediction: text('prediction', pencil),
    whatHappened: text('whatHappened', result),
    learned: text('learned', result),
  };
}
