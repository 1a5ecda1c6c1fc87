"""Words that name a state, its capital or its people. Comes in: names of states. Goes out: whose word a word is.

Most languages make the people's word of the state's name by changing its end ("Russ|ia", "Russ|ian", "росі|ян",
"russ|e"), so a word that begins alike is taken for it, where that beginning is no word of its own ("wars", "Warsaw"). A
name that ends in a consonant keeps it ("Катар|ский"; "катастрофа" is none of Qatar's), but in German ("Pol|en").
"""

from __future__ import annotations

from .inflection import forms
from .rarity import rarity
from .words import base_language, words

SHORTEST, ENDING = 4, 3
A_WORD = 0.7  # rarity below which a beginning is a word of its own
CHANGED = (*"aeiouyаеиоуыэюяєії", "en", "ь")  # ends that a name loses where its people's word is made


class Demonyms:
    """Learnt once per corpus, safe to share."""

    def __init__(self) -> None:
        self._beginnings: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def learn(self, state: str, name: str, lang: str) -> None:
        """A name of the state, or of its capital, in one word; names in several words are left aside."""
        line = words(name, lang)
        if len(line) != 1:
            return
        folded = line[0].folded
        self._names |= dict.fromkeys((folded, *forms(folded, base_language(lang))), state)
        if len(folded) > SHORTEST:
            shortest = len(folded) - ENDING if folded.endswith(CHANGED) else len(folded)
            lengths = range(max(SHORTEST, shortest), len(folded))
            beginning = next((folded[:n] for n in lengths if rarity(folded[:n], lang) >= A_WORD), folded)
            self._beginnings[beginning] = state

    def named(self, folded: str) -> str | None:
        """The state that the word is a name of, or the word of its people; None for any other word."""
        return self.state(folded) or self.people(folded)

    def state(self, folded: str) -> str | None:
        """The state whose own name, or capital, the word is."""
        return self._names.get(folded)

    def people(self, folded: str) -> str | None:
        """The state whose people the word names; None for the state's own name."""
        if folded in self._names:
            return None
        lengths = range(len(folded), SHORTEST - 1, -1)
        return next((state for n in lengths if (state := self._beginnings.get(folded[:n]))), None)
