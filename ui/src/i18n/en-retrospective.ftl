# Retrospectives: the list, the session and its phases.
