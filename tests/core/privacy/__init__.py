"""What may not be said in public, tried on sentences and by chance."""
