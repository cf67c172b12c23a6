"""What a flow and a case are: plain data, its events and intents, and small readings of it."""
