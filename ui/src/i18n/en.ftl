# The English catalogue. Voice: plain, short, in the present; no exclamation marks; no blame, praise or hurry.
# `error-<code>` answers a code of the core, `operation-<kind>` names an operation of the log.

## App
app-name = Kata Board
app-title = { $file } – Kata Board
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
action-open-palette = Search, and every action by name
action-show-shortcuts = Keyboard shortcuts
action-new-file = Create a file
action-open-file = Open a file
action-open-settings = Settings
action-print = Print this page
action-toggle-theme = Switch light and dark
action-undo = Undo your last change
action-redo = Redo
action-go-all-teams = All teams
action-show-due = What is due
action-go-history = History of the board
action-check-file = Check the file
action-show-people = People of the board
action-show-removed = Removed, and can be restored
action-about-team = People and roles of the team
action-show-numbers = All numbers of a metric
action-open-challenge = All about the challenge
action-open-current-condition = All about the current condition
action-add-focus-process = Add a focus process
action-go-team = Go to a team, in the order of the sidebar
action-next-view = Next view
action-plan-step = Plan the next step
action-park-obstacle = Park an obstacle
action-record-number = Write down a number
action-obstacle-address = Address this obstacle now
action-obstacle-clear = Obstacle is cleared
action-obstacle-park = Put the obstacle back in the parking lot
action-obstacle-not-one = It was no obstacle after all
action-obstacle-details = Evidence, reach and steps of the obstacle
action-obstacle-edit = Edit the obstacle
action-move-up = Move up
action-move-down = Move down
action-step-open = Open the step
action-remove-item = Remove
action-field-history = History of the field
action-field-save = Save the field
action-field-cancel = Leave the field as it was
action-step-could-not-run = The step could not be run
action-attach-evidence = Attach a file as evidence
action-step-seal = Seal and start the step
action-hint-next = Next hint in the margin
action-hint-waive = Put a hint aside, with a note
action-conflict-enter = Go into the conflict strip
action-conflict-mine = Keep the first version
action-conflict-theirs = Take the other version
action-conflict-merge = Merge both
scope-everywhere = Everywhere
scope-board = On a board
scope-obstacle = In the parking lot
scope-record = In the experimenting record
scope-field = In a field
scope-hint = Beside hints
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
field-edit = Edit { $label }:
field-empty = { $label }, not written yet. { $prompt }
field-not-a-number = This is not a number. Write it like 3 or 2.5.
field-not-a-count = This is not a whole number. Write it like 7, or leave it empty.
field-not-a-date = This is not a date. Write it like 27 Mar or in 2 weeks.
field-date-help = 27 Mar, Fri or +14
field-saving = Saving
field-keys = { $save } saves, { $cancel } leaves it as it was
field-changed-by = { $name } changed this field at { $time }. Your text stays; saving brings both together.
field-offered = You wrote here at { $time } and it was not saved: “{ $text }”
field-offer-use = Take it back
field-offer-drop = Let it go
field-writing = { $name } is writing
field-history = History of { $label }

field-history-empty = empty
field-history-failed = The history cannot be read just now.

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
gap-picture = Before { $baseline }, expected { $expected }, actual { $actual }, gap { $gap }
gap-picture-open = Before { $baseline }, expected { $expected }, not measured yet
gap-picture-range = Before { $baseline }, expected between { $low } and { $high }, actual { $actual }
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
error-attachment_size = An attachment has at most 5 MB, and is not empty. The file was not copied; nothing else has changed.
error-board_full = The attachments of a board have at most 100 MB together. Remove one, or write a link to the file instead.
error-cancelled = Stopped. Nothing was changed, and no file was written.
error-challenge_circle = That challenge serves this one already, so this one cannot serve it. Choose one that stands above both.
error-cycle_over = This coaching cycle is over. What was said stays; begin the next one from the storyboard.
error-older_file = { $path } was made by an earlier version of the app and cannot be changed where it lies. Open it once where it can be written; nothing was changed in it.
error-time_invalid = Write the time as hours and minutes, for example 09:15.
error-achieve_by_fixed = The achieve-by date does not move. On that date, compare, reflect, and set the next target condition.
error-achieve_by_missing = An active target condition needs its achieve-by date. By when?
error-already_measured =
    { $count ->
        [one] { $on } has a number already: { $old }. Correct it, leave it as it is, or keep both.
       *[other] { $count } numbers are for days that have one already, the first for { $on }. Correct those, leave them as they are, or keep both.
    }
error-already_member = This person is already in the team.
error-another_active = Another target condition is active. Close it with its reflection first.
error-board_name = A name that ends in .kata is for boards. Choose another one.
error-busy = Others are saving just now. Your text is kept; try again in a moment.
error-command_unknown = This version of the app does not know “{ $name }”.
error-damaged = This file is damaged and stays closed. Nothing was changed in it. { $detail }
error-damaged_copy_kept = This file is damaged and stays closed. Nothing was changed in it. The newest checked copy is { $copy }. Copy it to where your team can reach it, and open it there. { $detail }
error-date_out_of_range = This date is outside the years 1900 to 2200.
error-disk_full = The disk is full. Your text is kept on this computer.
error-experiment_state = Step { $number } has moved on in the meantime. Look at it again.
error-field_empty = This field cannot be empty.
error-file_exists = There is a file of this name already. Choose another name, or open it.
error-file_missing = There is no file at { $path }.
error-folder_unusable = No file can be made in the folder of { $path }. Choose another place.
error-foreign_schema = Something else has changed the structure of this file. It stays closed.
error-import_size = This is too much for one import: at most 20 MB. Cut the file into parts.
error-internal = Something unexpected happened. What was saved is safe. { $detail }
error-learned_missing = A step closes with what you learned. Write it, with “because”.
error-lines_rejected =
    { $count ->
        [one] One line is no number. Correct it, or leave it out.
       *[other] { $count } lines are no numbers. Correct them, or leave them out.
    }
error-linked_file = This file has more than one name on its disk, which makes saving unsafe. Open a copy of it.
error-newer_file = A newer version of the app made this file. Update the app to open it.
error-no_board = No file is open.
error-not_a_board = { $path } is not a Kata Board file.
error-not_found = This is no longer on the board.
error-nothing_to_import = There is no number in it.
error-nothing_to_undo = There is nothing of yours to undo.
error-number_invalid = This number cannot be used here.
error-private_files = A private file on this computer cannot be used: { $detail }
error-window_reversed = The baseline ends before it begins. Choose a last day after the first.
error-toil_exceeds_hours = The kinds of toil take more hours than the team worked. Correct one of them.
error-another_ledger = This team has a toil ledger already.
error-day_taken = { $dayOn } is written down already. Correct it in the list.
error-week_taken = The week of { $weekOn } has a sheet already. Open it to correct it.
error-not_in_percent = This metric is not a percentage of this team. Choose another, or begin with a new one.
error-range_reversed = The range ends before it begins. Write the smaller number first.
error-read_only = This file can only be read at the moment.
error-retrospective_state = This retrospective is { $state ->
    [planned] not begun yet
    [running] being held
   *[closed] over
  }. What was written stays.
error-fixed_at_begin = { $field } is fixed once the retrospective has begun. Prepare the next one with it.
error-phases_invalid = A retrospective needs one phase at least, each once, with 1 to 240 minutes, and the first cannot run together with one before it.
error-other_phase = The group is at another phase now. Go back to that phase first.
error-votes_spent = { $limit ->
    [one] One vote at most. Take it from another place first.
   *[other] { $limit } votes at most. Take one from another place first.
  }
error-same_topic = The two topics are one already.
error-next_step_missing = A retrospective ends with one next step. If there is none, say why.
error-given_elsewhere = This counts once for each person, at the computer where they came in first. Nothing was counted here. Give it there.
error-not_yours = Somebody else wrote this. They can change it.
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
error-versions_open = Two versions of { $fields } stand side by side. Choose one before you seal.
error-unreachable = The file does not answer. Your text is kept on this computer.

## Operations of the log, by kind
operation-unknown = A change by a newer app
undone = Undone: { $operation }
undone-past = Undone: { $operation }. { $count ->
    [one] It went past a newer change of yours, which others have built on since.
   *[other] It went past { $count } newer changes of yours, which others have built on since.
  }
redone = Redone: { $operation }
operation-person_create = Person written
operation-person_join = Joined the board
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
operation-observation_edit = Number changed
operation-observation_remove = Number removed
operation-observation_restore = Number restored
operation-observation_add = Number written down
operation-observation_import = Numbers imported
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
operation-coaching_cycle_begin = Coaching cycle begun
operation-coaching_cycle_unknown = Threshold of knowledge written down
operation-coaching_cycle_edit = Coaching cycle changed
operation-coaching_cycle_clock = Shared clock moved
operation-coaching_cycle_finish = Coaching cycle ended
operation-coaching_cycle_break_off = Coaching cycle broken off
operation-coaching_cycle_remove = Coaching cycle removed
operation-coaching_cycle_restore = Coaching cycle restored
operation-attachment_add = Evidence attached
operation-attachment_edit = Evidence renamed
operation-attachment_remove = Evidence removed
operation-attachment_restore = Evidence restored
operation-baseline_window_create = Baseline set anew
operation-baseline_window_edit = Baseline changed
operation-baseline_window_remove = Decision on the baseline taken back
operation-baseline_window_restore = Decision on the baseline restored
operation-slo_create = Service level objective written
operation-slo_edit = Service level objective changed
operation-slo_remove = Service level objective removed
operation-slo_restore = Service level objective restored
operation-bad_day_create = Bad day written
operation-bad_day_edit = Bad day corrected
operation-bad_day_remove = Bad day removed
operation-bad_day_restore = Bad day restored
operation-toil_ledger_begin = Toil ledger begun
operation-toil_ledger_edit = Limit of the toil ledger changed
operation-toil_category_create = Kind of toil written
operation-toil_category_edit = Kind of toil changed
operation-toil_category_move = Kind of toil moved
operation-toil_category_remove = Kind of toil taken off the sheet
operation-toil_category_restore = Kind of toil restored
operation-toil_week_create = Toil sheet saved
operation-toil_week_edit = Toil sheet corrected
operation-toil_week_remove = Toil sheet removed
operation-toil_week_restore = Toil sheet restored
operation-waiver_create = Hint put aside
operation-waiver_edit = Note on a hint changed
operation-waiver_remove = Hint shown again
operation-waiver_restore = Hint put aside again
operation-retrospective_create = Retrospective prepared
operation-retrospective_edit = Retrospective changed
operation-retrospective_begin = Retrospective begun
operation-retrospective_advance = Moved to another phase
operation-retrospective_clock = Shared clock moved
operation-retrospective_discuss = Topic put on the table
operation-retrospective_next_step = Next step agreed on
operation-retrospective_hand_over = Lead handed over
operation-retrospective_close = Retrospective ended
operation-retrospective_remove = Retrospective removed
operation-retrospective_restore = Retrospective restored
operation-timeline_event_create = Event written
operation-timeline_event_edit = Event changed
operation-timeline_event_move = Event moved
operation-timeline_event_remove = Event removed
operation-timeline_event_restore = Event restored
operation-topic_create = Topic made
operation-topic_edit = Topic changed
operation-topic_move = Topic moved
operation-topic_merge = Topics joined
operation-topic_remove = Topic removed
operation-topic_restore = Topic restored
operation-topic_obstacle = Topic became an obstacle
operation-retro_note_create = Note added
operation-retro_note_edit = Note changed
operation-retro_note_remove = Note removed
operation-retro_note_restore = Note restored
operation-retro_notes_group = Notes grouped
operation-obstacle_review_put = Decided in the look back
operation-participant_join = Joined the retrospective
operation-participant_leave = Left the retrospective
operation-participant_ready = Ready with the phase
operation-retro_note_publish = Note shown to the group
operation-answer_publish = Answer given without a name
operation-answer_put = Answer given
operation-vote_set = Votes placed
operation-undo = Undo
operation-redo = Redo

## Frame
frame-teams = Teams
frame-days-left = days left
frame-team-days = { $days } d
frame-team = { $name }, { $days ->
    [one] one day left
   *[other] { $days } days left
  }
frame-team-attention = { $name } asks for attention
frame-team-add = Add a team
frame-team-name = Name of the team
frame-team-prompt = Who improves together?
frame-views = Views
frame-view-storyboard = Storyboard
frame-view-experiments = Experiments
frame-all-teams = All teams
frame-settings = Settings
frame-close-file = Close the file
frame-file-menu = File
frame-people = People who have this file open
frame-theme-dark = Dark theme
frame-theme-light = Light theme
frame-undo = Undo: { $operation }
frame-redo = Redo: { $operation }
file-saved = Shared file, saved { $time }
file-fresh = Shared file, nothing saved yet
file-open-by = { $count ->
    [0] Only you have it open
    [one] You and one other have it open
   *[other] You and { $count } others have it open
  }
file-unreachable = Share not reachable since { $time }. You can read.
file-waiting = Waiting for another save
file-kept = { $count ->
    [one] 1 field is kept here until it is back.
   *[other] { $count } fields are kept here until it is back.
  }
file-read-only = Read only
access-folderReadOnly = The file or its folder does not take changes. You can read, search and print.
access-locksMissing = Locks do not work in this place, so saving together is not safe. You can read.
access-locksNotRaised = This place cannot lock a file, so saving together is not safe. You can read.
access-syncedFolder = The file lies in a synchronised folder. Opened for reading, so that no copy overwrites another.
access-foreignMode = Another app keeps this file in a mode that is not safe on a share. You can read.
access-damaged = The file is damaged. You can read what is whole.
access-newerFile = A newer version of the app made this file. You can read.
trouble-damaged = This file is damaged.
trouble-damaged-safe = Nobody writes in it any more. What you type is kept on this computer, and so is a checked copy of each day.
trouble-damaged-do = Close the board on every computer and open it here again. The app keeps the damaged file as it is and mends what it can.
trouble-historyShortened = A part of this file’s history is gone.
trouble-historyShortened-safe = What the screen shows was saved once and can be used. What was saved after it may be in the checked copies of earlier days on this computer.
trouble-historyShortened-do = Ask whether somebody has put an older copy in this place, before you go on.
trouble-historyRewritten = A part of this file’s history is another one than it was.
trouble-historyRewritten-safe = What the screen shows can be used. What stood there before may be in the checked copies of earlier days on this computer.
trouble-historyRewritten-do = Ask whether somebody has replaced the file or changed it with another tool.
trouble-rowsAltered = Something other than this app has changed this file.
trouble-rowsAltered-safe = Everything saved with the app still stands in the history.
trouble-rowsAltered-do = Keep a copy of the file, and ask who works on it with another tool.
trouble-read = I have read this
clock-ahead = { $name }’s clock is { $minutes } minutes ahead of this computer’s.
clock-ahead-somebody = Somebody’s clock is { $minutes } minutes ahead of this computer’s.
clock-ahead-safe = Nothing is lost: the order of changes does not depend on it.
clock-ahead-do = Times on the board may look wrong until the clock that is not right has been set.
shortcuts-title = Keyboard shortcuts

## Storyboard
storyboard-name = Storyboard of { $team }
storyboard-missing = This team is no longer on the board.
more-about = More about the { $noun }

focus-process = Focus process
focus-process-prompt = Which one process do you improve?
focus-process-scope = From where to where
focus-process-scope-prompt = Where does it begin, where does it end?
focus-process-choose = Other focus processes
focus-process-add = Add a focus process
focus-process-up = Move this one up
focus-process-down = Move this one down
focus-process-remove = Remove this focus process
focus-process-moved = Focus process moved.
focus-process-new-name = New focus process

challenge = Challenge
challenge-until = Challenge, until { $date }
challenge-prompt = Which future state, as if it were already true?
challenge-why = Why it matters
challenge-why-prompt = Where are we today, and why does it matter?
challenge-horizon = Until
challenge-horizon-prompt = 6 months to 3 years ahead
challenge-operational = Measurable operational outcomes
challenge-operational-prompt = Which numbers will show it?
challenge-business = Desired business outcomes
challenge-business-prompt = What is it worth to the business?
challenge-owner = Owner
challenge-owner-none = Nobody yet
challenge-checked = Last asked whether it is still valid
challenge-checked-prompt = Asked again each time a target condition closes
challenge-status = Where it stands
challenge-status-active = Active
challenge-status-achieved = Achieved
challenge-status-dropped = Dropped
challenge-status-text = An achieved or dropped challenge leaves the storyboard and makes room for the next one. Its text stays in the history.
challenge-remove = Remove the challenge
challenge-milestones = Milestones
challenge-milestones-prompt = Which steps on the way show that it is real?
focus-process-first = Name the focus process first.

target-condition = Target condition
target-condition-number = Target condition { $number }
target-condition-prompt = How shall the process run on that date? One line each.
target-condition-achieve-by = Achieve by
target-condition-achieve-prompt = 1 week to 3 months ahead
target-condition-pattern = Operating pattern
target-condition-pattern-prompt = How shall the process run? One line each.
target-condition-draft = In pencil
target-condition-activate = Make it active
target-condition-activate-why = From then on the achieve-by date does not move.
target-condition-needs-date = Write the achieve-by date first.
target-condition-remove = Remove this target condition
target-condition-close = Close target condition { $number }
target-condition-close-action = Close with reflection
target-condition-closing = How does it end?
target-condition-met = Met
target-condition-not-met = Not met
target-condition-superseded = Superseded
target-condition-reflection = Summary reflection
target-condition-reflection-prompt = What did we learn on the way? What surprised us?
target-condition-challenge-valid = Is the challenge still valid?
target-condition-challenge-yes = Yes, it still is
target-condition-challenge-no = No, it needs another look
target-condition-closing-first = Say first how it ends.
target-condition-challenge-first = Say first whether the challenge is still valid.
target-condition-days = { $days ->
    [0] Today is the day
    [one] one day left
   *[other] { $days } days left
  }
target-condition-over = The date is here. Compare, reflect, then set a new current condition.
target-condition-next = Set the next target condition
target-condition-next-why = It begins in pencil, with the operating pattern of the current condition to change.
target-condition-compare = What changes in the operating pattern
target-condition-difference = From the current to the target operating pattern
target-condition-difference-about = Struck through is what goes, underlined what comes.
target-condition-difference-none = The operating pattern is still that of the current condition.
difference-goes = goes:{" "}
difference-comes = comes:{" "}

metric-outcome = Outcome metric
metric-process = Process metric
metric-which = Metric
metric-none = None
metric-new = A new metric
metric-name = Name of the metric
metric-name-prompt = What is counted, per what? Calls per seller per week
metric-unit = Unit
metric-unit-prompt = calls
metric-good = Which direction is good?
metric-good-down = Down
metric-good-up = Up
metric-target-title = Target of the { $kind }
metric-comparison = How the value compares
metric-below = below
metric-at_most = at most
metric-at_least = at least
metric-above = above
metric-target = Target value
metric-target-prompt = Which number tells that it is reached?
metric-target-set = Which number tells that it is reached?
metric-not-measured = Not measured yet
metric-record = Write down a number
metric-record-first = Which number shows it? Write down the first one.
metric-value = Value
metric-on = Day
metric-by = Measured by
metric-how = How
metric-how-prompt = call log, by hand
metric-measured = { $by }, { $how }
metric-last = Last: { $value } on { $date }
metric-remove-last = Remove the last number
metric-written = Number written down.
metric-removed = Number removed.
metric-guardrail = Guardrail
metric-kind = What it is for
metric-definition = Definition
metric-definition-prompt = How is it counted, so that two people get the same number?
metric-source = Where the numbers come from
metric-source-prompt = call log, by hand
metric-rhythm = Measured every
metric-rhythm-prompt = 7
metric-rhythm-unit = days
metric-about = What the metric means
metric-remove = Remove the metric
metric-gone = Metric removed.
metric-moved = Metric moved.
numbers-title = Numbers of { $metric }
numbers-all = All numbers
numbers-open = All numbers of { $metric }
numbers-one = { $value } on { $date }
numbers-value-in = Value in { $unit }
numbers-note = Note
numbers-note-prompt = no note
numbers-by-prompt = nobody named
numbers-how-prompt = not said
numbers-tools = Remove
numbers-remove = Remove { $name }
numbers-none = No number yet. Write down the first one.
numbers-newer = Newer
numbers-older = Older
numbers-newest = These are the newest.
numbers-oldest = These are the oldest.
numbers-page = { $first } to { $last } of { $total }
numbers-removed = { $count ->
    [one] One removed number
   *[other] { $count } removed numbers
  }
metric-value-missing = Write a number like 3 or 2.5.

current-condition = Current condition
current-condition-as-of = as of { $date }
current-condition-prompt = How does the process run today? Go and see first.
current-condition-age = { $days ->
    [0] from today
    [one] one day old
   *[other] { $days } days old
  }
current-condition-stale = { $days ->
    [one] one day old, measure again
   *[other] { $days } days old, measure again
  }
current-condition-remove = Remove this current condition
work-type = Type of work
work-type-none = Not said
work-type-project = Project
work-type-request = Request
work-type-incident = Incident
current-condition-pattern = Operating pattern
current-condition-way = What gets in the way
current-condition-way-prompt = What do you see happening?
current-condition-wrong = When it goes wrong
current-condition-wrong-prompt = Which days, which cases?
current-condition-observed = Observed by
current-condition-observed-prompt = Who went and saw?
current-condition-measured = How it was measured
current-condition-measured-prompt = By hand, from a log, for how long?
current-condition-day = These facts are of
current-condition-measured-by = Measured by
current-condition-metric-of-target = { $metric }, as in the target condition

obstacles = Obstacles parking lot
obstacles-closed = { $count ->
    [one] 1 closed obstacle
   *[other] { $count } closed obstacles
  }
obstacle = Obstacle
obstacle-add = Park an obstacle
obstacle-prompt = What do you see that keeps you from the target condition?
obstacle-first = What keeps you from the target condition? Park it here.
obstacle-addressing = Addressing now
obstacle-parked = Parked
obstacle-cleared-on = Cleared { $date }
obstacle-none-on = Not an obstacle after all
obstacle-address = Address now
obstacle-clear = Cleared
obstacle-park = Park it
obstacle-not-one = Not an obstacle after all
obstacle-remove = Remove
obstacle-move-up = Move up
obstacle-move-down = Move down
obstacle-details = Evidence, reach and steps
obstacle-steps = Steps against it
obstacle-steps-none = No step was taken against it yet.
obstacle-step = Step { $number }
obstacle-step-expected = Expected: { $text }
obstacle-step-came = Came: { $text }
obstacle-evidence = Evidence or measure
obstacle-evidence-prompt = Where and how often did you see it?
obstacle-found = Found on
obstacle-found-prompt = When did you see it?
obstacle-came-from = The step it came to light in
obstacle-reach = Who can do something about it?
obstacle-reach-own = We
obstacle-reach-influence = We can influence it
obstacle-reach-outside = Outside our reach
obstacle-now-addressed = This is the one addressed now.
obstacle-now-cleared = Obstacle cleared.
obstacle-now-parked = Obstacle parked.
obstacle-now-none = Not an obstacle after all.
obstacle-now-removed = Obstacle removed.
obstacle-now-moved = Obstacle moved.
obstacle-written-in = Written in while it was removed, so it is back.

record = Experimenting record
record-obstacle = Obstacle: { $text }
record-people = { $learner ->
    [none] Coach { $coach }
   *[other] { $coach ->
      [none] Learner { $learner }
     *[other] Learner { $learner }, coach { $coach }
    }
  }
record-step = Date, step and metric
record-expect = What do you expect?
record-happened = What happened?
record-learned = What we learned
record-expected-dot = expected
record-actual-dot = actual
record-plan = Plan the next step
record-next = Next step
record-next-first = First step
record-next-expect = Write what you expect first.
record-open-step = Step { $number }: open
record-planned = Planned
record-range = { $from } to { $to }
record-step-field = Step { $number }, one change
record-step-prompt = Which one change do you try?
record-prediction-field = What step { $number } expects
record-prediction-prompt = What do you expect, and why?
record-happened-field = What happened in step { $number }
record-happened-prompt = Go and see. What do the facts say?
record-learned-field = What we learned from step { $number }
record-learned-prompt = What did we learn? Say why, with “because”.
record-number-to = { $from } → { $to } { $unit }
record-number-range = { $from } → { $low } to { $high } { $unit }
record-seal = Sealed { $date }
record-seal-amended = Amended after sealing
record-not-sealed = Not sealed
record-do-step = Do the step
record-under-way = Under way
record-result-opens = Go and see on { $date }. The result opens then.
record-result-opens-soon = Go and see { $when }, { $date }. The result opens then.
record-result-due = Result due since { $date }
record-result-due-today = Result due today
record-closed-until-sealed = Opens when the step is sealed.
record-abandoned = Abandoned
record-could-not-run = Could not be run
record-folded = { $first } to { $last }, { $from } to { $to }
record-folded-since = { $first } to { $last }, since { $from }
record-folded-planned = { $first } to { $last }, planned
record-folded-one = { $first }, { $from }
record-folded-one-planned = { $first }, planned
record-earlier = { $count ->
    [one] One earlier step in the list of all steps
   *[other] { $count } earlier steps in the list of all steps
  }
record-fold = Fold older steps
record-folded-expected = Step { $number }: { $value }
record-folded-actual = Step { $number }: { $value }, gap { $gap }
record-remove = Remove the step
record-now-removed = Step removed.
record-now-planned = Step planned.

removed = Removed
removed-count = Removed { $count }
removed-title = Removed, and can be restored
removed-none = Nothing is removed.
removed-restore = Restore
removed-row = { $noun }, { $when }, { $who }
removed-done = Removed.
removed-restored = Restored.

noun-person = Person
noun-team = Team
noun-membership = Membership
noun-attachment = Attached file
noun-focus_process = Focus process
noun-challenge = Challenge
noun-current_condition = Current condition
noun-target_condition = Target condition
noun-obstacle = Obstacle
noun-metric = Metric
noun-slo = Service level objective
noun-bad_day = Bad day
noun-toil_category = Kind of toil
noun-toil_week = Toil sheet of the week
noun-observation = Number
noun-experiment = Step
noun-retrospective = Retrospective
noun-topic = Topic
noun-retro_note = Note
noun-answer = Said in a round
noun-timeline_event = Event
