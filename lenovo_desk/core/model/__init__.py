"""Flows, cases, events and intents as plain data, and functions that read them."""
