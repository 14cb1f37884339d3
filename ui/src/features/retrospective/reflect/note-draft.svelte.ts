import type { ParticipantId } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { Keeping } from '$lib/data/keeping';
import { TypedText } from '$lib/data/typed-text.svelte';
import { toasts } from '$lib/state/toasts.svelte';

/** Whose note it is, and what was asked. */
interface Asked {
  participantId: ParticipantId;
  prompt: string;
}

/** One note, as it stands in its line and as it was kept last. */
class Line {
  text = $state('');
  moment = $state('');
  id = $state<string | null>(null);
  kept = '';

  constructor(readonly asked: Asked) {}

  get words(): string {
    return JSON.stringify([this.text.trim(), this.moment.trim()]);
  }
}

/**
 * A note that is being written. While notes are hidden it is put on this computer's disk after each
 * pause, as a note of its own: neither a crash nor the group's step to the next phase loses it.
 * Once notes are shown a note is seen by everybody: until it is ended or left only its words are
 * put on the disk, as those of every form are. Make it while a component is being made; `kept` runs
 * whenever something was kept.
 */
export class NoteDraft {
  readonly #shown: () => boolean;
  readonly #kept: () => void;
  readonly #keeping = new Keeping(this);
  readonly #unended: TypedText;
  #line: Line;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(asked: Asked, shown: () => boolean, kept: () => void) {
    [this.#shown, this.#kept] = [shown, kept];
    this.#unended = new TypedText(() => ({
      entityId: asked.participantId,
      field: `note ${asked.prompt}`,
    }));
    this.#line = $state.raw(new Line(asked));
    this.#line.text = this.#unended.text;
    $effect(() => () => void this.end());
  }

  /** The note that is kept already while it is still being written. */
  get id(): string | null {
    return this.#line.id;
  }
  get text(): string {
    return this.#line.text;
  }
  set text(text: string) {
    this.#line.text = text;
    this.#typed();
  }
  get moment(): string {
    return this.#line.moment;
  }
  set moment(moment: string) {
    this.#line.moment = moment;
    this.#typed();
  }

  #typed(): void {
    if (this.#shown()) this.#unended.text = this.#line.text;
    else this.#keeping.touch();
  }

  async keep(): Promise<void> {
    this.#keeping.rest();
    if (await this.#put(this.#line)) this.#kept();
  }

  /**
   * The note is finished, and the next one begins; where it was not taken, its words are in the
   * line again.
   */
  async end(): Promise<void> {
    this.#keeping.end();
    const ended = this.#line;
    if (!ended.text.trim() && !ended.id) return;
    this.#line = new Line(ended.asked);
    if (!(await this.#put(ended))) {
      ended.text = [ended.text, this.#line.text].filter(Boolean).join('\n');
      this.#line = ended;
    }
    if (this.#unended.text) this.#unended.text = this.#line.text;
    this.#kept();
  }

  /**
   * One after the other: a note that is not kept yet has no name under which it could be changed.
   */
  #put(line: Line): Promise<boolean> {
    const put = this.#writing.then(() => write(line));
    this.#writing = put;
    return put;
  }
}

/** Whether the note is kept as it stands. */
async function write(line: Line): Promise<boolean> {
  const { words } = line;
  if (words === line.kept) return true;
  try {
    await (line.text.trim() ? save(line) : takeBack(line));
    line.kept = words;
    return true;
  } catch (thrown) {
    toasts.showError(thrown);
    return false;
  }
}

async function save(line: Line): Promise<void> {
  const note = { ...line.asked, text: line.text.trim(), moment: line.moment.trim() };
  line.id = (await call('note_write', { ...note, id: line.id })).id;
}

async function takeBack(line: Line): Promise<void> {
  const { id } = line;
  if (id) await call('note_take_back', { participantId: line.asked.participantId, id });
  line.id = null;
}
