"""Where a costly matcher should look. Comes in: a page, an index. Goes out: the incidents that share most words."""

from __future__ import annotations

from ..model import Page
from .index import ClaimIndex
from .query import telling
from .terms import terms

MOST = 20
CLAIMS = 60


def page_leads(page: Page, index: ClaimIndex, most: int = MOST) -> tuple[str, ...]:
    """Incident ids, best first."""
    text = "\n".join((page.title, *(passage.text for passage in page.passages)))
    found = index.find(telling(terms(text, page.lang).stems, index), CLAIMS)
    return tuple(dict.fromkeys(candidate.incident for candidate in found))[:most]
