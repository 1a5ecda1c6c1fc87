"""The page carries words that a statement on record quotes.

The longest run of words that passage and quotation share: LONG_ENOUGH of them, or the whole quotation, with something
uncommon in it besides names and offices: who is named with their office is not quoted.
Source of the idea: quotation as the strongest sign of a shared source (MemeTracker, Leskovec et al. 2009).
"""

from collections.abc import Iterator

from beside import Corpus, Match, MatchPage, Page, Reason, rarity, words

VERSION = "1.1"
LONG_ENOUGH, SHORTEST = 5, 4  # words of a run; of a quotation that counts when it is there whole
CARRIES = 0.9  # how much rarity a shared run needs in all
CERTAIN = 3.0  # and how much of it leaves no doubt

EXAMPLES = {
    "match": ["“We fired three warning shots, well ahead of the bow,” he repeated."],
    "silent": ["Warning shots were heard."],
}
BLIND_TO = {"role swap": "a run of shared words may begin after the name; ranking tells the sides apart"}


def matcher(corpus: Corpus) -> MatchPage:
    """Index every quoted phrase by its runs of SHORTEST words."""
    runs: dict[tuple[str, ...], list[tuple[str, tuple[str, ...], str]]] = {}
    for claim in corpus.claims:
        for statement in claim.statements if not claim.background else ():
            quoted = tuple(w.folded for w in words(statement.passage.exact))
            for i in range(len(quoted) - SHORTEST + 1):
                runs.setdefault(quoted[i : i + SHORTEST], []).append((claim.id, quoted, statement.passage.exact))
    naming = words_of_names(corpus)

    def match(page: Page) -> Iterator[Match]:
        for passage in page.passages:
            line = words(passage.text, page.lang)
            said = tuple(w.folded for w in line)
            best: dict[str, tuple[int, int, str]] = {}
            for i in range(len(said) - SHORTEST + 1):
                for claim, quoted, exact in runs.get(said[i : i + SHORTEST], ()):
                    length = shared(said[i:], quoted)
                    if length >= min(LONG_ENOUGH, len(quoted)) and length > best.get(claim, (0, 0, ""))[1]:
                        best[claim] = (i, length, exact)
            for claim, (i, length, exact) in best.items():
                telling = sum(rarity(word) for word in said[i : i + length] if word not in naming)
                if telling >= CARRIES:
                    because = (Reason("quotation", line[i].start, line[i + length - 1].end, exact),)
                    yield Match(passage.number, f"claim:{claim}", min(0.95, telling / CERTAIN), because)

    return match


def words_of_names(corpus: Corpus) -> set[str]:
    """Every word of the names, other names and offices on record."""
    agents = corpus.agents.values()
    names = [n for a in agents for n in (a.name, *(alias.text for alias in a.aliases), *(r.title for r in a.roles))]
    return {word.folded for name in names for word in words(name)}


def shared(said: tuple[str, ...], quoted: tuple[str, ...]) -> int:
    """How many words from the start of ``said`` stand in one piece in ``quoted``."""
    longest = 0
    for i in range(len(quoted)):
        length = 0
        while length < len(said) and i + length < len(quoted) and said[length] == quoted[i + length]:
            length += 1
        longest = max(longest, length)
    return longest
