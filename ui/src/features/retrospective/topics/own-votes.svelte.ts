import type { ParticipantId, RetrospectiveView, TopicId } from '$lib/api/bindings';
import { privateRead } from '../private.svelte';
import { vote } from './topic.actions';

/** The votes of one participant at this machine. Call while a component is being made. */
export function ownVotes(view: () => RetrospectiveView, seat: () => ParticipantId | null) {
  const held = privateRead(
    'held_get',
    () => {
      const participantId = seat();
      return participantId ? { participantId } : null;
    },
    () => view().asOfSeq,
  );
  const shown = $derived(new Set(view().topics.map(({ topic }) => topic.id)));
  const votes = $derived((held.data?.votes ?? []).filter(({ topicId }) => shown.has(topicId)));
  const placed = $derived(votes.reduce((sum, { count }) => sum + count, 0));
  const on = (topic: TopicId) => votes.find(({ topicId }) => topicId === topic)?.count ?? 0;
  let before = Promise.resolve();

  async function step(topic: TopicId, by: 1 | -1): Promise<void> {
    const participant = seat();
    const { budget, limit } = view().votes;
    // Topics that became one may have more together than the limit.
    const count = by > 0 ? on(topic) + 1 : Math.min(on(topic) - 1, limit);
    const spent = by > 0 && placed >= budget;
    if (!participant || spent || count < 0 || count > limit) return;
    if (await vote(participant, topic, count)) await held.refresh();
  }
  return {
    on,
    /** Whether they vote at this machine; not before it is known. */
    get here(): boolean {
      return held.data?.countsHere === true;
    },
    /** Whether they vote at another machine. */
    get elsewhere(): boolean {
      return held.data?.countsHere === false;
    },
    get placed(): number {
      return placed;
    },
    /**
     * One vote more, or one less. A key pressed twice counts twice: the second waits for the first.
     */
    change(topic: TopicId, by: 1 | -1): Promise<void> {
      before = before.then(() => step(topic, by));
      return before;
    },
  };
}
