"""Reports on cases: the record of one, in words."""
