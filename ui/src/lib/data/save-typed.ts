/** A field that somebody may be writing in. */
interface Typed {
  editing: boolean;
  save(): Promise<unknown>;
}

/** Saves what is still being typed in some fields: what follows needs all of it. */
export async function saveTyped(fields: Record<string, Typed>): Promise<void> {
  await Promise.all(Object.values(fields).map((field) => field.editing && field.save()));
}
