"""Incidents -> cards: every account on record, who has none, what is alleged elsewhere. No account is left out.

Comes in: an incident, its release, what a page was found to carry. Goes out: a Card, and nothing that rules.
"""

from .deal import account_order, deal
from .links import text_fragment
from .state import state_of_accounts

__all__ = ["account_order", "deal", "state_of_accounts", "text_fragment"]
