"""Matchers, measured. Comes in: a matcher and labelled pages. Goes out: its data sheet, and what its weights are worth.

``trial`` puts it beside the live ones; ``pages`` reads labelled pages; ``sheet``, ``calibrating``, ``usage`` measure;
``keeping`` keeps. ``shadow`` runs a matcher on live pages without touching a card, ``switch`` says which;
``comparing`` says what it would change. ``why`` finds the words that a card or a match hangs on, ``apart`` the incident
that was nearly taken for it.
"""

from .apart import Refused, nearest_refused
from .comparing import Change, changes
from .keeping import keep, kept_sheets
from .pages import LabelledPage, PageSet, UnusablePages, example_sets, read_set, refuse_frozen
from .shadow import Shadow, ShadowCounts
from .sheet import DataSheet, data_sheet, sheet_table
from .switch import ShadowSwitch
from .trial import SHEETS, NoSuchMatcher, Trial, find_candidate, open_trial, seeds_folder
from .why import Desk, Why, explain

__all__ = [
    "SHEETS",
    "Change",
    "DataSheet",
    "Desk",
    "LabelledPage",
    "NoSuchMatcher",
    "PageSet",
    "Refused",
    "Shadow",
    "ShadowCounts",
    "ShadowSwitch",
    "Trial",
    "UnusablePages",
    "Why",
    "changes",
    "data_sheet",
    "example_sets",
    "explain",
    "find_candidate",
    "keep",
    "kept_sheets",
    "nearest_refused",
    "open_trial",
    "read_set",
    "refuse_frozen",
    "seeds_folder",
    "sheet_table",
]
