import type { CategoryHours, SheetWeek } from '$lib/api/bindings';
import { TypedText } from '$lib/data/typed-text.svelte';
import { formatNumber, parseNumber } from '$lib/i18n/format';

/** The key of all hours among the texts of a sheet; the others are ids. */
const ALL = 'all';

/**
 * What is typed into the sheet of a week. It opens with the numbers that the view offers; what was
 * typed over them is kept until the week is saved. Make it while a component is being made.
 */
export class WeekSheet {
  readonly #sheet: () => SheetWeek;
  readonly #typed: TypedText;

  constructor(teamId: () => string, sheet: () => SheetWeek) {
    this.#sheet = sheet;
    this.#typed = new TypedText(() => ({
      entityId: `toil sheet of ${teamId()}`,
      field: sheet().weekOn,
    }));
  }

  get #texts(): Record<string, string> {
    return this.#typed.text ? (JSON.parse(this.#typed.text) as Record<string, string>) : {};
  }
  #begin(key: string): string {
    const sheet = this.#sheet();
    const hours = sheet.hours.find(({ categoryId }) => categoryId === key)?.hours ?? 0;
    if (key !== ALL) return formatNumber(hours);
    return sheet.allHours === null ? '' : formatNumber(sheet.allHours);
  }
  #hours(key: string): number | null {
    const text = this.text(key);
    const hours = text.trim() ? parseNumber(text) : 0;
    return hours !== null && hours >= 0 ? hours : null;
  }

  text(key: string = ALL): string {
    return this.#texts[key] ?? this.#begin(key);
  }
  type(text: string, key: string = ALL): void {
    this.#typed.text = JSON.stringify({ ...this.#texts, [key]: text });
  }

  /** Null where it is not written or no number. */
  get allHours(): number | null {
    return this.#hours(ALL) || null;
  }
  /** Ids of the kinds of toil with a text that is no number of hours. */
  get wrong(): string[] {
    const ids = this.#sheet().hours.map(({ categoryId }) => categoryId);
    return ids.filter((id) => this.#hours(id) === null);
  }
  get hours(): CategoryHours[] {
    return this.#sheet().hours.map(({ categoryId }) => ({
      categoryId,
      hours: this.#hours(categoryId) ?? 0,
    }));
  }
  get sum(): number {
    return this.hours.reduce((sum, { hours }) => sum + hours, 0);
  }
  clear(): void {
    this.#typed.clear();
  }
}
