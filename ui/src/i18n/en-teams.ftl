# All teams.

teams-name = All teams
teams-count = { $count ->
    [0] No team yet
    [one] one team
   *[other] { $count } teams
  }
teams-sorted = sorted by name
teams-attention = { $count ->
    [one] one team asks for attention
   *[other] { $count } teams ask for attention
  }
teams-go-and-see = { $count ->
    [one] one go and see by tomorrow
   *[other] { $count } go and see by tomorrow
  }
teams-add = Add a team
teams-add-text = A team has its own storyboard in this file. You can change the name later.
teams-team-name = Name of the team
teams-team-prompt = Who improves together?
teams-team-missing = A team needs a name.
teams-none = Which team starts? It gets a storyboard with challenge, target condition and steps.
teams-none-read-only = There is no team on this board yet.
teams-column-team = Team and challenge
teams-column-outcome = Outcome, now and
teams-column-target = target
teams-column-by = Achieve by
teams-column-step = Last experiment
teams-column-obstacle = Addressing now
teams-column-attention = Attention
teams-no-challenge = No challenge yet
teams-no-outcome = No target number yet
teams-no-number = not measured yet
teams-no-date = No date yet
teams-no-step = No step yet
teams-no-obstacle = No obstacle chosen
teams-picture = { $metric }: now { $now }, target { $target }
teams-days = { $days ->
    [one] day
   *[other] days
  }
teams-days-over = { $days ->
    [one] one day over
   *[other] { $days } days over
  }
teams-today = today
teams-step = step { $number }
teams-step-planned = step { $number }, in pencil
teams-step-running = step { $number }, running
teams-step-due = step { $number }, no result
teams-in-rhythm = On its rhythm
teams-not-started = Not started yet
teams-result-due = Result due since { $date }
teams-result-due-step = Step { $number } was to be looked at on { $date }
teams-days-left = { $days ->
    [0] Last day, not on target
    [one] One day left, not on target
   *[other] { $days } days left, not on target
  }
teams-date-reached = Achieve-by date is here, close it
teams-cycle-missed = No coaching cycle since { $date }
teams-no-step-for = { $days ->
    [one] No step for one day
   *[other] No step for { $days } days
  }
teams-number-old = { $days ->
    [one] Number is one day old
   *[other] Number is { $days } days old
  }
teams-see = Go and see { $when }
teams-about-flags = Flags describe the process: a step overdue, a number too old, a date close. Teams and people are never ranked.
teams-move = Move
teams-open = Open storyboard

## A view that cannot be read
read-details-copied = Details copied.
teams-metric = { $metric }, in { $unit }

## One team
team-about = The team
team-open = About the team { $team }
team-people = People and roles
team-roles-text = The learner runs the experiments, the coach asks. Roles guide; they forbid nothing.
team-nobody = Nobody is in this team yet.
team-roles-of = Roles of { $name }
team-take-out = Take { $name } out of the team
team-add-who = Who else?
team-somebody-new = Somebody new on this board
team-person-name = Name
team-name-missing = Write the name, as colleagues say it.
team-add-person = Add to the team
team-remove = Remove the team
team-gone = Team removed.
team-joined = Added to the team.
team-left = Taken out of the team.
role-none = no role
role-learner = Learner
role-coach = Coach
role-second_coach = 2nd coach
role-facilitator = Facilitator

## Everybody on the board
people-title = People on this board
people-text = What somebody wrote stays, also when the name is taken off this list.
people-none = Nobody yet. A name is added with the first change.
people-remove = Take { $name } off the board
people-gone = Person removed.
people-open = People
teams-removed = Removed
