import type { Codec } from '$lib/data/codec';
import { numberCodec } from '$lib/data/codec';

/** Whole percent, typed with or without the sign. */
export const percentCodec: Codec<number | null> = {
  format: numberCodec.format,
  parse(text) {
    const parsed = numberCodec.parse(text.replace('%', ''));
    return 'value' in parsed && parsed.value !== null ? { value: Math.round(parsed.value) } : parsed;
  },
};
