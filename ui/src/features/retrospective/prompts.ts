import type { IconGlyph } from '$kit';
import { t } from '$lib/i18n/messages';
import Ban from '@lucide/svelte/icons/ban';
import Eye from '@lucide/svelte/icons/eye';
import Hammer from '@lucide/svelte/icons/hammer';
import HandHelping from '@lucide/svelte/icons/hand-helping';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import MessageCircle from '@lucide/svelte/icons/message-circle';
import Split from '@lucide/svelte/icons/split';
import Zap from '@lucide/svelte/icons/zap';

/** What can be asked without writing it: words of the catalogue. */
const KNOWN = ['in_the_way', 'differently', 'helped', 'saw', 'knew', 'did', 'surprised'] as const;
type Known = (typeof KNOWN)[number];

const isKnown = (prompt: string): prompt is Known => (KNOWN as readonly string[]).includes(prompt);

/** A prompt in words: one of the catalogue's, or the group's own. */
export const promptText = (prompt: string): string =>
  isKnown(prompt) ? t(`retro-prompt-${prompt}`) : prompt;

/**
 * What is asked, and after it what was asked when some of the notes were written: no note is left
 * out.
 */
export const promptsOf = (
  asked: readonly string[],
  notes: readonly { prompt: string }[],
): string[] => [...new Set([...asked, ...notes.map(({ prompt }) => prompt)])];

const GLYPHS: Readonly<Record<Known, IconGlyph>> = {
  in_the_way: Ban,
  differently: Split,
  helped: HandHelping,
  saw: Eye,
  knew: Lightbulb,
  did: Hammer,
  surprised: Zap,
};

/** The glyph of a prompt: paper says it too, and never alone. */
export const promptGlyph = (prompt: string): IconGlyph =>
  isKnown(prompt) ? GLYPHS[prompt] : MessageCircle;

/** The tint of a note's paper: the place of its prompt among what is asked. */
export const paperOf = (asked: readonly string[], prompt: string): number =>
  Math.max(0, asked.indexOf(prompt));
