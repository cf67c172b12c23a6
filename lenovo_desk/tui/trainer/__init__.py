"""The screens of a trainer: live calls, marking and the class."""
