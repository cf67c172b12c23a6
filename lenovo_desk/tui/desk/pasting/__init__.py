"""A pasted message is read for facts, which the agent takes or refuses."""
