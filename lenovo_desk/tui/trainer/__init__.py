"""The trainer's window, marks and the class."""
