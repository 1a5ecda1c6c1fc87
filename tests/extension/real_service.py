"""The real service, as a reader runs it: `beside corpus load`, `beside serve`, with a data folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BESIDE = Path(sys.executable).with_name("beside")
PATIENCE = 60.0


class RealService:
    """Runs until closed. ``log`` holds what it printed."""

    def __init__(self, home: Path) -> None:
        environment = os.environ | {"BESIDE_HOME": str(home), "BESIDE_DENY": "e5 minilm"}
        folders = sorted(path.parent for path in (ROOT / "seeds").glob("*/corpus.toml"))
        subprocess.run([BESIDE, "corpus", "load", *folders], env=environment, check=True, capture_output=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.log = home.parent / "serve.log"
        with self.log.open("wb") as log:
            arguments = [BESIDE, "serve", "--port", str(port)]
            self.process = subprocess.Popen(arguments, env=environment, stdout=log, stderr=subprocess.STDOUT)
        self._wait()

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < end, self.log.read_text()
            try:
                urllib.request.urlopen(f"{self.address}/v1/about", timeout=5).close()
                return
            except urllib.error.URLError:
                time.sleep(0.05)

    def close(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
