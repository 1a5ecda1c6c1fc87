"""Ends its process."""

import os


def matcher(corpus):
    def match(page):
        os._exit(3)

    return match
