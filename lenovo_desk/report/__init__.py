"""What can be told of cases: the record of one, in words."""
