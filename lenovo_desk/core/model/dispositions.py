"""How a case ends, or waits, otherwise than its flow says; no flow may name an end so."""

ABANDONED = "abandoned"
HANDED_OVER = "handed_over"
LEFT = (ABANDONED, HANDED_OVER)
"""Dispositions of cases that left their flow before an end: never counted as completed."""
TAKEN_OVER = "case.taken_over"
"""The reason for which a case waits that came from another desk; a word of the interface's."""
