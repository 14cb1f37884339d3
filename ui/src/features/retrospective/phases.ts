import type {
  LookBack,
  Phase,
  PlannedPhase,
  RetrospectiveItem,
  RetrospectiveView,
} from '$lib/api/bindings';
import { t } from '$lib/i18n/messages';

/** Positions of the phases that begin together, group by group. */
export function groups(phases: readonly PlannedPhase[]): number[][] {
  const all: number[][] = [];
  phases.forEach(({ joined }, at) => {
    const last = all.at(-1);
    if (joined && last) last.push(at);
    else all.push([at]);
  });
  return all;
}

/** The first phase of the group before (-1) or after (1) the one now; null where there is none. */
export function groupAfter({ phases, atPhase }: RetrospectiveItem, step: 1 | -1): number | null {
  const all = groups(phases);
  const now = all.findIndex((group) => group.includes(atPhase));
  return all[now + step]?.[0] ?? null;
}

export const phaseName = (phase: Phase): string => t(`retro-phase-${phase}`);

/** What everybody does now, in one sentence. */
export function sentence({ phasesNow, lookBack }: RetrospectiveView): string {
  if (phasesNow.includes('group') && phasesNow.includes('vote')) return t('retro-now-group-vote');
  return phasesNow
    .map((phase) => (phase === 'look_back' ? lookBackSentence(lookBack) : t(`retro-now-${phase}`)))
    .join(' ');
}

/** Only a prediction that has its result can be turned over. */
function lookBackSentence({ step, obstacles }: LookBack): string {
  if (step && (step.experiment.actual !== null || step.experiment.whatHappened))
    return t('retro-now-look_back');
  if (step) return t('retro-now-look_back-open');
  return t(obstacles.length > 0 ? 'retro-now-look_back-obstacles' : 'retro-now-look_back-first');
}

/** What the step to another phase does, in words: it can show what was hidden. */
export function advanceWords({ phasesNow, retrospective }: RetrospectiveView, to: number): string {
  const planned = retrospective.phases[to];
  const phase = planned ? phaseName(planned.phase) : '';
  if (to < retrospective.atPhase) return t('retro-back', { phase });
  if (phasesNow.includes('vote')) return t('retro-next-votes', { phase });
  if (phasesNow.includes('reflect')) return t('retro-next-notes', { phase });
  return t('retro-next', { phase });
}
