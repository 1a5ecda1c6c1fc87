"""Numbers that are spelled out. Comes in: a run of words. Goes out: what they say together, and how many were used.

English, Ukrainian, Russian, German and French: cardinals, the collectives of the Slavic languages ("п'ятеро"), and
ordinals from twenty on (the 58th exchange; "first" and "second" are seldom counts). Words of one number go down in
size: "ninety five" is 95, "five ninety" is two numbers. Cases of Ukrainian and Russian come from pymorphy3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from .inflection import forms
from .words import fold

HUNDRED = 100.0
# From one on, unless a line says from where; a word's other forms after a slash. A dot: no word for it here.
CARDINALS = {
    "en": ". two three four five six seven eight nine ten eleven twelve/dozen thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "fr": ". deux trois quatre cinq six sept huit neuf dix/dizaine onze douze/douzaine treize quatorze quinze seize",
    "uk": ". два/дві/двоє три/троє чотири/четверо п'ять/п'ятеро шість/шестеро сім/семеро вісім/восьмеро "
    "дев'ять/дев'ятеро десять/десятеро/десяток одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять "
    "сімнадцять вісімнадцять дев'ятнадцять",
    "ru": ". два/две/двое три/трое четыре/четверо пять/пятеро шесть/шестеро семь/семеро восемь/восьмеро "
    "девять/девятеро десять/десятеро/десяток одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать "
    "семнадцать восемнадцать девятнадцать",
}
TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt/vingts/vingtaine trente/trentaine quarante/quarantaine cinquante/cinquantaine soixante/soixantaine",
    "uk": "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
HUNDREDS = {
    "fr": "cent/cents/centaine",
    "uk": "сто/сотня двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
    "ru": "сто/сотня двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
}
# Ordinals are the last word of a number: what they add to the words before them.
ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth",
    "fr": "unième deuxième troisième quatrième cinquième sixième septième huitième neuvième",
    "uk": "перший другий третій четвертий п'ятий шостий сьомий восьмий дев'ятий",
    "ru": "первый второй третий четвертый пятый шестой седьмой восьмой девятый",
}
ONE = {"en": "one", "fr": "un une", "uk": "один одна одне", "ru": "один одна одно"}  # alone it is an article
SCALES = {
    100: "hundred",
    1e3: "thousand tausend mille тисяча тысяча тис тыс",
    1e6: "million millions millionen мільйон миллион млн",
    1e9: "billion milliard мільярд миллиард",
}
GERMAN_UNITS = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
GERMAN_UNITS += "siebzehn achtzehn neunzehn"
GERMAN_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
THOUSAND = "tausend"
GERMAN_ENDINGS = ("", "ste", "ster", "sten", "stem", "stes")  # of ordinals
AND = frozenset(("and", "et"))  # "six hundred and thirty", "vingt et un"
SLAVIC = ("uk", "ru")


@cache
def number_words(lang: str) -> Mapping[str, float]:
    """What adds to a number: folded word -> value. Cyrillic words are known in every language."""
    table: dict[str, float] = {}
    for known in dict.fromkeys((lang if lang in CARDINALS else "en", *SLAVIC)):
        rows = ((CARDINALS, 1.0, 1.0), (TENS, 20.0, 10.0), (HUNDREDS, HUNDRED, HUNDRED))
        for words, first, step in rows:
            for n, said in enumerate(words.get(known, "").split()):
                value = first + step * n
                table |= {form: value for word in said.split("/") if word != "." for form in _forms(word, known)}
    return {**table, **(_german() if lang == "de" else {})}


@cache
def ordinal_words(lang: str) -> Mapping[str, float]:
    """What ends a number of at least two words: "eighth" of "fifty-eighth", "one" of "twenty-one"."""
    return {
        form: n
        for known in dict.fromkeys((lang if lang in ORDINALS else "en", *SLAVIC))
        for n, word in (*((1, one) for one in ONE[known].split()), *enumerate(ORDINALS[known].split(), 1))
        for form in _forms(word, known)
    }


@cache
def scale_words() -> Mapping[str, float]:
    """What multiplies: folded word -> value."""
    return {
        form: value
        for value, said in SCALES.items()
        for word in said.split()
        for lang in SLAVIC
        for form in (*_forms(word, lang), fold(word))
    }


def added_by(folded: str, lang: str) -> float | None:
    """What a word adds to a number; None for a word that adds nothing."""
    table = number_words(lang)
    if lang == "de" and THOUSAND in folded and folded != THOUSAND:
        many, rest = folded.split(THOUSAND, 1)
        thousands, below = table.get(many) if many and many != "ein" else 1, table.get(rest) if rest else 0
        return None if thousands is None or below is None else 1e3 * thousands + below
    return table.get(folded)


def may_begin(folded: str, lang: str) -> bool:
    """Whether a number may begin with this word."""
    return added_by(folded, lang) is not None or folded == "hundred" or ordinal_words(lang).get(folded) == 1


def says_number(folded: str, lang: str) -> bool:
    """Whether a word says a number, or a part of one."""
    return added_by(folded, lang) is not None or folded in scale_words()


def spoken(line: Sequence[str], lang: str) -> tuple[float, int]:
    """The number that begins with the first of the folded words, and of how many it is made; (0, 0) where none does."""
    ordinals, scales = ordinal_words(lang), scale_words()
    total = current = 0.0
    used = 0
    for n, word in enumerate(line):
        if n == 0 and ordinals.get(word) == 1 and scales.get(" ".join(line[1:2])):
            current, used = 1.0, 1  # "one thousand two hundred"
            continue
        value = added_by(word, lang)
        if value == HUNDRED and lang == "fr" and 1 < current < 10:
            current, used = current * HUNDRED, n + 1  # "sept cents"
        elif value is not None and _follows(current, value, lang):
            current, used = _added(current, value), n + 1
        elif word in ordinals and current >= 20 and current % 10 == 0:
            return total + current + ordinals[word], n + 1
        elif word in scales and (used or scales[word] == HUNDRED):
            scale = scales[word]
            if scale == HUNDRED:
                current = (current or 1) * HUNDRED
            else:
                total, current = total + (current or 1) * scale, 0.0
            used = n + 1
        elif word not in AND or not used or n + 1 == len(line):
            break
    return total + current, used


def _follows(current: float, value: float, lang: str) -> bool:
    """Whether a word may be added to what was said so far: the places it fills must still be empty."""
    if value == 20 and current % HUNDRED == 4 and lang == "fr":
        return True  # quatre-vingts
    if value < 10:
        return current % 10 == 0 and (current % HUNDRED != 10 or lang == "fr")
    if value < 20:
        return current % HUNDRED in ((0.0, 60.0, 80.0) if lang == "fr" else (0.0,))
    return current % (HUNDRED if value < HUNDRED else 10 * HUNDRED) == 0


def _added(current: float, value: float) -> float:
    return current - 4 + 80 if value == 20 and current % HUNDRED == 4 else current + value


def _forms(word: str, lang: str) -> frozenset[str]:
    folded = fold(word)
    return forms(folded, lang) if lang in SLAVIC and not folded.isascii() else frozenset((folded,))


@cache
def _german() -> dict[str, float]:
    """German writes a number as one word: all below a thousand, and their ordinals from twenty on."""
    units, tens = GERMAN_UNITS.split(), GERMAN_TENS.split()
    below = {word: n for n, word in enumerate(units, 1)}
    below |= {f"{unit}und{ten}": 10 * t + n for t, ten in enumerate(tens, 2) for n, unit in enumerate(units[:9], 1)}
    below |= {ten: 10 * t for t, ten in enumerate(tens, 2)}
    below["eins"] = 1
    hundreds = {
        f"{unit}hundert{link}{rest}": 100 * n + value
        for n, unit in ((1, ""), *enumerate(units[:9], 1))
        for rest, value in (("", 0), *below.items())
        for link in (("", "und") if rest else ("",))
    }
    table = {
        word + ending: value
        for word, value in (below | hundreds).items()
        for ending in (GERMAN_ENDINGS if value >= 20 else ("",))
    }
    for article in ("ein", "eins"):
        del table[article]
    return {fold(word): float(value) for word, value in {**table, "dutzend": 12}.items()}
