"""The screens of a trainee: mock calls, their scores, and quizzes."""
