"""Checks that go beyond the format of a single file."""
