## What is due

due-name = Due
due-count = { $count ->
    [one] one thing is due
   *[other] { $count } things are due
  }
due-nothing = Nothing is due.
due-about = What the process waits for, the longest due first. Teams and people are never ranked.
due-result = Step { $number }: go and see what happened. { $text }
due-achieve_by = Target condition { $number }: its date is here. Compare, reflect, then close it.
due-coaching_cycle = The coaching cycle booked for this day was not held.
due-number = { $text }: measure again.
due-notice = { $team }: { $count ->
    [one] one thing is due
   *[other] { $count } things are due
  }
due-notice-more = { $count ->
    [one] … and in one more team
   *[other] … and in { $count } more teams
  }
due-since = { $days ->
    [0] today
    [one] since yesterday
   *[other] since { $date }
  }
