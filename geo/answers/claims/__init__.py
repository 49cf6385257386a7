"""Claims tested against the record: what is true of a statement on each day."""

from geo.answers.claims.assessment import NOT_KNOWN as NOT_KNOWN
from geo.answers.claims.assessment import NOT_YET as NOT_YET
from geo.answers.claims.assessment import Assessment as Assessment
from geo.answers.claims.assessment import Span as Span
from geo.answers.claims.assessment import assess as assess
from geo.answers.claims.assessment import assess_all as assess_all
from geo.answers.claims.assessment import check_verdicts as check_verdicts
from geo.answers.claims.assessment import spans as spans
from geo.answers.claims.assessment import verdict as verdict
from geo.answers.claims.reading import ClaimError as ClaimError
from geo.answers.claims.reading import check_claims as check_claims
from geo.answers.claims.reading import parts_of as parts_of
