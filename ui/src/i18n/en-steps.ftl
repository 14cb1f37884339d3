# One step on one screen, and the list of all steps.

## Head
step-all = All steps
step-against = Step { $number } against the obstacle
step-no-obstacle = No obstacle chosen
step-obstacle-change = Choose another obstacle
step-process = Process
step-learner = Learner
step-coach = Coach
step-state = State
step-in-pencil = In pencil
step-sealed-on = Sealed { $date }
step-sealed-by = Sealed { $date } by { $name }
step-amended = Amended
step-amended-show = Amended after sealing. Show both versions
step-more = More for step { $number }
step-gone = This step was removed from the board. What you see is how it was.
step-restore = Restore it
step-restored = Step restored.
step-remove = Remove the step
step-removed = Step removed.
step-nobody = nobody yet

## Plan
step-plan = Plan
step-kind = Kind of step
step-kind-go_and_see = Go and see
step-kind-exploratory = Exploratory
step-kind-hypothesis_test = Hypothesis test
step-step = Step, one change
step-step-prompt = Which one change do you try? Or what do you go and see?
step-metric = Metric
step-metric-none = No metric
step-metric-measure = Write down a number, or make a new metric
step-now = Now
step-now-prompt = How much today?
step-now-origin = { $date }, { $how }
step-now-old = { $days ->
    [one] one day old, measure again
   *[other] { $days } days old, measure again
  }
step-now-take = Take { $value }, { $date }
step-now-taken = Number taken.
step-expect = You expect
step-expect-prompt = Which number?
step-expect-range = Range
step-expect-value = One value
step-expect-changed = The other number is gone.
step-expect-low = At least
step-expect-low-prompt = lowest
step-expect-high = At most
step-expect-high-prompt = highest
step-expect-range-why = A range that should hold in 8 of 10 cases
step-sure = How sure
step-sure-prompt = In percent
step-percent-range = Between 0 and 100 percent.
step-sentence = The plan in one sentence
step-sentence-reduce = If we { $step }, it will reduce { $metric } by { $by } { $unit }, from { $from } to { $to }.
step-sentence-increase = If we { $step }, it will increase { $metric } by { $by } { $unit }, from { $from } to { $to }.
step-sentence-same = If we { $step }, { $metric } will stay at { $to } { $unit }.
step-sentence-to = If we { $step }, it will bring { $metric } to { $to } { $unit }.
step-sentence-range = If we { $step }, it will bring { $metric } to between { $low } and { $high } { $unit }.
step-sentence-no-number = If we { $step }, it will change { $metric } by how much?
step-sentence-no-metric = If we { $step }, what will it change, and by how much?
step-sentence-see = We go and see: { $step }.
step-sentence-expect = We expect: { $prediction }.
step-against-down = Down is the good direction of this metric.
step-against-up = Up is the good direction of this metric.
step-prediction = What do you expect, and why?
step-prediction-prompt = Anyone can tell whether a number came true. Which one do you expect, and why?
step-if-confirmed = If it turns out as expected
step-if-confirmed-prompt = What do we do then?
step-if-refuted = If it does not
step-if-refuted-prompt = What do we do then?
step-if-inconclusive = If we cannot tell
step-if-inconclusive-prompt = What do we do then?
step-sample = Who takes part
step-sample-prompt = Who or how many, for how long?
step-guardrails = Must not get worse
step-guardrails-prompt = What do you keep an eye on?
step-guardrail-metrics = Choose metrics
step-guardrail-kind = guardrail
step-check = Go and see on
step-check-prompt = How quickly can we go and see?
step-check-when = { $date }, { $when }
step-run-by = Who does it
step-run-by-none = Nobody chosen
step-change = What it changes
step-change-none = Not said
step-change-process = How we work
step-change-tooling = A tool
step-change-organisation = Who does what
step-sealed-help = This is sealed. A change is kept as amended, with both versions.

## Sealing
step-seal = Seal and start
step-seal-why = When you seal it, metric, numbers and date are in ink.
step-seal-title = Seal step { $number } and start it?
step-seal-ask = Metric, numbers and date will be in ink.
step-seal-after = You can still change them later. Then both versions are shown.
step-seal-keep = Keep in pencil
step-seal-missing = Sealing still needs: { $missing }
step-seal-open = Two versions stand open in: { $fields }. Choose first.
step-quoted = “{ $text }”
step-missing-step = the step
step-missing-prediction = what you expect
step-missing-checkOn = the day to go and see
step-sealed-toast = Sealed. Now do the step.
step-bar-pencil = Do a coaching cycle, seal, then do the step
step-bar-running = Do the step
step-bar-sealed = Sealed { $date }
step-bar-not-sealed = Not sealed
step-amend-title = Change “{ $field }” after sealing?
step-amend-text = This is in ink. You can change it; what was sealed then stands beside it for ever, with who changed it and when.
step-amend-keep = Leave it as sealed
step-amend-do = Change it
step-amendments = Changed after sealing
step-amendment = Sealed: { $value }. Changed by { $name }, { $when }.
step-amendment-sealed = Sealed
step-amendment-now = Changed to
step-nothing = nothing

## Result
step-result = Result
step-happened = What happened?
step-happened-prompt = Go and see. What do the facts say?
step-closed-pencil = Closed until the plan is sealed
step-closed-pencil-date = Go and see on { $date }. Then write the number and what you saw.
step-closed-pencil-text = Then go and see, and write the number and what you saw.
step-closed-running = The step is under way
step-closed-running-text = Go and see { $when }, { $date }. The result opens then, or when the step is done.
step-done = The step is done
step-done-toast = The result is open.
step-numbers = Expected and actual
step-actual = Actual
step-actual-prompt = What came out?
step-gap = Expected { $expected }, actual { $actual }, gap { $gap }
step-learned = What we learned
step-learned-prompt = Say why, with “because”. A surprise is the most useful result.
step-belief = What we now believe
step-belief-prompt = What do you hold true now, and would test next?
step-evidence = Evidence
step-evidence-prompt = Where can others see it? Links, one a line
step-result-due = Result due since { $date }
step-result-due-today = Result due today

## Closing
step-close = Close the step
step-close-title = What does the result say?
step-outcome = What the result says
step-outcome-none = Not said
step-outcome-confirmed = As expected
step-outcome-refuted = Not as expected
step-outcome-inconclusive = Cannot be told
step-decision = What we do with it
step-decision-none = Not decided
step-decision-adopt = Adopt
step-decision-adapt = Adapt
step-decision-abandon = Abandon
step-decided-before = You wrote before: { $text }
step-close-needs-learned = Write what you learned first, with “because”.
step-close-needs-outcome = Say first what the result tells.
step-closed-toast = Step closed.
step-abandon = Abandon the step
step-abandon-title = Abandon step { $number }?
step-abandon-text = It stays on the record, with what you learned all the same.
step-abandoned = Abandoned
step-abandoned-toast = Step abandoned. What you learned stays.
step-could-not-run = It could not be run
step-could-not-run-title = Step { $number } could not be run?
step-could-not-run-text = It stays on the record, with what you learned about why.
step-could-not-run-toast = Step closed as not run. What you learned stays.

## The step before
step-before = Step { $number }, the step before
step-before-open = Open step { $number }
step-number-to = { $from } → { $to } { $unit }

## All steps
steps-name = Steps of { $process }
steps-count = { $count ->
    [one] one step
   *[other] { $count } steps
  }
steps-newest-first = newest first
steps-plan = Plan the next step
steps-planned-open = Open the planned step
steps-none = Which one change do you try first? Write what you expect before you try it.
steps-none-read-only = There is no step yet.
steps-no-process = Name the focus process on the storyboard first. Steps belong to it.
steps-to-storyboard = To the storyboard
steps-column-step = Date, step and metric
steps-column-expect = What do you expect?
steps-column-happened = What happened?
steps-column-learned = What we learned
steps-open = Open the step
steps-open-one = Open step { $number }
steps-not-written = not written yet
steps-state-planned = In pencil
steps-state-running = Under way
steps-state-due = Result due
steps-state-evaluated = Closed
steps-range = { $from } to { $to }

## Fields, where they are named outside their own place
field-name-step = { step-step }
field-name-metricId = { step-metric }
field-name-baseline = { step-now }
field-name-predicted = { step-expect }
field-name-predictedLow = { step-expect-low }
field-name-predictedHigh = { step-expect-high }
field-name-prediction = { step-prediction }
field-name-confidence = { step-sure }
field-name-checkOn = { step-check }
field-name-guardrails = { step-guardrails }
field-name-sample = { step-sample }
field-name-ifConfirmed = { step-if-confirmed }
field-name-ifRefuted = { step-if-refuted }
field-name-ifInconclusive = { step-if-inconclusive }
field-name-other = { step-plan }
