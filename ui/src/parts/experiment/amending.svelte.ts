import type { ExperimentItem } from '$lib/api/bindings';

/**
 * Asks once, before the first sealed field of a step is changed: what was sealed stays visible
 * beside it for ever.
 */
export function amending(item: () => ExperimentItem | undefined) {
  let agreed = false;
  let asking = $state.raw<{ field: string; open: () => void } | null>(null);
  const sealed = (field: string) => field in (item()?.sealed ?? {});

  return {
    /** The field that is asked about. */
    get asking(): string | null {
      return asking?.field ?? null;
    },
    /** For the edit buffer of a field. */
    gate: (field: string) => ({
      gate(open: () => void) {
        if (agreed || !sealed(field)) open();
        else asking = { field, open };
      },
    }),
    answer(yes: boolean): void {
      const then = asking;
      asking = null;
      agreed ||= yes;
      if (yes) then?.open();
    },
  };
}
