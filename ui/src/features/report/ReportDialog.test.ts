import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { connect } from '$lib/api/client';
import { session } from '$lib/state/session.svelte';
import { toasts } from '$lib/state/toasts.svelte';
import { memoryBoard } from '../../testing/memory-board';
import { sellerPortal } from '../../testing/seller-portal';
import ReportDialog from './ReportDialog.svelte';

interface Save {
  command: string;
  name: string;
  made: {
    request: {
      teamId: string;
      from: string | null;
      to: string | null;
      format: string;
      job: string;
    };
  };
}

function open() {
  const asked: Save[] = [];
  const ended: unknown[] = [];
  let answer: (made: { path: string }) => void = () => undefined;
  const transport = memoryBoard(sellerPortal)
    .answer('window_save_made', (request) => {
      asked.push(request as Save);
      return new Promise((resolve) => (answer = resolve));
    })
    .answer('job_cancel', (request) => {
      ended.push(request);
      return {};
    });
  connect(transport);
  session.start();
  render(ReportDialog, { open: true, teamId: 'team_1', team: 'Seller Portal' });
  return {
    asked,
    ended,
    transport,
    user: userEvent.setup(),
    saved: () => answer({ path: '/home/ana/Seller Portal.md' }),
  };
}

describe('the dialog of a report', () => {
  it('asks for a period and a kind of file, and closes when it is saved', async () => {
    const { asked, user, saved } = open();
    await user.type(screen.getByLabelText('Steps from'), '2026-01-05');
    await user.click(screen.getByLabelText('Markdown'));
    await user.click(screen.getByRole('button', { name: 'Save the report' }));
    expect(asked[0]?.made.request).toMatchObject({
      teamId: 'team_1',
      from: '2026-01-05',
      to: null,
      format: 'md',
    });
    expect(asked[0]?.name).toMatch(/^Seller Portal \d{4}-\d\d-\d\d\.md$/);
    saved();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(toasts.list.map(({ text }) => text)).toEqual([
      'Report saved: /home/ana/Seller Portal.md',
    ]);
  });

  it('asks for no period where a form goes on paper', async () => {
    const { asked, user } = open();
    await user.click(screen.getByLabelText('Record, A4'));
    expect(screen.queryByLabelText('Steps from')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save the report' }));
    expect(asked[0]?.made.request).toMatchObject({ teamId: 'team_1', form: 'record' });
    expect(asked[0]?.name).toMatch(/^Seller Portal \d{4}-\d\d-\d\d record\.pdf$/);
  });

  it('says what is wrong with the period before anything is made', async () => {
    const { asked, user } = open();
    await user.type(screen.getByLabelText('Steps from'), '2026-03-05');
    await user.type(screen.getByLabelText('Until'), '2026-03-04');
    await user.click(screen.getByRole('button', { name: 'Save the report' }));
    expect(screen.getByRole('status').textContent).toBe('The period ends before it begins.');
    expect(asked).toEqual([]);
  });

  it('shows how far the work is, and ends it', async () => {
    const { asked, ended, transport, user } = open();
    await user.click(screen.getByRole('button', { name: 'Save the report' }));
    const job = asked[0]?.made.request.job ?? '';
    transport.push({ kind: 'progress', job, done: 3, of: 12 });
    const bar = screen.getByRole('progressbar');
    await waitFor(() => expect(bar.getAttribute('value')).toBe('3'));
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(ended).toEqual([{ job }]);
  });
});
