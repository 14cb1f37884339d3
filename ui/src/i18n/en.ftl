# The English catalogue. Voice: plain, short, in the present; no exclamation marks; no blame, praise or hurry.
# `error-<code>` answers a code of the core, `operation-<kind>` names an operation of the log.

## App
app-name = Kata Board
app-loading = Reading { $file }

## Keys
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-enter = Enter
key-escape = Esc
key-delete = Del
key-tab = Tab
key-up = ↑
key-down = ↓

## Actions (menus, tooltips, the page of shortcuts)
action-show-shortcuts = Keyboard shortcuts
action-new-file = Create a file
action-open-file = Open a file
action-open-settings = Settings
action-toggle-theme = Switch light and dark
action-undo = Undo your last change
action-redo = Redo
action-go-all-teams = All teams
action-go-team = Go to a team, in the order of the sidebar
action-next-view = Next view
action-plan-step = Plan the next step
action-park-obstacle = Park an obstacle
action-record-number = Write down a number
action-obstacle-address = Address this obstacle now
action-obstacle-clear = Obstacle is cleared
action-obstacle-park = Put the obstacle back in the parking lot
action-obstacle-edit = Edit the obstacle
action-move-up = Move up
action-move-down = Move down
action-step-open = Open the step
action-remove-item = Remove
action-field-save = Save the field
action-field-cancel = Leave the field as it was
action-step-seal = Seal and start the step
action-conflict-enter = Go into the conflict strip
action-conflict-mine = Keep the first version
action-conflict-theirs = Take the other version
action-conflict-merge = Merge both
scope-everywhere = Everywhere
scope-board = On a board
scope-obstacle = In the parking lot
scope-record = In the experimenting record
scope-field = In a field
scope-conflict = In the conflict strip

## Shared words
close = Close
cancel = Cancel
save = Save
undo = Undo
redo = Redo
copy-details = Copy details
try-again = Try again
person-unknown = Somebody
loading = Reading
unit-with-value = { $value } { $unit }

## Fields
field-edit = { $label }: { $value }. Edit
field-empty = { $label }, not written yet. { $prompt }
field-not-a-number = This is not a number. Write it like 3 or 2.5.
field-not-a-date = This is not a date. Write it like 27 Mar or +14.
field-date-help = 27 Mar, Fri or +14
field-saving = Saving
field-keys = { $save } saves, { $cancel } leaves it as it was
field-changed-by = { $name } changed this field at { $time }. Your text stays; saving brings both together.
field-offered = You wrote here at { $time } and it was not saved: “{ $text }”
field-offer-use = Take it back
field-offer-drop = Let it go
field-writing = { $name } is writing
field-history = History of { $label }

## Conflict strip
conflict-title = { $name } changed this field at { $time } while you were writing. Nothing is lost.
conflict-name = Two versions of { $label }
conflict-shown = Shown now
conflict-other = { $name }, { $time }
conflict-keep = Keep this one
conflict-take = Take { $name }’s
conflict-merge = Merge both
conflict-history = Both stay in the history.

## Figures
gap-picture = Baseline { $baseline }, expected { $expected }, actual { $actual }, gap { $gap }
gap-picture-open = Baseline { $baseline }, expected { $expected }, not measured yet
gap-label = gap { $gap }
chart-name = { $metric }, { $count ->
    [one] one value
   *[other] { $count } values
  } from { $first } on { $from } to { $last } on { $to }
chart-target = target { $target }
chart-by = by { $date }
chart-step = Step { $number }, started { $date }
chart-point = { $date }: { $value }

## Menus, toasts, people
menu-more = More for { $name }
toasts = Messages
people-here = { $count ->
    [0] Only you have this file open
    [one] You and one other person have this file open
   *[other] { $count } other people have this file open
  }
person-writing = { $name }, writing
person-me = { $name }, you
person-read-only = { $name }, read only
stamp-sealed = Sealed { $date }
stamp-not-sealed = Not sealed
stamp-amended = Amended after sealing

## Errors
error-unknown-code = Something unexpected happened ({ $code }). Nothing that was saved is lost.
error-achieve_by_fixed = The achieve-by date does not move. On that date, compare, reflect, and set the next target condition.
error-achieve_by_missing = An active target condition needs its achieve-by date. By when?
error-already_member = This person is already in the team.
error-another_active = Another target condition is active. Close it with its reflection first.
error-busy = Others are saving just now. Your text is kept; try again in a moment.
error-command_unknown = This version of the app does not know “{ $name }”.
error-damaged = This file is damaged and stays closed. Nothing was changed in it. { $detail }
error-date_out_of_range = This date is outside the years 1900 to 2200.
error-disk_full = The disk is full. Your text is kept on this computer.
error-experiment_state = Step { $number } has moved on in the meantime. Look at it again.
error-field_empty = This field cannot be empty.
error-file_exists = There is a file of this name already. Choose another name, or open it.
error-file_missing = There is no file at { $path }.
error-folder_unusable = No file can be made in the folder of { $path }. Choose another place.
error-foreign_schema = Something else has changed the structure of this file. It stays closed.
error-internal = Something unexpected happened. What was saved is safe. { $detail }
error-learned_missing = A step closes with what you learned. Write it, with “because”.
error-linked_file = This file has more than one name on its disk, which makes saving unsafe. Open a copy of it.
error-newer_file = A newer version of the app made this file. Update the app to open it.
error-no_board = No file is open.
error-not_a_board = { $path } is not a Kata Board file.
error-not_found = This is no longer on the board.
error-nothing_to_undo = There is nothing of yours to undo.
error-number_invalid = This number cannot be used here.
error-private_files = A private file on this computer cannot be used: { $detail }
error-range_reversed = The range ends before it begins. Write the smaller number first.
error-read_only = This file can only be read at the moment.
error-reflection_missing = A target condition closes with its reflection. What did you learn on the way?
error-removed = This was removed. Restore it from the list of removed things to go on.
error-request_invalid = The app asked for something it should not have ({ $command }). Nothing was changed.
error-result_closed = The result opens on the check date, or when you say that the step is done.
error-seal_incomplete = Sealing still needs: { $missing }.
error-sealed_stays = A sealed step stays on the record. You can abandon it, with what you learned.
error-target_condition_status = The target condition has moved on in the meantime. Look at it again.
error-text_control = This text has a hidden control character in it. Type it again without pasting.
error-text_too_long = This text has { $length } characters; the field takes { $limit }.
error-too_many = At most { $limit } at once.
error-undo_overtaken = Others have changed the same thing since. Undo would take their words away.
error-unreachable = The file does not answer. Your text is kept on this computer.

## Operations of the log, by kind
operation-unknown = A change by a newer app
undone = Undone: { $operation }
redone = Redone: { $operation }
operation-person_create = Person written
operation-person_edit = Person changed
operation-person_remove = Person removed
operation-person_restore = Person restored
operation-team_create = Team written
operation-team_edit = Team changed
operation-team_remove = Team removed
operation-team_restore = Team restored
operation-membership_create = Membership written
operation-membership_edit = Membership changed
operation-membership_remove = Membership removed
operation-membership_restore = Membership restored
operation-focus_process_create = Focus process written
operation-focus_process_edit = Focus process changed
operation-focus_process_remove = Focus process removed
operation-focus_process_restore = Focus process restored
operation-challenge_create = Challenge written
operation-challenge_edit = Challenge changed
operation-challenge_remove = Challenge removed
operation-challenge_restore = Challenge restored
operation-current_condition_create = Current condition written
operation-current_condition_edit = Current condition changed
operation-current_condition_remove = Current condition removed
operation-current_condition_restore = Current condition restored
operation-target_condition_create = Target condition written
operation-target_condition_edit = Target condition changed
operation-target_condition_remove = Target condition removed
operation-target_condition_restore = Target condition restored
operation-obstacle_create = Obstacle written
operation-obstacle_edit = Obstacle changed
operation-obstacle_remove = Obstacle removed
operation-obstacle_restore = Obstacle restored
operation-metric_create = Metric written
operation-metric_edit = Metric changed
operation-metric_remove = Metric removed
operation-metric_restore = Metric restored
operation-experiment_create = Step written
operation-experiment_edit = Step changed
operation-experiment_remove = Step removed
operation-experiment_restore = Step restored
operation-observation_create = Number written
operation-observation_edit = Number changed
operation-observation_remove = Number removed
operation-observation_restore = Number restored
operation-observation_add = Number written down
operation-focus_process_move = Focus process moved
operation-metric_move = Metric moved
operation-obstacle_move = Obstacle moved
operation-obstacle_address = Obstacle addressed now
operation-obstacle_move_to = State of an obstacle changed
operation-target_condition_activate = Target condition made active
operation-target_condition_close = Target condition closed
operation-experiment_seal = Step sealed and started
operation-experiment_finish = Step done
operation-experiment_evaluate = Step evaluated
operation-experiment_abandon = Step abandoned
operation-experiment_could_not_run = Step could not be run
operation-undo = Undo
operation-redo = Redo
