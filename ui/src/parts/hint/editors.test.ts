import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HintShown } from '$lib/api/bindings';
import type { MemoryTransport } from '$lib/api/transport.memory';
import { sellerPortal, sellerPortalLine } from '../../testing/seller-portal';
import { asked, breaches, core, show } from '../../testing/view-setup';

const hint = (code: HintShown['hint'], field: string, words: string | null = null): HintShown => ({
  hint: code,
  field,
  good: false,
  words,
  days: null,
  waiver: null,
});
/** As the core does: a word counts as soon as it stands there, saved or not. */
const onObstacle = ({ fields }: { fields: { text?: string } }) => ({
  asOfSeq: 9,
  hints: fields.text?.startsWith('Lack of') ? [hint('missing_solution', 'text', 'Lack of')] : [],
});

describe('hints in the editors of a storyboard', () => {
  let transport: MemoryTransport;
  let container: HTMLElement;

  beforeEach(async () => {
    transport = core({ board: { teams: [sellerPortalLine] } })
      .answer('storyboard_get', () => sellerPortal)
      .answer('challenges_get', () => ({ asOfSeq: 9, above: [], closed: [] }))
      .answer('obstacle_hints', onObstacle)
      .answer('challenge_hints', () => ({
        asOfSeq: 9,
        hints: [hint('no_business_outcome', 'businessOutcomes')],
      }))
      .answer('target_condition_hints', () => ({
        asOfSeq: 9,
        hints: [hint('starts_with_verb', 'operatingPattern', 'Reduce')],
      }))
      .answer('waiver_create', () => ({ id: 'wai_2', op: 'op_2', seq: 11, merged: [], open: [] }));
    ({ container } = await show(transport, '#/team/team_1/storyboard'));
  });
  const button = (name: string) => screen.findByRole('button', { name });

  it('stand beside the target condition as a number, and open with their reasons', async () => {
    await userEvent.click(await button('Hints on the target condition: one hint'));
    const list = await screen.findByRole('list', { name: 'Hints on the target condition' });
    expect(list.textContent).toContain('“Reduce” says what to do.');
    expect(list.textContent).toContain('a list of actions can only be done');
    expect(await breaches(container)).toEqual([]);
  });

  it('are put aside with a note, from the challenge as well', async () => {
    await userEvent.click(await button('More about the challenge'));
    const dialog = await screen.findByRole('dialog', { name: 'Challenge' });
    await userEvent.click(within(dialog).getByRole('button', { name: /^Put aside/ }));
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Why it does not fit here' }),
      'A public service.{Control>}{Enter}{/Control}',
    );
    await vi.waitFor(() =>
      expect(asked(transport, 'waiver_create')).toEqual([
        {
          subject: sellerPortal.challenge?.id,
          hint: 'no_business_outcome',
          note: 'A public service.',
        },
      ]),
    );
  });

  it('come while a new obstacle is being typed', async () => {
    await userEvent.keyboard('o');
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Obstacle' }),
      'Lack of a dashboard',
    );
    const list = await screen.findByRole('list', { name: 'Hints on the obstacle' });
    expect(list.textContent).toContain('“Lack of” names a solution. What do you see happening?');
  });
});
