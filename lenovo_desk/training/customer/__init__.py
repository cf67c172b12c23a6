"""The scripted customer: what they say, and the clock of their call."""
