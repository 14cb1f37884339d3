import type { ParticipantId, Phase, RetrospectiveView } from '$lib/api/bindings';
import type { KeyedId } from '$lib/commands/registry';
import type { Component } from 'svelte';
import OwnCheckIn from './check-in/OwnCheckIn.svelte';
import OwnNotes from './reflect/OwnNotes.svelte';
import OwnClose from './close/OwnClose.svelte';
import CheckIn from './stage/CheckIn.svelte';
import Close from './stage/Close.svelte';
import Discuss from './stage/Discuss.svelte';
import LookBack from './stage/LookBack.svelte';
import MapStage from './stage/MapStage.svelte';
import NextStep from './stage/NextStep.svelte';
import Reflect from './stage/Reflect.svelte';
import Topics from './stage/Topics.svelte';
import OwnVotes from './topics/OwnVotes.svelte';

/** What a phase shows to everybody. */
export interface StageProps {
  view: RetrospectiveView;
  /**
   * The participant at this machine whose own part is shown beside it; none on a projection and
   * between turns.
   */
  seat: ParticipantId | null;
  /** Whether this person leads the session. */
  leads: boolean;
  /**
   * Whether several people sit at this machine: then what is somebody's own stands behind the cover
   * sheet.
   */
  shared: boolean;
}

/** What one participant writes, answers or votes for themselves. */
export interface OwnProps {
  view: RetrospectiveView;
  seat: ParticipantId;
}

interface Stage {
  /**
   * The phase on the screen; phases that run together and name the same component are drawn once.
   */
  stage: Component<StageProps>;
  /** What everybody does for themselves in this phase. */
  own?: Component<OwnProps>;
  /** Keys that no button of the phase shows. */
  keys?: readonly KeyedId[];
  /** How the phase is used, in a sentence. */
  hint?: 'retro-wall-hint';
}

const wall = {
  stage: Topics,
  keys: ['retro-move', 'retro-tags', 'undo'],
  hint: 'retro-wall-hint',
} as const satisfies Stage;

/**
 * What stands on the screen now; phases that run together and are drawn by the same component stand
 * there once.
 */
export const stagesOf = ({ phasesNow }: RetrospectiveView): Component<StageProps>[] => [
  ...new Set(phasesNow.map((phase) => stages[phase].stage)),
];

/** Every phase, once. */
export const stages: Readonly<Record<Phase, Stage>> = {
  check_in: { stage: CheckIn, own: OwnCheckIn },
  look_back: { stage: LookBack },
  map: { stage: MapStage },
  reflect: { stage: Reflect, own: OwnNotes },
  group: wall,
  vote: { ...wall, own: OwnVotes },
  discuss: { stage: Discuss },
  next_step: { stage: NextStep },
  close: { stage: Close, own: OwnClose },
};
