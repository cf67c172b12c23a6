"""What makes a file wrong beyond its format."""
