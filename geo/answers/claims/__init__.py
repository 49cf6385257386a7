"""Claims tested against the record: what is true of a statement on each day."""

from geo.answers.claims.assessment import (
    NOT_KNOWN,
    NOT_YET,
    Assessment,
    ClaimError,
    Span,
    assess,
    assess_all,
    check_claims,
    check_verdicts,
    parts_of,
    spans,
    verdict,
)

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
