/** What is being imported. One dialog of the window shows it, whatever asked for it. */
class Importing {
  open = $state(false);
  metricId = $state<string | null>(null);
  text = $state.raw('');
  /** The file's name; empty where the text was pasted. */
  file = $state('');

  begin(metricId: string | null, text = ''): void {
    [this.metricId, this.text, this.file] = [metricId, text, ''];
    this.open = true;
  }
}

export const importing = new Importing();

/** More than one number: several lines, or the cells of a spreadsheet. */
export function isColumn(text: string): boolean {
  return /[\n\t]/.test(text.trim());
}

/** A paste of more than one number goes on in the import, for the metric it was meant for. */
export function pasteColumn(event: ClipboardEvent, metricId: string | null): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!isColumn(text)) return;
  event.preventDefault();
  importing.begin(metricId, text);
}
