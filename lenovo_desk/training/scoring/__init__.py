"""A mock call read, compared with the good call and scored, each point with its evidence."""
