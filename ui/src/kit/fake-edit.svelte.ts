import type { FieldEdit } from './field-edit';

/** An edit buffer for tests of the kit: keeps what was saved and chosen, and nothing else. */
export function fakeEdit(
  value: string,
  more: Partial<Pick<FieldEdit, 'readOnly' | 'conflict' | 'offered' | 'changedBy'>> = {},
) {
  let text = $state(value);
  let editing = $state(false);
  const saved: string[] = [];
  const resolved: string[] = [];
  return {
    saved,
    resolved,
    saving: false,
    problem: null,
    readOnly: false,
    changedBy: null,
    conflict: null,
    offered: null,
    ...more,
    get text() {
      return text;
    },
    get editing() {
      return editing;
    },
    begin: () => (editing = true),
    choose(taken: string) {
      text = taken;
      saved.push(taken);
    },
    change: (typed: string) => (text = typed),
    async save() {
      if (editing) saved.push(text);
      editing = false;
    },
    cancel() {
      text = value;
      editing = false;
    },
    async resolve(choice: string) {
      resolved.push(choice);
    },
    recover: () => undefined,
  } satisfies FieldEdit & { saved: string[]; resolved: string[] };
}
