"""A live case on the screen."""
