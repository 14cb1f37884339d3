import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemberLine } from '$lib/api/bindings';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import { session } from '$lib/state/session.svelte';
import * as sample from '../../testing/retrospective';
import { sellerPortal } from '../../testing/seller-portal';
import { asked, breaches, core } from '../../testing/view-setup';
import AddHere from './AddHere.svelte';
import type { SeatsHere } from './seats.svelte';

const seats: SeatsHere = {
  here: [],
  own: null,
  shared: false,
  known: true,
  refresh: () => Promise.resolve(),
};
let transport: MemoryTransport;

const member = (personId: string, name: string): MemberLine => ({
  membership: {
    id: `mem_${personId}`,
    teamId: 'tea_1',
    personId,
    roles: [],
    meta: sellerPortal.team.meta,
  },
  name,
  roles: [],
});

beforeEach(async () => {
  transport = core().answer('participant_join', () => ({
    id: 'par_9',
    op: 'op_2',
    seq: 10,
    merged: [],
    open: [],
  }));
  connect(transport);
  await session.board.refresh();
});

function adding(onclose = vi.fn()) {
  const view = sample.retrospective(
    {},
    {
      members: [
        member('per_1', 'Mara Lindt'),
        member('per_7', 'Sofia Berg'),
        member('per_8', 'Kenji Mori'),
      ],
    },
  );
  return { onclose, ...render(AddHere, { view, seats, onclose }) };
}

describe('adding people at this computer', () => {
  it('offers whoever of the team is not in the session yet, and the rest at once', async () => {
    const { container, onclose } = adding();
    const offered = screen.getAllByRole('listitem').map((item) => item.textContent?.trim());
    expect(offered).toEqual(['The whole team (2)', 'Sofia Berg', 'Kenji Mori']);
    expect(await breaches(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'The whole team (2)' }));
    expect(asked(transport, 'participant_join')).toEqual([
      { retrospectiveId: 'ret_1', personId: 'per_7' },
      { retrospectiveId: 'ret_1', personId: 'per_8' },
    ]);
    expect(onclose).toHaveBeenCalledOnce();
  });

  it('takes a typed name of somebody known as that person, and another as a guest', async () => {
    adding();
    await userEvent.keyboard('sofia berg{Enter}');
    await userEvent.keyboard('Visiting Vera{Enter}');
    expect(asked(transport, 'participant_join')).toEqual([
      { retrospectiveId: 'ret_1', personId: 'per_7' },
      { retrospectiveId: 'ret_1', name: 'Visiting Vera' },
    ]);
  });

  it('finds by what is typed, and goes by Escape', async () => {
    const { onclose } = adding();
    await userEvent.keyboard('ken');
    expect(screen.getAllByRole('listitem').map((item) => item.textContent?.trim())).toEqual([
      'Kenji Mori',
    ]);
    await userEvent.keyboard('{Escape}');
    expect(onclose).toHaveBeenCalledOnce();
  });
});
