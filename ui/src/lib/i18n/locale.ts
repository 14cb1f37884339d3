/** Languages that have a catalogue. The locale's region still decides dates and numbers. */
const LANGUAGES = ['en'];
const FALLBACK = 'en-GB';

/**
 * A locale that Intl accepts. `navigator.language` is "C" where the system runs with LANG=C.UTF-8,
 * and every Intl constructor throws on that. A language without a catalogue falls back as a whole:
 * English sentences with German dates in them read like a mistake.
 */
export function safeLocale(wanted: string | undefined = globalThis.navigator?.language): string {
  try {
    const locale = new Intl.Locale(wanted ?? '');
    return LANGUAGES.includes(locale.language) ? locale.toString() : FALLBACK;
  } catch {
    return FALLBACK;
  }
}

export const locale = safeLocale();
