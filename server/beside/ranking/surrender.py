"""Who gave up, to whom, in whose hands. Comes in: words, whose people stand where. Goes out: places, and sides.

Those to whom somebody surrenders are not those who surrender: "to Russian forces", "aux forces russes", a dative in
German, Ukrainian and Russian. German tells the one who gives up before "die sich". The same for either side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..language import Word, fold

GAVE_UP = "surrender"
MILITARY = frozenset("soldier units army military combatant marines infantry".split())
TO = frozenset("to a au aux".split())  # "à" is folded
ARTICLES = frozenset("the a an l la les des advancing nearby".split())
GERMAN_DATIVE = ("en", "ern")
DATIVE = tuple("им ым ам ям ому ій ой".split())  # after a word of surrender, in Ukrainian and Russian
AGREEING = ("имся", "ымся", "ихся", "ющим", "вшим")  # "to surrendered soldiers": the same case
RECEIVED = 5  # words from the surrender to those who receive it
REFLEXIVE, SUBJECT, RELATIVE = "sich", "die", frozenset("die der das welche welcher".split())
ITSELF, UP = frozenset("se himself themselves".split()), "up"  # "gave themselves up"
HAVE = frozenset("a ai ont avait avaient aurait auraient avoir ayant".split())
RENDER = "rend"  # "se rendre": to surrender, but also to go somewhere
WENT = TO | frozenset("en dans sur chez vers sous devant pres compte".split())
HANDS, INTO = "hande", ("in", "die")  # "in die Hände fallen"
FELL = ("fall", "fiel", "gefall", "gerat", "geriet")
AT_A_PLACE = frozenset("in bei aus vor nahe".split())
BEFORE, CLAUSE = 4, 12
CAPTIVITY, GENITIVE = ("плен", "полон"), tuple("ов ев ян ів їв ців их".split())
HELD = frozenset(  # where prisoners are
    fold(word)
    for word in "captivity hands custody detention prison prisons camp camps jail jails territory полон полону полоні "
    "полоном тюрмі тюрмах в'язниці в'язницях таборі таборах катівнях руках руки плен плену плене плена пленом "
    "тюрьме тюрьмах лагере лагерях застенках gefangenschaft haft lager lagern gefängnis gefängnissen händen hände "
    "captivité prison geôles barreaux mains".split()
)
Kinds = Sequence[str | None]
People = Sequence[str | None]


def unheld(line: Sequence[Word], people: Sequence[str | None]) -> list[str | None]:
    """ "In Russian captivity", "aux mains des Russes": where somebody is held tells nothing of who it is."""
    held = [word.folded in HELD for word in line]
    return [
        None if side and any(held[max(0, n - 1) : n + 2]) and not _went_there(line, n) else side
        for n, side in enumerate(people)
    ]


def _went_there(line: Sequence[Word], n: int) -> bool:
    """ "сдавшиеся в плен украинцы": no genitive, so it is not theirs."""
    return bool(n) and line[n - 1].folded in CAPTIVITY and not line[n].folded.endswith(GENITIVE)


def gives_up(line: Sequence[Word], people: People, kinds: Kinds, i: int, lang: str) -> bool:
    """Whether the word at ``i`` tells that somebody gave up; "se rendre à Paris" is to go there."""
    if line[i].folded == GAVE_UP and not (i and (kinds[i - 1] in MILITARY or _plural(line, people, i - 1))):
        return False  # "the surrender of ..."
    if not _tells(line, kinds, i, lang):
        return False
    following = line[i + 1].folded if i + 1 < len(line) else ""
    verb = lang == "fr" and line[i].folded.startswith(RENDER)
    return not (verb and following in WENT) or any(_received(line, people, kinds, i, lang))


def _plural(line: Sequence[Word], people: People, i: int) -> bool:
    return people[i] is not None and line[i].folded.endswith("s")


def without_receivers(line: Sequence[Word], people: People, kinds: Kinds, lang: str) -> list[str | None]:
    """The people of a line but those to whom somebody gives up."""
    told = [i for i in range(len(line)) if _tells(line, kinds, i, lang)]
    held = {j for i in told for j in _received(line, people, kinds, i, lang)}
    return [None if j in held else side for j, side in enumerate(people)]


def who_gave_up(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    """German: "russische Soldaten, die sich ... ergeben", "dass sich russische Soldaten ... ergeben"."""
    start = max(0, i - CLAUSE)
    itself = next((j for j in range(i - 1, start - 1, -1) if line[j].folded == REFLEXIVE), None)
    if _into_hands(line, i):
        near = range(i - 1, start - 1, -1)
    elif itself is None:
        return
    elif itself and line[itself - 1].folded in RELATIVE:
        placed = itself > 3 and line[itself - 3].folded in AT_A_PLACE  # "... Soldaten in Makijiwka, die sich"
        near = range(itself - 2, max(-1, itself - 2 - (BEFORE if placed else 2)), -1)
    else:
        near = range(itself + 1, i)
    yield from [side for j in near if (side := people[j])][:1]


def _tells(line: Sequence[Word], kinds: Kinds, i: int, lang: str) -> bool:
    before = line[i - 1].folded if i else ""
    if lang == "fr" and before in HAVE and line[i].folded.startswith(RENDER):
        return False  # "a rendu publics les noms"
    rendered = lang == "fr" and before in ITSELF and line[i].folded.startswith(RENDER)
    gave = before in ITSELF and line[i].folded == UP
    return kinds[i] == GAVE_UP or rendered or gave or (lang == "de" and _into_hands(line, i))


def _into_hands(line: Sequence[Word], i: int) -> bool:
    """ "... in die Hände fallen", at the verb."""
    into = [word.folded for word in line[max(0, i - 4) : i]]
    return line[i].folded.startswith(FELL) and HANDS in into and tuple(into[: into.index(HANDS)][-2:]) == INTO


def _received(line: Sequence[Word], people: People, kinds: Kinds, i: int, lang: str) -> Iterator[int]:
    if lang == "de":
        yield from _german(line, people, i)
        return
    for j in range(i + 1, min(len(line), i + 1 + RECEIVED)):
        if people[j]:
            if _to(line, kinds, i, j, lang):
                yield j
            return


def _to(line: Sequence[Word], kinds: Kinds, i: int, j: int, lang: str) -> bool:
    if not line[j].folded.isascii():
        return line[j].folded.endswith(DATIVE) and not line[i].folded.endswith(AGREEING)
    between = [word.folded for word in line[i + 1 : j]]
    if not any(word in TO for word in between):
        return False
    forces = any(kind in MILITARY for kind in kinds[max(i + 1, j - 2) : j + 3])
    return forces or between[-1] in TO | ARTICLES  # "aux Russes"; not "to the capital of Russian ..."


def _german(line: Sequence[Word], people: People, i: int) -> Iterator[int]:
    """A dative between "sich" and the verb, after both, or before "in die Hände"."""
    itself = [j for j in range(max(0, i - CLAUSE), min(len(line), i + 3)) if line[j].folded == REFLEXIVE]
    hands = [j for j in range(max(0, i - 4), i) if line[j].folded == HANDS]
    if hands:
        nearest = [j for j in range(max(0, hands[-1] - BEFORE), hands[-1]) if people[j]][-1:]
        yield from (j for j in nearest if line[j].folded.endswith(GERMAN_DATIVE))
    elif itself:
        after = itself[-1]
        near = range(after + 1, i if after < i else min(len(line), after + 1 + RECEIVED))
        dative = (j for j in near if people[j] and line[j].folded.endswith(GERMAN_DATIVE))
        yield from (j for j in dative if line[j - 1].folded != SUBJECT)
