"""The commands, and the only place where the rooms are put together."""
