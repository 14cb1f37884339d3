import { matches, type KeyPress } from './chord';
import { actionInfo, actions, type ActionId, type Scope } from './registry';

/** `which` is the position of the chord in the action's list: 0 for the first. */
type Handler = (which: number) => void;
interface Registration {
  id: ActionId;
  handler: Handler;
  when: () => boolean;
}

const registrations: Registration[] = [];

/** Carries an action out while registered. The newest registration whose `when` holds wins. */
export function handleAction(
  id: ActionId,
  handler: Handler,
  when: () => boolean = () => true,
): () => void {
  const mine = { id, handler, when };
  registrations.push(mine);
  return () => registrations.splice(registrations.indexOf(mine), 1);
}

/** Runs an action from a menu or a button, as its key would. */
export function runAction(id: ActionId, which = 0): boolean {
  const found = registrations.findLast((one) => one.id === id && one.when());
  found?.handler(which);
  return found !== undefined;
}

export function canRun(id: ActionId): boolean {
  return registrations.some((one) => one.id === id && one.when());
}

const NOT_TYPED = new Set([
  'button',
  'checkbox',
  'radio',
  'submit',
  'reset',
  'range',
  'color',
  'file',
]);

/** Whether what is typed goes into a text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TYPED.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable
  );
}

/**
 * Without Ctrl, Cmd or Alt, a key belongs to the text field that has the focus. F-keys do not type.
 */
function belongsToText(press: KeyPress): boolean {
  return !press.ctrlKey && !press.metaKey && !press.altKey && !/^F\d+$/.test(press.key);
}

/** Undo and redo inside a text field are the field's own. */
const FIELDS_OWN = new Set<ActionId>(['undo', 'redo']);

/**
 * Where a dialog stands open, what is behind it cannot be used, by a letter as little as by the
 * pointer. Chords and Delete act on what has the focus, which can be a row of the dialog.
 */
const HEARD_IN_DIALOGS = new Set<Scope>(['everywhere', 'field', 'hint', 'conflict']);

/** Listens on the whole window. Returns the way to stop. */
export function listenForKeys(target: EventTarget): () => void {
  const listener = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing) return;
    const inText = isTextField(event.target);
    const inDialog = event.target instanceof Element && event.target.closest('dialog') !== null;
    const held = inDialog && belongsToText(event) && event.key !== 'Delete';
    if (inText && belongsToText(event)) return;
    for (const id of Object.keys(actions) as ActionId[]) {
      if (inText && FIELDS_OWN.has(id)) continue;
      if (held && !HEARD_IN_DIALOGS.has(actionInfo(id).scope)) continue;
      const which = actionInfo(id).chords.findIndex((chord) => matches(chord, event));
      if (which < 0 || !canRun(id)) continue;
      event.preventDefault();
      // A key that is held too long must not answer the question that it has just asked.
      if (!event.repeat) runAction(id, which);
      return;
    }
  };
  target.addEventListener('keydown', listener);
  return () => target.removeEventListener('keydown', listener);
}
