# Wording hints. `hint-<code>-name` is its word, `hint-<code>` says what is seen, `hint-<code>-why` the reason.

hints = In the margin
hints-none = Nothing to say about what is written so far.
hints-free = Hints never block you. Put one aside with a note and it stays on the record.
hints-count = { $count ->
    [one] one hint
   *[other] { $count } hints
  }
hints-of = Hints on the { $noun }
hint-waive = Put aside
hint-note = Why it does not fit here
hint-note-missing = Write why it does not fit here.
hint-now-waived = Put aside. The note stays.
hint-waived = Put aside: { $hint }
hint-waived-by = { $name }, { $when }
hint-take-back = Let it stand again
hint-now-stands = The hint stands again.

## Obstacle
hint-missing_solution-name = A solution in disguise
hint-missing_solution = “{ $words }” names a solution. What do you see happening?
hint-missing_solution-why = What is missing is only one way out; what you see leaves others open.
hint-no_evidence-name = Not seen yet
hint-no_evidence = Where and how often was it seen?
hint-no_evidence-why = An obstacle without a fact is an opinion, and opinions cannot be measured away.
hint-seen_and_measured-name = Seen and measured
hint-seen_and_measured = It says what happens and where it was seen.
hint-seen_and_measured-why = Others can go and see the same.

## Target condition
hint-starts_with_verb-name = Something to do
hint-starts_with_verb = “{ $words }” says what to do. How does the process run then?
hint-starts_with_verb-why = A condition can be compared with today; a list of actions can only be done.
hint-no_metric-name = No number yet
hint-no_metric = Which number tells that it is reached?
hint-no_metric-why = Without it, two people will not agree whether you are there.
hint-date_far-name = Far away
hint-date_far = { $days } days ahead.
hint-date_far-why = Within three months you can still see where the threshold of knowledge lies.
hint-equals_current-name = As it is today
hint-equals_current = This is the current condition, word by word. What is different then?
hint-equals_current-why = Obstacles show only between two different conditions.
hint-comparable-name = Comparable
hint-comparable = A pattern and a number, like the current condition.
hint-comparable-why = The gap between the two shows the obstacles.

## Challenge
hint-no_operational_outcome-name = No operational number
hint-no_operational_outcome = Which number in the work itself will show it?
hint-no_operational_outcome-why = Without one, anybody can say that it is reached already.
hint-no_business_outcome-name = No business outcome
hint-no_business_outcome = What is it worth to those who pay for it?
hint-no_business_outcome-why = A number in the work alone does not say why it matters.
hint-platitude-name = A great word
hint-platitude = “{ $words }” has no number beside it. What would you see?
hint-platitude-why = Nobody can be against it, so it does not say where to go.

## Step
hint-two_changes-name = Two changes at once
hint-two_changes = “{ $words }” is a second change.
hint-two_changes-why = If the number moves, you will not know which one did it.
hint-no_number-name = No number expected
hint-no_number = Which one do you expect?
hint-no_number-why = Anyone can tell whether a number came true.
hint-no_baseline-name = No number from before
hint-no_baseline = Which number is it now?
hint-no_baseline-why = Without it you cannot tell how far the step has moved it.
hint-number_before_and_after-name = A number before and after
hint-number_before_and_after = One for now and one that you expect.
hint-number_before_and_after-why = Anyone can tell whether it came true.
hint-equals_baseline-name = Nothing moves
hint-equals_baseline = You expect the number of today.
hint-equals_baseline-why = If nothing shall change, the result cannot teach what the step does.
hint-check_far-name = A long wait
hint-check_far = { $days } days until you go and see. What can you see earlier?
hint-check_far-why = Short steps teach more often.
hint-soon-name = Soon
hint-soon = { $days ->
    [0] Today.
    [one] One day.
   *[other] { $days } days.
  }
hint-soon-why = Short steps teach more often.
hint-no_obstacle-name = Against no obstacle
hint-no_obstacle = Which one obstacle is this step against?
hint-no_obstacle-why = A step against none cannot say what it clears.
hint-never_measured-name = Never measured
hint-never_measured = This metric has no number yet.
hint-never_measured-why = A good first step is to go and see what it is today.
hint-no_because-name = No reason yet
hint-no_because = What was learned gives no “because”.
hint-no_because-why = The reason is what the next step is built on.
hint-too_safe-name = All as expected
hint-too_safe = The last steps all came out as expected.
hint-too_safe-why = The steps may be too safe. We learn most where we can be wrong.
