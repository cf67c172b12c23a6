"""Words and phrases: fill blanks, word reasons, format values, measure messages."""
