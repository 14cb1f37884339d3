import { commandReads, type Hints, type HintShown } from '$lib/api/bindings';
import { call, type Request } from '$lib/api/client';
import { listenTo } from '$lib/data/hub';
import { LiveQuery } from '$lib/data/live.svelte';
import { untrack } from 'svelte';

type HintsName =
  'obstacle_hints' | 'challenge_hints' | 'target_condition_hints' | 'experiment_hints';

interface Asked {
  /** The row; undefined where it is not made yet. */
  id: string | undefined;
  /** What is typed and not saved. */
  fields: object;
}

/** While somebody types, the core is asked after this pause. */
const PAUSE_MS = 150;
let made = 0;

/**
 * The hints on one row as it stands and as it is being typed. Old ones stay while the core is
 * asked. Call while a component is being made; null means that there is nothing to ask.
 */
export function liveHints(name: HintsName, asked: () => Asked | null) {
  made += 1;
  const prefix = `hint-${made}`;
  const query = new LiveQuery<Hints>();
  const id = $derived(asked()?.id);
  const wanted = $derived(asked() !== null);
  const typed = $derived(JSON.stringify(asked()?.fields ?? {}));
  const ask = () => {
    const request: Request<HintsName> = { ...(id && { id }), fields: JSON.parse(typed) as object };
    return call(name, request);
  };

  $effect(() => {
    const question = wanted ? ask : null;
    void id;
    untrack(() => query.ask(question));
  });
  let first = true;
  $effect(() => {
    void typed;
    if (first) {
      first = false;
      return;
    }
    const pause = setTimeout(() => void query.refresh(), PAUSE_MS);
    return () => clearTimeout(pause);
  });
  $effect(() =>
    listenTo(
      commandReads[name],
      () => void query.refresh(),
      () => query.teamId,
    ),
  );

  const elementId = (code: string) => `${prefix}-${code}`;
  return {
    elementId,
    /** The row that a hint can be put aside on. */
    get subject(): string | null {
      return id ?? null;
    },
    get lines(): readonly HintShown[] {
      return query.data?.hints ?? [];
    },
    get asOfSeq(): number {
      return query.asOfSeq;
    },
    get read(): boolean {
      return query.data !== undefined;
    },
    /** For `aria-describedby`: the hints that speak of a field. */
    describing(field: string): string | undefined {
      const found = (query.data?.hints ?? []).filter(
        (line) => line.field === field && line.waiver === null,
      );
      return found.map(({ hint }) => elementId(hint)).join(' ') || undefined;
    },
  };
}

export type LiveHints = ReturnType<typeof liveHints>;
