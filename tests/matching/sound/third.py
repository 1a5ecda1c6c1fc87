"""Finds one word wherever it stands."""

from beside import Match, Reason

WORD = "Makiivka"
BUDGET_MS = 1000  # none of it is used: on a busy machine it is not cut off where a hostile one is


def matcher(corpus):
    incident = "makiivka-surrender-2022-11"

    def match(page):
        for passage in page.passages:
            start = passage.text.find(WORD)
            if start >= 0:
                because = (Reason("place", start, start + len(WORD), WORD),)
                yield Match(passage.number, f"incident:{incident}", 0.5, because)

    return match
