"""The real service, as a reader runs it: `beside corpus load`, `beside serve`, with a data folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BESIDE = Path(sys.executable).with_name("beside")
PATIENCE = 60.0
PATIENT = "[matchers]\nhard_ms = 20_000\n"  # two browsers beside it must not cost a page an answer


def a_free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def words_of(path: Path) -> bytes:
    """What a file holds: nothing, if it was put away a moment ago."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except FileNotFoundError:
        return b""


class RealService:
    """Runs until closed, with all corpora of seeds/ and on a free port, if not told otherwise. ``log``: what it printed."""

    def __init__(self, home: Path, corpora: Sequence[str] = ("*",), port: int = 0) -> None:
        environment = os.environ | {"BESIDE_HOME": str(home), "BESIDE_DENY": "e5 minilm"}
        folders = sorted(path.parent for name in corpora for path in (ROOT / "seeds").glob(f"{name}/corpus.toml"))
        home.mkdir(mode=0o700, exist_ok=True)
        (home / "settings.toml").write_text(PATIENT, "utf-8")
        subprocess.run([BESIDE, "corpus", "load", *folders], env=environment, check=True, capture_output=True)
        self.port = port or a_free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = home.parent / "serve.log"
        self._environment = environment
        self.start()

    def start(self) -> None:
        """Begin to serve: again, where it was closed."""
        with self.log.open("ab") as log:
            arguments = [BESIDE, "serve", "--port", str(self.port)]
            self.process = subprocess.Popen(arguments, env=self._environment, stdout=log, stderr=subprocess.STDOUT)
        self._wait()

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < end, self.log.read_text()
            try:
                urllib.request.urlopen(f"{self.address}/v1/about", timeout=PATIENCE).close()
                return
            except OSError:  # nobody listens yet
                time.sleep(0.05)

    def close(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
