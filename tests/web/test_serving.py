"""``beside serve`` as a person runs it: a process of its own, on 127.0.0.1."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from beside.web.serving import PortTaken, bind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beside.home import Home

CANARY = "kanarek"
# Who is started in the background of a script is deaf to Ctrl-C, and so is whom he starts.
HEARS_CTRL_C = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from beside.cli import main
main()
"""


def start(home: Home, port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HEARS_CTRL_C, "serve", "--port", str(port)]
    environ = {**os.environ, "BESIDE_HOME": str(home.root), "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(command, env=environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def serving(home: Home) -> Iterator[tuple[subprocess.Popen[str], int, list[str]]]:
    """A service that has said where it is; what it said, line by line."""
    process = start(home, free_port())
    said: list[str] = []
    try:
        for line in process.stdout or ():
            said.append(line)
            if "manifest.json" in line:
                break
        yield process, int(re.findall(r"http://127\.0\.0\.1:(\d+)/try", "".join(said))[0]), said
    finally:
        process.kill()
        process.communicate()


def get(port: int, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body, {name.replace("_", "-"): v for name, v in headers.items()})
    status = connection.getresponse().status
    connection.close()
    return status


def test_it_says_where_it_is_once_it_answers_and_how_to_load_the_extension(loaded_home: Home) -> None:
    with serving(loaded_home) as (_, port, said):
        assert get(port, "/try") == 200

    told = "".join(said)
    assert f"http://127.0.0.1:{port}/try" in told
    assert "chrome://extensions" in told
    assert "about:debugging" in told


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_and_leaves_no_process_behind(loaded_home: Home, how: signal.Signals) -> None:
    with serving(loaded_home) as (process, port, _):
        get(port, "/try")
        children = workers(process.pid)

        process.send_signal(how)
        rest, _ = process.communicate(timeout=60)

    assert (process.returncode, rest.strip()) == (0, "")
    assert [child for child in children if os.path.exists(f"/proc/{child}")] == []


def workers(parent: int) -> list[str]:
    """The processes it has started, where the system tells."""
    path = f"/proc/{parent}/task/{parent}/children"
    if not os.path.exists(path):
        return []
    with open(path, encoding="ascii") as children:
        return children.read().split()


def test_a_port_that_is_taken_costs_one_clear_line(loaded_home: Home) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = start(loaded_home, taken.getsockname()[1])
        said, _ = process.communicate(timeout=60)

    assert process.returncode == 1
    assert re.fullmatch(
        r"Error: Port \d+ can't be had \(.*\)\. Take another: PORT=9000 make run, or .* --port 9000\n", said
    )


def test_it_listens_to_this_machine_alone() -> None:
    with bind(0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


def test_one_port_is_one_services() -> None:
    with bind(0) as listener:
        listener.listen()
        with pytest.raises(PortTaken):
            bind(listener.getsockname()[1])


def test_no_word_of_a_page_and_no_query_gets_into_what_it_writes(loaded_home: Home) -> None:
    token = loaded_home.token.read_text().strip()
    own = {"Authorization": f"Bearer {token}", "Content_Type": "application/json"}
    form = {"Sec_Fetch_Site": "same-origin", "Content_Type": "application/x-www-form-urlencoded"}
    with serving(loaded_home) as (process, port, said):
        statuses = [
            get(port, "/v1/cards", "POST", f'{{"text": "{CANARY} at Makiivka"}}'.encode(), **own),
            get(port, "/v1/cards", "POST", f'{{"html": "<p>{CANARY}"}}'.encode(), **own),
            get(port, "/v1/cards", "POST", f'{{"text": "{CANARY}'.encode(), **own),
            get(port, "/v1/cards", "POST", f'{{"{CANARY}": "{CANARY}"}}'.encode(), **own),
            get(port, "/try", "POST", f"text={CANARY}".encode(), **form),
            get(port, f"/v1/incidents/{CANARY}?{CANARY}={CANARY}", **own),
            get(port, f"/{CANARY}?q={CANARY}", Origin=f"https://{CANARY}.example"),
            get(port, f"/{CANARY}?q={CANARY}"),
        ]
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=60)

    assert statuses == [200, 200, 400, 422, 200, 422, 403, 404]
    assert CANARY not in "".join(said) + rest
    kept = [path for path in loaded_home.root.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    assert kept == []
