## Reports: what they say

report-title = Report of { $team }
report-whole = Written for { $on }, of all steps
report-from = Written for { $on }, of the steps from { $from }
report-until = Written for { $on }, of the steps until { $to }
report-between = Written for { $on }, of the steps from { $from } to { $to }
report-footer = { $file } · { $team } · board as of { $date }, { $time }
report-unprintable = { $count ->
    [one] One character could not be printed and stands as { $sign }
   *[other] { $count } characters could not be printed and stand as { $sign }
  }
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
report-stair-next = the next target condition comes here
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

## Forms on paper

form-title-storyboard = Storyboard of { $team }
form-title-record = Experimenting record of { $team }
form-title-card = Five questions of { $team }
form-storyboard = Storyboard
form-of = { $form } · { $team } · { $process }
form-more = … the rest stands on the board
form-obstacles-more = { $count ->
    [one] and one more on the board
   *[other] and { $count } more on the board
  }
form-folded = { $count ->
    [one] Step { $first } stands in the record of all steps.
   *[other] Steps { $first } to { $last } stand in the record of all steps.
  }
form-card-front = In front of the storyboard, one learner, one coach, at most 20 minutes.
form-card-back = We reflect on the last step, because nobody knows in advance what the result of a step will be.
form-card-turn = → Turn the card: reflect on the last step

## The dialog of a report, and saving charts

action-report-open = Report of the team
report-open = Report
report-dialog = Report of { $team }
report-about = Challenge, target conditions, charts, steps with what was expected, what came and what was learned, and open obstacles.
report-about-storyboard = The storyboard on one A3, as PDF. Older steps fold where there is no room for all.
report-about-record = All steps on A4, as PDF, with three empty rows to write in by hand.
report-about-card = The five questions for the pocket, as PDF: A6, front and back.
report-what = What goes on paper
report-form-storyboard = Storyboard, A3
report-form-record = Record, A4
report-form-card = Five questions, A6
report-dialog-from = Steps from
report-dialog-start = the beginning
report-dialog-to = Until
report-period-reversed = The period ends before it begins.
report-format = Kind of file
report-format-pdf = PDF
report-format-html = HTML
report-format-md = Markdown
report-save = Save the report
report-save-title = Save the report
report-saved = Report saved: { $path }
report-working = The report is being made
report-cancel = Stop
chart-export = Save the chart { $metric }
chart-export-title = Save the chart
chart-export-file = Chart
chart-export-saved = Chart saved: { $path }
chart-export-svg = Picture (SVG)
chart-export-png = Picture (PNG)
chart-export-csv = Numbers as a table (CSV)
