import type { Reach, RetroNoteId, TopicId, TopicItem, TopicPatch } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';
import { headsOf } from '$lib/data/item-field.svelte';
import { mutate } from '$lib/data/mutate';

/** Puts notes to a topic, or takes them out of theirs. */
export function group(noteIds: readonly RetroNoteId[], topicId: TopicId | null) {
  const put = () => mutate('retro_notes_group', { noteIds: [...noteIds], topicId });
  if (noteIds.length > 1) return act(put, topicId ? 'retro-notes-moved' : 'retro-notes-taken-out');
  return act(put, topicId ? 'retro-note-moved' : 'retro-note-taken-out');
}

/** Makes a topic, with notes or without; notes of another topic leave it. */
export async function makeTopic(
  retrospectiveId: string,
  noteIds: readonly RetroNoteId[] = [],
  title = '',
): Promise<TopicId | null> {
  const request = { retrospectiveId, noteIds: [...noteIds], title };
  const made = await act(() => mutate('topic_create', request), 'retro-topic-made');
  return made?.id ?? null;
}

export function merge(id: TopicId, into: TopicId) {
  return act(() => mutate('topic_merge', { id, into }), 'retro-topic-merged');
}

/** Moves a topic behind another one, or to the front. */
export function moveTopic(id: TopicId, after: TopicId | null) {
  return act(() => mutate('topic_move', { id, after }));
}

export function removeTopic(id: TopicId) {
  return act(() => mutate('topic_remove', { id }), 'retro-topic-removed');
}

/** Changes a topic, based on what is shown of it. */
export function changeTopic(
  topic: TopicItem,
  fields: Pick<TopicPatch, 'wastes' | 'mismatches' | 'reach'>,
) {
  const basedOn = Object.fromEntries(
    Object.keys(fields).map((field) => [field, headsOf(topic.meta, field)] as const),
  );
  return act(() => mutate('topic_edit', { id: topic.id, fields, basedOn }));
}

export const setReach = (topic: TopicItem, reach: Reach) => changeTopic(topic, { reach });

/** A topic becomes an obstacle, with its notes as evidence. */
export function toObstacle(id: TopicId, focusProcessId: string | null) {
  return act(() => mutate('topic_obstacle', { id, focusProcessId }), 'retro-topic-obstacle');
}

/** Votes are private: they are in no undo of the board. */
export function vote(participantId: string, topicId: TopicId, count: number) {
  return act(() => call('vote_set', { participantId, topicId, count }));
}
