"""Finding: pure functions on core."""
