"""Mock calls, quizzes and the scorecard: pure functions and data, built on core."""
