"""A mock call on the screen, its score, and quizzes."""
