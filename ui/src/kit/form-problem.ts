import { getContext, setContext } from 'svelte';

const KEY = Symbol('form');

/** Lets the fields of a form name the line in which it says what is wrong. */
export function tellProblemLine(id: string): void {
  setContext(KEY, id);
}

/** The id of that line; undefined outside of a form. */
export function problemLine(): string | undefined {
  return getContext<string | undefined>(KEY);
}
