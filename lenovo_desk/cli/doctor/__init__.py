"""What this computer gives the desk, and what to change about it."""
