import type { CardPlace } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { session } from '$lib/state/session.svelte';
import { untrack } from 'svelte';

/**
 * Where this window left the card of each cycle: who comes back goes on there, unless others have
 * turned it since.
 */
const left = new Map<string, number>();

/**
 * Where the card of a cycle stands, for all who have it open. One's own turn shows at once; the
 * core says whose turn was the newest. Call while a component is being made; leaving the screen
 * leaves the cycle.
 */
export function cardPlace(cycle: () => string | null) {
  let shown = $state.raw<CardPlace | null>(null);
  let asking = 0;

  function take(card: CardPlace | null): void {
    if (!card || card.cycleId !== cycle()) return;
    const known = shown?.cycleId === card.cycleId ? shown : null;
    // While one's own turn is on its way, what comes from before it must not turn the card back.
    const newer = !known || card.turn > known.turn || (asking === 0 && card.turn === known.turn);
    if (newer) shown = card;
  }

  async function ask(cycleId: string, place: number | null): Promise<void> {
    asking += 1;
    // A presence that cannot be told is no reason to hold the card.
    const answer = await call('presence_follow', { cycleId, place }).catch(() => null);
    asking -= 1;
    if (answer) session.see(answer);
    take(answer?.card ?? null);
  }

  function turnTo(place: number): void {
    const cycleId = cycle();
    if (cycleId === null) return;
    const turn = (shown?.cycleId === cycleId ? shown.turn : 0) + 1;
    shown = { cycleId, place, turn };
    void ask(cycleId, place);
  }

  async function join(cycleId: string): Promise<void> {
    await ask(cycleId, null);
    const place = left.get(cycleId);
    const untouched = shown?.cycleId !== cycleId || shown.turn === 0;
    if (place !== undefined && untouched && cycle() === cycleId) turnTo(place);
  }

  $effect(() => {
    const cycleId = cycle();
    if (cycleId === null) return;
    untrack(() => void join(cycleId));
    return () => {
      if (shown?.cycleId === cycleId) left.set(cycleId, shown.place);
      void call('presence_follow', {}).catch(() => undefined);
    };
  });
  $effect(() => {
    const card = session.card;
    untrack(() => take(card));
  });

  return {
    get number(): number {
      return shown && shown.cycleId === cycle() ? shown.place : 1;
    },
    turnTo,
  };
}
