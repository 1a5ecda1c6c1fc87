"""Finding the claims and incidents that a text may speak of, in a corpus of any size.

Comes in: a text or a page, and the index of a release. Goes out: candidates, and what is found with a calibrated score.
"""

from .incidents import Carried, PlainIncident, plain_incidents
from .index import Candidate, ClaimIndex, IndexedClaim, UnreadableIndex, build_index, open_index
from .leads import page_leads
from .query import telling
from .search import LED, Hit, candidates, search
from .terms import Terms, terms

__all__ = [
    "LED",
    "Candidate",
    "Carried",
    "ClaimIndex",
    "Hit",
    "IndexedClaim",
    "PlainIncident",
    "Terms",
    "UnreadableIndex",
    "build_index",
    "candidates",
    "open_index",
    "page_leads",
    "plain_incidents",
    "search",
    "telling",
    "terms",
]
