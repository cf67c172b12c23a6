"""A closed call marked by its trainer."""
