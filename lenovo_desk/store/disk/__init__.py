"""Files, journals, seals and the clock of this machine."""
