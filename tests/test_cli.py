"""``beside match`` from the outside: a real process, real files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from beside.home import Home

NEWS = "Moscow says ten of its soldiers were shot near Makiivka after they had given themselves up on 13 November 2022."


@pytest.fixture
def run(published_home: Home) -> Any:
    def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
        command = [str(Path(sys.executable).parent / "beside"), *arguments]
        environment = {"BESIDE_HOME": str(published_home.root), "PATH": "/usr/bin:/bin"}
        done = subprocess.run(command, input=stdin, capture_output=True, env=environment, timeout=60, check=False)
        return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def lines(done: subprocess.CompletedProcess[str]) -> list[Any]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_text_on_standard_input_is_answered_in_words(run: Any) -> None:
    assert "Videos from Makiivka, November 2022" in run("match", "-", stdin=NEWS.encode()).stdout


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
    environment = {"BESIDE_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, input=b"x", capture_output=True, env=environment, timeout=60, check=False)

    assert b"beside corpus load" in done.stderr
