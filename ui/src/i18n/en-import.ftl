# Numbers from outside: quick entry, import, the same day twice, ready-made definitions. Voice: as in en.ftl.

action-quick-number = Write down a number of any team
action-import-numbers = Import numbers

## Quick entry
quick-title = Write down a number
quick-metric = Team and metric
quick-metric-prompt = Type a team or a metric
quick-metric-list = Metrics
quick-choice = { $team }: { $metric }
quick-none = No metric has these words.
quick-no-metric = No team has a metric yet. Write the first number down on a team’s storyboard.
quick-metric-missing = Which metric is it?
quick-save = Write down
quick-import = Import a column or a file
quick-last = Last: { $value } on { $date }

## The same day twice
same-day-met = { $date } has a number already: { $old }. Is this a correction, or a second number of that day?
same-day-replace = Correct it
same-day-keep = Keep both

## Import
import-title = Import numbers
import-first-team = There is no team yet. Add one, then import its numbers.
import-metric = Metric
import-text = Column or table
import-text-prompt = Paste a column or a table from a spreadsheet, or choose a CSV file.
import-file = Choose a file
import-another = Another text
import-pasted = Pasted text
import-reading = Reading the text
import-columns = How it is read
import-column-value = Number
import-column-day = Day
import-column-by = Measured by
import-column-note = Note
import-column-none = Not in the text
import-column-day-none = Not in the text: count back
import-column = { $number }: { $name }
import-separator = Cells are separated by
import-separator-tab = tabs
import-separator-semicolon = semicolons
import-separator-bar = bars
import-separator-comma = commas
import-header = The first line
import-header-yes = names the columns
import-header-no = is a number like the others
import-decimal = Decimals
import-decimal-point = 41.5
import-decimal-comma = 41,5
import-dates = Dates such as 3/4/2026
import-dates-day_first = day first
import-dates-month_first = month first
import-last-on = Day of the last line
import-every = Days from line to line
import-every-missing = Write a whole number of days.
import-how = How they were measured
import-doubt-dates = These dates can be read day first or month first. Look at the days below, and choose.
import-doubt-decimals = The comma or point may stand before decimals or between thousands. Look at the numbers below, and choose.
import-doubt-unit = The numbers are in { $unit }, the metric is in { $wanted }. They are taken as they are.
import-zone = Times without a zone are read as { $zone }, the time of this computer.
import-rows = What is read
import-line = Line
import-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
import-span = { $count ->
    [one] One number, { $first }
   *[other] { $count } numbers, { $first } to { $last }
  }
import-rejected = { $count ->
    [one] One line is left out
   *[other] { $count } lines are left out
  }
import-rejected-line = Line { $line }: { $reason }
import-reason-no_value = there is no number.
import-reason-not_a_number = this is no number.
import-reason-other_unit = the number has another unit than the others.
import-reason-no_day = there is no day.
import-reason-not_a_day = the day cannot be read.
import-reason-day_ahead = the day has not come yet.
import-reason-text_unusable = a text is too long or has hidden characters.
import-already = { $count ->
    [one] One number is for a day that has one already. What becomes of it?
   *[other] { $count } numbers are for days that have one already. What becomes of them?
  }
import-duplicates = Days that have a number already
import-duplicates-skip = Leave the old ones
import-duplicates-replace = Correct the old ones
import-duplicates-keep_both = Keep both
import-already-line = { $date }: { $old } stands there, { $value } comes
import-already-text = { $date }: { $old } stands in an earlier line, { $value } in line { $line }
import-already-which = Which days
import-do = { $count ->
    [0] Import
    [one] Import one number
   *[other] Import { $count } numbers
  }
import-nothing = There is no number to import yet.
import-nothing-new = Every day has its number already.
import-no-metric = Choose the metric first.
import-no-name = Give the metric a name first.
import-done = { $count ->
    [0] Nothing was new.
    [one] One number imported.
   *[other] { $count } numbers imported.
  }
import-open = Import numbers

## Ready-made definitions: copied into a new metric, and changed there
ready-which = Begin with
ready-none = An empty definition
ready-lead_time = Lead time
ready-lead_time-unit = days
ready-lead_time-definition = Days from the moment a customer asks until the customer has it, weekends counted. One value for each request that was finished.
ready-process_time = Process time
ready-process_time-unit = h
ready-process_time-definition = Hours in which somebody works on one request, without the time it waits. Add up the hours of everybody who touches it.
ready-handoffs = Handoffs
ready-handoffs-unit = handoffs
ready-handoffs-definition = How often one request goes from one person or team to another until it is finished. Passing it back counts too.
ready-queue_wait = Queue wait
ready-queue_wait-unit = h
ready-queue_wait-definition = Hours that one request lies in a queue before anybody begins to work on it. From entering the queue to the first work.
ready-complete_accurate = % complete and accurate
ready-complete_accurate-unit = %
ready-complete_accurate-definition = Of all requests of the week, the share that the next step could use as they came: nothing asked back, nothing added, nothing corrected.
ready-toil = Toil
ready-toil-unit = %
ready-toil-definition = Share of the team’s hours in the week that went into manual, repetitive work which could be automated, leaves nothing behind and grows with the service.
ready-mttd = Time to detect
ready-mttd-unit = min
ready-mttd-definition = Minutes from the moment customers are affected until somebody or something of ours notices. One value for each incident.
ready-mttr = Time to restore
ready-mttr-unit = min
ready-mttr-definition = Minutes from the moment customers are affected until the service works for them again. One value for each incident.
ready-change_lead_time = Change lead time
ready-change_lead_time-unit = h
ready-change_lead_time-definition = Hours from the commit of a change until it runs in production. One value for each deployment, its oldest change.
ready-change_failure_rate = Change failure rate
ready-change_failure_rate-unit = %
ready-change_failure_rate-definition = Of all deployments of the week, the share that had to be rolled back, fixed at once, or led to an incident.
ready-error_budget = Error budget left
ready-error_budget-unit = %
ready-error_budget-definition = What is left of the bad events that the service level objective allows in its window. 100 % is all of it, 0 % is none, below 0 % the objective is missed.
import-working = The numbers are being written
import-cancel = Stop
