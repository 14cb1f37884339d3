/**
 * What may be the name of a file on every system, with its ending; `other` where nothing is left of
 * it.
 */
export function fileName(name: string, ending: string, other: string): string {
  return `${name.replace(/[/\\:*?"<>|]/g, '').trim() || other}.${ending}`;
}
