import { render, screen, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import { session } from '$lib/state/session.svelte';
import * as sample from '../../testing/retrospective';
import { asked, breaches } from '../../testing/view-setup';
import { followSession } from './gathering.svelte';
import PeopleList from './PeopleList.svelte';
import type { SeatsHere } from './seats.svelte';
import Reflect from './stage/Reflect.svelte';

const here = (notes: number, personIds: string[] = ['per_1', 'per_2', 'per_3'], id = 'ret_1') => ({
  id,
  notes,
  personIds,
});
const nobodyHere: SeatsHere = {
  here: [],
  own: null,
  shared: false,
  known: true,
  refresh: () => Promise.resolve(),
};
let transport: MemoryTransport;

beforeEach(() => {
  transport = new MemoryTransport()
    .answer('retrospective_follow', () => ({
      peers: [],
      card: null,
      retrospective: null,
      clock: null,
    }))
    .answer('held_get', () => sample.held());
  connect(transport);
});
afterEach(() => (session.retrospective = null));

function reflecting(notesRevealedAt: number | null = null) {
  const view = sample.retrospective({ notesRevealedAt });
  return render(Reflect, { view, seat: null, leads: false, shared: false });
}

describe('notes that are being written', () => {
  it('are counted over all computers while they are hidden', async () => {
    session.retrospective = here(1);
    const { container } = reflecting();
    expect(screen.getByText('1 note so far, on all computers together.')).toBeTruthy();
    session.retrospective = here(14);
    expect(await screen.findByText(/^14 notes so far/)).toBeTruthy();
    expect(await breaches(container)).toEqual([]);
  });

  it.each([
    ['once they are shown', here(3), 1],
    ['where presence is not known', null, null],
    ['from another session', here(3, [], 'ret_2'), null],
  ])('are not counted %s', (_, gathering, revealedAt) => {
    session.retrospective = gathering;
    reflecting(revealedAt);
    expect(screen.queryByText(/being written/)).toBeNull();
  });
});

describe('the people of a session', () => {
  const known = sample
    .retrospective()
    .participants.slice(0, 2)
    .map((line, at) => ({ ...line, ready: at === 1 }));
  const guests = known.slice(1).map((line) => ({
    ...line,
    participant: {
      ...line.participant,
      id: 'par_9',
      personId: null,
      hostId: 'per_2',
      name: 'Guest',
    },
    ready: false,
  }));
  const view = sample.retrospective({}, { participants: [...known, ...guests] });
  const away = () =>
    screen
      .getAllByRole('listitem')
      .filter((line) => within(line).queryByText('Not connected'))
      .map((line) => line.querySelector('[title]')?.getAttribute('title'));

  it('says by word whose app is not there, and a guest goes with whom they sit with', async () => {
    session.retrospective = here(0, ['per_1']);
    const { container } = render(PeopleList, { view, seats: nobodyHere });
    expect(away()).toEqual(['Ana Petrov', 'Guest']);
    expect(screen.queryByText('Ready')).toBeNull();
    session.retrospective = here(0, ['per_1', 'per_2']);
    flushSync();
    expect(screen.getByText('Ready')).toBeTruthy();
    expect(away()).toEqual([]);
    expect(await breaches(container)).toEqual([]);
  });

  it('says it of nobody where presence is not known', () => {
    render(PeopleList, { view, seats: nobodyHere });
    expect(away()).toEqual([]);
  });
});

describe('an app in front of a session', () => {
  it('says so once, says when it is another one, and leaves', () => {
    let id = $state<string | null>('ret_1');
    let seq = $state(1);
    const stop = $effect.root(() => followSession(() => (seq > 0 ? id : null)));
    const told = () => asked(transport, 'retrospective_follow');
    flushSync();
    seq = 2;
    flushSync();
    expect(told()).toEqual([{ id: 'ret_1' }]);
    id = 'ret_2';
    flushSync();
    stop();
    expect(told()).toEqual([{ id: 'ret_1' }, {}, { id: 'ret_2' }, {}]);
  });
});
