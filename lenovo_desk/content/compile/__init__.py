"""From parsed files to the flows, books and training material of core."""
