"""Flows, cases and the rules between them: pure data and functions, standard library only."""
