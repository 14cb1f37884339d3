import type { MessageId } from '../i18n/message-ids';

/**
 * Where a key works. A single letter never works while a text field has the focus, wherever it is.
 */
export type Scope =
  | 'everywhere'
  | 'board'
  | 'cycle'
  | 'retro'
  | 'obstacle'
  | 'record'
  | 'field'
  | 'hint'
  | 'conflict';

interface ActionInfo {
  /**
   * First is shown on buttons; all of them work. `Mod` is Ctrl, and Cmd on a Mac. None: by its name
   * alone.
   */
  chords: readonly string[];
  title: MessageId;
  scope: Scope;
}

/**
 * Every action, once. Keys, the palette, menus, tooltips and the page of shortcuts read this table.
 * To add one: a line here, a message `action-…`, and `onAction` where it is carried out.
 */
export const actions = {
  'open-palette': { chords: ['Mod+K'], title: 'action-open-palette', scope: 'everywhere' },
  'show-shortcuts': { chords: ['?', 'F1'], title: 'action-show-shortcuts', scope: 'everywhere' },
  'new-file': { chords: ['Mod+N'], title: 'action-new-file', scope: 'everywhere' },
  'open-file': { chords: ['Mod+O'], title: 'action-open-file', scope: 'everywhere' },
  print: { chords: ['Mod+P'], title: 'action-print', scope: 'everywhere' },
  'open-settings': { chords: ['Mod+,'], title: 'action-open-settings', scope: 'everywhere' },
  'toggle-theme': { chords: ['Mod+Shift+L'], title: 'action-toggle-theme', scope: 'everywhere' },
  'zoom-in': { chords: ['Mod++', 'Mod+='], title: 'action-zoom-in', scope: 'everywhere' },
  'zoom-out': { chords: ['Mod+-'], title: 'action-zoom-out', scope: 'everywhere' },
  'zoom-reset': { chords: ['Mod+0'], title: 'action-zoom-reset', scope: 'everywhere' },
  undo: { chords: ['Mod+Z'], title: 'action-undo', scope: 'everywhere' },
  redo: { chords: ['Mod+Shift+Z', 'Mod+Y'], title: 'action-redo', scope: 'everywhere' },
  'go-all-teams': { chords: ['Alt+0'], title: 'action-go-all-teams', scope: 'everywhere' },
  'go-team': {
    chords: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'],
    title: 'action-go-team',
    scope: 'everywhere',
  },
  'show-due': { chords: [], title: 'action-show-due', scope: 'everywhere' },
  'quick-number': { chords: ['E'], title: 'action-quick-number', scope: 'everywhere' },
  'import-numbers': { chords: [], title: 'action-import-numbers', scope: 'everywhere' },
  'go-history': { chords: [], title: 'action-go-history', scope: 'everywhere' },
  'check-file': { chords: [], title: 'action-check-file', scope: 'everywhere' },
  'close-file': { chords: [], title: 'settings-file-close', scope: 'everywhere' },
  'add-team': { chords: [], title: 'teams-add', scope: 'everywhere' },
  'show-people': { chords: [], title: 'action-show-people', scope: 'everywhere' },
  'show-removed': { chords: [], title: 'action-show-removed', scope: 'everywhere' },
  'about-team': { chords: [], title: 'action-about-team', scope: 'board' },
  'report-open': { chords: [], title: 'action-report-open', scope: 'board' },
  'next-view': { chords: ['Ctrl+Tab'], title: 'action-next-view', scope: 'board' },
  'coaching-open': { chords: ['Q'], title: 'action-coaching-open', scope: 'board' },
  'go-retrospectives': { chords: ['V'], title: 'action-go-retrospectives', scope: 'board' },
  'go-progress': { chords: ['G'], title: 'action-go-progress', scope: 'board' },
  'chart-signal': { chords: ['S'], title: 'action-chart-signal', scope: 'board' },
  'chart-table': { chords: ['T'], title: 'action-chart-table', scope: 'board' },
  'baseline-anew': { chords: [], title: 'action-baseline-anew', scope: 'board' },
  'plan-step': { chords: ['N'], title: 'action-plan-step', scope: 'board' },
  'park-obstacle': { chords: ['O'], title: 'action-park-obstacle', scope: 'board' },
  'record-number': { chords: ['M'], title: 'action-record-number', scope: 'board' },
  'show-numbers': { chords: [], title: 'action-show-numbers', scope: 'board' },
  'open-error-budget': { chords: [], title: 'action-open-error-budget', scope: 'board' },
  'open-toil': { chords: [], title: 'action-open-toil', scope: 'board' },
  'open-challenge': { chords: [], title: 'action-open-challenge', scope: 'board' },
  'open-current-condition': { chords: [], title: 'action-open-current-condition', scope: 'board' },
  'compare-patterns': { chords: [], title: 'target-condition-compare', scope: 'board' },
  'close-target-condition': { chords: [], title: 'target-condition-close-action', scope: 'board' },
  'add-focus-process': { chords: [], title: 'action-add-focus-process', scope: 'board' },
  'cycle-next': { chords: ['ArrowRight'], title: 'action-cycle-next', scope: 'cycle' },
  'cycle-back': { chords: ['ArrowLeft'], title: 'action-cycle-back', scope: 'cycle' },
  'cycle-turn': { chords: ['Space'], title: 'action-cycle-turn', scope: 'cycle' },
  'cycle-write': { chords: ['Enter'], title: 'action-cycle-write', scope: 'cycle' },
  'cycle-finish': { chords: ['Mod+Shift+Enter'], title: 'action-cycle-finish', scope: 'cycle' },
  'cycle-unknown': { chords: ['K'], title: 'action-cycle-unknown', scope: 'cycle' },
  'cycle-note': { chords: ['N'], title: 'action-cycle-note', scope: 'cycle' },
  'cycle-pause': { chords: ['P'], title: 'action-cycle-pause', scope: 'cycle' },
  'cycle-minute': { chords: ['T'], title: 'action-cycle-minute', scope: 'cycle' },
  'cycle-leave': { chords: ['Escape'], title: 'action-cycle-leave', scope: 'cycle' },
  'room-size': { chords: ['R'], title: 'action-room-size', scope: 'cycle' },
  'retro-next': { chords: ['Mod+Enter'], title: 'action-retro-next', scope: 'retro' },
  'retro-back': { chords: [], title: 'action-retro-back', scope: 'retro' },
  'retro-people': { chords: ['A'], title: 'action-retro-people', scope: 'retro' },
  'retro-ready': { chords: ['Y'], title: 'action-retro-ready', scope: 'retro' },
  'retro-turns': { chords: ['B'], title: 'action-retro-turns', scope: 'retro' },
  'retro-move': { chords: ['M'], title: 'action-retro-move', scope: 'retro' },
  'retro-topic-new': { chords: ['N'], title: 'action-retro-topic-new', scope: 'retro' },
  'retro-topic-rename': { chords: ['F2'], title: 'action-retro-topic-rename', scope: 'retro' },
  'retro-vote-more': { chords: ['+'], title: 'action-retro-vote-more', scope: 'retro' },
  'retro-vote-less': { chords: ['-'], title: 'action-retro-vote-less', scope: 'retro' },
  'retro-tags': { chords: ['W'], title: 'action-retro-tags', scope: 'retro' },
  'retro-topic-next': { chords: ['D'], title: 'action-retro-topic-next', scope: 'retro' },
  'retro-obstacle': { chords: ['O'], title: 'action-retro-obstacle', scope: 'retro' },
  'retro-pause': { chords: ['P'], title: 'action-retro-pause', scope: 'retro' },
  'retro-minute': { chords: ['T'], title: 'action-retro-minute', scope: 'retro' },
  'retro-project': { chords: ['F'], title: 'action-retro-project', scope: 'retro' },
  'retro-leave': { chords: ['Escape'], title: 'action-retro-leave', scope: 'retro' },
  'obstacle-address': { chords: ['A'], title: 'action-obstacle-address', scope: 'obstacle' },
  'obstacle-clear': { chords: ['C'], title: 'action-obstacle-clear', scope: 'obstacle' },
  'obstacle-park': { chords: ['P'], title: 'action-obstacle-park', scope: 'obstacle' },
  'obstacle-not-one': { chords: ['X'], title: 'action-obstacle-not-one', scope: 'obstacle' },
  'obstacle-details': { chords: ['D'], title: 'action-obstacle-details', scope: 'obstacle' },
  'obstacle-edit': { chords: ['Enter'], title: 'action-obstacle-edit', scope: 'obstacle' },
  // Behind the keys of an obstacle: on one of them, P parks it.
  'retro-prepare': { chords: ['P'], title: 'action-retro-prepare', scope: 'board' },
  'move-up': { chords: ['Alt+ArrowUp'], title: 'action-move-up', scope: 'obstacle' },
  'move-down': { chords: ['Alt+ArrowDown'], title: 'action-move-down', scope: 'obstacle' },
  'step-open': { chords: ['Enter'], title: 'action-step-open', scope: 'record' },
  'remove-item': { chords: ['Delete'], title: 'action-remove-item', scope: 'board' },
  'step-done': { chords: [], title: 'step-done', scope: 'record' },
  'step-close': { chords: [], title: 'step-close', scope: 'record' },
  'step-abandon': { chords: [], title: 'step-abandon', scope: 'record' },
  'step-could-not-run': { chords: [], title: 'action-step-could-not-run', scope: 'record' },
  'attach-evidence': { chords: [], title: 'action-attach-evidence', scope: 'record' },
  'field-history': { chords: ['Alt+H'], title: 'action-field-history', scope: 'field' },
  'field-save': { chords: ['Mod+Enter'], title: 'action-field-save', scope: 'field' },
  'field-cancel': { chords: ['Escape'], title: 'action-field-cancel', scope: 'field' },
  'step-seal': { chords: ['Mod+Shift+Enter'], title: 'action-step-seal', scope: 'record' },
  'hint-next': { chords: ['H'], title: 'action-hint-next', scope: 'hint' },
  'hint-waive': { chords: ['W'], title: 'action-hint-waive', scope: 'hint' },
  'conflict-enter': { chords: ['F6'], title: 'action-conflict-enter', scope: 'conflict' },
  'conflict-mine': { chords: ['1'], title: 'action-conflict-mine', scope: 'conflict' },
  'conflict-theirs': { chords: ['2'], title: 'action-conflict-theirs', scope: 'conflict' },
  'conflict-merge': { chords: ['3'], title: 'action-conflict-merge', scope: 'conflict' },
} as const satisfies Record<string, ActionInfo>;

export type ActionId = keyof typeof actions;

export function actionInfo(id: ActionId): ActionInfo {
  return actions[id];
}

/** An action that has a key. */
export type KeyedId = {
  [Id in ActionId]: (typeof actions)[Id]['chords'] extends readonly [] ? never : Id;
}[ActionId];

/** The key shown on a button. */
export function chordOf(id: KeyedId): string {
  return actions[id].chords[0];
}
