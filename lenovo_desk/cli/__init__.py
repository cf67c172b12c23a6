"""The commands, and the only place where content, store and screen are put together."""
