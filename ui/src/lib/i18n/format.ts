import { locale } from './locale';

/**
 * Calendar dates travel as `YYYY-MM-DD` without a zone; they are counted in UTC so that no zone can
 * move them.
 */
const DAY = 86_400_000;
const utc = { timeZone: 'UTC' } as const;
const short = new Intl.DateTimeFormat(locale, { ...utc, day: 'numeric', month: 'short' });
const withWeekday = new Intl.DateTimeFormat(locale, {
  ...utc,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const full = new Intl.DateTimeFormat(locale, {
  ...utc,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
const signed = new Intl.NumberFormat(locale, {
  maximumFractionDigits: 3,
  signDisplay: 'exceptZero',
});

const parse = (date: string) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
const plain = (text: string) => text.replaceAll(',', '');

/** "27 Mar" */
export const formatDay = (date: string) => plain(short.format(parse(date)));
/** "Fri 27 Mar" */
export const formatDate = (date: string) => plain(withWeekday.format(parse(date)));
/** "Fri 27 Mar 2026" */
export const formatFullDate = (date: string) => plain(full.format(parse(date)));
/** "Fri 27 Mar" in this year, otherwise with its year. */
export const formatNearDate = (date: string) =>
  date.slice(0, 4) === today().slice(0, 4) ? formatDate(date) : formatFullDate(date);
/** "10:42" in the reader's own zone, of UTC milliseconds. */
export const formatClock = (ms: number) => clock.format(ms);
/** "2.5" with the locale's decimal mark. */
export const formatNumber = (value: number) => numbers.format(value);
/** The same with so many decimals at most. */
export const formatRounded = (value: number, decimals: number) =>
  formatNumber(Math.round(value * 10 ** decimals) / 10 ** decimals);
/** "+3", "−1.5", "0" */
export const formatSigned = (value: number) => signed.format(value).replace('-', '−');

/** Today's calendar date in the reader's zone. */
export function today(now: Date = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function addDays(date: string, days: number): string {
  return new Date(parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one calendar date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((parse(to) - parse(from)) / DAY);
}

/** "10:42" today, otherwise "27 Mar". For the moment somebody changed something. */
export function formatMoment(ms: number, now: Date = new Date()): string {
  const day = today(new Date(ms));
  return day === today(now) ? formatClock(ms) : formatDay(day);
}

/**
 * A number as a person types it: with the locale's decimal mark or a point; spaces do not matter.
 */
export function parseNumber(text: string): number | null {
  const decimal = numbers.formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
  const compact = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  const normal =
    decimal === ',' ? compact.replaceAll('.', '').replace(',', '.') : compact.replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(normal) ? Number(normal) : null;
}

const monthOf = new Intl.DateTimeFormat(locale, { ...utc, month: 'long', year: 'numeric' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** "December 2026" */
export const formatMonth = (date: string) => monthOf.format(parse(date));

/** "tomorrow", "in 4 days", "yesterday" */
export const formatRelativeDays = (days: number) => relative.format(days, 'day');

/** "UTC+1:30" for minutes ahead of UTC. */
export function formatOffset(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  const part = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(Math.abs(minutes) / 60)}${part}`;
}
