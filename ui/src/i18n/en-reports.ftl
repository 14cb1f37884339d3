## Reports: what they say

report-title = Report of { $team }
report-whole = Written for { $on }, of all steps
report-from = Written for { $on }, of the steps from { $from }
report-until = Written for { $on }, of the steps until { $to }
report-between = Written for { $on }, of the steps from { $from } to { $to }
report-footer = { $file } · { $team } · board as of { $date }, { $time }
report-page = page { $page } of { $pages }
report-no-process = The team has no focus process yet.

report-challenge = Challenge
report-no-challenge = No challenge is written yet.
report-staircase = Target conditions on the way to the challenge
report-no-target = No target condition is set yet.
report-stair-number = No.
report-stair-target = Target
report-stair-set = Set
report-stair-achieve-by = Achieve by
report-stair-status = Where it stands
report-stair-here = { $days ->
    [0] we are here, today is its day
    [one] we are here, one day left
   *[other] we are here, { $days } days left
  }
report-stair-over = its date is here; compare and reflect
report-stair-draft = in pencil
report-stair-met = met { $date }
report-stair-not_met = not met { $date }
report-stair-superseded = superseded { $date }
report-target-pattern = Target condition { $number }

report-condition = Current condition
report-as-of = As of
report-pattern-now = Operating pattern now
report-in-the-way = What gets in the way
report-goes-wrong = When it goes wrong

report-steps = Steps
report-no-steps = No step was under way in this period.
report-step = Step { $number }
report-plan = Plan
report-result = Result
report-against = Against
report-kind = Kind
report-expected = Expected
report-prediction = Expected, in words
report-range = { $low } to { $high }
report-run-by = Run by
report-bar-amended = Sealed { $date }, amended after sealing
report-state = State
report-state-planned = In pencil
report-state-running = Running
report-state-due = Running, result due
report-state-abandoned = Abandoned
report-state-could_not_run = Could not be run
report-actual = Actual
report-gap = Gap
report-gap-realised = { $gap }; { $percent } % of the expected way
report-within-range = within the expected range
report-outside-range = { $by } outside the expected range
report-happened = What happened
report-learned = What we learned
report-belief = What we now believe
report-evidence = Evidence
report-closed = Closed
report-amendments = Amended after sealing
report-amendment = sealed: { $sealed }; written later: { $value } ({ $name }, { $date }, { $time })
report-somebody = somebody
report-nothing = nothing

report-obstacles = Obstacles
report-no-obstacles = No obstacle is parked.
report-obstacle-text = Obstacle
report-obstacle-evidence = Evidence
report-obstacle-state = State
report-obstacle-addressing = addressing now
report-obstacle-parked = parked
report-obstacle-cleared = cleared { $date }
report-obstacle-not_an_obstacle = not an obstacle after all, { $date }

## Charts on paper

report-charts = Numbers over time
report-chart-empty = Nothing was measured yet
report-chart-upper = upper limit { $value }
report-chart-upper-provisional = upper limit { $value }, provisional
report-chart-lower = lower limit { $value }
report-chart-lower-provisional = lower limit { $value }, provisional
report-chart-average = average { $value }
report-chart-signal = signal
report-chart-baseline = { $count ->
    [one] limits from one value
   *[other] limits from { $count } values
  }
report-chart-baseline-frozen = { $count ->
    [one] baseline, one value, limits frozen { $date }
   *[other] baseline, { $count } values, limits frozen { $date }
  }

## What a chart says on paper

report-says-nothing = Nothing was measured yet.
report-says-no-limits = { $count ->
    [0] No limits can be computed of these numbers.
    [one] One more value, and limits can be computed.
   *[other] { $count } more values, and limits can be computed.
  }
report-says-changed = The process has changed.
report-says-changed-good = The process has changed for the better.
report-says-changed-bad = The process has changed for the worse.
report-says-routine = { $count ->
    [one] Nothing but routine variation in one value.
   *[other] Nothing but routine variation in { $count } values.
  }
report-says-nothing-since = Nothing was measured since { $date }.
report-says-beyond = { $side ->
    [above] { $count ->
        [one] One value lies above the upper limit, on { $to }.
       *[other] { $count } values lie above the upper limit, from { $from } to { $to }.
      }
   *[below] { $count ->
        [one] One value lies below the lower limit, on { $to }.
       *[other] { $count } values lie below the lower limit, from { $from } to { $to }.
      }
  }
report-says-run = { $count } values in a row lie { $side ->
    [above] above
   *[below] below
  } the average, from { $from } to { $to }.
report-says-three = Three of four values in a row lie far { $side ->
    [above] above
   *[below] below
  } the average, from { $from } to { $to }.
report-says-jump = The step between two values is larger than routine variation makes it, on { $to }.
report-says-reached = { $count ->
    [one] The newest value reaches the target.
   *[other] { $count } values in a row reach the target, since { $date }.
  }
report-says-provisional = { $count ->
    [one] The limits are provisional; one more value makes them firm.
   *[other] The limits are provisional; { $count } more values make them firm.
  }
report-says-new-limits = { $count ->
    [0] New limits could be decided on.
    [one] Firm new limits need one more value.
   *[other] Firm new limits need { $count } more values.
  }
report-says-target-no-limit = A target is not a limit.

## The dialog of a report, and saving charts

action-report-open = Report of the team
report-open = Report
report-dialog = Report of { $team }
report-about = Challenge, target conditions, charts, steps with what was expected, what came and what was learned, and open obstacles.
report-dialog-from = Steps from
report-dialog-start = the beginning
report-dialog-to = until
report-period-reversed = The period ends before it begins.
report-format = Kind of file
report-format-pdf = PDF
report-format-html = HTML
report-format-md = Markdown
report-save = Save the report
report-save-title = Save the report
report-saved = Report saved.
report-working = The report is being made
report-cancel = Stop
chart-export = Save the chart { $metric }
chart-export-title = Save the chart
chart-export-file = Chart
chart-export-saved = Chart saved.
chart-export-svg = Picture (SVG)
chart-export-png = Picture (PNG)
chart-export-csv = Numbers as a table (CSV)
