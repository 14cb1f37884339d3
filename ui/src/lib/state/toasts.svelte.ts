import { asWireError } from '../api/error';
import { errorMessage } from '../i18n/messages';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'attention';
  action?: { label: string; run: () => void };
}

const STAYS_MS = 8000;

/**
 * Short messages at the foot of the window. They stay 8 seconds, and as long as they are looked at.
 */
class Toasts {
  list = $state.raw<Toast[]>([]);
  #next = 1;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  show(text: string, options: { tone?: Toast['tone']; action?: Toast['action'] } = {}): void {
    const toast: Toast = {
      id: this.#next++,
      text,
      tone: options.tone ?? 'plain',
      action: options.action,
    };
    // One at a time is read; the sentence before is history once the next thing happened.
    this.clear();
    this.list = [toast];
    this.release(toast.id);
  }

  /** Says why something was refused. */
  showError(thrown: unknown): void {
    const { code, params } = asWireError(thrown);
    this.show(errorMessage(code, params), { tone: 'attention' });
  }

  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
  }

  release(id: number): void {
    this.hold(id);
    this.#timers.set(
      id,
      setTimeout(() => this.close(id), STAYS_MS),
    );
  }

  clear(): void {
    this.list.forEach(({ id }) => this.close(id));
  }

  close(id: number): void {
    this.hold(id);
    this.#timers.delete(id);
    this.list = this.list.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
