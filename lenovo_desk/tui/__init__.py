"""Screens and widgets; alone knows textual."""
