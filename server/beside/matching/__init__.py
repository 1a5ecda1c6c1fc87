"""Finding matchers, running them contained, checking their answers."""

from .discovery import MatcherSpec, absent_matchers, find_matchers
from .process import WorkerDied, WorkerTooSlow
from .shelf import Limits, Shelf, ShelfBusy

__all__ = [
    "Limits",
    "MatcherSpec",
    "Shelf",
    "ShelfBusy",
    "WorkerDied",
    "WorkerTooSlow",
    "absent_matchers",
    "find_matchers",
]
