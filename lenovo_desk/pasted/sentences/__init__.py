"""Candidates that whole sentences tell: a machine by its name, a seller, a way of writing."""
