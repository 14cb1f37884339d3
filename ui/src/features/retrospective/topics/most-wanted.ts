import type { TopicLine } from '$lib/api/bindings';

/** The topics with the most votes first, and those with as many in their order. */
export const mostWantedFirst = (topics: readonly TopicLine[]): TopicLine[] =>
  topics.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
