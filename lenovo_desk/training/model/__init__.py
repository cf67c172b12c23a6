"""Scenarios, scorecards, quizzes and mock calls as plain data."""
