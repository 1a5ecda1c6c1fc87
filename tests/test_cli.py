"""``beside match`` from the outside: a real process, real files."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from beside.cli.match import batch_in_words, card_in_words, in_words, match_line
from beside.home import Home
from beside.model import Answer, Limit, PageRead, Release
from beside.reader import Reader
from beside.reading import UnreadablePage

NEWS = "Moscow says ten of its soldiers were shot near Makiivka after they had given themselves up on 13 November 2022."


@pytest.fixture
def run(published_home: Home) -> Any:
    def run(*arguments: str, stdin: bytes = b"", root: Path = published_home.root) -> subprocess.CompletedProcess[str]:
        command = [str(Path(sys.executable).parent / "beside"), *arguments]
        environment = {"BESIDE_HOME": str(root), "BESIDE_DENY": "e5 minilm", "PATH": "/usr/bin:/bin"}
        done = subprocess.run(command, input=stdin, capture_output=True, env=environment, timeout=60, check=False)
        return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def lines(done: subprocess.CompletedProcess[str]) -> list[Any]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_text_on_standard_input_is_answered_in_words(run: Any) -> None:
    assert "Videos from Makiivka, November 2022" in run("match", "-", stdin=NEWS.encode()).stdout


def test_the_words_are_those_of_the_pages(run: Any) -> None:
    told = run("match", "-", stdin=NEWS.encode()).stdout

    assert "  This page speaks of this incident.\n" in told or "  This page may speak of this incident.\n" in told
    assert "  Contested: accounts on record contradict one another: 16 statements in 1 document.\n" in told
    assert "  Say that they investigate, or will: " in told
    assert "  Shared: place: Makiivka" in told
    assert " says it will investigate, " in told
    assert "(date of the document)" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (NEWS, "Read in: English"),
        ("У Макіївці стратили полонених, заявили в Києві, і їхні імена ще невідомі.", "Read in: Ukrainian"),
    ],
)
def test_it_says_in_which_language_a_text_was_read(run: Any, text: str, told: str) -> None:
    first, *_ = run("match", "-", stdin=text.encode()).stdout.splitlines()

    assert first == f"{told} (guessed from its words)"


def test_nothing_found_by_some_is_not_called_nothing_on_record() -> None:
    limits = (Limit("matcher_out", "places", "too_slow"),)
    told = in_words(Answer({}, PageRead("en", "given", None, (), 1), (), (), limits=limits))

    assert "A way of matching gave no answer: places." in told
    assert "No incident on record" not in told


def test_a_byte_order_mark_before_a_batch_is_let_pass(run: Any) -> None:
    batch = b'\xef\xbb\xbf{"id": "a", "text": "A cake."}\n'
    for arguments in (("match", "--json"), ("search",)):
        (answer,) = lines(run(*arguments, "--batch", "-", stdin=batch))

        assert (answer["id"], "error" in answer) == ("a", False)


def test_a_graphic_passage_is_left_out_and_that_is_said(run: Any, pow_accounts: Release) -> None:
    told = run("match", "-", stdin=NEWS.encode()).stdout
    statements = pow_accounts.corpus.incidents["makiivka-surrender-2022-11"].statements
    graphic = [statement for statement in statements if statement.graphic]

    assert told.count("(the passage is graphic and left out here)") == len(graphic) > 0
    assert all(statement.says in told for statement in statements)
    assert not [s.id for s in graphic if f"“{s.passage.exact}”" in told]


@pytest.mark.parametrize("incident", ["ferry-sarrovine-2031-03", "makiivka-surrender-2022-11"])
def test_a_card_in_words_names_agents_and_who_is_missing(reader: Reader, incident: str) -> None:
    card = reader.card(incident)
    told = "\n".join(card_in_words(card))
    ids = {agent for agent, name in card.agent_names.items() if agent != name and "-" in agent}

    assert not [agent for agent in ids if agent in told]
    assert ("  None in this corpus from " in told) == bool(card.state.no_account_from)
    assert ("  Say that they could not verify: " in told) == bool(card.state.not_verified_by)
    assert ("(the passage is graphic" in told) == any(account.graphic for account in card.accounts)


@pytest.mark.parametrize("command", ["match", "serve"])
def test_a_damaged_release_is_told_in_a_line(run: Any, published_home: Home, tmp_path: Path, command: str) -> None:
    root = shutil.copytree(published_home.root, tmp_path / "damaged")
    for release in (root / "releases").glob("*.db"):
        release.chmod(0o600)
        release.write_bytes(b"damaged")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
    done = run(command, *{"match": ("-",), "serve": ("--port", port)}[command], stdin=b"text", root=root)

    assert done.returncode == 1
    assert "is damaged" in done.stderr
    assert "Traceback" not in done.stderr


def test_json_is_what_the_api_answers(run: Any) -> None:
    (answer,) = lines(run("match", "-", "--json", stdin=NEWS.encode()))

    assert (answer["api"], [card["incident"] for card in answer["cards"]]) == (1, ["makiivka-surrender-2022-11"])


def test_a_batch_is_answered_in_order_and_a_bad_line_costs_only_itself(run: Any) -> None:
    batch = [json.dumps({"id": "a", "text": NEWS}), "not json", json.dumps({"id": 3, "nonsense": 1}), "", "[]"]
    done = run("match", "--batch", "-", "--json", stdin="\n".join([*batch, json.dumps({"text": ""})]).encode())
    answers = lines(done)

    assert [answer["id"] for answer in answers] == ["a", 2, 3, 5, 6]
    assert ["error" in answer for answer in answers] == [False, True, True, True, False]
    assert done.returncode == 1


def test_a_card_of_a_batch_has_its_incident_band_score_and_evidence(run: Any) -> None:
    (answer,) = lines(run("match", "--batch", "-", "--json", stdin=json.dumps({"id": 1, "text": NEWS}).encode()))
    (card,) = answer["cards"]

    assert (card["incident"], card["evidence"][0]["exact"]) == ("makiivka-surrender-2022-11", NEWS)
    assert card["band"] in ("strong", "possible")
    assert 0 < card["score"] <= 1


def test_a_line_whose_page_can_not_be_read_names_the_field(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise UnreadablePage("the page could not be parsed")

    monkeypatch.setattr(reader, "read", fail)
    answer = match_line(reader, b'{"id": 1, "html": "<p>a"}', 1, None)

    assert answer["error"]["errors"] == [{"pointer": "#/html", "detail": "the page could not be parsed"}]
    assert batch_in_words(answer).endswith("the page could not be parsed")


def test_a_matcher_can_be_denied(run: Any) -> None:
    (answer,) = lines(run("match", "-", "--json", "--deny", "quotation", stdin=NEWS.encode()))

    assert "quotation" not in {matcher["name"] for matcher in answer["matchers"]}


@pytest.mark.parametrize(
    ("arguments", "stdin", "told"),
    [
        (("match",), b"", "FILE"),
        (("match", "no-such-file.html"), b"", "No such file"),
        (("match", "-"), b"\xff\xfe\x00", "not UTF-8"),
        (("match", "-"), b"x" * 2_000_000, "larger than"),
        (("match", "-", "--corpus", "nowhere"), b"text", "No such corpus"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_line(run: Any, arguments: Any, stdin: bytes, told: str) -> None:
    done = run(*arguments, stdin=stdin)

    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_corpus_it_says_how_to_load_one(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).parent / "beside"), "match", "-"]
    environment = {"BESIDE_HOME": str(tmp_path), "BESIDE_DENY": "e5 minilm", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, input=b"x", capture_output=True, env=environment, timeout=60, check=False)

    assert b"beside corpus load" in done.stderr
