"""How a process ended. Comes in: the process. Goes out: whether it did, and in words."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time

LAST_WORDS_SECONDS = 1.0


def ended(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether it ends within that time; one that ended is not yet taken from the system's list."""
    if not hasattr(os, "waitid"):
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        return process.returncode is not None
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(ChildProcessError):
            if os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
                time.sleep(0.005)
                continue
        return True
    return False


def in_words(code: int) -> str:
    """Its exit code, or the signal that ended it."""
    if code >= 0:
        return f"its process ended with exit code {code}"
    try:
        return f"its process was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"its process was ended by signal {-code}"
