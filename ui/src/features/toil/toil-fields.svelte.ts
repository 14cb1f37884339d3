import type { Toil, ToilAttribute, ToilCategoryItem } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { numberCodec, required, textCodec, type Codec } from '$lib/data/codec';
import { itemField } from '$lib/data/item-field.svelte';
import type { LiveQuery } from '$lib/data/live.svelte';

export const ATTRIBUTES = [
  'manual',
  'repetitive',
  'automatable',
  'tactical',
  'no_enduring_value',
  'grows_with_the_service',
] as const satisfies readonly ToilAttribute[];

/** The attributes, as their words with spaces between. */
const attributesCodec: Codec<ToilAttribute[]> = {
  format: (attributes) => attributes.join(' '),
  parse: (text) => ({ value: text.split(' ').filter(Boolean) as ToilAttribute[] }),
};

/** The edit buffers of a ledger's limits. Call while a component is being made. */
export function ledgerFields(view: () => LiveQuery<Toil>) {
  const percent = (field: 'limitPercent' | 'overheadPercent') =>
    itemField({
      item: () => view().data?.ledger,
      field,
      codec: required(numberCodec, 'field-not-a-number'),
      empty: 0,
      edit: (id, fields, basedOn) => call('toil_ledger_edit', { id, fields, basedOn }),
      asOfSeq: () => view().asOfSeq,
    });
  return { limit: percent('limitPercent'), overhead: percent('overheadPercent') };
}

/** The edit buffers of a kind of toil. */
export function kindFields(item: () => ToilCategoryItem, asOfSeq: () => number) {
  const common = {
    item,
    asOfSeq,
    edit: (id: string, fields: object, basedOn: Record<string, string[]>) =>
      call('toil_category_edit', { id, fields, basedOn }),
  };
  return {
    name: itemField({ ...common, field: 'name', codec: textCodec, empty: '' }),
    attributes: itemField({ ...common, field: 'attributes', codec: attributesCodec, empty: [] }),
  };
}
