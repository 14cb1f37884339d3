import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  formatDate,
  formatNumber,
  formatOffset,
  formatSigned,
  parseNumber,
} from './format';
import { safeLocale } from './locale';
import { parseDate } from './parse-date';

describe('locale', () => {
  it.each([
    ['C', 'en-GB'],
    ['', 'en-GB'],
    [undefined, 'en-GB'],
    ['de-DE', 'en-GB'],
    ['en-US', 'en-US'],
    ['en', 'en'],
  ])('%s is read as %s', (wanted, expected) => {
    // `undefined` takes the default, the environment's own language; it must never throw.
    expect(wanted === undefined ? typeof safeLocale(wanted) : safeLocale(wanted)).toBe(
      wanted === undefined ? 'string' : expected,
    );
  });
});

describe('numbers', () => {
  it('shows a minus sign and a plus sign', () => {
    expect(formatSigned(3)).toBe('+3');
    expect(formatSigned(-1.5)).toBe('−1.5');
    expect(formatSigned(0)).toBe('0');
  });

  it.each([
    ['3', 3],
    [' 2.5 ', 2.5],
    ['2,5', 2.5],
    ['−4', -4],
    ['.5', 0.5],
    ['about 3', null],
    ['', null],
  ])('reads %j as %s', (text, value) => expect(parseNumber(text)).toBe(value));

  it('reads back what it shows', () => expect(parseNumber(formatNumber(12.375))).toBe(12.375));
});

describe('dates', () => {
  const thursday = '2026-03-12';
  it.each([
    ['2026-03-27', '2026-03-27'],
    ['27 Mar', '2026-03-27'],
    ['Fri, 27 March 2026', '2026-03-27'],
    ['27.3.', '2026-03-27'],
    ['Mar 27', '2026-03-27'],
    ['5 Jan', '2026-01-05'],
    ['today', '2026-03-12'],
    ['tomorrow', '2026-03-13'],
    ['in 2 weeks', '2026-03-26'],
    ['2w', '2026-03-26'],
    ['+2 weeks', '2026-03-26'],
    ['in a week', '2026-03-19'],
    ['Next week', '2026-03-19'],
    ['three days', '2026-03-15'],
    ['in some days', null],
    ['weeks', null],
    ['+14', '2026-03-26'],
    ['Fri', '2026-03-13'],
    ['thu', '2026-03-19'],
    ['31 Feb', null],
    ['soon', null],
  ])('reads %j as %s', (text, date) => expect(parseDate(text, thursday)).toBe(date));

  it('means the nearest year', () => expect(parseDate('5 Jan', '2026-12-20')).toBe('2027-01-05'));
  it('counts days over the change to summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
  it('has weekday, day and month', () =>
    expect(formatDate('2026-03-27')).toMatch(/Fri.*27|27.*Fri/));
});

describe('minutes ahead of UTC', () => {
  it.each([
    [0, 'UTC'],
    [120, 'UTC+2'],
    [-210, 'UTC−3:30'],
    [345, 'UTC+5:45'],
  ])('%i are written %s', (minutes, expected) => expect(formatOffset(minutes)).toBe(expected));
});
