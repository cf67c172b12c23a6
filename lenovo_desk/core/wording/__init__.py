"""Words and phrases: blanks filled, reasons as sentences, the length of a message."""
