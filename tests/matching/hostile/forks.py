"""Starts processes, each of which would outlive the page."""

import os
import time


def matcher(corpus):
    def match(page):
        for _ in range(10):
            if os.fork() == 0:
                time.sleep(600)
        return []

    return match
