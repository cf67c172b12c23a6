"""The house itself: its walls, its names and its weight, read from the code."""
