"""Quoted phrases and where they stand: ``text[start:end] == exact``, in code points of the text as it is.

Comes in: a selector, and the length or the text of its document. Goes out: what does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Selector

MAX_CONTEXT = 32


def misfits(selector: Selector, characters: int) -> Iterator[str]:
    """What can be seen without the text."""
    span = selector.end - selector.start
    if span != len(selector.exact):
        yield f"spans {span} code points, but exact has {len(selector.exact)}; mend start, end or exact"
    if selector.end > characters:
        yield f"ends at {selector.end}, but the document has {characters} characters; mend end or characters"
    if len(selector.prefix) > min(MAX_CONTEXT, selector.start):
        yield f"prefix has {len(selector.prefix)} code points; at most {MAX_CONTEXT} that stand before it"
    if len(selector.suffix) > min(MAX_CONTEXT, max(0, characters - selector.end)):
        yield f"suffix has {len(selector.suffix)} code points; at most {MAX_CONTEXT} that stand after it"


def unproven(selector: Selector, text: str) -> Iterator[str]:
    """What is not so in the text itself."""
    start, end = selector.start, selector.end
    if text[start:end] != selector.exact:
        at = text.find(selector.exact)
        yield f"exact is not at {start}-{end}" + (
            f"; it stands at {at}" if at >= 0 else " nor anywhere else in the text"
        )
    elif not text[:start].endswith(selector.prefix):
        yield f"prefix is not what stands before {start}; copy it from the text"
    elif not text.startswith(selector.suffix, end):
        yield f"suffix is not what stands after {end}; copy it from the text"
