import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RetrospectiveItem, RetrospectiveView, TopicItem } from '$lib/api/bindings';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import { listenForKeys } from '$lib/commands/keymap';
import { formatDay } from '$lib/i18n/format';
import * as sample from '../../../testing/retrospective';
import { sellerPortal } from '../../../testing/seller-portal';
import { asked, breaches } from '../../../testing/view-setup';
import Discuss from './Discuss.svelte';

const written = { id: 'top_1', op: 'op_2', seq: 10, merged: [], open: [] };
let transport: MemoryTransport;
let deaf: () => void;

beforeEach(() => {
  transport = new MemoryTransport()
    .answer('retrospective_discuss', () => written)
    .answer('retrospective_edit', () => written)
    .answer('retrospectives_get', () => ({
      asOfSeq: 9,
      focusProcesses: [{ id: 'fp_9', name: 'Checkout' }],
    }))
    .answer('topic_edit', () => written)
    .answer('topic_obstacle', () => written)
    .answer('draft_put', () => ({}))
    .answer('draft_drop', () => ({}));
  connect(transport);
  deaf = listenForKeys(window);
});
afterEach(() => deaf());

/** Three topics of which the second has most votes, and two share the rest. */
function discussed(
  discussingId: string | null,
  change: Partial<TopicItem> = {},
  more: Partial<RetrospectiveView> = {},
): RetrospectiveView {
  const line = (number: number, title: string, votes: number, place: number, tied: boolean) => ({
    ...sample.topic(number, title, [], number === 2 ? change : {}),
    ...{ votes, place, tied },
  });
  const now: Partial<RetrospectiveItem> = { discussingId, votesRevealedAt: 1, notesRevealedAt: 1 };
  const note = sample.note('not_1', 'in_the_way', 'Board on Thursdays', 'Ana Petrov');
  return sample.retrospective(now, {
    phasesNow: ['discuss'],
    focusProcess: sellerPortal.focusProcess,
    notes: [{ ...note, topicId: 'top_2' }],
    topics: [
      line(1, 'Labels', 1, 2, true),
      line(2, 'Approval waits', 4, 1, false),
      line(3, 'Dry run', 1, 2, true),
    ],
    ...more,
  });
}
const props = (view: RetrospectiveView, leads = true) => ({
  view,
  seat: 'par_1',
  leads,
  shared: false,
});
const listed = () =>
  within(screen.getByRole('navigation', { name: 'Topics' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent.replace(/\s+/g, ' ').trim());

describe('discussing', () => {
  it('lists topics by votes, and ties as ties', async () => {
    const { container } = render(Discuss, props(discussed('top_2')));
    expect(listed()).toEqual([
      '1 Approval waits 4 votes',
      '2 Labels 1 vote, tie',
      '2 Dry run 1 vote, tie',
    ]);
    const table = screen.getByRole('article', { name: 'Approval waits' });
    expect(table.textContent).toContain('Board on Thursdays');
    expect(table.textContent).toContain('Ana Petrov');
    expect(await breaches(container)).toEqual([]);
  });

  it('begins with what got most votes and goes on in that order, by one key', async () => {
    const { rerender } = render(Discuss, props(discussed(null)));
    const user = userEvent.setup();
    await user.keyboard('d');
    await rerender(props(discussed('top_2')));
    await user.tab();
    const said = screen.getByRole('button', { name: /Write down what matters/ });
    expect(document.activeElement).toBe(said);
    said.blur();
    await user.keyboard('d');
    await rerender(props(discussed('top_3')));
    await user.keyboard('d');
    expect(asked(transport, 'retrospective_discuss')).toEqual([
      { id: 'ret_1', topicId: 'top_2' },
      { id: 'ret_1', topicId: 'top_1' },
    ]);
  });

  it('leaves the topic on the table to whoever leads', async () => {
    render(Discuss, props(discussed('top_2'), false));
    const user = userEvent.setup();
    await user.keyboard('d');
    await user.click(screen.getByRole('button', { name: /Labels/ }));
    expect(asked(transport, 'retrospective_discuss')).toEqual([]);
    expect(screen.queryByRole('button', { name: /^Next topic/ })).toBeNull();
  });

  it('makes the topic an obstacle of the process by one key, and once', async () => {
    const { rerender } = render(Discuss, props(discussed('top_2')));
    const user = userEvent.setup();
    await user.keyboard('o');
    await rerender(props(discussed('top_2', { obstacleId: 'obs_1' })));
    await user.keyboard('o');
    const focusProcessId = sellerPortal.focusProcess?.id;
    expect(asked(transport, 'topic_obstacle')).toEqual([{ id: 'top_2', focusProcessId }]);
    expect(
      screen.getByRole('link', { name: /obstacles of the storyboard/ }).getAttribute('href'),
    ).toBe(`#/team/team_1/storyboard/${focusProcessId}`);
    expect(listed()[0]).toBe('1 Approval waits an obstacle 4 votes');
  });

  it('asks where obstacles go where the session has no process yet', async () => {
    render(Discuss, props(discussed('top_2', {}, { focusProcess: null })));
    await userEvent.setup().keyboard('o');
    expect(asked(transport, 'topic_obstacle')).toEqual([]);
    const choice = await screen.findByRole('combobox', {
      name: 'Obstacles and the next step go to',
    });
    await within(choice).findByRole('option', { name: 'Checkout' });
    await userEvent.selectOptions(choice, 'Checkout');
    expect(asked(transport, 'retrospective_edit')).toMatchObject([
      { id: 'ret_1', fields: { focusProcessId: 'fp_9' } },
    ]);
  });

  it('tags waste and mismatch beside earlier tags, and says whose it is to change', async () => {
    render(Discuss, props(discussed('top_2', { wastes: ['waiting'], mismatches: ['capacity'] })));
    const user = userEvent.setup();
    await user.keyboard('w');
    await user.click(screen.getByRole('checkbox', { name: /^Process/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Waiting' }));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('radio', { name: 'Outside our reach' }));
    expect(asked(transport, 'topic_edit')).toMatchObject([
      { id: 'top_2', fields: { mismatches: ['capacity', 'process'] } },
      { id: 'top_2', fields: { wastes: [] } },
      { id: 'top_2', fields: { reach: 'outside' } },
    ]);
  });

  it('shows what was said before in these words, what came of it and what it taught', async () => {
    const view = discussed('top_2');
    const none = {
      retrospectiveId: null,
      on: null,
      topic: null,
      obstacle: null,
      experimentId: null,
      learned: null,
    };
    const [, topic] = view.topics;
    if (topic) {
      topic.discussedMinutes = 7;
      topic.before = [
        {
          ...none,
          retrospectiveId: 'ret_0',
          title: 'Release 2026.1',
          on: '2026-01-29',
          topic: 'Approval is slow',
          obstacle: 'parked',
          learned: 'The deputy may approve, too.',
        },
        { ...none, title: 'Ask on Tuesdays', on: '2026-02-03', learned: 'Tuesdays are free.' },
      ];
    }
    const { container } = render(Discuss, props(view));
    const before = screen.getByRole('region', { name: 'We discussed this before' });
    const link = within(before).getByRole('link', { name: 'Approval is slow' });
    expect(link.getAttribute('href')).toBe('#/retrospective/ret_0');
    const said = within(before)
      .getAllByRole('listitem')
      .map((item) => item.textContent.replace(/\s+/g, ' ').trim());
    expect(said).toEqual([
      `Approval is slow Release 2026.1, ${formatDay('2026-01-29')}, the obstacle is parked ` +
        `Learned: The deputy may approve, too.`,
      `Ask on Tuesdays a step, ${formatDay('2026-02-03')} Learned: Tuesdays are free.`,
    ]);
    expect(listed()[0]).toBe('1 Approval waits 7 min 4 votes');
    expect(await breaches(container)).toEqual([]);
  });
});
