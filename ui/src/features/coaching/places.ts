import type { MessageId } from '$lib/i18n/message-ids';

/**
 * Where the card can stand, in the order in which the questions are asked. Their numbers, from 1,
 * travel.
 */
export const PLACES = [
  'target',
  'actual',
  'plan',
  'expect',
  'happened',
  'learned',
  'obstacles',
  'next',
  'when',
  'end',
] as const;

export type Place = (typeof PLACES)[number];
/** What lies open at one time: the first two questions, the back, the last three, and the end. */
export type Side = 'front' | 'back' | 'ahead' | 'end';

const SIDES: Record<Place, Side> = {
  target: 'front',
  actual: 'front',
  plan: 'back',
  expect: 'back',
  happened: 'back',
  learned: 'back',
  obstacles: 'ahead',
  next: 'ahead',
  when: 'ahead',
  end: 'end',
};

/**
 * The back belongs to the question before it: it is the actual condition that the last step made.
 */
const QUESTIONS: Record<Place, number | null> = {
  target: 1,
  actual: 2,
  plan: 2,
  expect: 2,
  happened: 2,
  learned: 2,
  obstacles: 3,
  next: 4,
  when: 5,
  end: null,
};

export const sideOf = (place: Place): Side => SIDES[place];
export const questionOf = (place: Place): number | null => QUESTIONS[place];
export const numberOf = (place: Place): number => PLACES.indexOf(place) + 1;

/** The places of a cycle: the first one of a target condition has no last step, and so no back. */
export function placesOf(hasBack: boolean): readonly Place[] {
  return PLACES.filter((place) => hasBack || sideOf(place) !== 'back');
}

/**
 * A number as it travels; one of a newer app, or of a back that is not there, is the next place
 * that is.
 */
export function placeOf(number: number, hasBack: boolean): Place {
  return placesOf(hasBack).find((place) => numberOf(place) >= number) ?? 'end';
}

/** One question on or back; null at either end. */
export function placeAfter(place: Place, step: 1 | -1, hasBack: boolean): Place | null {
  const places = placesOf(hasBack);
  return places[places.indexOf(place) + step] ?? null;
}

/** The other side: from the first questions to the back, from there to what lies ahead. */
export function turned(place: Place, hasBack: boolean): Place | null {
  const side = sideOf(place);
  if (side === 'front') return hasBack ? 'plan' : 'obstacles';
  if (side === 'back') return 'obstacles';
  return hasBack ? 'plan' : null;
}

/** The questions that lie open together with this one. */
export function onSameSide(place: Place): readonly Place[] {
  return PLACES.filter((other) => sideOf(other) === sideOf(place));
}

type Asked = Exclude<Place, 'end'>;

/** The words around a question. `short` is how the rail says it. */
export interface QuestionWords {
  question: MessageId;
  short: MessageId;
  say: MessageId;
  may: readonly [MessageId, MessageId];
  /** Too long for the largest letters. */
  long: boolean;
}

const words = (place: Asked, short: MessageId, long = false): QuestionWords => ({
  question: `coaching-q-${place}`,
  short,
  say: `coaching-q-${place}-say`,
  may: [`coaching-q-${place}-ask1`, `coaching-q-${place}-ask2`],
  long,
});

export const WORDS: Record<Asked, QuestionWords> = {
  target: words('target', 'coaching-q-target'),
  actual: words('actual', 'coaching-q-actual'),
  plan: words('plan', 'coaching-q-plan-short'),
  expect: words('expect', 'coaching-q-expect-short'),
  happened: words('happened', 'coaching-q-happened-short'),
  learned: words('learned', 'coaching-q-learned-short'),
  obstacles: words('obstacles', 'coaching-q-obstacles-short', true),
  next: words('next', 'coaching-q-next'),
  when: words('when', 'coaching-q-when-short', true),
};
