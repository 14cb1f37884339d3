import { render, screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import Dialog from './Dialog.svelte';
import Toasts from './Toasts.svelte';

const message = {
  id: 1,
  text: 'Note removed.',
  tone: 'plain' as const,
  action: { label: 'Undo', run() {} },
};
const nothing = () => undefined;

describe('the region of messages', () => {
  it('is in the topmost dialog, where Undo can be pressed, and comes back', async () => {
    render(Toasts, { list: [message], onhold: nothing, onrelease: nothing, onclose: nothing });
    const region = screen.getByRole('status', { name: 'Messages' });
    const home = region.parentElement;
    const children = createRawSnippet(() => ({ render: () => '<p>Words</p>' }));
    const first = render(Dialog, { open: true, title: 'First', children });
    const second = render(Dialog, { open: true, title: 'Second', children });
    const inside = (title: string) =>
      vi.waitFor(() =>
        within(screen.getByRole('dialog', { name: title })).getByRole('button', { name: 'Undo' }),
      );

    await inside('Second');
    await second.rerender({ open: false });
    await inside('First');
    await first.rerender({ open: false });
    await vi.waitFor(() => expect(region.parentElement).toBe(home));
  });
});
