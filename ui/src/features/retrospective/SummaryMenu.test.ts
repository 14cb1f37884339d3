import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import { today } from '$lib/i18n/format';
import { retrospective } from '../../testing/retrospective';
import { asked } from '../../testing/view-setup';
import SummaryMenu from './SummaryMenu.svelte';

let transport: MemoryTransport;

beforeEach(() => {
  transport = new MemoryTransport()
    .answer('report_get', () => ({
      name: 'a.md',
      mediaType: 'text/markdown',
      text: '# Release',
      data: null,
    }))
    .answer('window_save_made', () => ({ path: 'a.md' }));
  connect(transport);
});

async function choose(name: string) {
  const user = userEvent.setup();
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  render(SummaryMenu, { view: retrospective({}, {}) });
  await user.click(screen.getByRole('button', { name: 'Summary of this session' }));
  await user.click(screen.getByRole('menuitem', { name }));
  return copied;
}

it.each([
  ['Save as PDF', 'pdf'],
  ['Save as HTML', 'html'],
  ['Save as Markdown', 'md'],
])('%s asks for the summary of this session', async (name, format) => {
  await choose(name);
  const request = { retrospectiveId: 'ret_1', on: today(), format };
  expect(asked(transport, 'window_save_made')).toEqual([
    expect.objectContaining({
      made: { kind: 'report', request },
      name: `Release 2026.2 ${today()}.${format}`,
    }),
  ]);
});

it('copies the Markdown and saves no file', async () => {
  const copied = await choose('Copy as Markdown');
  expect(copied).toHaveBeenCalledWith('# Release');
  expect(asked(transport, 'window_save_made')).toEqual([]);
  expect(asked(transport, 'report_get')).toHaveLength(1);
});
