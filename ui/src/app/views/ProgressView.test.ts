import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { noProgress, serveProgress, toilProgress } from '../../testing/progress';
import { asked, breaches, core, show } from '../../testing/view-setup';

const ADDRESS = '#/team/tea_seller/progress/fp_questions';
const written = { id: 'bas_1', op: 'op_9', seq: 10, merged: [], open: [] };
const picture = () => screen.findByRole('img', { name: /^Weekly toil per engineer, 23 values/ });

async function open(progress = toilProgress) {
  const transport = serveProgress(core(), progress);
  const shown = await show(transport, ADDRESS);
  await screen.findByRole('region', { name: 'Progress of Platform On-call' });
  return { transport, ...shown };
}

describe('progress on a target condition', () => {
  it('has no violations axe can find, as a picture and as a table', async () => {
    const { container } = await open();
    expect(await breaches(container)).toEqual([]);
    await userEvent.keyboard('t');
    await screen.findByRole('table', { name: 'Weekly toil per engineer, value by value' });
    expect(await breaches(container)).toEqual([]);
  });

  it('says in figures and in words where the process stands', async () => {
    await open();
    const head = screen.getByRole('region', { name: 'Target condition 2' });
    for (const figure of ['16 h', '11.5 h', '≤ 10 h', '75 %', '15 days left'])
      expect(
        within(head).getByText(
          (_, one) => one?.tagName === 'DD' && one.textContent?.trim() === figure,
        ),
      ).toBeTruthy();
    expect(screen.getByText('The process has changed, in the good direction.')).toBeTruthy();
    expect((await picture()).getAttribute('aria-label')).toContain('The process has changed');
    expect(screen.getByText(/Right direction in 9 of 11/)).toBeTruthy();
    expect(screen.getByText('median 7')).toBeTruthy();
    expect(screen.getByText('we are here')).toBeTruthy();
  });

  it('is walked by keys, value by value and signal by signal', async () => {
    const user = userEvent.setup();
    await open();
    (await picture()).focus();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByText(/^11\.5 h on .*, value 23 of 23; signal: eight or more/)).toBeTruthy();
    expect(await screen.findByText('measured by Ana Petrov')).toBeTruthy();
    await user.keyboard('{Home}{ArrowRight}');
    expect(screen.getByText(/^15 h on .*, value 2 of 23$/)).toBeTruthy();
    await user.keyboard('s');
    expect(
      screen.getByText(/^11\.8 h on .*, value 22 of 23; signal: .*step 7 started/),
    ).toBeTruthy();
  });

  it('shows the same as a table, with what each step showed', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: /^Table/ }));
    const steps = screen.getByRole('table', { name: 'Steps judged by Weekly toil per engineer' });
    expect(
      within(steps).getByRole('row', {
        name: /^7 .* 11 11\.8 \+0\.8 signal below, beyond the limits$/,
      }),
    ).toBeTruthy();
    const values = screen.getByRole('table', { name: 'Weekly toil per engineer, value by value' });
    expect(within(values).getAllByRole('row')).toHaveLength(24);
  });

  it('sets the baseline anew with its reason, and not without', async () => {
    const user = userEvent.setup();
    const { transport } = await open();
    transport.answer('baseline_window_create', () => written);
    await user.click(screen.getByRole('button', { name: 'More for Weekly toil per engineer' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Set the baseline anew' }));
    const dialog = await screen.findByRole('dialog', { name: 'Set the baseline anew' });
    expect(within(dialog).getByText(/^15 values lie in these days/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Set the baseline' }));
    expect(within(dialog).getByText(/^Write why/)).toBeTruthy();
    expect(asked(transport, 'baseline_window_create')).toEqual([]);
    await user.type(within(dialog).getByLabelText('Why these days'), 'The rota is new.');
    await user.click(within(dialog).getByRole('button', { name: 'Set the baseline' }));
    await vi.waitFor(() =>
      expect(asked(transport, 'baseline_window_create')).toEqual([
        {
          metricId: 'met_toil',
          fromOn: '2025-10-03',
          toOn: '2026-01-09',
          reason: 'The rota is new.',
        },
      ]),
    );
  });

  it('says which window holds and why, and goes back to the one before', async () => {
    const user = userEvent.setup();
    const meta = { createdAt: 0, createdBy: null, updatedAt: 0, updatedBy: null, returned: false };
    const decision = {
      id: 'bas_1',
      metricId: 'met_toil',
      fromOn: '2025-10-03',
      toOn: '2026-01-09',
      reason: 'The rota is new.',
      decidedOn: '2026-01-12',
      meta: { ...meta, heads: {}, open: [] },
    };
    const chart = toilProgress.chart;
    if (!chart?.baseline) throw new Error('the chart has a baseline');
    const decided = { ...chart, earlierSignals: 12, baseline: { ...chart.baseline, decision } };
    const { transport } = await open({ ...toilProgress, chart: decided });
    expect(screen.getByText(/^12 earlier signals are not marked\./)).toBeTruthy();
    transport.answer('baseline_window_remove', () => written);
    await user.click(screen.getByRole('button', { name: 'More for Weekly toil per engineer' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Set the baseline anew' }));
    const dialog = await screen.findByRole('dialog', { name: 'Set the baseline anew' });
    expect(within(dialog).getByText(/as decided on .*: The rota is new\.$/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Take the decision back' }));
    expect(asked(transport, 'baseline_window_remove')).toEqual([{ id: 'bas_1' }]);
  });

  it('shows a guardrail on the large chart when it is chosen', async () => {
    const { transport } = await open();
    await userEvent.click(screen.getByRole('button', { name: /^Pages a night/ }));
    await screen.findByRole('img', { name: /^Pages a night, 23 values/ });
    expect(asked(transport, 'chart_get')).toEqual([
      { metricId: 'met_pages', focusProcessId: 'fp_questions' },
    ]);
  });

  it('searches the whole learning log', async () => {
    const user = userEvent.setup();
    await open();
    await user.click(screen.getByRole('button', { name: 'All 17 entries' }));
    const dialog = await screen.findByRole('dialog', { name: 'Learning log' });
    await user.type(within(dialog).getByLabelText('Search in the learning log'), 'runbook');
    await vi.waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(1));
  });

  it('has all figures of the predictions where there is little height', async () => {
    await open();
    const all = screen.getByRole('button', { name: 'Ranges, confidence and Brier score' });
    expect(all.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(all);
    expect(all.getAttribute('aria-expanded')).toBe('true');
    const words = document.getElementById(all.getAttribute('aria-controls') ?? '');
    expect(words?.textContent).toMatch(/Brier score/);
  });

  it('begins with prompts that lead to where something is set', async () => {
    const { container } = await open(noProgress);
    expect(screen.getByText('10 more until this says something.')).toBeTruthy();
    expect(await breaches(container)).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: /Which target condition do you work toward/ }),
    );
    await vi.waitFor(() => expect(location.hash).toContain('/storyboard'));
  });
});
