"""A pattern that takes twice as long for every letter."""

import re

TRAP = re.compile(r"(a+)+$")


def matcher(corpus):
    def match(page):
        TRAP.match("a" * 60 + "!")
        return []

    return match
