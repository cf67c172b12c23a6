"""Flows and cases as plain data, their events and intents, and small functions that read them."""
