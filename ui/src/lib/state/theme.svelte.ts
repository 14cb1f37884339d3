/**
 * Light, dark, or as the system has it. The resolved theme stands on the root element for the
 * tokens.
 */
export type ThemeChoice = 'system' | 'light' | 'dark';

const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)');

class Theme {
  choice = $state<ThemeChoice>('system');
  #systemDark = $state(dark?.matches ?? false);

  get resolved(): 'light' | 'dark' {
    if (this.choice !== 'system') return this.choice;
    return this.#systemDark ? 'dark' : 'light';
  }

  /** Applies now and follows the system from here on. */
  start(): void {
    dark?.addEventListener('change', (event) => {
      this.#systemDark = event.matches;
      this.#apply();
    });
    this.#apply();
  }

  set(choice: ThemeChoice): void {
    this.choice = choice;
    this.#apply();
  }

  #apply(): void {
    document.documentElement.dataset['theme'] = this.resolved;
  }
}

export const theme = new Theme();
