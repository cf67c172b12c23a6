"""Journals, the day log and sealing: the cases of one data folder, alone knows tinydb."""
