"""The service as people run it: a real reader on the invented corpus, behind waitress, on a free port."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient

from beside.cli import main
from beside.home import Home, find_home
from beside.reader import Reader, open_reader
from beside.settings import load_settings
from beside.web.factory import create_app
from beside.web.local_token import local_token
from beside.web.serving import bind, make_server

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def loaded_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A data folder with both corpora that ship."""
    folder = str(tmp_path_factory.mktemp("home"))
    seeds = [str(SEEDS / corpus) for corpus in ("halven-strait", "pow-accounts")]
    result = CliRunner().invoke(main, ["corpus", "load", *seeds], env={"BESIDE_HOME": folder})
    assert result.exit_code == 0, result.output
    home = find_home({"BESIDE_HOME": folder})
    home.settings.write_text("[matchers]\nhard_ms = 20_000\n", "utf-8")  # a busy machine must not cost an answer
    return home


@pytest.fixture(scope="session")
def reader(loaded_home: Home) -> Iterator[Reader]:
    """One reader for all tests: it is safe to share."""
    reader = open_reader(loaded_home, load_settings(loaded_home.settings, {}, deny=("e5", "minilm")))
    yield reader
    reader.close()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty data folder."""
    return find_home({"BESIDE_HOME": str(tmp_path / "home")})


@pytest.fixture
def app(reader: Reader, home: Home) -> Flask:
    """The app, with tokens and pairings of its own."""
    return create_app(reader, home)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client that has no token."""
    return app.test_client()


@pytest.fixture
def bearer(home: Home) -> dict[str, str]:
    """The header of a script that has the local token."""
    return {"Authorization": f"Bearer {local_token(home)}"}


@dataclass(frozen=True)
class Service:
    """A running service."""

    port: int
    token: str

    def send(self, method: str, path: str, body: object = None, **headers: str) -> tuple[HTTPResponse, bytes]:
        """One request; header names are written with underscores."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): v for name, v in headers.items()})
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()

    def ask(self, body: object, **headers: str) -> tuple[HTTPResponse, bytes]:
        """POST /v1/cards as a script does: bytes as they are, anything else as JSON."""
        sent = body if isinstance(body, bytes) or hasattr(body, "__next__") else orjson.dumps(body)
        stated = {"Authorization": f"Bearer {self.token}", "Content_Type": "application/json", **headers}
        return self.send("POST", "/v1/cards", sent, **stated)


@pytest.fixture(scope="session")
def service(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service behind waitress."""
    home = find_home({"BESIDE_HOME": str(tmp_path_factory.mktemp("served"))})
    server = make_server(create_app(reader, home), bind(0))
    thread = threading.Thread(target=server.run)
    thread.start()
    yield Service(int(server.effective_port), local_token(home))
    server.trigger.pull_trigger(server.close)
    thread.join(10)


@pytest.fixture
def problem() -> Callable[[bytes], list[str]]:
    """The pointers of a problem's errors."""
    return lambda body: [error["pointer"] for error in orjson.loads(body)["errors"]]
