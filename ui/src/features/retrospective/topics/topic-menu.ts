import type { MenuItem } from '$kit';
import type { RetrospectiveView, TopicId, TopicLine } from '$lib/api/bindings';
import { t } from '$lib/i18n/messages';
import { merge, moveTopic, removeTopic } from './topic.actions';

/**
 * What can be done with a topic as a whole: name it, tag it, move it in the order, put it into
 * another one, remove it empty.
 */
export function topicMenu(
  view: RetrospectiveView,
  line: TopicLine,
  { onname, ontags }: { onname: () => void; ontags: () => void },
): MenuItem[] {
  const { topics } = view;
  const { id } = line.topic;
  const at = topics.findIndex(({ topic }) => topic.id === id);
  const behind = (place: number) => topics[place]?.topic.id ?? null;
  const move = (way: 'earlier' | 'later', after: TopicId | null): MenuItem => ({
    id: way,
    label: t(`retro-topic-${way}`),
    run: () => void moveTopic(id, after),
  });
  const others = topics.filter(({ topic }) => topic.id !== id);
  const into = others.map(({ topic }) => ({
    id: topic.id,
    label: t('retro-topic-merge', { topic: topic.title }),
    run: () => void merge(id, topic.id),
  }));
  return [
    { id: 'name', label: t('retro-topic-rename'), action: 'retro-topic-rename', run: onname },
    { id: 'tags', label: t('retro-topic-tags'), action: 'retro-tags', run: ontags },
    ...(at > 0 ? [move('earlier', behind(at - 2))] : []),
    ...(at < topics.length - 1 ? [move('later', behind(at + 1))] : []),
    ...(line.noteIds.length === 0
      ? [{ id: 'remove', label: t('retro-topic-remove'), run: () => void removeTopic(id) }]
      : []),
    ...into,
  ];
}
