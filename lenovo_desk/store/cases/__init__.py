"""Open and closed cases of one data folder."""
