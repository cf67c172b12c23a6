"""Widgets and pages that do not depend on cases."""
