"""Numbers that point at somebody, however they are written, spelled or said."""
