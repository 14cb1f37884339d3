import { addDays, daysBetween, today } from './format';
import { locale } from './locale';

const two = (n: number) => String(n).padStart(2, '0');

/** Names of months or weekdays of the locale and of English, lower case, first three letters. */
function names(kind: 'month' | 'weekday', count: number, firstDay: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const language of [locale, 'en-GB']) {
    const format = new Intl.DateTimeFormat(language, { [kind]: 'long', timeZone: 'UTC' });
    for (let i = 0; i < count; i += 1) {
      const date = kind === 'month' ? Date.UTC(2024, i, 1) : Date.UTC(2024, 0, firstDay + i);
      found.set(format.format(date).toLowerCase().slice(0, 3), i);
    }
  }
  return found;
}

/** How many days or weeks, as people write it. */
const COUNTS = new Map(
  ['', 'one', 'two', 'three', 'four', 'five', 'six'].map((word, count) => [word, count]),
)
  .set('a', 1)
  .set('next', 1);

/** "3/27" is 27 March to an American, and to nobody else. */
const slashIsMonthFirst =
  new Intl.DateTimeFormat(locale).formatToParts(0).find((part) => part.type !== 'literal')?.type ===
  'month';

const months = names('month', 12, 1);
const weekdays = names('weekday', 7, 7); // 7 January 2024 was a Sunday

function valid(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? `${year}-${two(month)}-${two(day)}`
    : null;
}

/** Without a year, the date nearest to today is meant: in December "5 Jan" is next year's. */
function nearest(month: number, day: number, now: string): string | null {
  const year = Number(now.slice(0, 4));
  const dates = [year - 1, year, year + 1]
    .map((y) => valid(y, month, day))
    .filter((d) => d !== null);
  return (
    dates.sort((a, b) => Math.abs(daysBetween(now, a)) - Math.abs(daysBetween(now, b)))[0] ?? null
  );
}

/**
 * A date as a person types it: "27 Mar", "27.3.", "27/3/2026", "2026-03-27", "Fri" (the next one),
 * "today", "+14", "in 2 weeks". Null where it cannot be understood.
 */
export function parseDate(text: string, now: string = today()): string | null {
  const typed = text.trim().toLowerCase().replaceAll(',', ' ');
  if (typed === 'today') return now;
  if (typed === 'tomorrow') return addDays(now, 1);
  const ahead = /^\+(\d{1,3})$/.exec(typed);
  if (ahead) return addDays(now, Number(ahead[1]));
  const span = /^(?:\+|in )? *(\d{1,3}|[a-z]+) ?(d|days?|w|weeks?)$/.exec(typed);
  const count = COUNTS.get(span?.[1] ?? '') ?? Number(span?.[1]);
  if (span && count >= 0) return addDays(now, span[2]?.startsWith('w') ? 7 * count : count);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})([./])(\d{1,2})[./]?(\d{4})?$/.exec(typed);
  if (numeric) {
    const [a, b] = [Number(numeric[1]), Number(numeric[3])];
    const monthFirst = numeric[2] === '/' && slashIsMonthFirst;
    return monthFirst ? withYear(a, b, numeric[4], now) : withYear(b, a, numeric[4], now);
  }
  return fromWords(typed.split(/[\s.]+/).filter(Boolean), now);
}

function withYear(
  month: number,
  day: number,
  year: string | undefined,
  now: string,
): string | null {
  return year ? valid(Number(year), month, day) : nearest(month, day, now);
}

function fromWords(words: string[], now: string): string | null {
  const month = words
    .map((word) => months.get(word.slice(0, 3)))
    .find((found) => found !== undefined);
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  const year = words.find((word) => /^\d{4}$/.test(word));
  if (month !== undefined && day) return withYear(month + 1, Number(day), year, now);
  const weekday = words.length === 1 ? weekdays.get(words[0]?.slice(0, 3) ?? '') : undefined;
  if (weekday === undefined) return null;
  const distance = (weekday - new Date(`${now}T00:00:00Z`).getUTCDay() + 7) % 7 || 7;
  return addDays(now, distance);
}
