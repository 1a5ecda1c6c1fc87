"""Reads where nothing is."""

import ctypes


def matcher(corpus):
    def match(page):
        ctypes.string_at(0)
        return []

    return match
