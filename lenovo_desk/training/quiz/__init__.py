"""Quiz sittings and spaced repetition."""
