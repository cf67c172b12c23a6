"""YAML folders read into core, and every problem found on the way. It alone knows yaml."""
