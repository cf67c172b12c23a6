"""Compile parsed files to plain flows, books and training material."""
