"""A load that is killed at any moment loses nothing and shows nothing half."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from beside.corpus import open_release, publish, published, read_folder, seal

KILLS = 40
WRITER = Path(__file__).with_name("endless_writer.py")


def kill_one_load(writers: subprocess.Popen[str], turn: int, pause: float) -> tuple[int, str]:
    """Let it load for a moment, kill it; the last that it said was published."""
    writers.stdin.write(f"{turn}\n")
    writers.stdin.flush()
    process, said = int(writers.stdout.readline()), [writers.stdout.readline()]
    time.sleep(pause)
    os.kill(process, signal.SIGKILL)
    while (line := writers.stdout.readline()) != "killed\n":
        said.append(line)
    last, sha256 = said[-1].split()
    return int(last), sha256


def test_a_load_killed_at_any_moment_leaves_a_whole_corpus(folder, home: Path) -> None:
    seed = random.randrange(10**6)
    moments, turn = random.Random(seed), 0
    command = [sys.executable, WRITER, folder.path, home]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writers:
        for _ in range(KILLS):
            turn, acknowledged = kill_one_load(writers, turn, moments.random() * 0.08)
            shown = published(home)["harbour"]
            title = open_release(home / "releases" / f"{shown}.db").corpus.title
            assert (title, shown == acknowledged) in {(f"Version {turn}", True), (f"Version {turn + 1}", False)}, seed
        writers.stdin.close()
    for path in (home / "releases").glob("*.db"):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem
    publish(home, "harbour", seal(home, read_folder(folder.path).corpus).sha256)
    assert not list(home.rglob("*.part"))
