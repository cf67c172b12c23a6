"""Mock calls and the folder of a class."""
