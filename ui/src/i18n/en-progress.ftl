## Progress on a target condition

frame-view-progress = Progress
action-go-progress = Progress of the team
action-chart-table = The chart as a table
action-chart-signal = Next signal on the chart
action-baseline-anew = Set the baseline anew

progress-name = Progress of { $team }
progress-target-set = Target condition { $number }, set { $date }
progress-target = Target condition { $number }
progress-start = At the start
progress-start-average = Average of { $count } values, { $from } to { $to }
progress-start-single = The value of { $from }, before the target was set
progress-now = Now, { $date }
progress-target-value = Target
progress-way = Way covered
progress-percent = { $percent } %
progress-achieve-by = Achieve by { $date }
progress-days-left = { $days ->
    [one] day left
   *[other] days left
  }
progress-days-over = { $days ->
    [one] day over
   *[other] days over
  }
progress-today = today
progress-close = Close with a reflection
progress-no-target = Which target condition do you work toward? It is set on the storyboard.
progress-no-metric = Which number shows that the process changes? It is named on the storyboard.
progress-no-points = Nothing is measured yet. Record the first number.
progress-no-steps = No step has begun yet. Plan the first one.
progress-no-learning = What a step taught stands here when its result is written.
progress-metric = Metric of the chart
progress-guardrails = Must not get worse
progress-guardrail-none = not measured yet

## Chart

chart-legend-measured = measured
chart-legend-expected = expected
chart-legend-gap = gap
chart-legend-limits = natural process limits
chart-upper = upper limit { $value }
chart-lower = lower limit { $value }
chart-average = average { $value }
chart-provisional = provisional
chart-signal = signal
chart-gap-label = gap { $gap }
chart-baseline-frozen = baseline, { $count } values, limits frozen { $date }
chart-baseline-step = The limits rest on { $count } values, { $from } to { $to }, and are frozen since step { $number } began.
chart-baseline-decided = The limits rest on { $count } values, { $from } to { $to }, as decided on { $date }: { $reason }
chart-baseline-all = The limits rest on all { $count } values so far and move with each.
chart-step-title = Step { $number }: { $verdict }
chart-baseline-open = limits from all { $count } values so far
chart-about = { $metric }, { $count ->
    [one] one value
   *[other] { $count } values
  } from { $from } to { $to }. { $says }
chart-about-none = { $metric }, no values yet
chart-keys = Left and Right go from value to value, S to the next signal, T shows the table.
chart-at = { $value } on { $date }, value { $place } of { $total }
chart-at-signal = signal: { $rule }
chart-at-step = step { $number } started { $date }
chart-at-expected = expected { $value }, gap { $gap }
chart-at-by = measured by { $name }
chart-value = { $value } { $unit }
chart-no-signal = No signal on this chart
chart-show-table = Table
chart-show-picture = Chart
chart-tables = { $metric } as a table
chart-table-name = { $metric }, value by value
chart-table-steps = Steps judged by { $metric }
chart-column-on = Day
chart-column-value = Value
chart-column-value-in = Value, { $unit }
chart-column-signal = Signal
chart-column-step = Step
chart-column-expected = Expected
chart-column-actual = Actual
chart-column-gap = Gap
chart-column-verdict = What its numbers say

rule-beyond = beyond the limits
rule-run_of_eight = eight or more in a row on one side of the average
rule-three_of_four = three of four nearer to a limit than to the average
rule-range_beyond = a larger jump between two values than routine variation makes

## What the chart says

says-title = What the chart says
says-noPoints = Nothing is measured yet.
says-noLimits = { $more ->
    [0] These numbers are too large to compute limits with.
    [one] One more value until limits can be drawn.
   *[other] { $more } more values until limits can be drawn.
  }
says-changed = The process has changed.
says-changed-good = The process has changed, in the good direction.
says-changed-bad = The process has changed, away from the good direction.
says-routine = Only routine variation so far.
says-routine-since = Only routine variation since { $since }, in { $points ->
    [one] one value
   *[other] { $points } values
  }.
says-nothingSince = Nothing is measured since the baseline ended on { $since }.
says-beyond = { $side ->
    [above] { $points ->
        [one] The value of { $from } lies above the upper limit.
       *[other] { $points } values from { $from } to { $to } lie above the upper limit.
      }
   *[below] { $points ->
        [one] The value of { $from } lies below the lower limit.
       *[other] { $points } values from { $from } to { $to } lie below the lower limit.
      }
  }
says-beyond-lasting = { $side ->
    [above] Since { $from } the values lie above the upper limit.
   *[below] Since { $from } the values lie below the lower limit.
  }
says-run_of_eight = { $side ->
    [above] { $points } values in a row from { $from } to { $to } lie above the average of the baseline.
   *[below] { $points } values in a row from { $from } to { $to } lie below the average of the baseline.
  }
says-run_of_eight-lasting = { $side ->
    [above] The newest { $points } values lie above the average of the baseline, since { $from }.
   *[below] The newest { $points } values lie below the average of the baseline, since { $from }.
  }
says-three_of_four = { $side ->
    [above] From { $from } to { $to }, three of four values lie nearer to the upper limit than to the average.
   *[below] From { $from } to { $to }, three of four values lie nearer to the lower limit than to the average.
  }
says-three_of_four-lasting = { $side ->
    [above] Since { $from }, three of four values lie nearer to the upper limit than to the average.
   *[below] Since { $from }, three of four values lie nearer to the lower limit than to the average.
  }
says-range_beyond = The jump to the value of { $to } is larger than routine variation makes.
says-moreSignals = { $count ->
    [one] There is one earlier signal.
   *[other] There are { $count } earlier signals.
  }
says-reached = { $points ->
    [0] The newest value does not reach the target.
    [one] The newest value reaches the target.
   *[other] The newest { $points } values reach the target, since { $from }.
  }
says-earlier-signals = { $count ->
    [one] One earlier signal is not marked.
   *[other] { $count } earlier signals are not marked.
  }
says-provisional = The limits are provisional: { $more ->
    [one] one more value makes
   *[other] { $more } more values make
  } them firm.
says-newLimits = { $more ->
    [0] There are enough values for new limits: the baseline can be set anew.
    [one] Firm new limits need one more value.
   *[other] Firm new limits need { $more } more values.
  }
says-runChart = Run chart: no shift around the median { $median }; longest run { $run }, up to { $allowed } is routine, and { $crossings } crossings, from { $fewest } on is routine.
says-runChart-shift = Run chart: a shift around the median { $median }; longest run { $run }, up to { $allowed } is routine, and { $crossings } crossings, from { $fewest } on is routine.
says-targetIsNoLimit = A target is not a limit.

verdict-signal = { $side ->
    [above] signal above, { $rule }
   *[below] signal below, { $rule }
  }
verdict-not_distinguishable = not yet to be told from routine variation
verdict-needs_more = { $points ->
    [one] one more value needed to tell
   *[other] { $points } more values needed to tell
  }
verdict-no_limits = { $points ->
    [one] no limits, one value too few before the step
   *[other] no limits, { $points } values too few before the step
  }
step-verdict = The values since then: { $verdict }
verdict-none = no value since the step began

## Expected and actual

calibration-title = Expected and actual
calibration-all = Ranges, confidence and Brier score
calibration-count = { $count ->
    [one] one prediction of this team
   *[other] { $count } predictions of this team
  }
calibration-more = { $more ->
    [one] One more until this says something.
   *[other] { $more } more until this says something.
  }
calibration-no-change = no change
calibration-as-expected = as expected
calibration-median = median { $value }
calibration-direction = Right direction in { $hits } of { $all }.
calibration-expects-more = We tend to expect more than a step gives.
calibration-expects-less = Steps tend to give more than we expect.
calibration-expects-right = Steps give about what we expect.
calibration-ranges = { $held } of { $all } results lay in the 80 % range.
calibration-sure = We are surer than our results: by { $points } points.
calibration-unsure = Our results are surer than we are: by { $points } points.
calibration-brier = Brier score { $score }, 0 is best.
calibration-picture = { $count } predictions, from no change to as expected. Median share of the expected change reached: { $median }.

## Days between steps

cadence-title = Days between steps
cadence-median = median { $days }
cadence-longest = The longest wait was { $days ->
    [one] one day
   *[other] { $days } days
  }.
cadence-picture = { $count ->
    [one] One step
   *[other] { $count } steps
  } from { $from } to { $to }. Days between them: { $gaps }.

## Steps toward the challenge

staircase-title = Steps toward the challenge
staircase-stair = TC { $number }, { $text }
staircase-here = we are here
staircase-next = next, set when TC { $number } closes
staircase-first = the first target condition comes here
staircase-challenge = Challenge, { $text }
staircase-challenge-by = Challenge by { $month }, { $text }
staircase-no-challenge = Challenge, not written yet
staircase-met = met { $date }
staircase-not_met = not met, { $date }
staircase-superseded = superseded { $date }
staircase-draft = in pencil
staircase-active = achieve by { $date }, now { $now }
staircase-active-by = achieve by { $date }
staircase-no-pattern = without words yet

## Learning log

learning-title = Learning log
learning-all = { $count ->
    [one] The one entry
   *[other] All { $count } entries
  }
learning-search = Search in the learning log
learning-found = { $count ->
    [0] Nothing found
    [one] One entry
   *[other] { $count } entries
  }
learning-step = Step { $number }, closed { $date }

## Baseline

baseline-title = Set the baseline anew
baseline-about = Limits are computed from the values of these days and stay until the next decision. The decision and its reason are written in the history.
baseline-holds = The window that holds now
baseline-before = What held before holds again: an earlier decision, or the window that the first step froze.
baseline-from = First day
baseline-to = Last day
baseline-reason = Why these days
baseline-reason-prompt = What changed in the process, and when?
baseline-save = Set the baseline
baseline-take-back = Take the decision back
baseline-set = Baseline set
baseline-taken-back = Decision taken back
baseline-reason-missing = Write why. Without a reason nobody can follow it later.
baseline-count = { $count ->
    [0] No value lies in these days.
    [one] One value lies in these days.
   *[other] { $count } values lie in these days.
  } Limits need six, firm ones fifteen.
