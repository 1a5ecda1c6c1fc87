"""Whatever has not the form is refused, with file, line and what to do."""

import re

import pytest

from beside.corpus import CorpusError, read_folder

INCIDENT = "incidents/crates-2031-05.toml"

# file, what stands there, what is written instead, where the line is looked for, what the problem says
MISTAKES = [
    ("corpus.toml", 'title = "Acc', 'titel = "Acc', "titel", 'titel is an unknown key; write "title"'),
    ("corpus.toml", 'licence = "CC0-1.0"\n', "", "format", "licence is missing"),
    ("corpus.toml", '["en"]', '"en"', "languages", "languages must be a list, not text"),
    ("corpus.toml", '["en"]', "[]", "languages", "at least 1"),
    ("corpus.toml", '["en"]', '["English"]', "languages", "use a language tag"),
    (
        "corpus.toml",
        'title = "Accounts of a harbour"',
        "title = 7",
        "title",
        "must be text in quotation marks, not a number",
    ),
    ("corpus.toml", 'title = "Accounts of a harbour"', 'title = " "', "title", "is empty"),
    ("corpus.toml", "incidents = 1", "incidents = true", "expect", "expect.incidents must be a whole number"),
    ("corpus.toml", "incidents = 1", "incidents = -1", "expect", "out of range"),
    ("corpus.toml", "incidents = 1", "incidents = 99999999999999999999", "expect", "out of range"),
    ("corpus.toml", "format = 1", "format = 0", "format", "must be 1"),
    ("agents.toml", 'kind = "state"', 'kind = "country"', "country", "is not on the list; use one of: state, body"),
    ("agents.toml", 'id = "portland"', 'id = "Port Land"', "Port Land", "use lower case letters"),
    ("agents.toml", 'lang = "uk"', 'lang = "ukrainian"', "aliases", "use a language tag"),
    ("agents.toml", 'lang = "uk"', 'lang = "uk", script = "Cyrl"', "aliases", "agent.aliases.script is an unknown key"),
    ("documents.toml", 'edtf = "2031-05-02"', "edtf = 2031-05-02", "published", "must be a date in quotation marks"),
    ("documents.toml", 'edtf = "2031-05-02"', 'edtf = "May 2031"', "published", "is no date"),
    ("documents.toml", 'time = "08:30"', 'time = "8.30"', "published", "is no time of day"),
    ("documents.toml", 'sha256 = "', 'sha256 = "x', "sha256", "64 lower case hex digits"),
    ("documents.toml", 'body = ["3"]', 'body = ["3-1"]', "body", "is no line"),
    ("documents.toml", 'body = ["3"]', 'body = ["3"]\nurl = "javascript:alert(1)"', "url", "http or https"),
    ("relations.toml", '"contradicts"', '"refutes"', "type", "is not on the list"),
    ("relations.toml", 'to = ["C1"]', 'to = "C1"', "to", "must be a list"),
    (INCIDENT, 'title = "Crates', 'id = "crates-2031-05"\ntitle = "Crates', "id = ", "is an unknown key"),
    (INCIDENT, 'kind = "event"', 'kind = "battle"', "battle", "is not on the list"),
    (INCIDENT, 'precision = "facility"', 'precision = "exact"', "where", "where.precision"),
    (INCIDENT, "background = true", 'background = "yes"', "background", "must be true or false, not text"),
    (INCIDENT, '"Whether nine', '"That nine', "That nine", 'must begin with "Whether "'),
    (INCIDENT, 'stance = "asserts"', 'stance = "proves"', "proves", "claim.statement.stance"),
    (INCIDENT, 'comparator = "="', 'comparator = "about"', "quantities", "comparator"),
    (INCIDENT, "value = 9", "value = nan", "quantities", "out of range"),
    (INCIDENT, 'exact = "nine crates', 'exakt = "nine crates', "passage", 'write "exact"'),
]


@pytest.mark.parametrize(("file", "old", "new", "mark", "message"), MISTAKES, ids=lambda value: str(value)[:30])
def test_a_mistake_is_told_with_its_line(folder, file: str, old: str, new: str, mark: str, message: str) -> None:
    folder.replace(file, old, new)
    (problem,) = [problem for problem in folder.problems() if message in problem]
    assert problem.startswith(f"{file}:{folder.line(file, mark)}: ")


def test_a_statement_without_a_passage_is_refused(folder) -> None:
    text = (folder.path / INCIDENT).read_text("utf-8")
    folder.write(INCIDENT, re.sub(r"  passage = .*D1.*41.*\n", "", text))
    line = folder.line(INCIDENT, "[[claim.statement]]")
    assert folder.problems() == [f"{INCIDENT}:{line}: claim.statement.passage is missing; add it"]


def test_a_claim_without_a_statement_is_refused(folder) -> None:
    folder.replace(INCIDENT, "[examples]", '[[claim]]\nid = "C3"\nkind = "gap"\ntext = "Whether so"\n\n[examples]')
    assert folder.problems() == [f"{INCIDENT}:{folder.line(INCIDENT, 'C3') - 1}: claim.statement is missing; add it"]


def test_there_is_no_key_for_a_verdict(folder) -> None:
    folder.replace(INCIDENT, 'id = "C1"\n', 'id = "C1"\nverdict = "false"\n')
    assert "claim.verdict is an unknown key" in folder.problems()[0]


def test_a_newer_format_is_refused_by_name_and_nothing_else_is_said(folder) -> None:
    folder.replace("corpus.toml", "format = 1", 'format = 2\nshape = "new"')
    folder.replace("agents.toml", 'kind = "state"', 'kind = "new"')
    (problem,) = folder.problems()
    assert problem == "corpus.toml:1: format 2 is newer than the one this beside reads, 1; update beside"


def test_all_problems_are_told_in_the_order_of_the_files(folder) -> None:
    folder.replace("corpus.toml", "maintainer", "keeper")
    folder.replace("agents.toml", 'kind = "state"', 'kind = "country"')
    folder.replace(INCIDENT, 'speaker = "guild"', 'speaker = "gild"')
    folder.replace(INCIDENT, "start = 41", "start = 40")
    files = [problem.split(":")[0] for problem in folder.problems()]
    assert files == ["agents.toml", "corpus.toml", "corpus.toml", INCIDENT, INCIDENT, INCIDENT]


def test_a_long_value_is_cut_in_the_message(folder) -> None:
    folder.replace("agents.toml", 'kind = "state"', f'kind = "{"x" * 5000}"')
    assert all(len(problem) < 250 for problem in folder.problems())


def test_a_control_character_is_refused(folder) -> None:
    folder.replace("corpus.toml", "Accounts of", "Accounts\\u001b[31m of")
    assert folder.problems() == ["corpus.toml:3: title holds a control character; take it out"]


def test_the_error_prints_every_problem(folder) -> None:
    folder.replace("corpus.toml", "maintainer", "keeper")
    with pytest.raises(CorpusError) as refused:
        read_folder(folder.path)
    assert str(refused.value).count("\n") == 1
