"""The command `walk`: working a flow without a screen."""
