"""Checks of what a file's format alone cannot hold."""
