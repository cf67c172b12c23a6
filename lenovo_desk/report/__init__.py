"""Reports on a case in words: its record and the arithmetic of its promises."""
