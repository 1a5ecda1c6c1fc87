"""Gives matches of what is not there."""

from beside import Match, Reason


def matcher(corpus):
    def match(page):
        yield Match(len(page.passages) + 7, "claim:nobody-knows", 3.0, (Reason("verdict", -4, 10**9, "x" * 9999),))

    return match
