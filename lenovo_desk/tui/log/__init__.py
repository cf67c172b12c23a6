"""Closed cases and their records."""
