import type { ParticipantId, Phase, RetrospectiveView } from '$lib/api/bindings';
import type { Component } from 'svelte';

/** What a phase shows to everybody. */
export interface StageProps {
  view: RetrospectiveView;
  /** The participant at this machine whose own part is shown beside it; none on a projection and between turns. */
  seat: ParticipantId | null;
  /** Whether this person leads the session. */
  leads: boolean;
  /** Whether several people sit at this machine: then what is somebody's own stands behind the cover sheet. */
  shared: boolean;
}

/** What one participant writes, answers or votes for themselves. */
export interface OwnProps {
  view: RetrospectiveView;
  seat: ParticipantId;
}

interface Stage {
  /** The phase on the screen; phases that run together and name the same component are drawn once. */
  stage: Component<StageProps>;
  /** What everybody does for themselves in this phase. */
  own?: Component<OwnProps>;
}

/** Every phase, once. */
export const stages: Partial<Record<Phase, Stage>> = {};
