import type { Component } from 'svelte';
import type { Route } from '../router.svelte';
import CoachingView from './CoachingView.svelte';
import CycleView from './CycleView.svelte';
import ExperimentsView from './ExperimentsView.svelte';
import HistoryView from './HistoryView.svelte';
import ProgressView from './ProgressView.svelte';
import RetrospectivesView from './RetrospectivesView.svelte';
import RetrospectiveView from './RetrospectiveView.svelte';
import SettingsView from './SettingsView.svelte';
import StoryboardView from './StoryboardView.svelte';
import TeamsView from './TeamsView.svelte';
import WelcomeView from './WelcomeView.svelte';

export type ViewId = Route['view'];

/**
 * The views that exist. The frame offers only these: a view that does not work yet has no tab and
 * no button. Inside the frame a view gets its route as `route`, if it wants it; `welcome` stands
 * without the frame.
 */
export const views: {
  [View in ViewId]?: Component<{ route: Extract<Route, { view: View }> }> | Component;
} = {
  welcome: WelcomeView,
  teams: TeamsView,
  settings: SettingsView,
  history: HistoryView,
  storyboard: StoryboardView,
  experiments: ExperimentsView,
  coaching: CoachingView,
  retrospectives: RetrospectivesView,
  progress: ProgressView,
  cycle: CycleView,
  retrospective: RetrospectiveView,
};
