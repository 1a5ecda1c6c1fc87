"""Loads without end until it is killed: a new process for every line on standard input, so that starting costs nothing.

Each process first prints its id, then every version of the corpus as soon as it is published.
"""

import dataclasses
import os
import sys
from pathlib import Path

from beside.corpus import publish, read_folder, seal

corpus, home = read_folder(Path(sys.argv[1])).corpus, Path(sys.argv[2])


def load_for_ever(turn: int) -> None:
    print(os.getpid(), flush=True)
    while True:
        turn += 1
        sha256 = seal(home, dataclasses.replace(corpus, title=f"Version {turn}")).sha256
        publish(home, corpus.id, sha256)
        print(turn, sha256, flush=True)


for line in sys.stdin:
    if writer := os.fork():
        os.waitpid(writer, 0)
        print("killed", flush=True)
    else:
        load_for_ever(int(line))
