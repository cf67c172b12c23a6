"""Outcomes that no flow defines: how a case ends or waits outside its flow."""

ABANDONED = "abandoned"
HANDED_OVER = "handed_over"
LEFT = (ABANDONED, HANDED_OVER)
"""Dispositions of cases that left their flow before an end; they never count as completed."""
TAKEN_OVER = "case.taken_over"
"""The park reason of a case that came from another desk; a key of the interface words."""
