"""Home, the board and the settings."""
