import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RetrospectiveView } from '$lib/api/bindings';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import { listenForKeys } from '$lib/commands/keymap';
import * as sample from '../../../testing/retrospective';
import { asked, breaches } from '../../../testing/view-setup';
import OwnVotes from '../topics/OwnVotes.svelte';
import Topics from './Topics.svelte';

const written = { id: 'top_1', op: 'op_2', seq: 10, merged: [], open: [] };
const NOTES = ['Approval waits', 'Board on Thursdays', 'Label is late', 'Dry run'];
let transport: MemoryTransport;
/** One's own votes, by topic. */
let placed: Record<string, number>;
let deaf: () => void;

beforeEach(() => {
  placed = {};
  const votes = () => Object.entries(placed).map(([topicId, count]) => ({ topicId, count }));
  transport = new MemoryTransport()
    .answer('held_get', () => sample.held({ votes: votes() }))
    .answer('vote_set', ({ topicId, count }: { topicId: string; count: number }) => {
      placed[topicId] = count;
      return {};
    })
    .answer('retro_notes_group', () => written)
    .answer('topic_create', () => written)
    .answer('topic_edit', () => written)
    .answer('topic_merge', () => written)
    .answer('topic_move', () => written)
    .answer('topic_remove', () => written)
    .answer('retrospective_edit', () => written)
    .answer('draft_put', () => ({}))
    .answer('draft_drop', () => ({}));
  connect(transport);
  deaf = listenForKeys(window);
});
afterEach(() => deaf());

/** Notes with the number of the topic each is in; 0 for none. */
function wall(
  topics: number,
  places: number[],
  more: Partial<RetrospectiveView> = {},
): RetrospectiveView {
  const notes = places.map((at, i) => ({
    ...sample.note(`not_${i}`, 'in_the_way', NOTES[i] ?? `Note ${i}`),
    topicId: at > 0 ? `top_${at}` : null,
  }));
  const of = (at: number) =>
    notes.filter(({ topicId }) => topicId === `top_${at}`).map(({ note }) => note.id);
  return sample.retrospective(
    { notesRevealedAt: 1 },
    {
      phasesNow: ['group'],
      notes,
      topics: Array.from({ length: topics }, (_, i) =>
        sample.topic(i + 1, `Topic ${i + 1}`, of(i + 1)),
      ),
      ...more,
    },
  );
}
const props = (view: RetrospectiveView, leads = true) => ({
  view,
  seat: 'par_1',
  leads,
  shared: false,
});
const note = (text: string) => screen.getByRole('button', { name: new RegExp(`^${text}`) });
const grouped = () => asked(transport, 'retro_notes_group');

describe('grouping', () => {
  it('moves a note to a topic by its number, and takes it out, by keys alone', async () => {
    const { container } = render(Topics, props(wall(2, [1, 0])));
    const user = userEvent.setup();
    note('Approval waits').focus();
    await user.keyboard('m');
    const menu = screen.getByRole('menu', { name: 'Move “Approval waits” to' });
    expect(within(menu).queryByText('Topic 1')).toBeNull();
    await user.keyboard('2');
    note('Approval waits').focus();
    await user.keyboard('mu');
    expect(grouped()).toEqual([
      { noteIds: ['not_0'], topicId: 'top_2' },
      { noteIds: ['not_0'], topicId: null },
    ]);
    expect(await breaches(container)).toEqual([]);
  });

  it('shows at the topic where Enter would move a note to', async () => {
    render(Topics, props(wall(2, [0])));
    const user = userEvent.setup();
    await user.click(note('Approval waits'));
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Topic 1'));
    await user.keyboard('{ArrowDown}');
    const second = screen.getByRole('region', { name: 'Topic 2: Topic 2' });
    expect(within(second).getByText('Enter moves it here')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(grouped()).toEqual([{ noteIds: ['not_0'], topicId: 'top_2' }]);
  });

  it('splits a topic: chosen notes of it become a new one', async () => {
    render(Topics, props(wall(1, [1, 1, 1])));
    const user = userEvent.setup();
    note('Approval waits').focus();
    await user.keyboard(' ');
    note('Label is late').focus();
    await user.keyboard(' ');
    expect(screen.getByText('2 notes chosen', { selector: 'b' })).toBeTruthy();
    await user.keyboard('n');
    expect(asked(transport, 'topic_create')).toEqual([
      { retrospectiveId: 'ret_1', noteIds: ['not_0', 'not_2'], title: '' },
    ]);
    await waitFor(() => expect(screen.queryByText(/chosen/, { selector: 'b' })).toBeNull());
  });

  it('chooses with Ctrl and a click, asks for no place, and moves all in one write', async () => {
    render(Topics, props(wall(2, [0, 0, 1])));
    const user = userEvent.setup();
    await user.keyboard('{Control>}');
    await user.click(note('Approval waits'));
    await user.click(note('Board on Thursdays'));
    await user.keyboard('{/Control}');
    expect(screen.queryByRole('menu')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Move' }));
    await user.click(screen.getByRole('menuitem', { name: /Topic 2/ }));
    expect(grouped()).toEqual([{ noteIds: ['not_0', 'not_1'], topicId: 'top_2' }]);
  });

  it('puts a choice aside by Escape before anything else hears it', async () => {
    render(Topics, props(wall(1, [0, 0])));
    const user = userEvent.setup();
    note('Approval waits').focus();
    await user.keyboard(' ');
    expect(note('Approval waits').getAttribute('aria-pressed')).toBe('true');
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(escape);
    await waitFor(() => expect(note('Approval waits').getAttribute('aria-pressed')).toBe('false'));
    expect(escape.defaultPrevented).toBe(true);
  });

  it('leaves out of a choice what somebody took back meanwhile', async () => {
    const { rerender } = render(Topics, props(wall(1, [0, 0])));
    const user = userEvent.setup();
    note('Approval waits').focus();
    await user.keyboard(' ');
    note('Board on Thursdays').focus();
    await user.keyboard(' ');
    await rerender(props(wall(1, [0])));
    expect(screen.getByText('1 note chosen', { selector: 'b' })).toBeTruthy();
  });

  it('takes what is dragged to where it is dropped, all chosen notes with it', async () => {
    render(Topics, props(wall(2, [0, 0, 1])));
    const user = userEvent.setup();
    note('Approval waits').focus();
    await user.keyboard(' ');
    note('Board on Thursdays').focus();
    await user.keyboard(' ');
    await fireEvent.dragStart(note('Board on Thursdays'));
    await fireEvent.drop(screen.getByRole('region', { name: 'Topic 2: Topic 2' }));
    expect(grouped()).toEqual([{ noteIds: ['not_0', 'not_1'], topicId: 'top_2' }]);
  });

  it('makes a topic of a note that is dropped on the way to a new one', async () => {
    render(Topics, props(wall(1, [1])));
    await fireEvent.dragStart(note('Approval waits'));
    await fireEvent.drop(screen.getByRole('button', { name: 'New topic' }));
    expect(asked(transport, 'topic_create')).toMatchObject([{ noteIds: ['not_0'] }]);
    expect(grouped()).toEqual([]);
  });

  it('takes nothing that was dragged here from elsewhere', async () => {
    render(Topics, props(wall(1, [0])));
    note('Approval waits').focus();
    await fireEvent.drop(screen.getByRole('region', { name: 'Topic 1: Topic 1' }));
    expect(grouped()).toEqual([]);
  });

  it('keeps the focus with a note that somebody else moved', async () => {
    const { rerender } = render(Topics, props(wall(2, [1, 1])));
    note('Approval waits').focus();
    await rerender(props(wall(2, [2, 1])));
    await waitFor(() => expect(document.activeElement).toBe(note('Approval waits')));
    const second = screen.getByRole('region', { name: 'Topic 2: Topic 2' });
    expect(second.contains(document.activeElement)).toBe(true);
  });

  it('takes the focus from nobody who was elsewhere', async () => {
    const { rerender } = render(Topics, props(wall(2, [1, 1])));
    await waitFor(() => expect(document.activeElement).toBe(note('Approval waits')));
    (document.activeElement as HTMLElement).blur();
    await rerender(props(wall(2, [2, 1])));
    expect(document.activeElement).toBe(document.body);
  });

  it('makes a topic of the note with the focus, or one without a note, to be named', async () => {
    const { rerender } = render(Topics, props(wall(0, [0, 0])));
    const user = userEvent.setup();
    note('Board on Thursdays').focus();
    await user.keyboard('n');
    await rerender(props(wall(0, [])));
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('n');
    expect(asked(transport, 'topic_create')).toEqual([
      { retrospectiveId: 'ret_1', noteIds: ['not_1'], title: '' },
      { retrospectiveId: 'ret_1', noteIds: [], title: 'New topic' },
    ]);
  });

  it('takes the name of a new topic by what is typed, and goes on with what is left', async () => {
    const { rerender } = render(Topics, props(wall(0, [0, 0])));
    const user = userEvent.setup();
    note('Approval waits').focus();
    await user.keyboard('n');
    await rerender(props(wall(1, [1, 0])));
    const name = await screen.findByRole<HTMLInputElement>('textbox', {
      name: 'Title of the topic',
    });
    await waitFor(() => expect(name.selectionEnd).toBe('Topic 1'.length));
    await user.keyboard('Approval{Enter}');
    expect(asked(transport, 'topic_edit')).toMatchObject([
      { id: 'top_1', fields: { title: 'Approval' } },
    ]);
    await waitFor(() => expect(document.activeElement).toBe(note('Board on Thursdays')));
  });

  it('gives a topic another name by F2 from any of its notes', async () => {
    render(Topics, props(wall(1, [1])));
    const user = userEvent.setup();
    note('Approval waits').focus();
    await user.keyboard('{F2}');
    expect(await screen.findByRole('textbox', { name: 'Title of the topic' })).toBe(
      document.activeElement,
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(note('Approval waits')));
  });

  it('goes on in the next row where an arrow comes to the end of one', async () => {
    render(Topics, props(wall(0, [0, 0])));
    note('Approval waits').focus();
    // No layout here: no note lies beside another one.
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(note('Board on Thursdays'));
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(note('Approval waits'));
  });

  it('makes a topic of what is chosen, wherever the arrows are', async () => {
    render(Topics, props(wall(0, [0, 0, 0])));
    const user = userEvent.setup();
    note('Approval waits').focus();
    await user.keyboard(' ');
    note('Label is late').focus();
    await user.keyboard('n');
    expect(asked(transport, 'topic_create')).toMatchObject([{ noteIds: ['not_0'] }]);
  });

  it('puts a topic into another, moves it, and removes only an empty one', async () => {
    render(Topics, props(wall(3, [1, 2])));
    const user = userEvent.setup();
    const choose = async (topic: string, item: string) => {
      await user.click(screen.getByRole('button', { name: `More for ${topic}` }));
      await user.click(screen.getByRole('menuitem', { name: item }));
    };
    await choose('Topic 2', 'Put into “Topic 1”');
    await choose('Topic 2', 'Move earlier');
    await choose('Topic 2', 'Move later');
    await choose('Topic 3', 'Remove this topic');
    expect(asked(transport, 'topic_merge')).toEqual([{ id: 'top_2', into: 'top_1' }]);
    expect(asked(transport, 'topic_move')).toEqual([
      { id: 'top_2', after: null },
      { id: 'top_2', after: 'top_3' },
    ]);
    expect(asked(transport, 'topic_remove')).toEqual([{ id: 'top_3' }]);
    await user.click(screen.getByRole('button', { name: 'More for Topic 2' }));
    expect(screen.queryByRole('menuitem', { name: 'Remove this topic' })).toBeNull();
  });

  it('makes a topic of a suggestion only when somebody says so', async () => {
    render(
      Topics,
      props(
        wall(0, [0, 0, 0], {
          suggestedGroups: [
            ['not_0', 'not_1'],
            ['not_1', 'not_2'],
          ],
        }),
      ),
    );
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Not these' }));
    expect(asked(transport, 'topic_create')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Make a topic of them' }));
    expect(asked(transport, 'topic_create')).toMatchObject([{ noteIds: ['not_1', 'not_2'] }]);
  });
});

describe('voting', () => {
  const voting = { phasesNow: ['group', 'vote'] as RetrospectiveView['phasesNow'] };
  const sets = () => asked(transport, 'vote_set');

  it('counts a key that is pressed twice twice, and stops at limit and budget', async () => {
    const { container } = render(Topics, props(wall(2, [1, 2], voting)));
    const user = userEvent.setup();
    await screen.findByText('0 of 3 placed');
    note('Approval waits').focus();
    await user.keyboard('+++');
    await screen.findByText('2 of 3 placed');
    note('Board on Thursdays').focus();
    await user.keyboard('++');
    await screen.findByText('3 of 3 placed');
    expect(placed).toEqual({ top_1: 2, top_2: 1 });
    await user.keyboard('-');
    await screen.findByText('2 of 3 placed');
    expect(sets().at(-1)).toEqual({ participantId: 'par_1', topicId: 'top_2', count: 0 });
    expect(await breaches(container)).toEqual([]);
  });

  it('goes back to the limit where topics that became one have more together', async () => {
    placed = { top_1: 3 };
    render(Topics, props(wall(1, [1], voting)));
    await screen.findByText('3 of 3 placed');
    await userEvent.click(screen.getByRole('button', { name: 'Take a vote back from Topic 1' }));
    await screen.findByText('2 of 3 placed');
    expect(placed).toEqual({ top_1: 2 });
  });

  it('takes no votes where one came in first at another computer, and says so', async () => {
    transport.answer('held_get', () => sample.held({ countsHere: false }));
    render(Topics, props(wall(1, [1], voting)));
    await screen.findByText(/^You came in at another computer first/);
    note('Approval waits').focus();
    await userEvent.keyboard('+');
    expect(screen.queryByRole('button', { name: /^Vote for/ })).toBeNull();
    expect(screen.queryByText(/placed/)).toBeNull();
    expect(sets()).toEqual([]);
  });

  it('takes the same keys on the sheet of one person, and begins at the first topic', async () => {
    render(OwnVotes, { view: wall(2, [1, 2], voting), seat: 'par_1' });
    const first = await screen.findByRole('button', { name: 'Vote for Topic 1' });
    await waitFor(() => expect(document.activeElement).toBe(first));
    await userEvent.keyboard('++-');
    await screen.findByText('1 of 3 placed');
    expect(placed).toEqual({ top_1: 1 });
    await userEvent.keyboard('{ArrowDown}+{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Vote for Topic 2' }));
    await screen.findByText('2 of 3 placed');
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(first);
    expect(placed).toEqual({ top_1: 1, top_2: 1 });
  });

  it('shows nobody else’s votes, and one’s own only at one’s own computer', async () => {
    placed = { top_1: 2 };
    const view = wall(1, [1], voting);
    const { rerender } = render(Topics, { ...props(view), shared: true });
    await rerender({ ...props(view), seat: null as unknown as string });
    expect(screen.queryByText(/placed/)).toBeNull();
    expect(screen.queryByRole('group', { name: 'Votes on Topic 1' })).toBeNull();
    expect(asked(transport, 'held_get')).toEqual([]);
  });

  it('lets whoever leads change the budget until votes are shown', async () => {
    const view = wall(1, [1], voting);
    const { rerender } = render(Topics, props(view));
    const user = userEvent.setup();
    await user.click(
      screen.getByRole('button', { name: '3 votes each (suggested). At most 2 on one topic.' }),
    );
    const field = screen.getByRole('group', { name: 'Votes each' });
    await user.click(within(field).getByText('As many as the topics suggest'));
    await user.keyboard('5{Enter}');
    expect(asked(transport, 'retrospective_edit')).toMatchObject([
      { id: 'ret_1', fields: { voteBudget: 5 } },
    ]);
    await rerender(props(view, false));
    expect(screen.queryByRole('button', { name: /votes each/ })).toBeNull();
    await rerender(props({ ...view, votes: { ...view.votes, hidden: false } }));
    expect(screen.queryByRole('button', { name: /votes each/ })).toBeNull();
  });
});
