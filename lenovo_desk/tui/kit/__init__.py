"""Widgets and pages that know no case."""
