import type { Codec } from '$lib/data/codec';
import { numberCodec } from '$lib/data/codec';

/** A choice is kept by its word or id; the control shows the words for it. */
export function choiceCodec<V extends string>(): Codec<V> {
  return { format: (value) => value, parse: (text) => ({ value: text as V }) };
}

export function optionalChoiceCodec<V extends string | null>(): Codec<V> {
  return { format: (value) => value ?? '', parse: (text) => ({ value: (text || null) as V }) };
}

/** Whole percent, typed with or without the sign. */
export const percentCodec: Codec<number | null> = {
  format: numberCodec.format,
  parse(text) {
    const parsed = numberCodec.parse(text.replace('%', ''));
    return 'value' in parsed && parsed.value !== null ? { value: Math.round(parsed.value) } : parsed;
  },
};
