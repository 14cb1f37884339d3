# Files and links that are evidence of a step.

evidence = Files and links
evidence-limit = Drop or paste a file or a link here. A file is copied into the board and has at most 5{"\u00A0"}MB.
evidence-nowhere = Nothing was copied. A file is evidence of a step: open the step whose result it shows, and drop it there.
evidence-attach = Attach a file
evidence-choose = Files to attach
evidence-added = File attached.
evidence-too-large = “{ $name }” was not attached: a file has at most 5{"\u00A0"}MB. Write a link to it instead.
evidence-name = Name of the file
evidence-open = Show it
evidence-save = Save a copy
evidence-saved = Copy saved: { $path }
evidence-rename = Rename it
evidence-remove = Remove it
evidence-removed = File removed.
evidence-kind-picture = Picture
evidence-kind-text = Text
evidence-kind-other = File
evidence-kind-link = Link
evidence-link-added = Link added to the evidence.
evidence-link-removed = Link removed from the evidence.
evidence-link-text = This app does not use the network. Copy the link and open it in your browser.
evidence-link-copy = Copy the link
evidence-link-copied = Link copied.
evidence-size-b = { $size } B
evidence-size-kb = { $size } kB
evidence-size-mb = { $size } MB
