"""The vocabulary a matcher author may use, and nothing else.

The nouns: Corpus and what it holds; Page and Passage, which a matcher is given; Match and Reason, which it gives back.
The tools: words, Phrases, numbers, dates, edtf_span, rarity, fold, which read text the way the shelf does.
"""

from .language import DateMention, Number, Phrases, Span, Word, concept, dates, edtf_span, fold, numbers, rarity, words
from .model import Agent, Claim, Corpus, Incident, Match, MatchPage, Page, Passage, Quantity, Reason, Statement

API = 1

__all__ = [
    "API",
    "Agent",
    "Claim",
    "Corpus",
    "DateMention",
    "Incident",
    "Match",
    "MatchPage",
    "Number",
    "Page",
    "Passage",
    "Phrases",
    "Quantity",
    "Reason",
    "Span",
    "Statement",
    "Word",
    "concept",
    "dates",
    "edtf_span",
    "fold",
    "numbers",
    "rarity",
    "words",
]
