# The coaching cycle: five questions in front of the storyboard, and the list of the cycles that were held.
# The five questions: Mike Rother, free to use with the source named.

action-coaching-open = Five questions: begin or join the coaching cycle
action-cycle-next = Next question
action-cycle-back = The question before
action-cycle-turn = Turn the card
action-cycle-write = Write here
action-cycle-finish = End the coaching cycle
action-cycle-unknown = We don't know yet
action-cycle-note = Coach's note, kept off this screen
action-cycle-pause = Pause the shared clock, or let it go on
action-cycle-minute = One minute more on the shared clock
action-cycle-leave = Pause and leave
action-room-size = Large type
scope-cycle = In a coaching cycle
key-space = Space
key-right = →
key-left = ←

## On the storyboard
coaching-band = Coaching cycle
coaching-band-none = No day booked
coaching-band-running = Being held now
coaching-band-booked = { $when }, { $time }
coaching-band-past = Was booked for { $when }
coaching-today = Today
coaching-tomorrow = Tomorrow
coaching-with = { $when }, { $coach }
coaching-open = Five questions
coaching-join = Join

## Top bar
coaching-name = Coaching cycle of { $team }
coaching-title = Coaching cycle, { $date }
coaching-learner = Learner
coaching-coach = Coach
coaching-second = 2nd coach
coaching-nobody = Nobody yet
coaching-clock = Shared clock
coaching-clock-of = of { $limit }
coaching-clock-paused = Paused
coaching-clock-pause = Pause the clock
coaching-clock-go-on = Let the clock go on
coaching-clock-minute = One minute more
coaching-clock-left = { $minutes ->
    [one] One minute left
   *[other] { $minutes } minutes left
 }
coaching-clock-over = { $minutes ->
    [one] One minute is over
   *[other] { $minutes } minutes are over
 }
coaching-leave = Pause and leave
coaching-together = { $names } turns the card with you
coaching-together-many = { $names } turn the card with you

## Before it begins
coaching-begin-title = Five questions
coaching-begin-text = The coach asks, the learner answers by pointing at the board. Daily, at a fixed time, at most 20 minutes.
coaching-begin-who = Who stands in front of the board?
coaching-begin = Begin
coaching-begin-first = This is the first cycle of this target condition: the card has no back yet.
coaching-begin-no-target = There is no active target condition. Write one on the storyboard first, or find out together what is missing.
coaching-began = The clock runs.
coaching-ended = The coaching cycle ended.
coaching-source = The five questions: Mike Rother

## The card
coaching-key-next = Next
coaching-key-back = Back
coaching-questions = Questions
coaching-front = Front of the card
coaching-front-why = Where do we want to be, and where are we?
coaching-back = Back of the card
coaching-back-why = We reflect on the last step, because nobody knows in advance what the result of a step will be.
coaching-ahead = Front of the card
coaching-ahead-why = One obstacle, one step, and how soon we can go and see.
coaching-end = The end of the cycle
coaching-end-why = What is agreed stands on the board. Book the next cycle before you part.
coaching-no-back = First cycle of this target condition: no back yet
coaching-reflect = Reflect on the last step
coaching-skipped = Left out: there is no last step yet
coaching-step-sealed = Step { $number }, sealed { $date }
coaching-closed = Shown when you turn to it
coaching-no-answer = Nothing on the board yet
coaching-facts = What the board says
coaching-may = The coach may ask
coaching-said = Question { $place }: { $question }
coaching-side = { $side }. { $question }

coaching-q-target = What is the target condition?
coaching-q-target-say = Point at the board and read it: the number, the day, and how the work will run.
coaching-q-target-ask1 = What will we see when we are there?
coaching-q-target-ask2 = How does it help with the challenge?
coaching-q-actual = What is the actual condition now?
coaching-q-actual-say = Read the newest number and who measured it. Say what you saw, not what you think.
coaching-q-actual-ask1 = Where on the board can we see that?
coaching-q-actual-ask2 = Is that measured, or estimated?
coaching-q-plan = What did you plan as your last step?
coaching-q-plan-short = Plan
coaching-q-plan-say = Read it as it was sealed, without explaining it.
coaching-q-plan-ask1 = Against which obstacle was it?
coaching-q-plan-ask2 = Was it one change?
coaching-q-expect = What did you expect?
coaching-q-expect-short = Expect
coaching-q-expect-say = Read the sealed prediction aloud before anybody looks at the result.
coaching-q-expect-ask1 = Why did you expect that?
coaching-q-expect-ask2 = How sure were you?
coaching-q-happened = What actually happened?
coaching-q-happened-short = Actually happened
coaching-q-happened-say = Point at the board and read the number. The reasons come with the next question.
coaching-q-happened-ask1 = Where on the board can we see that?
coaching-q-happened-ask2 = Is that measured, or estimated?
coaching-q-learned = What did you learn?
coaching-q-learned-short = Learn
coaching-q-learned-say = Say it with “because”. A surprise is the most useful result.
coaching-q-learned-ask1 = What do you believe now that you did not before?
coaching-q-learned-ask2 = What surprised you?
coaching-q-obstacles = What obstacles do you think are preventing you from reaching the target condition? Which one are you addressing now?
coaching-q-obstacles-short = What obstacles? Which one are you addressing now?
coaching-q-obstacles-say = Choose one with the arrow keys, and A. The others stay parked.
coaching-q-obstacles-ask1 = How do you know that it is in the way?
coaching-q-obstacles-ask2 = Why this one first?
coaching-q-next = What is your next step? What do you expect?
coaching-q-next-say = One change, or one thing to go and see, and a number to hold it against.
coaching-q-next-ask1 = What exactly will you do?
coaching-q-next-ask2 = How will you measure it?
coaching-q-when = How quickly can we go and see what we have learned from taking that step?
coaching-q-when-short = How quickly can we go and see what we have learned?
coaching-q-when-say = The sooner we look, the smaller the step can be.
coaching-q-when-ask1 = Could we see it today?
coaching-q-when-ask2 = Where will we look, and who comes along?

## Answers
coaching-a-target = { $target } { $unit }, by { $date }
coaching-a-target-open = { $target } { $unit }
coaching-a-actual = { $value } { $unit }, measured { $date }
coaching-a-when = { $date }, { $when }
coaching-of-metric = { $unit }, { $metric }
coaching-by-date = by { $date }
coaching-days-left = { $days ->
    [0] today
    [one] one day left
   *[other] { $days } days left
 }
coaching-measured = Measured { $date } by { $who }
coaching-measured-how = { $how }. Measured { $date } by { $who }
coaching-measured-old = { $days ->
    [one] One day old
   *[other] { $days } days old
 }, measure again
coaching-not-measured = Not measured yet
coaching-no-target = No target condition yet. It is written on the storyboard.
coaching-target-draft = In pencil: it is not active yet
coaching-challenge = Challenge
coaching-pattern = How the work will run
coaching-pattern-now = How the work runs now
coaching-against = Against the obstacle
coaching-sure = { $percent } % sure
coaching-check = Look on { $date }
coaching-result-shut = The result opens on { $date }. Is the step done already?
coaching-result-shut-open = Is the step done?
coaching-obstacle-list = Obstacles, parked and addressed
coaching-obstacle-none = No obstacle is parked yet.
coaching-obstacle-keys = ↑ and ↓ choose, A makes it the one we address now.
coaching-next-none = No step is planned yet.
coaching-next-plan = Plan the next step
coaching-next-first = A step needs an obstacle. Choose the one we address now first.
coaching-unknown-tag = Not known yet, question { $question }
coaching-go-and-see = Go and see: { $note }

## We don't know yet
coaching-unknown = We don't know yet
coaching-unknown-text = This is the threshold of our knowledge. A good next step is to go and see.
coaching-unknown-label = What do we not know yet?
coaching-unknown-prompt = What would we have to see to answer with facts?
coaching-unknown-go = Go and see
coaching-unknown-toast = Written down. Now: what do we go and see?

## The coach's note
coaching-note = Coach's note
coaching-note-text = Kept on this computer only, never in the shared file, until you share it.
coaching-note-label = Note for yourself
coaching-note-prompt = What did you notice in your asking?
coaching-note-share = Share
coaching-note-keep = Keep it here
coaching-note-shared = The note stands in the cycle now.
coaching-note-only-coach = The note opens only where the coach sits: choose yourself as the coach above.
coaching-note-not-here = The note stays closed in large type.

## The end
coaching-end-next = Next step
coaching-end-none = No step was agreed. The cycle can end without one.
coaching-end-pencil = Still in pencil: seal it at question 5.
coaching-end-booked = Next cycle
coaching-end-day = Day
coaching-end-day-prompt = When do we meet again? +1 is tomorrow
coaching-end-time = Time
coaching-end-time-prompt = At what time? 9:30
coaching-end-remarks = What was said that stands nowhere else
coaching-end-remarks-prompt = Only what the board does not say yet.
coaching-end-coach-note = What the coach shares
coaching-end-coach-note-prompt = Shared with everybody on this board.
coaching-end-second = From the 2nd coach
coaching-end-checklist = What the 2nd coach saw
coaching-end-feedback = Feedback to the coach
coaching-end-feedback-prompt = What went well in the asking, and what to try next time?
coaching-end-finish = End the cycle
coaching-end-finished = The cycle ended. What is agreed stands on the board.
coaching-end-break-off = Break it off
coaching-end-broken = Broken off. What was said stays.
coaching-check-asked_in_order = The questions were asked in their order
coaching-check-facts_shown = The answers pointed at facts on the board
coaching-check-threshold_found = The coach found where knowledge ends
coaching-check-one_obstacle = One obstacle was addressed
coaching-check-no_solution_given = The coach gave no solution
coaching-check-step_with_prediction = The next step has a prediction and a day to look
field-not-a-time = This is not a time of day. Write it like 9:30.

## The cycles that were held
frame-view-coaching = Coaching
noun-coaching_cycle = Coaching cycle
coaching-list = Coaching cycles of { $team }
coaching-list-none = No coaching cycle was held yet. It begins on the storyboard with “Five questions”.
coaching-list-count = { $count ->
    [one] One coaching cycle
   *[other] { $count } coaching cycles
 }
coaching-list-length = { $minutes ->
    [0] under one minute
    [one] one minute
   *[other] { $minutes } minutes
 }
coaching-list-broken = Broken off
coaching-list-people = { $learner } with { $coach }
coaching-list-second = { $people }, watched by { $second }
coaching-list-threshold = Threshold of knowledge at question { $question }
coaching-list-next = Next step { $number }
coaching-list-checks = Seen by the 2nd coach
coaching-list-booked = Next cycle
coaching-list-remarks = Said
coaching-list-note = Shared by the coach
coaching-list-feedback = Feedback to the coach
coaching-list-remove = Remove this cycle from the list
coaching-list-removed = Coaching cycle removed.
