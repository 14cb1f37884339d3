import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { ObservationPreview, TeamMetric } from '$lib/api/bindings';
import { runAction } from '$lib/commands/keymap';
import { describe, expect, it, vi } from 'vitest';
import { sellerPortal, sellerPortalLine } from '../../../testing/seller-portal';
import { asked, breaches, core, show } from '../../../testing/view-setup';
import { isColumn } from '$parts/metric/importing.svelte';
import { textOfFile } from './text-of-file';

const now = sellerPortal.metrics[0] as TeamMetric['now'];
const metrics = { asOfSeq: 9, metrics: [{ teamId: 'team_1', teamName: 'Seller Portal', now }] };
const TEXT = 'week;calls\n2026-W07;41,5\n2026-W08;none\n2026-W09;43';

const preview: ObservationPreview = {
  asOfSeq: 9,
  reading: {
    separator: 'semicolon',
    header: true,
    columns: { value: 1, day: 0, note: null, measuredBy: null },
    decimal: 'comma',
    dateOrder: 'day_first',
    lastOn: '2026-03-09',
    everyDays: 7,
  },
  doubts: ['dates'],
  assumedOffset: 120,
  unit: '',
  columns: [
    { name: 'week', samples: ['2026-W07'] },
    { name: 'calls', samples: ['41,5'] },
  ],
  accepted: 2,
  firstOn: '2026-02-09',
  lastOn: '2026-02-23',
  rows: [
    { line: 2, on: '2026-02-09', value: 41.5, valueText: '41,5', measuredBy: '', note: '' },
    { line: 4, on: '2026-02-23', value: 43, valueText: '43', measuredBy: '', note: '' },
  ],
  rejectedCount: 1,
  rejected: [{ line: 3, text: '2026-W08  none', reason: 'not_a_number' }],
  alreadyCount: 1,
  differingCount: 1,
  already: [{ line: 4, on: '2026-02-23', value: 43, old: 40, inText: false }],
};
const imported = { op: 'op_2', seq: 11, added: 2, corrected: 0, skipped: 0, leftOut: 1 };

async function open() {
  const transport = core({ board: { teams: [sellerPortalLine] } })
    .answer('storyboard_get', () => sellerPortal)
    .answer('metrics_get', () => metrics)
    .answer('observation_preview', () => preview)
    .answer('observation_import', () => imported);
  const user = userEvent.setup();
  const { container } = await show(transport, '#/team/team_1/storyboard');
  runAction('import-numbers');
  await user.click(await screen.findByLabelText('Column or table'));
  await user.paste(TEXT);
  await screen.findByRole('table', { name: 'What is read' });
  return { transport, user, container };
}

describe('importing numbers', () => {
  it('shows what is read, and why a line is left out', async () => {
    const { transport, container } = await open();
    expect(asked(transport, 'observation_preview')).toEqual([
      { metricId: now.metric.id, text: TEXT, reading: {} },
    ]);
    const rows = within(screen.getByRole('table', { name: 'What is read' })).getAllByRole('row');
    expect(rows[1]?.textContent).toMatch(/Feb.*2026.*41\.5/);
    expect(screen.getByText(/^2 numbers, .*Feb.* to .*Feb/)).toBeTruthy();
    expect(screen.getByText(/Line 3: this is no number/)).toBeTruthy();
    expect(screen.getByText(/can be read day first or month first/)).toBeTruthy();
    expect(screen.getByText(/without a zone are read as UTC\+2,/)).toBeTruthy();
    expect(await breaches(container)).toEqual([]);
  });

  it('reads it as it is told', async () => {
    const { transport, user } = await open();
    await user.selectOptions(screen.getByLabelText('Dates such as 3/4/2026'), 'month first');
    await user.selectOptions(screen.getByLabelText('Note'), '1: week');
    await waitFor(() => {
      expect(asked(transport, 'observation_preview').at(-1)).toMatchObject({
        reading: { dateOrder: 'month_first', columns: { value: 1, day: 0, note: 0 } },
      });
    });
  });

  it('asks what becomes of a day that has a number, and writes all at once', async () => {
    const { transport, user } = await open();
    expect(screen.getByRole('button', { name: 'Import one number' })).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Correct the old ones' }));
    await user.type(screen.getByLabelText('How they were measured'), 'call log');
    await user.click(screen.getByRole('button', { name: 'Import 2 numbers' }));
    expect(asked(transport, 'observation_import')).toMatchObject([
      {
        metricId: now.metric.id,
        text: TEXT,
        reading: {},
        duplicates: 'replace',
        leaveOut: true,
        how: 'call log',
      },
    ]);
    expect(await screen.findByText('2 numbers imported.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows how far the writing is, and ends it', async () => {
    const { transport, user } = await open();
    transport.answer('observation_import', () => new Promise(() => undefined));
    transport.answer('job_cancel', () => ({}));
    await user.click(screen.getByRole('button', { name: 'Import one number' }));
    const [{ job }] = asked(transport, 'observation_import') as [{ job: string }];
    transport.push({ kind: 'progress', job, done: 200, of: 1000 });
    await waitFor(() => expect(screen.getByRole('progressbar').getAttribute('value')).toBe('200'));
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(asked(transport, 'job_cancel')).toEqual([{ job }]);
  });
});

describe('a text from outside', () => {
  it('is a column where it has more than one cell', () => {
    expect(['41', ' 41.5 h\n', '41\n42', 'a\tb'].map(isColumn)).toEqual([false, false, true, true]);
  });

  it('is read in the encoding it was written in', async () => {
    const bytes = (...codes: number[]) => textOfFile(new Blob([new Uint8Array(codes)]));
    expect(await bytes(0xc3, 0xbc)).toBe('ü');
    expect(await bytes(0xfc, 0x3b, 0x31)).toBe('ü;1');
    expect(await bytes(0xff, 0xfe, 0x34, 0x00)).toBe('4');
  });

  it('keeps the focus where one text makes room for another', async () => {
    const { user } = await open();
    expect(document.activeElement?.textContent).toBe('Pasted text');
    await user.click(screen.getByRole('button', { name: 'Another text' }));
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(screen.getByLabelText('Column or table')),
    );
  });

  it('makes the metric it is imported to with the numbers, called as its column is', async () => {
    let refuse = true;
    const transport = core({ board: { teams: [sellerPortalLine] } })
      .answer('storyboard_get', () => sellerPortal)
      .answer('metrics_get', () => ({ asOfSeq: 9, metrics: [] }))
      .answer('observation_preview', () => ({
        ...preview,
        columns: [
          { name: 'Week', samples: [] },
          { name: 'Lead time (Std)', samples: [] },
        ],
      }))
      .answer('observation_import', () => {
        if (refuse) throw { code: 'busy', params: {}, retryable: true };
        return imported;
      });
    const user = userEvent.setup();
    await show(transport, '#/team/team_1/storyboard');
    runAction('import-numbers');
    expect(
      await screen.findByRole('option', { name: 'Seller Portal: A new metric', selected: true }),
    ).toBeTruthy();
    await user.click(screen.getByLabelText('Column or table'));
    await user.paste(TEXT);
    const name = await screen.findByLabelText<HTMLInputElement>('Name of the metric');
    await waitFor(() => expect(name.value).toBe('Lead time'));
    expect(screen.getByLabelText<HTMLInputElement>('Unit').value).toBe('Std');
    await user.clear(name);
    await user.type(name, 'Time to production');
    const save = () => user.click(screen.getByRole('button', { name: 'Import one number' }));
    await save();
    refuse = false;
    await save();
    const fields = { name: 'Time to production', unit: 'Std', metricKind: 'outcome' };
    const wanted = { newMetric: { teamId: 'team_1', fields } };
    expect(asked(transport, 'observation_import')).toMatchObject([wanted, wanted]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
