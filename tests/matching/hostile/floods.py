"""Prints without end, and finds without end."""

import sys

from beside import Match


def matcher(corpus):
    incident = min(corpus.incidents)

    def match(page):
        while True:
            sys.stdout.write("page text\n")
            yield Match(0, f"incident:{incident}", 0.5)

    return match
