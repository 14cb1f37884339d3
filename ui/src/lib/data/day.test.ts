import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followDay } from './day';
import { listenTo } from './hub';

const refresh = vi.fn();
let stops: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(2026, 2, 9, 23, 58));
  refresh.mockReset();
  stops = [listenTo(['obstacle'], refresh), followDay()];
});
afterEach(() => {
  stops.forEach((stop) => stop());
  vi.useRealTimers();
});

it('reads everything again once when a day begins', () => {
  vi.advanceTimersByTime(60_000);
  expect(refresh).not.toHaveBeenCalled();
  vi.advanceTimersByTime(120_000);
  expect(refresh).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(3_600_000);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('looks as soon as the window is looked at, and no more once it is stopped', () => {
  vi.setSystemTime(new Date(2026, 2, 10, 8, 0));
  window.dispatchEvent(new Event('focus'));
  expect(refresh).toHaveBeenCalledTimes(1);
  stops.forEach((stop) => stop());
  vi.setSystemTime(new Date(2026, 2, 11, 8, 0));
  window.dispatchEvent(new Event('focus'));
  expect(refresh).toHaveBeenCalledTimes(1);
});
