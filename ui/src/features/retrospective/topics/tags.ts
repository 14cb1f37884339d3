import type { Mismatch, Waste } from '$lib/api/bindings';
import type { IconGlyph } from '$kit';
import { t } from '$lib/i18n/messages';
import Bug from '@lucide/svelte/icons/bug';
import FileQuestion from '@lucide/svelte/icons/file-question-mark';
import Footprints from '@lucide/svelte/icons/footprints';
import Gauge from '@lucide/svelte/icons/gauge';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Layers from '@lucide/svelte/icons/layers';
import Package from '@lucide/svelte/icons/package';
import Repeat from '@lucide/svelte/icons/repeat';
import Shuffle from '@lucide/svelte/icons/shuffle';
import Split from '@lucide/svelte/icons/split';
import Truck from '@lucide/svelte/icons/truck';
import UserX from '@lucide/svelte/icons/user-x';
import Workflow from '@lucide/svelte/icons/workflow';
import Wrench from '@lucide/svelte/icons/wrench';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import SquareStack from '@lucide/svelte/icons/square-stack';

export const MISMATCHES: Readonly<Record<Mismatch, IconGlyph>> = {
  information: FileQuestion,
  process: Workflow,
  tooling: Wrench,
  capacity: Gauge,
};
export const WASTES: Readonly<Record<Waste, IconGlyph>> = {
  waiting: Hourglass,
  handoffs: Split,
  partially_done: CircleDashed,
  task_switching: Shuffle,
  relearning: Repeat,
  defects: Bug,
  extra_processing: Layers,
  unused_talent: UserX,
  motion: Footprints,
  transportation: Truck,
  inventory: Package,
  overproduction: SquareStack,
};

export const wasteName = (waste: Waste): string => t(`retro-waste-${waste}`);
export const mismatchName = (mismatch: Mismatch): string => t(`retro-mismatch-${mismatch}`);
