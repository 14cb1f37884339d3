import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForKeys } from '$lib/commands/keymap';
import Field from './Field.svelte';
import { fakeEdit } from './fake-edit.svelte';

let stop: () => void;
beforeEach(() => {
  stop = listenForKeys(window);
});
afterEach(() => stop());

describe('a field of the form', () => {
  it('is edited by Enter, saved by Ctrl Enter, and gets the focus back', async () => {
    const user = userEvent.setup();
    const edit = fakeEdit('Sellers call us.');
    render(Field, { label: 'Challenge', edit, prompt: 'Write it', multiline: true });
    await user.tab();
    await user.keyboard('{Enter}');
    const box = screen.getByRole('textbox', { name: 'Challenge' });
    expect(document.activeElement).toBe(box);
    await user.type(box, ' Often.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(edit.saved).toEqual(['Sellers call us. Often.']);
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('BUTTON'));
  });

  it('takes what is typed where it is a box, and Ctrl A with all of it', async () => {
    const user = userEvent.setup();
    const edit = fakeEdit('old');
    const { rerender } = render(Field, { label: 'Title', edit, prompt: 'Write it', boxed: true });
    await user.tab();
    await user.keyboard('er');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('older');
    await user.keyboard('{Escape}');
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('BUTTON'));
    await user.keyboard('{Control>}a{/Control}new');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('new');
    await user.keyboard('{Escape}');
    await rerender({ label: 'Title', edit, prompt: 'Write it', boxed: false });
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('BUTTON'));
    await user.keyboard('n');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('is left as it was by Esc', async () => {
    const user = userEvent.setup();
    const edit = fakeEdit('old');
    render(Field, { label: 'Challenge', edit, prompt: 'Write it' });
    await user.click(screen.getByRole('button'));
    await user.type(screen.getByRole('textbox'), ' and more{Escape}');
    expect(edit.saved).toEqual([]);
    expect(screen.getByRole('button').textContent).toContain('old');
  });

  it('shows its prompt with the order while it is empty', () => {
    render(Field, {
      label: 'Challenge',
      edit: fakeEdit(''),
      prompt: 'Which future state?',
      order: 2,
    });
    const prompt = screen.getByRole('button');
    expect(prompt.textContent?.replace(/\s+/g, ' ').trim()).toBe('2 Which future state?');
  });

  it('cannot be opened in a read-only file', () => {
    render(Field, { label: 'Challenge', edit: fakeEdit('x', { readOnly: true }), prompt: '' });
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a press elsewhere while a field is open', () => {
  it('saves at once, and nothing moves until the pointer is up', async () => {
    const user = userEvent.setup();
    const edit = fakeEdit('old');
    render(Field, { label: 'Challenge', edit, prompt: 'Write it', help: 'As if already true' });
    const next = render(Field, { label: 'Why', edit: fakeEdit(''), prompt: 'Why?' }).getByText(
      'Why?',
    );
    await user.click(screen.getByRole('button', { name: /old/ }));
    await user.type(screen.getByRole('textbox'), ' and new');

    await user.pointer({ keys: '[MouseLeft>]', target: next });
    expect(edit.saved).toEqual(['old and new']);
    expect(screen.getByRole('textbox', { name: 'Challenge' })).toBeTruthy();
    expect(screen.getByText('As if already true')).toBeTruthy();

    await user.pointer('[/MouseLeft]');
    expect(screen.getByRole('textbox', { name: 'Why' })).toBe(document.activeElement);
    await vi.waitFor(() => expect(screen.queryByRole('textbox', { name: 'Challenge' })).toBeNull());
    expect(screen.queryByText('As if already true')).toBeNull();
  });
});

describe('the conflict strip', () => {
  const conflict = {
    mine: 'No call asks.',
    theirs: 'Half of them ask.',
    by: 'Ana',
    at: 0,
    mergeable: true,
  };

  it('keeps the focus that came to it while the editor beside it was closing', async () => {
    const user = userEvent.setup({ delay: null });
    const edit = fakeEdit('No call asks.', { conflict });
    render(Field, { label: 'Prediction', edit, prompt: '' });
    await user.click(screen.getByRole('button', { name: /No call asks/ }));
    await user.keyboard('{Control>}{Enter}{/Control}{F6}');
    const strip = screen.getByRole('alertdialog');
    expect(strip.contains(document.activeElement)).toBe(true);
    await new Promise(requestAnimationFrame);
    expect(strip.contains(document.activeElement)).toBe(true);
    await user.keyboard('2');
    expect(edit.resolved).toHaveLength(1);
  });

  it('is entered by F6 and chosen in by a digit; before that, digits do nothing', async () => {
    const user = userEvent.setup();
    const edit = fakeEdit('No call asks.', { conflict });
    render(Field, { label: 'Prediction', edit, prompt: '' });
    await user.keyboard('2');
    expect(edit.resolved).toEqual([]);
    await user.keyboard('{F6}');
    expect(screen.getByRole('alertdialog').contains(document.activeElement)).toBe(true);
    await user.keyboard('2');
    expect(edit.resolved).toEqual(['theirs']);
  });

  it('stays open on Esc and gives the focus back to the field', async () => {
    const user = userEvent.setup();
    const edit = fakeEdit('No call asks.', { conflict });
    render(Field, { label: 'Prediction', edit, prompt: '' });
    await user.keyboard('{F6}{Escape}');
    const strip = screen.getByRole('alertdialog');
    await vi.waitFor(() => expect(document.activeElement?.className).toContain('show'));
    expect(strip.isConnected).toBe(true);
  });

  it('underlines the words that differ, and says who and when', () => {
    const edit = fakeEdit('No call asks.', { conflict });
    const { container } = render(Field, { label: 'Prediction', edit, prompt: '' });
    const marked = [...container.querySelectorAll('mark')].map((mark) => mark.textContent?.trim());
    expect(marked).toEqual(['No call asks.', 'Half of them ask.']);
    expect(screen.getByRole('alertdialog').textContent).toContain('Ana changed this field');
  });
});
