"""Moments: the clock's stamps, calendar dates and working time. Reads no clock."""
