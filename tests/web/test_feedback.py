"""Reports: what is kept, by which ways in, and what never is."""

from __future__ import annotations

import re
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from click.testing import CliRunner
from lxml import html

from beside.cli import main
from beside.web.feedback import KINDS, Feedback, Report
from beside.web.pace import TRIES, Pace, TooManyTries

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from beside.home import Home
    from beside.reader import Reader

OURS = {"Sec-Fetch-Site": "same-origin"}
INCIDENT = "village-hall-yllverholt-2031-03"
SENTENCE = "Nine singers were hurt, the ministry says."


@pytest.fixture
def report(reader: Reader) -> dict[str, Any]:
    release = reader.releases["halven-strait"].sha256
    return {"corpus": "halven-strait", "incident": INCIDENT, "release": release, "kind": "outdated"}


def test_a_report_is_kept_and_that_is_said(
    client: FlaskClient, bearer: dict[str, str], home: Home, report: dict[str, Any]
) -> None:
    answer = client.post("/v1/feedback", json={**report, "note": "See the note of 24 March"}, headers=bearer)
    (kept,) = Feedback(home).kept()

    assert (answer.status_code, answer.json) == (201, {"kept": True})
    assert (kept.incident, kept.release, kept.kind, kept.note, kept.fragment) == (
        INCIDENT, report["release"], "outdated", "See the note of 24 March", None,
    )  # fmt: skip


def test_a_short_hash_of_a_release_is_kept_in_full(
    client: FlaskClient, bearer: dict[str, str], home: Home, report: dict[str, Any]
) -> None:
    client.post("/v1/feedback", json={**report, "release": report["release"][:8]}, headers=bearer)

    assert [kept.release for kept in Feedback(home).kept()] == [report["release"]]


def test_of_the_page_only_the_sentence_that_was_sent_is_kept(
    client: FlaskClient, bearer: dict[str, str], home: Home, report: dict[str, Any]
) -> None:
    client.post("/v1/feedback", json={**report, "fragment": {"exact": SENTENCE}}, headers=bearer)
    with closing(sqlite3.connect(home.people)) as connection:
        rows = connection.execute("select * from feedback").fetchall()
        columns = [row[1] for row in connection.execute("pragma table_info(feedback)")]
        mode = connection.execute("pragma journal_mode").fetchone()[0]

    assert columns == ["id", "day", "corpus", "incident", "release", "kind", "note", "fragment"]
    assert rows[0][1:] == (datetime.now(UTC).date().isoformat(), *report.values(), "", SENTENCE)
    assert (mode, stat.S_IMODE(home.people.stat().st_mode)) == ("wal", 0o600)


@pytest.mark.parametrize(
    ("change", "pointers"),
    [
        ({"kind": "false"}, ["#/kind"]), ({"kind": None}, ["#/kind"]), ({"note": "a" * 2001}, ["#/note"]),
        ({"note": "a\x00"}, ["#/note"]), ({"release": "x"}, ["#/release"]), ({"corpus": "../x"}, ["#/corpus"]),
        ({"incident": ""}, ["#/incident"]), ({"url": "https://example.org/read"}, ["#"]), ({"title": "A"}, ["#"]),
        ({"fragment": SENTENCE}, ["#/fragment"]), ({"fragment": None}, ["#/fragment"]),
        ({"fragment": {"exact": ""}}, ["#/fragment/exact"]), ({"fragment": {}}, ["#/fragment/exact"]),
        ({"fragment": {"exact": "a", "prefix": "b"}}, ["#/fragment"]), ({"fragment": {"exact": "a" * 2001}}, ["#/fragment/exact"]),
    ],
)  # fmt: skip
def test_what_the_schema_does_not_know_is_refused_and_not_kept(
    client: FlaskClient,
    bearer: dict[str, str],
    home: Home,
    report: dict[str, Any],
    change: dict[str, Any],
    pointers: list[str],
) -> None:
    answer = client.post("/v1/feedback", json={**report, **change}, headers=bearer)

    assert answer.status_code == 422
    assert [error["pointer"] for error in (answer.json or {})["errors"]] == pointers
    assert SENTENCE not in answer.text
    assert Feedback(home).kept() == ()


def test_a_note_has_two_thousand_code_points_whatever_they_are(
    client: FlaskClient, bearer: dict[str, str], report: dict[str, Any]
) -> None:
    assert client.post("/v1/feedback", json={**report, "note": "🛰" * 2000}, headers=bearer).status_code == 201


@pytest.mark.parametrize("change", [{"incident": "nowhere"}, {"release": "0" * 64}, {"corpus": "pow-accounts"}])
def test_a_card_that_is_not_there_can_not_be_reported(
    client: FlaskClient, bearer: dict[str, str], home: Home, report: dict[str, Any], change: dict[str, str]
) -> None:
    assert client.post("/v1/feedback", json={**report, **change}, headers=bearer).status_code == 404
    assert Feedback(home).kept() == ()


def test_without_a_token_nothing_is_kept(client: FlaskClient, home: Home, report: dict[str, Any]) -> None:
    assert client.post("/v1/feedback", json=report).status_code == 401
    assert Feedback(home).kept() == ()


def test_only_so_many_a_minute_are_taken(
    client: FlaskClient, bearer: dict[str, str], home: Home, report: dict[str, Any]
) -> None:
    answers = [client.post("/v1/feedback", json=report, headers=bearer) for _ in range(TRIES + 1)]

    assert [answer.status_code for answer in answers] == [201] * TRIES + [429]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    assert len(Feedback(home).kept()) == TRIES


def test_a_pace_forgets_after_a_minute() -> None:
    now = [0.0]
    pace = Pace(tries=1, clock=lambda: now[0])
    pace.take()
    with pytest.raises(TooManyTries) as caught:
        pace.take()
    now[0] = 60.0

    pace.take()
    assert caught.value.seconds == 60


def form_of(page: str) -> tuple[dict[str, str], list[str]]:
    """The hidden fields of the first form of a card, and the sentences that may be chosen."""
    form = html.document_fromstring(page).cssselect("form.report")[0]
    hidden = {str(field.get("name")): str(field.get("value")) for field in form.cssselect("input[type=hidden]")}
    assert [radio.get("value") for radio in form.cssselect("input[type=radio]")] == list(KINDS)
    return hidden, [str(option.get("value")) for option in form.cssselect("select[name=fragment] option")]


def test_the_form_under_a_card_needs_no_script(client: FlaskClient, home: Home) -> None:
    hidden, sentences = form_of(client.get(f"/incidents/halven-strait/{INCIDENT}").text)
    answer = client.post("/feedback", data={**hidden, "kind": "wording", "note": "one\r\ntwo"}, headers=OURS)
    (kept,) = Feedback(home).kept()

    assert (answer.status_code, sentences) == (303, [])
    assert (kept.incident, kept.kind, kept.note, kept.fragment) == (INCIDENT, "wording", "one\ntwo", None)
    assert "Your report is kept" in client.get(answer.location).text
    assert "kept" not in client.get(answer.location).text  # it is told once


def test_an_address_alone_tells_nobody_that_a_report_is_kept(client: FlaskClient, home: Home) -> None:
    for receipt in ("", "?receipt=", "?receipt=0000000000000000"):
        page = client.get(f"/reported/halven-strait/{INCIDENT}{receipt}")

        assert (page.status_code, "kept" in page.text) == (200, False)


def test_the_file_does_not_hold_the_order_of_arrival(home: Home) -> None:
    feedback = Feedback(home)
    for note in "abcdefgh":
        feedback.keep(Report("c", "i", "a" * 64, "other", note))
    with closing(sqlite3.connect(home.people)) as connection:
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            connection.execute("select rowid from feedback")
        rows = [row[0] for row in connection.execute("select id from feedback")]

    assert rows == sorted(rows)


def test_a_table_of_the_older_form_loses_its_order_and_no_report(home: Home) -> None:
    columns = "id text primary key, day text, corpus text, incident text, release text, kind text, note text"
    with closing(sqlite3.connect(home.people)) as connection, connection:
        connection.execute(f"create table feedback ({columns}, fragment text)")
        rows = [(id_, "2031-03-01", "c", "i", "a" * 64, "other", "", None) for id_ in ("ff", "01", "a0")]
        connection.executemany("insert into feedback values (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    Feedback(home)
    assert [kept.id for kept in Feedback(home).kept()] == ["01", "a0", "ff"]
    with closing(sqlite3.connect(home.people)) as connection:
        tables = connection.execute("select name, sql from sqlite_master where type = 'table'").fetchall()
    assert [name for name, _ in tables] == ["feedback"]
    assert "without rowid" in tables[0][1]


def test_a_sentence_goes_only_where_it_was_chosen(client: FlaskClient, home: Home) -> None:
    hidden, sentences = form_of(client.get("/try").text)
    for fragment in (sentences[0], sentences[1]):
        client.post("/feedback", data={**hidden, "kind": "other", "note": "", "fragment": fragment}, headers=OURS)

    assert sentences[0] == ""
    assert sorted(kept.fragment or "" for kept in Feedback(home).kept()) == ["", sentences[1]]


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
def test_a_form_of_another_site_is_nothing(client: FlaskClient, home: Home, headers: dict[str, str]) -> None:
    answer = client.post("/feedback", data={"kind": "other"}, headers=headers)

    assert (answer.status_code, answer.data) == (403, b"")
    assert Feedback(home).kept() == ()


def test_a_form_with_a_fault_gets_a_plain_page(client: FlaskClient) -> None:
    answer = client.post("/feedback", data={"kind": "other"}, headers=OURS)

    assert (answer.status_code, answer.mimetype) == (422, "text/html")


def run(home: Home, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["feedback", *arguments], env={"BESIDE_HOME": str(home.root)})
    return result.exit_code, result.output


def test_the_command_lists_exports_and_removes(home: Home) -> None:
    feedback = Feedback(home)
    feedback.keep(Report("halven-strait", INCIDENT, "a" * 64, "other", "one\n\x1b[2Jtwo", SENTENCE))
    (kept,) = feedback.kept()
    line = f"{kept.id}  {kept.day}  halven-strait/{INCIDENT}@aaaaaaaa  other  (with a sentence of the page)  one"

    assert run(home, "list")[1].startswith(line)
    assert "\x1b" not in run(home, "list")[1]
    assert orjson.loads(run(home, "export")[1])["fragment"] == SENTENCE
    assert run(home, "remove", kept.id) == (0, f"Removed {kept.id}.\n")
    assert run(home, "remove", kept.id)[0] == 1
    assert run(home, "list") == (0, "No report is kept.\n")
    assert run(home, "export") == (0, "")


def test_what_is_removed_lies_nowhere_in_the_file(home: Home) -> None:
    feedback = Feedback(home)
    feedback.keep(Report("halven-strait", INCIDENT, "a" * 64, "other", "a telling note"))
    feedback.remove(feedback.kept()[0].id)
    files = b"".join(path.read_bytes() for path in home.root.glob("people.db*"))

    assert b"a telling note" not in files


def test_two_programs_keep_reports_at_once(home: Home) -> None:
    serving, typing = Feedback(home), Feedback(home)
    serving.keep(Report("c", "i", "a" * 64, "other"))
    typing.keep(Report("c", "i", "a" * 64, "wording"))

    assert sorted(kept.kind for kept in serving.kept()) == ["other", "wording"]
    assert all(re.fullmatch("[0-9a-f]{8}", kept.id) for kept in serving.kept())
