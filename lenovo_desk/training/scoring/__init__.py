"""Reads a mock call, compares it with the good call and scores it, with evidence."""
