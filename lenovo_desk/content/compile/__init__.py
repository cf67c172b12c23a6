"""Compile parsed files to the plain flows, books and training material that core reads."""
