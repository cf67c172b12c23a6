"""Work a flow without a screen, by the moves of a walk."""
