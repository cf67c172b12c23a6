"""Search texts for forbidden wordings, near spellings and typed words; pure functions."""
