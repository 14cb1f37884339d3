import type { Component } from 'svelte';

/** A lucide icon, imported from its own module: `import Lock from '@lucide/svelte/icons/lock'`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each icon has its own props type
export type IconGlyph = Component<any>;
