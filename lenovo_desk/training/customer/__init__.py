"""The scripted customer: what they say, and the clock they wait by."""
