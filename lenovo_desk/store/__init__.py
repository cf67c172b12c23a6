"""The cases of one data folder on disk; the only room that knows tinydb and cryptography."""
