"""The locator finds the line of every key that tomllib has read."""

from beside.corpus.lines import find_lines, line_of

TEXT = '''\
# [[claim]] in a remark
title = "a [bracket] and a # in a string"

[[claim]]
id = "C1"
  [[claim.statement]]
  says = """two
[[claim]]
id = "no key"
"""
  passage = { exact = "x", start = 1 }

[[claim]]
"id" = "C2"
about = [
  { agent = "a" }, # id = "no key either"
  { agent = "b" },
]
  [[claim.statement]]
  said.edtf = '2022'
  [claim.statement.passage]
  start = 2
  [[claim.statement]]
  says = 'x'
[examples]
match = []
'''


def line(*path: str | int) -> int:
    return line_of(find_lines(TEXT), path)


def test_a_key_before_any_table_has_its_line() -> None:
    assert line("title") == 2


def test_a_key_of_a_nested_table_has_its_line() -> None:
    assert line("claim", 0, "statement", 0, "passage") == 11


def test_what_stands_in_a_string_over_lines_is_no_header() -> None:
    assert line("claim", 1) == 13


def test_a_quoted_key_is_a_key() -> None:
    assert line("claim", 1, "id") == 14


def test_what_stands_in_a_list_over_lines_has_the_line_of_the_list() -> None:
    assert line("claim", 1, "about", 1, "agent") == 15


def test_statements_are_counted_anew_in_each_claim() -> None:
    assert line("claim", 1, "statement", 0) == 19
    assert line("claim", 1, "statement", 1, "says") == 24


def test_a_dotted_key_has_its_line() -> None:
    assert line("claim", 1, "statement", 0, "said", "edtf") == 20


def test_a_table_of_its_own_in_a_statement_has_its_line() -> None:
    assert line("claim", 1, "statement", 0, "passage", "start") == 22


def test_a_missing_key_has_the_line_of_its_table() -> None:
    assert line("claim", 1, "statement", 1, "passage") == 23
    assert line("examples", "silent") == 25


def test_what_has_no_line_at_all_stands_on_the_first() -> None:
    assert line("nothing") == 1
