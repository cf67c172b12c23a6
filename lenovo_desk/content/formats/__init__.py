"""What each kind of file may hold, and its JSON schema."""
