import { formatFullDate, formatNumber, parseNumber } from '../i18n/format';
import { parseDate } from '../i18n/parse-date';

/** How a value is typed: its text, and the way back, or the reason why the text is none. */
export interface Codec<T> {
  format(value: T): string;
  parse(text: string): { value: T } | { problem: 'field-not-a-number' | 'field-not-a-date' };
}

export const textCodec: Codec<string> = {
  format: (value) => value,
  parse: (text) => ({ value: text.trim() }),
};

export const optionalTextCodec: Codec<string | null> = {
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
