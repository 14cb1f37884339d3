# Files and links that are evidence of a step.

evidence = Files as evidence
evidence-none = Drop a file here, paste a picture, or choose one; at most 5 MB each.
evidence-attach = Attach a file
evidence-choose = Files to attach
evidence-added = File attached.
evidence-too-large = “{ $name }” was not attached: a file has at most 5 MB. Write a link to it instead.
evidence-name = Name of the file
evidence-open = Show it
evidence-save = Save a copy
evidence-saved = Copy saved.
evidence-rename = Rename it
evidence-remove = Remove it
evidence-removed = File removed.
evidence-kind-picture = Picture
evidence-kind-text = Text
evidence-kind-other = File
evidence-size-b = { $size } B
evidence-size-kb = { $size } kB
evidence-size-mb = { $size } MB
