"""What is typed in a live case: facts, notes and replies."""
