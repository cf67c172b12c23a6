"""Read content folders of YAML into core and report every problem; only here is yaml imported."""
