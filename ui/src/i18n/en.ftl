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
