"""The vocabulary a matcher author may use, and nothing else.

The nouns: Corpus and what it holds; Page and Passage, which a matcher is given; Match and Reason, which it gives back.
The tools: words, Phrases, numbers, dates, edtf_span, rarity, fold, Demonyms, which read text the way the shelf does;
Lexicon, the telling words of a corpus; compare_meaning and Nearness, for whoever has an encoder of sentences.
"""

from .language import (
    DateMention,
    Demonyms,
    Number,
    Phrases,
    Span,
    Word,
    concept,
    dates,
    edtf_span,
    fold,
    numbers,
    rarity,
    words,
)
from .lexicon import Lexicon, telling, word_key
from .meaning import Nearness, compare_meaning
from .model import Agent, Claim, Corpus, Incident, Match, MatchPage, Page, Passage, Place, Quantity, Reason, Statement

API = 1

__all__ = [
    "API",
    "Agent",
    "Claim",
    "Corpus",
    "DateMention",
    "Demonyms",
    "Incident",
    "Lexicon",
    "Match",
    "MatchPage",
    "Nearness",
    "Number",
    "Page",
    "Passage",
    "Phrases",
    "Place",
    "Quantity",
    "Reason",
    "Span",
    "Statement",
    "Word",
    "compare_meaning",
    "concept",
    "dates",
    "edtf_span",
    "fold",
    "numbers",
    "rarity",
    "telling",
    "word_key",
    "words",
]
