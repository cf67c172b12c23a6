"""The commands, and the only place where the services are put together."""
