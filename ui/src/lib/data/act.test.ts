import { beforeEach, expect, it } from 'vitest';
import { connect } from '../api/client';
import { MemoryTransport } from '../api/transport.memory';
import { toasts } from '../state/toasts.svelte';
import { undo } from './act';

const undone = (skipped: { kind: string; code: string }[]) =>
  connect(new MemoryTransport().answer('undo', () => ({ kind: 'team_edit', seq: 9, skipped })));

beforeEach(() => toasts.list.forEach(({ id }) => toasts.close(id)));

it('says what was undone', async () => {
  undone([]);
  await undo();
  expect(toasts.list.map(({ text }) => text)).toEqual(['Undone: Team changed']);
});

it('says how many newer changes it went past, and why', async () => {
  undone([
    { kind: 'obstacle_edit', code: 'undo_overtaken' },
    { kind: 'obstacle_edit', code: 'undo_overtaken' },
  ]);
  await undo();
  expect(toasts.list[0]?.text).toMatch(
    /^Undone: Team changed\. It went past \D*2\D* newer changes of yours/,
  );
});
