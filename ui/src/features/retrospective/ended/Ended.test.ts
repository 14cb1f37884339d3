import { render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ObstacleItem, RetrospectiveView } from '$lib/api/bindings';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import * as sample from '../../../testing/retrospective';
import { breaches } from '../../../testing/view-setup';
import Ended from './Ended.svelte';

beforeEach(() => connect(new MemoryTransport()));

const obstacle = {
  id: 'obs_1',
  focusProcessId: 'foc_1',
  text: 'Labels come late',
  state: 'cleared',
} as ObstacleItem;

function ended(more: Partial<RetrospectiveView>): HTMLElement {
  const view = sample.retrospective({ state: 'closed', noStepReason: 'We learn first.' }, more);
  return render(Ended, { props: { view } }).container;
}
const said = () => (document.body.textContent ?? '').replace(/\s+/g, ' ');

describe('a session that ended', () => {
  it('says of each topic what it got, became, and what was said, most votes first', async () => {
    const few = sample.topic(1, 'Coffee', [], { notes: 'It was cold.' });
    const many = sample.topic(2, 'Labels', ['not_1'], { reach: 'outside', wastes: ['waiting'] });
    const page = ended({
      notes: [
        {
          ...sample.note('not_1', 'helped', 'The label came', 'Ana Petrov'),
          topicId: many.topic.id,
        },
        sample.note('not_2', 'helped', 'It rained'),
      ],
      topics: [
        { ...few, votes: 1, place: 2 },
        { ...many, votes: 3, place: 1, obstacle, discussedMinutes: 4 },
      ],
    });
    const titles = within(page).getAllByRole('heading', { level: 3 });
    expect(titles.map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Obstacles that came of it',
      'Labels 3 votes an obstacle',
      'Coffee 1 vote',
      'Notes in no topic',
    ]);
    expect(said()).toContain('Labels come late the obstacle is cleared, from “Labels”');
    expect(said()).toContain(
      'Waiting Who can change it: Outside our reach, discussed for 4 min ' +
        'The label came Helped, Ana Petrov',
    );
    expect(said()).toContain('It was cold.');
    expect(said()).toContain('It rained');
    expect(await breaches(page)).toEqual([]);
  });

  it('says why there is no step, how everybody arrived, and how it was', () => {
    ended({
      answers: {
        checkIn: [{ answer: sample.checkIn('par_1', 'awake', 4), author: 'Mara Lindt' }],
        takeaways: [{ answer: sample.checkIn('par_2', 'Ask sooner', null), author: 'Ana Petrov' }],
        ratings: [4, 5, 5],
        safety: null,
      },
    });
    expect(said()).toContain('Ended without a step We learn first.');
    expect(said()).toContain('Taken away Ana Petrov Ask sooner');
    expect(screen.getByText('5: said 2 times')).toBeTruthy();
    expect(said()).toContain('Mara Lindt awake');
  });

  it('shows what happened on its line, with what was known then', () => {
    const event = {
      id: 'tim_1',
      moment: '02:13',
      who: 'Pager',
      what: 'Disk full',
      known: 'Nothing yet',
    };
    ended({ timeline: [event as RetrospectiveView['timeline'][number]] });
    expect(said()).toContain('02:13 Disk full Pager Known then: Nothing yet');
  });
});
