import type { CategoryHours, Meta, SheetWeek, ToilCategoryItem } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { act } from '$lib/data/act';
import { headsOf } from '$lib/data/item-field.svelte';
import { t } from '$lib/i18n/messages';

/** Begins the ledger, with a metric of the team or a new one. */
export const beginLedger = (teamId: string, metricId: string | null) =>
  act(
    () =>
      call('toil_ledger_begin', {
        teamId,
        metricId,
        metricName: t('toil-metric-name'),
        definition: t('toil-metric-definition'),
      }),
    'toil-begun',
  );

export const addKind = (teamId: string, name: string) =>
  act(() => call('toil_category_create', { teamId, fields: { name } }));

export const removeKind = (id: string) =>
  act(() => call('toil_category_remove', { id }), 'toil-kind-gone');

/** One place up or down on the sheet. */
export function moveKind(kinds: readonly ToilCategoryItem[], id: string, step: 1 | -1) {
  const at = kinds.findIndex((kind) => kind.id === id);
  const to = at + step;
  if (at < 0 || to < 0 || to >= kinds.length) return;
  const after = kinds[step === 1 ? to : to - 1]?.id ?? null;
  void act(() => call('toil_category_move', { id, after }), 'toil-kind-moved');
}

/** All versions that stand open, else the one that is shown. */
async function baseOf(id: string, meta: Meta, field: string): Promise<string[]> {
  if (!meta.open.includes(field)) return headsOf(meta, field);
  const { versions } = await call('conflict_get', { id, field });
  return versions.map(({ op }) => op);
}

/** Saves the sheet of a week, or corrects the one it has. */
export function saveWeek(
  teamId: string,
  sheet: SheetWeek,
  allHours: number,
  hours: CategoryHours[],
) {
  return act(async () => {
    if (!sheet.saved)
      return call('toil_week_create', { teamId, weekOn: sheet.weekOn, allHours, hours });
    const { id, meta } = sheet.saved;
    const basedOn = {
      allHours: await baseOf(id, meta, 'allHours'),
      hours: await baseOf(id, meta, 'hours'),
    };
    return call('toil_week_edit', { id, fields: { allHours, hours }, basedOn });
  }, 'toil-saved');
}

export const removeWeek = (id: string) =>
  act(() => call('toil_week_remove', { id }), 'toil-week-removed');
