"""What a worker cannot do, on this system and on a weaker one, and what is said of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from beside.matching import Shelf, capabilities
from beside.matching.landlock import landlock_version
from beside.matching.seccomp import MACHINES, program
from beside.model import Page, Release

Alone = Callable[..., Shelf]
TELLS = """
from beside import Match
def found(corpus, yes):
    return [Match(0, "incident:" + min(corpus.incidents), 1.0 if yes else 0.0)]
"""


def says(shelf: Shelf, page: Page, release: Release) -> list[float]:
    return [stamped.match.weight for stamped in shelf.match(page)[release.sha256]]


def reason(shelf: Shelf) -> str:
    return shelf.states[0].reason


LINUX = pytest.mark.skipif(sys.platform != "linux" or not landlock_version(), reason="this kernel has no Landlock")


@LINUX
def test_on_linux_the_kernel_holds_every_fence() -> None:
    assert {one.name for one in capabilities() if not one.holds} == set()


def test_a_weaker_system_says_what_is_weaker() -> None:
    weaker = {one.name: one.words for one in capabilities(without=("landlock", "seccomp")) if not one.holds}

    assert {"network", "processes", "writing", "reading"} <= set(weaker)
    assert "native code could reach the network" in weaker["network"]
    assert "SQL (ATTACH)" in weaker["writing"]


@pytest.mark.parametrize("without", [(), ("landlock", "seccomp")])
@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("__import__('socket').socket()", "opens a socket"),
        ("__import__('socket').getaddrinfo('localhost', 80)", "opens a socket"),
        ("os.fork()", "starts a process"),
        ("__import__('subprocess').run(['true'])", "starts a process"),
        ("os.system('true')", "starts a process"),
        ("os.kill(os.getppid(), 0)", "signals a process"),
        ("open('/tmp/beside-was-here', 'w')", "writes a file"),
        ("os.mkdir('/tmp/beside-was-here')", "writes a file"),
        ("os.remove(__file__)", "writes a file"),
    ],
)
def test_what_is_refused_is_told_even_if_the_matcher_hides_it(
    act: str, told: str, without: tuple[str, ...], alone: Alone, page: Page
) -> None:
    hidden = f"        try:\n            {act}\n        except BaseException:\n            pass\n        return []\n"
    shelf = alone(
        "import os\ndef matcher(corpus):\n    def match(page):\n" + hidden + "    return match\n", without=without
    )
    shelf.match(page)

    assert reason(shelf) == f"{told}, which is refused"


def test_no_secret_is_in_its_environment(
    alone: Alone, page: Page, pow_accounts: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BESIDE_TOKEN", "secret")
    monkeypatch.setenv("SECRET", "secret")
    asks = "import os\ndef matcher(corpus):\n    def match(page):\n        return found(corpus, 'secret' in repr(os.environ))\n"

    assert says(alone(TELLS + asks + "    return match\n"), page, pow_accounts) == [0.0]


@LINUX
def test_it_can_read_its_corpus_and_no_token(alone: Alone, page: Page, pow_accounts: Release, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("secret")
    source = f"""
def matcher(corpus):
    try:
        open({str(tmp_path / "token")!r}).read()
    except PermissionError:
        return lambda page: found(corpus, False)
    return lambda page: found(corpus, True)
"""
    assert says(alone(TELLS + source), page, pow_accounts) == [0.0]


def test_it_may_write_in_its_own_folder_while_it_prepares_and_nowhere_else(
    alone: Alone, page: Page, pow_accounts: Release, tmp_path: Path
) -> None:
    source = f"""
def matcher(corpus):
    (corpus.cache_dir / "index").write_text("kept")
    try:
        open({str(tmp_path / "elsewhere")!r}, "w")
    except PermissionError:
        return lambda page: found(corpus, (corpus.cache_dir / "index").read_text() == "kept")
"""
    assert says(alone(TELLS + source), page, pow_accounts) == [1.0]
    assert not (tmp_path / "elsewhere").exists()


ATTACHES = """
import sqlite3
def matcher(corpus):
    sql = sqlite3.connect(":memory:")
    def match(page):
        for query in ("ATTACH {file!r} AS x", "CREATE TABLE x.kept (page)"):
            sql.execute(query)
        return []
    return match
"""


@pytest.mark.parametrize("without", [pytest.param((), marks=LINUX), ("landlock", "seccomp")])
def test_what_is_said_of_sql_is_true(without: tuple[str, ...], alone: Alone, page: Page, tmp_path: Path) -> None:
    """Python is not asked about it: with Landlock the kernel refuses it; where there is none, the list says so."""
    shelf = alone(ATTACHES.format(file=str(tmp_path / "attached.db")), without=without)
    shelf.match(page)

    assert "raised OperationalError" in reason(shelf)
    assert (tmp_path / "attached.db").exists() == bool(without)


REACHES = """
import ctypes, fcntl, os
libc = ctypes.CDLL(None)
def matcher(corpus):
    libc.chmod({file!r}.encode(), 0o777)
    libc.setxattr({file!r}.encode(), b"user.page", b"x", 1, 0)
    libc.setpriority(0, {host}, 19)
    for command, value in ((fcntl.F_SETOWN, {host}), (10, 9)):  # a pipe that ends the host once it is written to
        try:
            fcntl.fcntl(2, command, value)
        except OSError:
            pass
    def match(page):
        try:
            os.setxattr({file!r}, "user.page", page.passages[0].text.encode())
        except OSError:
            pass
        return []
    return match
"""


@LINUX
@pytest.mark.parametrize("without", [(), ("landlock",)])
def test_what_lies_outside_and_the_host_stay_as_they_are(
    without: tuple[str, ...], alone: Alone, page: Page, tmp_path: Path
) -> None:
    """Landlock has no say in these, or only lately."""
    (tmp_path / "outside").write_text("x")
    (tmp_path / "outside").chmod(0o600)
    shelf = alone(REACHES.format(file=str(tmp_path / "outside"), host=os.getpid()), without=without)
    shelf.match(page)

    assert (tmp_path / "outside").stat().st_mode & 0o777 == 0o600
    assert os.listxattr(tmp_path / "outside") == []
    assert os.getpriority(os.PRIO_PROCESS, os.getpid()) < 19
    assert reason(shelf) == "writes a file, which is refused"


def test_a_filter_is_one_program_for_every_processor_we_know() -> None:
    for machine in MACHINES.values():
        lines = program(machine, os.getpid(), reaches_network=False)
        assert all(at + 1 + max(yes, no) < len(lines) for at, (code, yes, no, _) in enumerate(lines) if code & 7 == 5)
