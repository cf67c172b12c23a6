"""Stamps, calendar dates and working time; nothing here reads a clock."""
