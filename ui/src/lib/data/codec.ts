import { formatFullDate, formatNumber, parseNumber } from '../i18n/format';
import { parseDate } from '../i18n/parse-date';

/** How a value is typed: its text, and the way back, or the reason why the text is none. */
export interface Codec<T> {
  /** Running text: the words of two versions can stand together. */
  words?: true;
  format(value: T): string;
  parse(text: string):
    | { value: T }
    | {
        problem:
          'field-not-a-number' | 'field-not-a-date' | 'field-not-a-count' | 'field-not-a-time';
      };
}

export const textCodec: Codec<string> = {
  words: true,
  format: (value) => value,
  parse: (text) => ({ value: text.trim() }),
};

export const optionalTextCodec: Codec<string | null> = {
  words: true,
  format: (value) => value ?? '',
  parse: (text) => ({ value: text.trim() || null }),
};

export const numberCodec: Codec<number | null> = {
  format: (value) => (value === null ? '' : formatNumber(value)),
  parse(text) {
    if (!text.trim()) return { value: null };
    const value = parseNumber(text);
    return value === null ? { problem: 'field-not-a-number' } : { value };
  },
};

export const dateCodec: Codec<string | null> = {
  format: (value) => (value ? formatFullDate(value) : ''),
  parse(text) {
    if (!text.trim()) return { value: null };
    const value = parseDate(text);
    return value === null ? { problem: 'field-not-a-date' } : { value };
  },
};

/** A field that cannot be left empty: without a text there is no value. */
export function required<T>(
  codec: Codec<T | null>,
  problem: 'field-not-a-number' | 'field-not-a-date',
): Codec<T> {
  return {
    format: codec.format,
    parse(text) {
      const parsed = codec.parse(text);
      if ('problem' in parsed) return parsed;
      return parsed.value === null ? { problem } : { value: parsed.value };
    },
  };
}

/** A whole number above zero, or nothing. */
export const countCodec: Codec<number | null> = {
  format: numberCodec.format,
  parse(text) {
    const parsed = numberCodec.parse(text);
    if ('problem' in parsed || parsed.value === null) return parsed;
    return Number.isInteger(parsed.value) && parsed.value > 0
      ? parsed
      : { problem: 'field-not-a-count' };
  },
};

/** A choice is kept by its word or id; the control shows the words for it. */
export function choiceCodec<V extends string>(): Codec<V> {
  return { format: (value) => value, parse: (text) => ({ value: text as V }) };
}

export function optionalChoiceCodec<V extends string | null>(): Codec<V> {
  return { format: (value) => value ?? '', parse: (text) => ({ value: (text || null) as V }) };
}
