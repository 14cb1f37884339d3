import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { sellerPortal, sellerPortalLine } from '../../testing/seller-portal';
import { breaches, core, show } from '../../testing/view-setup';

const [addressed] = sellerPortal.obstacles;
if (!addressed) throw new Error('the sample has obstacles');
const { obstacle } = addressed;
const steps = sellerPortal.steps
  .filter(({ experiment }) => experiment.obstacleId === obstacle.id)
  .reverse();

async function details(shown = steps) {
  const transport = core({ board: { teams: [sellerPortalLine] } })
    .answer('storyboard_get', () => sellerPortal)
    .answer('obstacle_hints', () => ({ asOfSeq: 9, hints: [] }))
    .answer('obstacle_get', () => ({ asOfSeq: 9, obstacle, addressing: true, steps: shown }));
  await show(transport, '#/team/team_1/storyboard');
  const lot = await screen.findByRole('list', { name: 'Obstacles parking lot' });
  lot.querySelector<HTMLElement>('.show')?.focus();
  await userEvent.keyboard('d');
  return screen.findByRole('dialog', { name: 'Obstacle' });
}

describe('the details of an obstacle', () => {
  it('open by a key and tell what was tried against it, newest first', async () => {
    const dialog = await details();
    const list = await within(dialog).findByRole('list', { name: 'Steps against it' });
    const links = within(list).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href')?.includes('experiments'))).toEqual(
      steps.map(() => true),
    );
    expect(steps.length).toBeGreaterThan(0);
    expect(list.textContent).toContain(steps[0]?.experiment.step.slice(0, 20));
    expect(await breaches(dialog)).toEqual([]);
  });

  it('say so where nothing was tried', async () => {
    const dialog = await details([]);
    expect(await within(dialog).findByText('No step was taken against it yet.')).toBeTruthy();
  });
});
