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
retro-person-leads = { $name }, facilitator
retro-ready = Ready
retro-not-ready = Still at it
retro-ready-say = I am ready
retro-ready-taken = Not ready yet after all
retro-not-in = You are watching. To write and vote, come in.
retro-join = Come in
retro-take-lead = Take the lead
retro-hand-over = Hand the lead over
retro-goes = Goes; what they wrote stays
retro-guest = A person at this computer
retro-guest-name = Name
retro-guest-add = Add
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
retro-plan-joined = Together with the one before
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
