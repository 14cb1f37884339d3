# What a terminal says differently from the window, or says alone. Voice: as in ui/src/i18n/en.ftl.

## Errors that the window words for somebody who looks at the board: here there is no kept text, and a
## script sent the request
error-busy = Others are saving just now. Nothing was changed; try again in a moment.
error-command_unknown = There is no command “{ $name }”. “kata commands” lists them all.
error-date_out_of_range = The date in “{ $field }” is outside the years 1900 to 2200. Nothing was changed.
error-disk_full = The disk is full. What was saved is safe; make room and try again.
error-field_empty = The field “{ $field }” cannot be empty. Nothing was changed.
error-not_found = Nothing on this board has the id { $id }. Nothing was changed.
error-number_invalid = The number in “{ $field }” cannot be used. Nothing was changed.
error-read_only = { $reason ->
    [syncedFolder] This file lies in a synchronised folder, where two people’s changes would be lost. It can only be read; move it to a shared folder to write.
    [folderReadOnly] This file or its folder does not take changes. It can only be read; ask for the right to write, or work on a copy.
    [locksMissing] This place does not keep two writers apart. The file can only be read; move it to another place to write.
    [locksNotRaised] This place does not keep two writers apart. The file can only be read; move it to another place to write.
    [foreignMode] Another program keeps this file in a mode that is not safe to share. It can only be read; close that program and try again.
    [newerFile] A newer version of the app made this file. It can only be read; update the app to write.
   *[other] This file can only be read at the moment. Nothing was changed.
  }
error-removed = { $id } was removed. Restore it to go on; nothing was changed.
error-request_invalid = { $command } cannot take this: { $detail }. Nothing was changed; “kata commands” shows what it takes.
error-text_control = The text in “{ $field }” has a hidden control character in it. Nothing was changed; take it out and try again.
error-text_too_long = The text in “{ $field }” has { $length } characters; the field takes { $limit }. Nothing was changed.
error-unreachable = The file does not answer. What was saved is safe; try again in a moment. { $detail }

## Log
log-amended = amended after sealing; sealed: { $value }
log-more = and { $count ->
    [one] one more change
   *[other] { $count } more changes
  }
log-removed = removed
log-returned = restored

## Check
check-fine = Nothing found in { $operations ->
    [one] one operation
   *[other] { $operations } operations
  } and { $rows ->
    [one] one row
   *[other] { $rows } rows
  }.
check-found = { $count ->
    [one] One thing was found. The check has changed nothing. Keep a copy of the file before you go on.
   *[other] { $count } things were found. The check has changed nothing. Keep a copy of the file before you go on.
  }
check-integrity = Damaged pages
check-foreign_key = A row without its other row
check-schema = Foreign structure
check-chain = Altered log
check-log = Rows that do not follow from the log
check-history = History that this computer has seen differently

## Commands
commands-App = On this computer, without --board
commands-Read = Read a board (--board FILE)
commands-Board = Between you and a board (--board FILE)
commands-Write = Write a board (--board FILE --as PERSON)
