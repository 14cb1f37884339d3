import type { Conflict, Meta, Written } from '../api/bindings';
import { call } from '../api/client';
import { session } from '../state/session.svelte';
import type { Codec } from './codec';
import { draftStore } from './draft-store.outbox.svelte';
import { FieldDraft, type FieldValue, type Saved, type Versions } from './field-draft.svelte';

/** A row as views show it. */
export interface Item {
  id: string;
  meta: Meta;
}

interface ItemFieldOptions<I extends Item, F extends Exclude<keyof I, keyof Item> & string> {
  /** The row; undefined where it is not made yet. */
  item: () => I | undefined | null;
  field: F;
  codec: Codec<I[F]>;
  /** Shown and edited while there is no row. */
  empty: I[F];
  edit: (
    id: string,
    fields: { [K in F]: I[F] },
    basedOn: Record<string, string[]>,
  ) => Promise<Written>;
  /** Makes the row with its first field. Without it, the field opens only when the row is there. */
  create?: (fields: { [K in F]: I[F] }) => Promise<Written>;
  /** Every save makes a row of its own, and the field is empty again. */
  each?: boolean;
  /** A name for the row while it is not made, unique on the board: "challenge of fp_…". */
  newName?: () => string;
  asOfSeq: () => number;
  readOnly?: () => boolean;
  waitsFor?: () => string | null;
  gate?: (open: () => void) => void;
}

/** The operations that a field of a row shows. */
export function headsOf(meta: Meta, field: string): string[] {
  return meta.heads[field] ?? meta.heads[''] ?? [];
}

/** The creation of a row is one version with all its fields. */
function valueIn<V>(value: unknown, field: string): V {
  const whole = typeof value === 'object' && value !== null && field in value;
  return (whole ? (value as Record<string, unknown>)[field] : value) as V;
}

/**
 * The edit buffer of one field of one row of the board; makes the row when its first field is
 * written.
 */
export function itemField<I extends Item, F extends Exclude<keyof I, keyof Item> & string>(
  options: ItemFieldOptions<I, F>,
): FieldDraft<I[F]> {
  const { field, item } = options;

  function current(): FieldValue<I[F]> {
    const row = item();
    if (!row) return { value: options.empty, basedOn: [], open: false, by: null, at: null };
    const { meta } = row;
    return {
      value: row[field],
      basedOn: headsOf(meta, field),
      open: meta.open.includes(field),
      by: session.nameOf(meta.updatedBy),
      at: meta.updatedAt,
    };
  }

  /** The row that this field has made, until the view has read it: it must not be made twice. */
  let made: Written | null = null;

  async function write(value: I[F], basedOn: readonly string[]): Promise<Written> {
    const id = item()?.id ?? (made && made.seq > options.asOfSeq() ? made.id : null);
    const fields = { [field]: value } as { [K in F]: I[F] };
    if (id !== null) return options.edit(id, fields, { [field]: [...basedOn] });
    if (!options.create) throw { code: 'not_found', params: { id: '' }, retryable: false };
    const created = await options.create(fields);
    if (!options.each) made = created;
    return created;
  }
  async function save(value: I[F], basedOn: readonly string[]): Promise<Saved> {
    const { seq, op, merged, open } = await write(value, basedOn);
    return { seq, op: merged.includes(field) || open.includes(field) ? null : op };
  }

  async function versions(): Promise<Versions<I[F]>> {
    const answer: Conflict = await call('conflict_get', { id: item()?.id ?? '', field });
    return {
      versions: answer.versions.map(({ op, value, byName, at }) => ({
        op,
        value: valueIn<I[F]>(value, field),
        by: byName,
        at,
      })),
      merge: answer.merge,
    };
  }

  async function history() {
    const answer = await call('history_get', { id: item()?.id ?? '', field });
    return answer.versions.map(({ op, byName, at, value }) => ({
      id: op,
      by: byName,
      at,
      value: valueIn<I[F]>(value, field),
    }));
  }

  return new FieldDraft({
    place: () => ({ entityId: item()?.id ?? options.newName?.() ?? '', field }),
    current,
    codec: options.codec,
    save,
    asOfSeq: options.asOfSeq,
    store: draftStore,
    versions,
    history,
    writing: (here) => session.tellWriting(here ? { id: item()?.id ?? null, field } : null),
    each: options.each,
    waitsFor: options.waitsFor,
    gate: options.gate,
    readOnly: () =>
      !session.writable || (!item() && !options.create) || (options.readOnly?.() ?? false),
  });
}

/**
 * The fields among these that hold more than the row does: typed, or saved and not read back yet.
 */
export function unsavedFields(fields: Readonly<Record<string, { readonly unsaved: unknown }>>) {
  const pairs = Object.entries(fields).map(([name, field]) => [name, field.unsaved] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}
