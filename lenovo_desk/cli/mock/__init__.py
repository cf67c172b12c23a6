"""Commands of mock calls, quizzes and the class."""
