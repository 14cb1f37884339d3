# Error budgets of a team: what an objective allows, what is left, and for how long.

action-open-error-budget = Error budget: write down a bad day
budget-title = Error budget
budget-text = An objective of 99.9 % allows for a little that is bad: the error budget. Each bad day is written down, and what is left becomes a number of a metric.

## A new objective

budget-new = Another objective
budget-name = What is promised
budget-name-prompt = The shop answers within a second
budget-objective = Objective
budget-objective-help = in percent, like 99.9
budget-unit = Counted in
budget-unit-minutes = minutes
budget-unit-events = events
budget-metric = Metric of the budget left
budget-metric-new = A new one: Error budget left, in %
budget-metric-name = Error budget left: { $name }
budget-metric-definition = Share of the error budget that is left on the day, in percent: 100 % minus what was bad in the window as a share of what the objective allows.
budget-create = Write the objective
budget-created = Objective written.
budget-missing = An objective needs a name and a percentage below 100, like 99.9.

## What is left

budget-which = Objective
budget-window = Window
budget-window-rolling = rolling
budget-window-month = calendar month
budget-window-quarter = calendar quarter
budget-days = Days of the rolling window
budget-left = Left
budget-burn-rate = Burn rate
budget-spent-on = When it is used up
budget-spent-about = about { $date }
budget-spent-nothing = nothing is used
budget-spent-now = it is used up
budget-spent-never = not at this rate
budget-used-minutes = { $used } of { $allowed } minutes used
budget-used-events = { $used } of about { $allowed } events used
budget-window-said = In the { $days } days from { $from } to { $to }, of which { $elapsed } have passed.
budget-window-said-rolling = In the last { $days } days, from { $from } to { $to } (rolling).
budget-burn-rate-text = A burn rate of 1 uses the budget exactly by the end of the window.
budget-events-basis = What is allowed is a share of the events on the days that are written down, so write the good days down too.
budget-no-events = No event is written down in this window yet.
budget-feeds = What is left is a number of the metric “{ $metric }”.

## Bad days

budget-bad-days = Bad days
budget-none = No bad day is written down.
budget-day = Day
budget-minutes = Bad minutes
budget-events = Bad events
budget-total = All events that day
budget-note = What happened
budget-note-prompt = The certificate ran out
budget-add = Write it down
budget-added = Bad day written.
budget-amount-missing = This is no number. Write it like 3 or 2.5.
budget-total-missing = Events need the number of all events of the day.
budget-outside = outside the window
budget-tools = Tools
budget-remove-day = Remove { $day }
budget-day-removed = Bad day removed, with its number.
budget-remove = Remove the objective
budget-removed = Objective removed. Its numbers stay.
