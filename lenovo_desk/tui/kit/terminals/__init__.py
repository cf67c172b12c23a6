"""What the terminal can show: its colours, its signs, the cells they take."""
