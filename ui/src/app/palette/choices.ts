import type { Board, Hit } from '$lib/api/bindings';
import { canRun } from '$lib/commands/keymap';
import { actionInfo, actions, type ActionId, type Scope } from '$lib/commands/registry';
import { t } from '$lib/i18n/messages';
import type { MessageId } from '$lib/i18n/message-ids';
import { nameScore } from '$lib/text/fold';
import type { Route } from '../router.svelte';

export type Group = 'recent' | 'actions' | 'places' | 'words' | 'not-now';

/** Something that can be chosen in the palette. */
export interface Choice {
  /** The same thing has the same key in every list. */
  key: string;
  name: string;
  does: { action: ActionId } | { go: Route } | { hit: Hit };
  chord?: string;
  /** Why it cannot be chosen now. */
  reason?: string;
}

export interface Section {
  group: Group;
  choices: Choice[];
}

/**
 * Keys that belong to a field or a strip one is in, and what the palette itself has in another
 * form.
 */
const ELSEWHERE: ReadonlySet<Scope> = new Set(['field', 'conflict']);
const OWN: ReadonlySet<ActionId> = new Set(['open-palette', 'go-team']);
const RECENT = 5;
/** Teams that are shown of a board with hundreds of them. */
const PLACES = 8;

/**
 * What can be done at this moment: asked before the palette takes the focus, as many actions depend
 * on it.
 */
export function runnableNow(): ReadonlySet<ActionId> {
  return new Set((Object.keys(actions) as ActionId[]).filter((id) => canRun(id)));
}

function needs(scope: Scope, writable: boolean): string | undefined {
  if (scope === 'everywhere') return undefined;
  if (!writable) return t('palette-needs-read-only');
  return t(`palette-needs-${scope}` as 'palette-needs-board' & MessageId);
}

export function actionChoices(now: ReadonlySet<ActionId>, writable: boolean): Choice[] {
  return (Object.keys(actions) as ActionId[])
    .filter((id) => !ELSEWHERE.has(actionInfo(id).scope) && !OWN.has(id))
    .map((id) => ({
      key: `action ${id}`,
      name: t(actionInfo(id).title as 'undo'),
      does: { action: id },
      chord: actionInfo(id).chords[0],
      reason: now.has(id) ? undefined : needs(actionInfo(id).scope, writable),
    }))
    .filter(({ does, reason }) => reason !== undefined || now.has(does.action));
}

export function placeChoices(
  board: Board | undefined,
  route: Route,
  views: readonly TeamView[],
): Choice[] {
  const teams = board?.teams ?? [];
  const places = teams.map(({ id, name, focusProcessId }, i): Choice => {
    const go = { view: 'storyboard', teamId: id, processId: focusProcessId } as const;
    return { key: `team ${id}`, name, does: { go }, chord: actions['go-team'].chords[i] };
  });
  if (!('teamId' in route)) return places;
  const team = teams.find(({ id }) => id === route.teamId)?.name ?? '';
  const { teamId, processId } = route;
  const of = (view: TeamView): Route =>
    view === 'experiments'
      ? { view, teamId, processId, experimentId: null }
      : { view, teamId, processId };
  const tabs = views.map((view): Choice => ({
    key: `view ${view} ${teamId}`,
    name: t('palette-view', { view: t(`frame-view-${view}`), team }),
    does: { go: of(view) },
  }));
  return [...tabs, ...places];
}
export const TEAM_VIEWS = [
  'storyboard',
  'experiments',
  'coaching',
  'retrospectives',
  'progress',
] as const;
export type TeamView = (typeof TEAM_VIEWS)[number];

export const hitChoice = (hit: Hit): Choice => ({
  key: `row ${hit.id}`,
  name: hit.title.map(({ text }) => text).join('') || t('palette-empty-text'),
  does: { hit },
});

/**
 * What the palette lists, in groups. Without a word typed: what was chosen lately, then all that
 * can be done.
 */
export function sections(
  typed: string,
  all: { actions: Choice[]; places: Choice[]; hits: Choice[]; recent: readonly Choice[] },
): Section[] {
  const query = typed.trim();
  const can = all.actions.filter(({ reason }) => reason === undefined);
  const cannot = all.actions.filter(({ reason }) => reason !== undefined);
  if (!query) {
    const now = new Map([...can, ...all.places].map((choice) => [choice.key, choice]));
    const recent = all.recent
      .map((choice) => ('hit' in choice.does ? choice : now.get(choice.key)))
      .filter((choice) => choice !== undefined)
      .slice(0, RECENT);
    const rest = (choices: Choice[]) =>
      choices.filter(({ key }) => !recent.some((one) => one.key === key));
    return filled([
      { group: 'recent', choices: recent },
      { group: 'actions', choices: rest(can) },
      { group: 'places', choices: rest(all.places).slice(0, PLACES) },
    ]);
  }
  return filled([
    { group: 'actions', choices: best(can, query) },
    { group: 'places', choices: best(all.places, query).slice(0, PLACES) },
    { group: 'words', choices: all.hits },
    { group: 'not-now', choices: best(cannot, query) },
  ]);
}

const filled = (all: Section[]) => all.filter(({ choices }) => choices.length > 0);

function best(choices: Choice[], query: string): Choice[] {
  return choices
    .map((choice) => ({ choice, score: nameScore(choice.name, query) }))
    .filter((one): one is { choice: Choice; score: number } => one.score !== null)
    .sort((a, b) => a.score - b.score)
    .map(({ choice }) => choice);
}

/** The newest first, each once. */
export function remembered(recent: readonly Choice[], chosen: Choice): Choice[] {
  return [chosen, ...recent.filter(({ key }) => key !== chosen.key)].slice(0, 2 * RECENT);
}
