import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Storyboard } from '$lib/api/bindings';
import { connect } from '$lib/api/client';
import type { MemoryTransport } from '$lib/api/transport.memory';
import { listenForKeys } from '$lib/commands/keymap';
import { announce } from '$lib/data/hub';
import { app } from '$lib/state/app.svelte';
import { session } from '$lib/state/session.svelte';
import { memoryBoard } from '../../testing/memory-board';
import { emptyBoard, sellerPortal } from '../../testing/seller-portal';
import StoryboardView from './StoryboardView.svelte';

const written = { id: 'new', op: 'op_2', seq: 11, merged: [], open: [] };
const route = { view: 'storyboard', teamId: 'team_1', processId: null } as const;
let stops: (() => void)[] = [];
let transport: MemoryTransport;

async function show(board: Storyboard) {
  transport = memoryBoard(board);
  connect(transport);
  stops = [session.start(), listenForKeys(window)];
  await app.load();
  await session.open('/share/operations.kata');
  const rendered = render(StoryboardView, { route });
  await screen.findByRole('region', { name: 'Storyboard of Seller Portal' });
  return rendered;
}
const calls = (name: string) =>
  transport.calls.filter((one) => one.name === name).map(({ params }) => params);

beforeEach(() => {
  app.data = null;
});
afterEach(() => stops.forEach((stop) => stop()));

describe('the storyboard', () => {
  it('has no violations axe can find', async () => {
    const { container } = await show(sellerPortal);
    // The colours are measured over the token table; happy-dom has no layout.
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it('shows target, numbers, obstacles and steps from one answer', async () => {
    await show(sellerPortal);
    expect(screen.getByText('Target condition 1')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Edit Outcome metric: < 2 calls/ })).toBeTruthy();
    const lot = screen.getByRole('list', { name: 'Obstacles parking lot' });
    expect(within(lot).getByText('Addressing now')).toBeTruthy();
    expect(
      await screen.findByRole('img', { name: 'Before 5, expected 2, actual 3, gap +1' }),
    ).toBeTruthy();
    expect(screen.getByRole('img', { name: /8 values from 7/ })).toBeTruthy();
  });

  it('writes a changed field with what it was based on', async () => {
    const user = userEvent.setup();
    await show(sellerPortal);
    transport.answer('challenge_edit', () => written);
    await user.click(screen.getByRole('button', { name: /^Edit Challenge/ }));
    await user.keyboard(' Soon.{Control>}{Enter}{/Control}');
    expect(calls('challenge_edit')).toEqual([
      {
        id: 'chl_1',
        fields: { statement: `${sellerPortal.challenge?.statement} Soon.` },
        basedOn: { statement: ['op_1'] },
      },
    ]);
  });

  it('addresses an obstacle by key, and shows it at once', async () => {
    const user = userEvent.setup();
    await show(sellerPortal);
    transport.answer('obstacle_address', () => written);
    const row = screen.getByRole('button', { name: /Edit Obstacle: One call in six/ });
    row.focus();
    await user.keyboard('a');
    expect(calls('obstacle_address')).toEqual([{ id: 'obs_3' }]);
    // Foretold at once, before the view is read again.
    const now = screen.getByText('Addressing now').closest('li');
    expect(now?.textContent).toContain('One call in six');
  });

  it('takes what others wrote without touching what is being typed', async () => {
    const user = userEvent.setup();
    await show(sellerPortal);
    await user.click(screen.getByRole('button', { name: /Edit Obstacle: One call in six/ }));
    const box = screen.getByRole('textbox', { name: 'Obstacle' });
    await user.type(box, ' Or two.');
    const changed = structuredClone(sellerPortal);
    changed.asOfSeq = 12;
    for (const { obstacle } of changed.obstacles) {
      if (obstacle.id === 'obs_3')
        Object.assign(obstacle, {
          text: 'Other words.',
          meta: { ...obstacle.meta, heads: { text: ['op_9'] } },
        });
      if (obstacle.id === 'obs_2') obstacle.text = 'Four sellers call about invoices.';
    }
    transport.answer('storyboard_get', () => changed);
    announce([{ entity: 'obstacle', teamId: sellerPortal.team.id }]);
    await screen.findByText('Four sellers call about invoices.');
    expect((box as HTMLTextAreaElement).value).toBe(
      'One call in six is logged without a reason. Or two.',
    );
    expect(screen.getByText(/Ana Petrov changed this field/)).toBeTruthy();
  });

  it('plans the next step with N', async () => {
    const user = userEvent.setup();
    await show(sellerPortal);
    transport.answer('experiment_create', () => ({ ...written, id: 'exp_7' }));
    await user.keyboard('n');
    await vi.waitFor(() =>
      expect(calls('experiment_create')).toEqual([{ focusProcessId: 'fp_1' }]),
    );
  });
});

describe('a current condition with a chart', () => {
  const measured: Storyboard = { ...sellerPortal, currentCondition: null };

  it('still asks for the operating pattern', async () => {
    const user = userEvent.setup();
    await show(measured);
    const cell = screen.getByRole('region', { name: 'Current condition' });
    await user.click(within(cell).getByRole('button', { name: /How does the process run today/ }));
    expect(await screen.findByRole('dialog', { name: 'Current condition' })).toBeTruthy();
  });

  it('names the metric that it takes from the target condition', async () => {
    const user = userEvent.setup();
    await show(measured);
    await user.click(
      screen.getByRole('button', { name: /^More about the current condition|current condition$/ }),
    );
    const outcome = within(await screen.findByRole('dialog')).getByRole('combobox', {
      name: /^Outcome/,
    });
    expect((outcome as HTMLSelectElement).selectedOptions[0]?.text).toMatch(
      /, as in the target condition$/,
    );
  });
});

describe('an empty storyboard', () => {
  it('shows where to begin, in order, and what waits', async () => {
    await show(emptyBoard);
    const prompts = screen
      .getAllByRole('button')
      .map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '');
    const numbers = prompts.map((text) => /^[1-5] /.exec(text)?.[0].trim()).filter(Boolean);
    expect([...numbers].sort()).toEqual(['1', '1', '2', '3', '4', '5']);
    expect(screen.getAllByTitle('Name the focus process first.')).toHaveLength(4);
  });

  it('says what comes first where a prompt is pressed too early', async () => {
    const user = userEvent.setup();
    await show(emptyBoard);
    await user.click(screen.getByRole('button', { name: /^2 / }));
    expect(screen.getByText('Name the focus process first.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('makes the focus process with its first field', async () => {
    const user = userEvent.setup();
    await show(emptyBoard);
    transport.answer('focus_process_create', () => written);
    await user.click(screen.getByRole('button', { name: /Which one process/ }));
    await user.keyboard('Answering questions{Enter}');
    expect(calls('focus_process_create')).toEqual([
      { teamId: 'team_1', fields: { name: 'Answering questions' } },
    ]);
  });

  it('has no violations axe can find', async () => {
    const { container } = await show(emptyBoard);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
