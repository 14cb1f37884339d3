import type { Voting } from '$lib/api/bindings';
import { t } from '$lib/i18n/messages';

/** How votes are placed, in words. A limit that the budget keeps anyway is not told. */
export const voteRules = ({ budget, limit, suggested }: Voting): string =>
  [
    t(suggested ? 'retro-vote-suggested' : 'retro-vote-each', { count: budget }),
    ...(limit < budget ? [t('retro-vote-limit', { limit })] : []),
  ].join(' ');
