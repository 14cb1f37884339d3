import { today } from '../i18n/format';
import { announceAll } from './hub';

/** Often enough that nobody who comes in the morning sees the day before. */
const LOOK_MS = 60_000;

/**
 * Reads everything again when a day has begun: days left, what is due and which result is open
 * depend on it, while nobody has written anything. Returns the way to stop.
 */
export function followDay(): () => void {
  let day = today();
  const look = () => {
    if (today() === day) return;
    day = today();
    announceAll();
  };
  const timer = setInterval(look, LOOK_MS);
  // A computer that slept keeps no time; its window is looked at first.
  window.addEventListener('focus', look);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', look);
  };
}
