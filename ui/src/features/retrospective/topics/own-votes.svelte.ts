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
  return {
    on,
    get placed(): number {
      return placed;
    },
    async set(topic: TopicId, count: number): Promise<void> {
      const participant = seat();
      const { budget, limit } = view().votes;
      const more = count - on(topic);
      if (!participant || count < 0 || count > limit || (more > 0 && placed + more > budget)) return;
      if (await vote(participant, topic, count)) await held.refresh();
    },
  };
}

export type OwnVotesHere = ReturnType<typeof ownVotes>;
