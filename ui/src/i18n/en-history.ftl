## What happened on the board
history-title = History
history-text = Everything that was ever written on this board, the newest first. Nothing leaves it: what was undone or removed stands here too.
history-when = When
history-moment = { $date }, { $time }
history-who = Who
history-what = What
history-where = Where
history-newest = This is what happened last
history-oldest = Here the board begins

## The check of the file
check = Check the file
check-running = The file is being checked
check-title = Check of the file
check-good = Everything is as the app wrote it.
check-read = { $operations } changes and { $rows } rows were read.
check-do = Keep a copy of the file as it is now. The checked copies of earlier days are on this computer.
check-details = Details for whoever mends it
check-integrity = The file is damaged: parts of it cannot be read.
check-foreign_key = Something points to what is not in the file.
check-schema = The file’s tables are not the ones that the app makes.
check-chain = The history was changed by something other than the app.
check-content = An attachment is not what it was when it was added.
check-log = What the screens show is not what the history says.
check-history = This computer has seen changes that are not in the history any more.
check-other = The check found something that this app has no words for.

## Challenges around this one
challenge-parent = Serves the challenge of
challenge-parent-none = None above it on this board
challenge-parent-line = { $team }, { $process }: { $statement }
challenge-closed-open = { $count ->
    [one] One earlier challenge
   *[other] { $count } earlier challenges
  }
challenge-closed-title = Earlier challenges
challenge-closed-again = Take it up again
challenge-closed-reopened = The challenge stands on the storyboard again.
