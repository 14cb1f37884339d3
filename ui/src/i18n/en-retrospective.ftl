# Retrospectives: the list, the session and its phases.

## The list

frame-view-retrospectives = Retrospectives
action-go-retrospectives = Retrospectives of this team
retro-list = Retrospectives, { $team }
retro-list-count = { $count ->
    [one] { $count } held
   *[other] { $count } held
  }
retro-list-none = No retrospective yet
retro-list-none-text = A session takes a group from private notes to one next step with a prediction. The next session opens with that prediction turned over.
retro-list-not-found = No session has these words.
retro-list-running = Being held now
retro-list-planned = Prepared
retro-list-past = Held
retro-list-step = Ended on step { $number }
retro-list-no-step = Ended without a step
retro-list-result = Result: { $actual }
retro-list-no-result = No result yet
retro-list-remove = Remove “{ $title }”
retro-search = Search what was said
retro-new = Prepare a retrospective
retro-new-title = Prepare a retrospective
retro-new-text = Everything can be changed until it begins.
retro-format-improvement = Improvement
retro-format-improvement-text = How the work went since the last time. What got in the way, what went differently, what helped.
retro-format-process_instance = Process instance
retro-format-process_instance-text = One delivery or release, put on a line first: where it waited, where it changed hands.
retro-format-incident = Incident learning review
retro-format-incident-text = One incident, seen with what people knew at that time. To learn, not to blame.
retro-state-planned = Prepared
retro-state-running = Being held
retro-state-closed = Held
retro-without-names = Notes without names
retro-untitled = Retrospective
retro-recurring = Comes up again
retro-recurring-none = Topics that come up more than once stand here, and what has been waiting outside the team's reach.
retro-recurring-times = { $count ->
    [one] in { $count } session
   *[other] in { $count } sessions
  }
retro-recurring-between = { $first } to { $last }
retro-recurring-waiting = { $count ->
    [one] outside our reach, waiting { $count } day
   *[other] outside our reach, waiting { $count } days
  }

## The session

scope-retro = In a retrospective
action-retro-next = On to the next phase
action-retro-back = Back to the phase before
action-retro-people = Add people at this computer
action-retro-ready = I am ready, or not yet
action-retro-pause = Pause the shared clock, or let it go on
action-retro-minute = One minute more on the shared clock
action-retro-leave = Back to the list; the session goes on
retro-leave = Back to the list
retro-phases = Phases
retro-phase-check_in = Check in
retro-phase-look_back = Look back
retro-phase-map = Map what happened
retro-phase-reflect = Reflect
retro-phase-group = Group
retro-phase-vote = Vote
retro-phase-discuss = Discuss
retro-phase-next_step = Next step
retro-phase-close = Close
retro-phase-done = done
retro-together = { $count } of { $all } phases run together
retro-now-check_in = Arrive: how are you here today?
retro-now-look_back = Turn last time's prediction over.
retro-now-look_back-open = Last time's prediction waits for its result: what happened?
retro-now-look_back-obstacles = Decide on what is still open.
retro-now-look_back-first = The first time: nothing to look back on yet.
retro-now-map = Put what happened on one line.
retro-now-reflect = Write for yourself what you noticed.
retro-now-group = Group what belongs together.
retro-now-vote = Vote for what to talk about.
retro-now-group-vote = Group what belongs together, then vote.
retro-now-discuss = Talk about one topic at a time.
retro-now-next_step = Agree on one next step, with what you expect.
retro-now-close = Say what you take away.
retro-next = On to: { $phase }
retro-next-notes = Show the notes, then: { $phase }
retro-next-votes = Show the votes, then: { $phase }
retro-back = Back to: { $phase }
retro-end = End the session
retro-moved = The group moved to another phase
retro-handed-over = Handed over
retro-ended = The session has ended
retro-removed = Retrospective removed
retro-hidden-votes = Votes hidden until they are shown
retro-hidden-notes = Notes stay with their writers
retro-anonymous-short = Notes carry no names in this session.
retro-clock = Same clock for everyone
retro-people = { $count ->
    [one] { $count } person in the session
   *[other] { $count } people in the session
  }
retro-person-leads = facilitator
retro-ready = Ready
retro-not-ready = Not ready yet
retro-not-connected = Not connected
retro-ready-say = I am ready
retro-ready-taken = Not ready yet after all
retro-not-in = You are watching. To write and vote, come in.
retro-leads-watching = You lead and do not take part.
retro-join = Come in
retro-take-lead = Take the lead
retro-hand-over = Hand the lead over
retro-goes = Goes; what they wrote stays
retro-step-guest = { $name } (comes into the team)
retro-leads-only = Leads without taking part
retro-guest-name = Name
retro-guest-add = Add
retro-guest-known = People the board knows
retro-guest-team = The whole team ({ $count })
retro-last-time = Last time we committed to
retro-last-expected = Expected { $expected },
retro-last-actual = actual { $actual } { $unit }.

## Before it begins

retro-title = Title
retro-title-prompt = What is it called?
retro-subject-improvement = What it looks at
retro-subject-improvement-prompt = The last two weeks, for example
retro-subject-process_instance = Which delivery or release
retro-subject-process_instance-prompt = Release 2026.2, for example
retro-subject-incident = Which incident
retro-subject-incident-prompt = The outage of 14 March, for example
retro-facilitator = Facilitator
retro-process = Obstacles and the next step go to
retro-process-none = No process yet
retro-attribution = Notes
retro-named = With names
retro-anonymous = Without names
retro-named-text = When notes are shown, everybody sees who wrote which. Votes and ratings never carry a name.
retro-anonymous-text = Nobody is named with a note, in no table and no log of the file. In a small group the way of writing can still give somebody away.
retro-survey = Ask about psychological safety
retro-survey-text = Seven statements, stored without names, shown from four answers on.
retro-budget = Votes each
retro-budget-prompt = As many as the topics suggest
retro-limit = On one topic at most
retro-prompts = What is asked
retro-prompt-in_the_way = Got in the way
retro-prompt-differently = Went differently
retro-prompt-helped = Helped
retro-prompt-saw = What did you see?
retro-prompt-knew = What did you know at that time?
retro-prompt-did = What did you do, and why did it make sense?
retro-prompt-surprised = What surprised you?
retro-prompt-own = A question of your own
retro-prompt-add = Add
retro-prompt-remove = Remove “{ $prompt }”
retro-plan-minutes = min
retro-plan-minutes-of = Minutes of { $phase }
retro-plan-joined = With the one before
retro-plan-left-out = Left out
retro-plan-up = { $phase } earlier
retro-plan-down = { $phase } later
retro-plan-total = { $count ->
    [one] { $count } minute in all
   *[other] { $count } minutes in all
  }
retro-begin = Begin

## Its end

retro-end-title = End the session
retro-end-now = End it
retro-end-with = It ends on step { $number }:
retro-end-without = No next step was agreed on.
retro-end-reason = Why not?
retro-end-needs = Say why there is no next step
retro-end-text = Votes and notes that are still hidden are shown. The next session opens with this prediction turned over.
retro-came-of-it = What came of it
retro-summary = In our words
retro-summary-prompt = What should somebody know who was not there?
retro-takeaways = Taken away
retro-topics = Topics
retro-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
  }
retro-notes-loose = Notes in no topic

retro-ended-obstacles = Obstacles that came of it
retro-ended-from = from “{ $topic }”
retro-ended-decided = Decided on obstacles
retro-ended-reach = Who can change it: { $reach }
retro-ended-discussed = discussed for { $minutes } min
retro-ended-known = Known then: { $known }

## Check-in

retro-prime = Whatever we find today, we take it that everyone did the best they could with what they knew, what they could do, what they had at hand, and the situation they were in.
retro-prime-source = After the prime directive of Norman L. Kerth, Project Retrospectives (2001)
retro-check-in-word = In one word
retro-check-in-word-prompt = How are you here?
retro-check-in-score = As a number
retro-check-in-scale = 1 low, 5 high
retro-check-in-all = How everybody arrives
retro-check-in-none = Nobody has said anything yet.
retro-of-five = { $score } of 5
retro-safety = Psychological safety
retro-safety-text = Stored without a name, shown from four answers on. What was handed in cannot be changed.
retro-safety-least = 1 does not apply at all
retro-safety-most = 5 applies fully
retro-safety-1 = Who makes a mistake in this team has it held against them.
retro-safety-2 = We can bring up problems and hard questions here.
retro-safety-3 = People in this team are sometimes turned down for being different.
retro-safety-4 = It is safe to take a risk here.
retro-safety-5 = It is hard to ask others in this team for help.
retro-safety-6 = Nobody here would work against what I do on purpose.
retro-safety-7 = My own skills are valued and used here.
retro-safety-all = Answer all seven
retro-safety-hand-in = Hand in without a name
retro-safety-handed-in = Handed in, without a name.
retro-safety-waits = { $answers } of { $from } answers that are needed before anything is shown.
retro-safety-result = What the survey says
retro-safety-later = The result is shown together with the notes, from { $from } answers on.
retro-safety-trend = Over the sessions
retro-safety-mean = { $mean } of 5
retro-safety-answers = { $count ->
    [one] from { $count } answer
   *[other] from { $count } answers
  }
retro-safety-turned = Turned so that more is safer. After Edmondson (1999).

## Look back

retro-back-step = Last time's step
retro-back-first = This is the team's first retrospective: there is nothing to turn over yet.
retro-back-no-step = The session of { $date } ended without a next step.
retro-back-agreed = Agreed on { $date }
retro-back-expected = What we expected
retro-back-came = What came
retro-back-gap = gap { $gap }
retro-back-no-result = There is no result yet.
retro-back-write = Open the step to write what happened
retro-back-obstacles = Open obstacles from retrospectives
retro-back-no-obstacles = None is open.
retro-back-waiting = { $count ->
    [one] waiting { $count } day
   *[other] waiting { $count } days
  }
retro-back-decide = What becomes of “{ $obstacle }”
retro-back-reason = Why?
retro-back-reason-of = Why? { $obstacle }
retro-back-needs-reason = A decision is kept with its reason.
retro-review-kept = Kept
retro-review-closed = Closed
retro-review-dropped = Dropped

## Map what happened

retro-map = Timeline
retro-map-moment = When
retro-map-who = Who
retro-map-what = What happened
retro-map-known = What was known then
retro-map-add = Add
retro-map-remove = Take off the timeline
retro-map-removed = Event removed
retro-map-text-improvement = What happened since the last time, in its order.
retro-map-text-process_instance = One delivery from beginning to end: where it changed hands, and where it waited.
retro-map-text-incident = What happened, seen with what people knew at that time. Knowing the end makes everything look plain; write what was known then.

## Reflect

retro-anonymous-protects = Your notes stay on this computer until notes are shown. Then they appear in an order and at moments that chance picks, and nothing in the file says whose they are. Not protected: how many notes this computer holds while you write, the way you write, and a small group in which only one can know something.
retro-named-protects = Your notes stay on this computer until notes are shown. Then everybody sees them with your name.
retro-being-written = { $count ->
    [0] No note yet.
    [one] { $count } note so far, on all computers together.
   *[other] { $count } notes so far, on all computers together.
  }
retro-own-private = On this computer's disk, hidden but not encrypted, and not in the shared file. Enter ends a note and begins the next.
retro-own-seen = { $count ->
    [one] One of these was shown before and is still seen by everybody.
   *[other] { $count } of these were shown before and are still seen by everybody.
  }
retro-own-shown = Notes are shown: what you write now is seen by everybody as soon as you end it with Enter.
retro-own-taken-back = Note taken back
retro-own-prompt = Write a note
retro-own-note = Note: { $prompt }
retro-own-moment = When: { $prompt }
retro-own-written = Your note: { $text }
retro-own-take-back = Take back “{ $text }”
retro-own-in-turn = People write in turn at this computer, each behind the cover sheet.
retro-shown = { $count ->
    [one] { $count } note is shown
   *[other] { $count } notes are shown
  }

## Group and vote

action-retro-move = Move the note to a topic
action-retro-prepare = Prepare a retrospective
action-retro-topic-new = New topic, with the chosen notes
action-retro-topic-rename = Give the topic another name
action-retro-vote-more = One vote more for this topic
action-retro-vote-less = One vote less for this topic
action-retro-tags = Tag waste or mismatch
action-retro-topic-next = Next topic on the table
action-retro-obstacle = The topic becomes an obstacle
retro-note-moved = Note moved
retro-notes-moved = Notes moved
retro-notes-taken-out = Notes taken out
retro-note-taken-out = Note taken out
retro-topic-made = Topic made
retro-topic-merged = Topics put together
retro-topic-removed = Topic removed
retro-topic-obstacle = The topic stands among the obstacles
retro-grouped = { $grouped } of { $all } notes grouped.
retro-loose = { $count ->
    [one] { $count } note left
   *[other] { $count } notes left
  }
retro-wall-empty = There are no notes yet.
retro-topic = Topic { $number }: { $title }
retro-topic-title = Title of the topic
retro-topic-title-prompt = What do they have in common?
retro-topic-new = New topic
retro-topic-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  }
retro-topic-rename = Another name
retro-topic-tags = Tags
retro-topic-earlier = Move earlier
retro-topic-later = Move later
retro-topic-merge = Put into “{ $topic }”
retro-topic-remove = Remove this topic
retro-move-one = Move “{ $note }” to
retro-move-many = Move { $count } notes to
retro-move-new = New topic
retro-move-out = Take out
retro-move-here = Enter moves it here
retro-chosen = { $count ->
    [one] { $count } note chosen
   *[other] { $count } notes chosen
  }
retro-chosen-move = Move
retro-chosen-new = New topic of them
retro-chosen-none = Choose none
retro-wall-hint = Arrows walk the notes, Space chooses several. Dragging works too.
retro-similar = These may belong together:
retro-similar-take = Make a topic of them
retro-similar-leave = Not these
retro-vote-on = Votes on { $topic }
retro-vote-less = Take a vote back from { $topic }
retro-vote-more = Vote for { $topic }
retro-given-elsewhere = You came in at another computer first: vote, survey and rating count there, and only once.
retro-vote-spent = All votes are placed
retro-vote-limit = At most { $limit } on one topic.
retro-vote-placed = { $placed } of { $budget } placed
retro-vote-suggested = { $count ->
    [one] { $count } vote each (suggested).
   *[other] { $count } votes each (suggested).
  }
retro-vote-each = { $count ->
    [one] { $count } vote each.
   *[other] { $count } votes each.
  }
retro-vote-rules = Votes each
retro-vote-rules-text = Without a number everybody has as many votes as is suggested: the square root of the number of topics. Votes that are placed already stay.
retro-vote-hidden = Hidden, not encrypted
retro-tie = tie
retro-tags = Tags: { $topic }
retro-tags-mismatch = Where two sides do not fit
retro-tags-waste = Kind of waste
retro-mismatch = { $kind } mismatch
retro-mismatch-information = Information
retro-mismatch-information-text = One side knows what the other would need.
retro-mismatch-process = Process
retro-mismatch-process-text = Each side works in another order or rhythm.
retro-mismatch-tooling = Tooling
retro-mismatch-tooling-text = Tools or environments do not agree.
retro-mismatch-capacity = Capacity
retro-mismatch-capacity-text = One side asks for more than the other can give.
retro-waste-defects = Defects
retro-waste-overproduction = Overproduction
retro-waste-waiting = Waiting
retro-waste-unused_talent = Unused talent
retro-waste-transportation = Transportation
retro-waste-inventory = Inventory
retro-waste-motion = Motion
retro-waste-extra_processing = Extra processing
retro-waste-partially_done = Partially done work
retro-waste-relearning = Relearning
retro-waste-handoffs = Handoffs
retro-waste-task_switching = Task switching

## Discuss

retro-said = What was said
retro-said-prompt = Write down what matters
retro-reach = Who can change it
retro-obstacle = Make it an obstacle
retro-obstacle-text = It goes to the parking lot of the storyboard, with its notes as evidence.
retro-obstacle-no-process = Choose the process first: its storyboard is where obstacles and the next step go.
retro-became-obstacle = an obstacle
retro-by-votes = By votes
retro-before = We discussed this before
retro-before-step = a step
retro-before-parked = the obstacle is parked
retro-before-cleared = the obstacle is cleared
retro-before-not_an_obstacle = not an obstacle after all
retro-before-learned = Learned: { $learned }
retro-discussed-minutes = { $minutes } min
retro-is-obstacle = It stands among the obstacles of the storyboard
retro-topic-next = Next topic
retro-topic-first = Begin with the first topic
retro-discuss-choose = Choose a topic to put on the table.
retro-discuss-wait = The facilitator puts a topic on the table.

## Next step

retro-step-against = Against which obstacle?
retro-step-no-obstacle = No obstacle is parked yet. Make one of a topic first.
retro-step-of-today = from today
retro-step-topics = Topics of today
retro-step-text = One step, small enough to be done soon: what you do, what you expect, and on which day you look. Whoever starts it seals it on the board.
retro-step-plan = Plan the next step
retro-step-number = Step { $number }
retro-step-runs = { $name } does it.
retro-step-other = Another step instead
retro-step-needs = Still needed: { $what }
retro-step-ready = Has a prediction and a day to look

## Close

retro-takeaway = What do you take away?
retro-takeaway-prompt = Said by name
retro-rating = How was this session?
retro-rating-scale = 1 a waste of time, 5 worth every minute; without a name
retro-rating-none = Nobody has rated it yet.
retro-rate = Hand in
retro-rated = Rated, without a name.
retro-rating-count = { $score }: said { $count ->
    [one] { $count } time
   *[other] { $count } times
  }
retro-close-no-step = No next step was agreed on yet. The end asks why.

## In turn at one computer

action-retro-turns = Take turns at this computer
retro-turns = At this computer
retro-turns-begin = Take turns
retro-turns-all = Everybody here has had their turn.
retro-turn-of = { $name }
retro-turn-cover = { $name }, it is your turn
retro-turn-cover-text = Take the computer. Nobody else looks at the screen until you are done.
retro-turn-lift = I am { $name }
retro-turn-stop = Stop the round
retro-turn-done = Done
retro-turn-done-next = Done, next: { $name }

## The summary

retro-summary-open = Summary of this session
retro-summary-as = Save as { $format }
retro-summary-copy = Copy as Markdown
retro-summary-copied = Summary copied
retro-summary-format = Format
retro-summary-subject = About
retro-summary-process = Process
retro-summary-facilitator = Facilitator
retro-summary-people = People
retro-summary-notes = Notes
retro-summary-words = In our words
retro-summary-named = With the names of those who wrote them.
retro-summary-anonymous = Without names: nothing in the file says who wrote a note.
retro-summary-check-in = Check-in
retro-summary-safety = Psychological safety: { $mean } of 5, from { $answers } answers without names.
retro-summary-topics = Topics and notes
retro-summary-loose = Notes in no topic
retro-summary-no-notes = No notes were shown.
retro-summary-votes = { $title } ({ $votes ->
    [one] { $votes } vote
   *[other] { $votes } votes
  })
retro-summary-tags = Tags
retro-summary-reach = Who can change it
retro-summary-minutes = Discussed for
retro-summary-said = What was said
retro-summary-obstacle = It became an obstacle of the storyboard: { $obstacle }
retro-summary-step = Step
retro-summary-no-step = It ended without a next step: { $reason }
retro-summary-no-step-yet = No next step was agreed on yet.
retro-summary-takeaways = Taken away
retro-summary-rating = The session was rated { $mean } of 5, by { $answers ->
    [one] { $answers } person
   *[other] { $answers } people
  }, without names.
retro-summary-somebody = Somebody
retro-summary-column-obstacle = Obstacle
retro-summary-column-decision = Decision
retro-summary-column-reason = Why
retro-summary-column-moment = When
retro-summary-column-who = Who
retro-summary-column-what = What happened
retro-summary-column-known = What was known then
retro-summary-column-note = Note
retro-summary-column-prompt = Asked
retro-summary-column-author = Who

## The second window

action-retro-project = Second window for the projector
retro-project = Second window for the projector
retro-projection-waits = It begins soon.
retro-projection-ready = { $ready } of { $all } ready
