"""Work a flow without a screen: the grammar of moves and transcripts."""
