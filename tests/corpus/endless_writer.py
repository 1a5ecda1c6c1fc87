"""Loads without end until it is killed: a new process for every line on standard input, so that starting costs nothing.

Each process first prints its id, then every version of the corpus as soon as it is published.
"""

import dataclasses
import os
import sys
from pathlib import Path

from beside.corpus import publish, read_folder, seal

corpus, home = read_folder(Path(sys.argv[1])).corpus, Path(sys.argv[2])


def say(*words: object) -> None:
    """One line in one write: a kill falls before or after it, whether Python buffers or not."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def load_for_ever(turn: int) -> None:
    say(os.getpid())
    while True:
        turn += 1
        sha256 = seal(home, dataclasses.replace(corpus, title=f"Version {turn}")).sha256
        publish(home, corpus.id, sha256)
        say(turn, sha256)


for line in sys.stdin:
    if writer := os.fork():
        os.waitpid(writer, 0)
        say("killed")
    else:
        load_for_ever(int(line))
