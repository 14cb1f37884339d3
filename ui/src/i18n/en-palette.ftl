# The command palette: actions by name, places to go to, and the words of the board.

palette-search = Search
palette-title = Search, and actions by name
palette-prompt = A word of a step, a team, or what you want to do
palette-list = What was found
palette-recent = Chosen lately
palette-actions = Actions
palette-places = Go to
palette-words = On the board
palette-not-now = Not possible here
palette-count = { $count ->
    [0] Nothing found
    [one] One found
   *[other] { $count } found
  }
palette-none = Nothing found for “{ $query }”.
palette-none-why = Searched were actions, teams, and the words of every team’s challenges, conditions, obstacles, steps and retrospectives. Every word has to be there; the last one may be the beginning of a word.
palette-reading = Reading the board. More may be found in a moment.
palette-failed = The words of the board cannot be searched just now. { $reason }
palette-key-walk = Choose
palette-key-open = Open
palette-key-close = Close
palette-view = { $view } of { $team }
palette-step = Step { $number }
palette-where = { $noun }, { $team }
palette-where-session = { $place }, in “{ $title }”
palette-field = { $field }:
palette-needs-read-only = The file can only be read
palette-needs-board = On a storyboard or in a step
palette-needs-cycle = In a coaching cycle
palette-needs-retro = In a retrospective
palette-needs-obstacle = With the focus on an obstacle
palette-needs-record = In a step or its record
palette-field-why = Why it matters
palette-field-operationalOutcomes = Operational outcomes
palette-field-businessOutcomes = Business outcomes
palette-field-getsInTheWay = Gets in the way
palette-field-reflection = Reflection
palette-field-evidence = Evidence
palette-field-prediction = Expected
palette-field-whatHappened = What happened
palette-field-learned = Learned
palette-field-belief = Belief
palette-field-subject = About
palette-field-summary = In the group's words
palette-field-noStepReason = Why there is no step
palette-field-notes = What was said
palette-field-known = Known then
palette-field-who = Who
palette-empty-text = Not written yet

similar-title = We tried something close
similar-open = Open step { $number } of { $team }
similar-where = { $team }, step { $number }
similar-numbers = expected { $predicted }, came { $actual } { $unit }
similar-gap = gap { $gap }
similar-learned = Learned
