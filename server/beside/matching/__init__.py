"""Finding matchers, running them contained, checking their answers."""

from .asking import ShelfBusy
from .capabilities import Capability, capabilities
from .discovery import LeftOut, MatcherSpec, absent_matchers, find_matchers, left_out_matchers
from .introducing import Introduction, introduce
from .process import WorkerDied, WorkerTooSlow
from .quarantine import Quarantine, quarantined_matchers, release_matcher
from .reloading import Reloading, always
from .setting_up import Limits
from .shelf import Leads, Shelf

__all__ = [
    "Capability",
    "Introduction",
    "Leads",
    "LeftOut",
    "Limits",
    "MatcherSpec",
    "Quarantine",
    "Reloading",
    "Shelf",
    "ShelfBusy",
    "WorkerDied",
    "WorkerTooSlow",
    "absent_matchers",
    "always",
    "capabilities",
    "find_matchers",
    "introduce",
    "left_out_matchers",
    "quarantined_matchers",
    "release_matcher",
]
