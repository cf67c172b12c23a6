"""Mock calls, quizzes and the scorecard: pure, on core."""
