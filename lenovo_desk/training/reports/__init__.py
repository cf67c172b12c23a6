"""Scores and classes for people to read: score sheets, HTML pages, tables."""
