"""Scores and classes for people: score sheets, pages, tables."""
