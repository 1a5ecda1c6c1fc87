"""What a matcher needs of language: words, names, numbers, dates, rarity. Imports nothing else of ours."""

from .concepts import concept, longest_beginning
from .dates import DateMention, Span, dates, edtf_span
from .demonyms import Demonyms
from .guess import guess_language
from .inflection import forms as inflected
from .number_words import says_number
from .numbers import Number, numbers
from .phrases import Found, Phrases
from .rarity import rarity
from .transliteration import heard, skeleton
from .words import Word, base_language, fold, words

__all__ = [
    "DateMention",
    "Demonyms",
    "Found",
    "Number",
    "Phrases",
    "Span",
    "Word",
    "base_language",
    "concept",
    "dates",
    "edtf_span",
    "fold",
    "guess_language",
    "heard",
    "inflected",
    "longest_beginning",
    "numbers",
    "rarity",
    "says_number",
    "skeleton",
    "words",
]
