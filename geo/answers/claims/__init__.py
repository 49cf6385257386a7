"""Claims tested against the record: what is true of a statement on each day."""

from geo.answers.claims.assessment import (
    NOT_KNOWN,
    NOT_YET,
    Assessment,
    Span,
    assess,
    assess_all,
    check_verdicts,
    spans,
    verdict,
)
from geo.answers.claims.reading import ClaimError, check_claims, parts_of

__all__ = [
    "NOT_KNOWN",
    "NOT_YET",
    "Assessment",
    "ClaimError",
    "Span",
    "assess",
    "assess_all",
    "check_claims",
    "check_verdicts",
    "parts_of",
    "spans",
    "verdict",
]
