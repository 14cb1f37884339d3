import { t } from '$lib/i18n/messages';

/** What can be asked without writing it: words of the catalogue. */
const KNOWN = ['in_the_way', 'differently', 'helped', 'saw', 'knew', 'did', 'surprised'] as const;
type Known = (typeof KNOWN)[number];

const isKnown = (prompt: string): prompt is Known => (KNOWN as readonly string[]).includes(prompt);

/** A prompt in words: one of the catalogue's, or the group's own. */
export const promptText = (prompt: string): string =>
  isKnown(prompt) ? t(`retro-prompt-${prompt}`) : prompt;

/** What is asked, and after it what was asked when some of the notes were written: no note is left out. */
export const promptsOf = (asked: readonly string[], notes: readonly { prompt: string }[]): string[] => [
  ...new Set([...asked, ...notes.map(({ prompt }) => prompt)]),
];
