import type { Codec } from '$lib/data/codec';
import { numberCodec } from '$lib/data/codec';

/** Whole percent, typed with or without the sign. */
export const percentCodec: Codec<number | null> = {
  format: numberCodec.format,
  parse(text) {
    const parsed = numberCodec.parse(text.replace('%', ''));
    return 'value' in parsed && parsed.value !== null
      ? { value: Math.round(parsed.value) }
      : parsed;
  },
};

/** Ids as one text; null where none is chosen. */
export const idsCodec: Codec<string[] | null> = {
  format: (ids) => (ids ?? []).join(' '),
  parse(text) {
    const ids = text.split(' ').filter(Boolean);
    return { value: ids.length > 0 ? ids : null };
  },
};
