import type { Answer, Request } from '$lib/api/client';
import { call } from '$lib/api/client';
import { toasts } from '$lib/state/toasts.svelte';
import { untrack } from 'svelte';

/**
 * Reads of what stands on this machine alone: who sits here, what they wrote, and what of it was
 * asked for.
 */
type PrivateRead = 'seats_get' | 'held_get' | 'waiting_get';

/**
 * Moves with every private write on this machine: what one part wrote, another one waits to
 * publish.
 */
let written = $state(0);

/**
 * What this machine alone knows, kept current. It stands in no log: it is read again when the
 * session's view was, and by `refresh` after each private write. What belonged to another question
 * goes at once. Call while a component is being made. `const held = privateRead('held_get', () =>
 * ({ participantId: seat }), () => view.asOfSeq)`
 */
export function privateRead<N extends PrivateRead>(
  name: N,
  request: () => Request<N> | null,
  asOfSeq: () => number,
) {
  let data = $state.raw<Answer<N> | undefined>();
  let newest = 0;
  let shown = 0;
  const question = $derived.by(() => JSON.stringify(request()));

  async function read(): Promise<void> {
    const asked = request();
    const about = question;
    const mine = (newest += 1);
    /** Neither overtaken by a later answer nor about somebody else by now. */
    const current = () => about === question && mine > shown;
    if (!asked) return;
    try {
      const answer = await call(name, asked);
      if (current()) [shown, data] = [mine, answer];
    } catch (thrown) {
      if (current()) toasts.showError(thrown);
    }
  }
  $effect(() => {
    void question;
    untrack(() => (data = undefined));
  });
  $effect(() => {
    void question;
    void asOfSeq();
    void written;
    untrack(() => void read());
  });
  return {
    get data(): Answer<N> | undefined {
      return data;
    },
    /** After a private write: everything private is read again. */
    async refresh(): Promise<void> {
      written += 1;
      await read();
    },
  };
}
