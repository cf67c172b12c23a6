"""YAML folders read into core, with every problem on the way. It alone knows yaml."""
