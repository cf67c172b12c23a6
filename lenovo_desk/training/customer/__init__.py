"""The scripted customer: what he says, and the clock he waits by."""
