# Welcome, "Who are you?" and the settings.

## Welcome
welcome-title = Write what you expect. Then go and see.
welcome-text = One file holds your team’s challenge, its target condition and every step toward it. Put the file where your team can reach it. Several people can open it at once.
welcome-create = Create a file
welcome-open = Open a shared file
welcome-sample = Try the sample board
welcome-file-kind = Kata Board files
welcome-file-name = our-board
welcome-recent = Recent files
welcome-recent-none = Files you open appear here.
welcome-recent-about = { $folder }, { $teams ->
    [one] one team
   *[other] { $teams } teams
  }, changed { $when }
welcome-recent-away = { $folder }, opened here { $when }
welcome-recent-people = { $count ->
    [one] one person in it
   *[other] { $count } people in it
  }
welcome-unreachable = Not reachable
welcome-synced = Synchronised folder, opens for reading
welcome-forget = Take { $file } off this list. The file stays.
welcome-forgotten = { $file } is off the list. The file is where it was.
welcome-today = today { $time }
welcome-private = Your files stay where you put them. Nothing is sent anywhere.
welcome-not-opened = { $file } is not open
welcome-safe = Nothing was changed in the file.
welcome-choose-other = Choose another file
welcome-details = Details copied.

## The record on the right of the welcome screen
example-name = An example of a filled-in record
example-from = Experimenting record, an example
example-title = Kitty Hawk, 1901
example-step-label = Date, step and metric
example-step = July 1901. Build the same glider half as big again and measure its lift.
example-expect-label = What do you expect?
example-expect-strong = The lift of the published tables
example-expect = , enough for sustained flight.
example-sealed = Sealed before the flight
example-bar = Then do the step
example-happened-label = What happened?
example-happened = Glides, but no flight.
example-learned-label = What we learned
example-learned = The tables are wrong, because our own measurements disagree with them twice.
example-next = Next step: measure lift ourselves.
example-picture = Lift: expected all of the published value, measured about one third
example-gap = gap, two thirds
example-actual = about 1/3
example-predicted = lift expected

## Who are you?
who-title = Who are you on this board?
who-text = Your name stands beside what you write, so that others know whom to ask.
who-known = I am one of these
who-new = I am somebody else
who-name = Your name
who-name-prompt = As your colleagues say it
who-name-missing = Write your name, or choose one from the list.
who-choose = That is me
who-later = Only look around
who-later-why = You can say later who you are, in the settings.

## Settings
settings-title = Settings
settings-text = These hold for you on this computer. Nobody else sees them.
settings-name = Your name on new boards
settings-name-prompt = As your colleagues say it
settings-me = On this board
settings-me-is = You are { $name }.
settings-me-none = You have not said who you are.
settings-me-change = I am somebody else
settings-me-say = Say who you are
settings-theme = Light or dark
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-zoom = Size of everything
settings-zoom-value = { $percent } %
settings-zoom-smaller = Smaller
settings-zoom-larger = Larger
settings-zoom-reset = Back to 100 %
settings-keys = Keys on buttons
settings-keys-shown = Shown
settings-keys-hidden = Hidden
settings-keys-text = The keys work in both cases; F1 lists them all.
settings-reminders = Reminders
settings-reminders-on = On
settings-reminders-off = Off
settings-reminders-text = A notification of this computer says what is due, once a day for each thing. It names the team, and no other words of the board.
settings-file = File
settings-file-is = { $file } in { $folder }
settings-file-close = Close this file
action-zoom-in = Everything larger
action-zoom-out = Everything smaller
action-zoom-reset = Everything at 100 %
settings-version = Version { $version }
