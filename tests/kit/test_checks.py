"""Each check fails the matcher that makes its mistake, and names the text that shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from beside.kit import CHECKS, Finding, check_matcher, conduct, examples, load, meaning, spelling
from beside.kit.checking import LOOKING_BACK, ONE_BY_ONE, TOGETHER
from beside.kit.trial import Trial

from .conftest import TryOut

GOOD = '''
"""Says what the word Yllverholt says. Source of the idea: a test."""
import re
from beside import Match, Reason
VERSION = "1"
EXAMPLES = {"match": ["A hall in Yllverholt burned, “all of it”."], "silent": ["A hall burned."]}
BLIND_TO = {}
WORD, TARGET = "Yllverholt", "incident:village-hall-yllverholt-2031-03"
def found(text):
    return [(f.start(), f.end()) for f in re.finditer(WORD, text)]
def matcher(corpus):
    def match(page):
        for passage in page.passages:
            for start, end in found(passage.text):
                yield Match(passage.number, TARGET, 0.5, (Reason("place", start, end, WORD),))
    return match
'''


def with_(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def in_match(line: str) -> str:
    return with_("        for passage in page.passages:\n", f"        {line}\n        for passage in page.passages:\n")


LOOSE = "    return [(f.start(), f.end()) for f in re.finditer({}, text)]"
FOUND = "    return [(f.start(), f.end()) for f in re.finditer(WORD, text)]"
CLAIM = with_('"incident:village-hall-yllverholt-2031-03"', '"claim:K13"')
MISTAKES: dict[str, tuple[Callable[[Trial], Finding], str, str]] = {
    "no-source": (examples.check_says_what_it_is, with_("Source of the idea: a test.", ""), "Source of the idea"),
    "no-version": (examples.check_says_what_it_is, with_('VERSION = "1"', ""), "VERSION"),
    "empty-excuse": (examples.check_says_what_it_is, with_("BLIND_TO = {}", 'BLIND_TO = {"emoji": "no"}'), "BLIND_TO"),
    "one-sided": (examples.check_two_sided_examples, with_('["A hall burned."]', "[]"), "both sides"),
    "speaks-of-silent": (examples.check_two_sided_examples, with_('["A hall burned."]', '["In Yllverholt."]'), "says silent"),
    "role-swap": (meaning.check_role_swap, CLAIM, "who did it"),
    "negation": (meaning.check_negation, in_match('if "not true" in page.passages[0].text: return'), "a denial is an account"),
    "number": (
        meaning.check_number_shift,
        with_('Reason("place"', 'Reason("figure"').replace('"Yllverholt", ', 'r"\\d+", ').replace("A hall in", "9 halls in"),
        "another one",
    ),
    "no-break": (spelling.check_no_break_spaces, with_(FOUND, LOOSE.format('" Yllverholt"')), "spelt so it does not"),
    "quotes": (spelling.check_curly_quotes, with_(FOUND, LOOSE.format('"“all|Yllverholt(?=.*“)"')), "spelt so it does not"),
    "look-alike": (spelling.check_look_alike_letters, with_(FOUND, LOOSE.format('"Yllverholt|[а-я]+"')), "spelt so, it points at"),
    "marks": (spelling.check_marks, with_(FOUND, LOOSE.format('" Yllverholt"')), "spelt so it does not"),
    "bytes": (
        spelling.check_emoji,
        with_(FOUND, "    n = len(text.encode('utf-16-le')) // 2 - len(text)\n" + LOOSE.format("WORD").replace("f.start(), f.end()", "f.start() + min(n, 4), f.end()")),
        "count code points",
    ),
    "empty": (load.check_empty_pages, in_match("page.passages[0].text[0]"), "IndexError"),
    "huge, and the same again": (
        load.check_huge_pages,
        in_match("yield from (Match(0, 'incident:nobody', 0.5) for _ in page.passages)"),
        "with an id of the corpus, and more",
    ),
    "huge": (load.check_huge_pages, in_match("if len(page.passages) > 4000: 1 / 0"), "ZeroDivisionError"),
    "slow": (load.check_time, in_match("sum(range(60_000_000))"), "ms of processor time"),
    "again": (conduct.check_same_answer_twice, with_("0.5", "__import__('time').time() % 1"), "says something else"),
    "hash": (conduct.check_same_answer_twice, with_("0.5", "hash('a') % 10**6 / 10**6"), "in a new process"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found_and_explained(name: str, try_out: TryOut) -> None:
    check, source, told = MISTAKES[name]
    finding = check(try_out(source))

    assert not finding.passed
    assert told in finding.detail


def test_one_that_tells_apart_who_did_it_passes_role_swap(try_out: TryOut) -> None:
    told_apart = CLAIM.replace('"Yllverholt", "claim', '"fired by Tesmarran forces", "claim')
    source = told_apart.replace("A hall in Yllverholt burned", "A rocket fired by Tesmarran forces burned a hall")
    finding = meaning.check_role_swap(try_out(source))

    assert (finding.passed, finding.applies, finding.detail) == (True, True, "1 texts")


def test_what_is_kept_and_what_its_process_asks_for_is_measured(try_out: TryOut) -> None:
    keeps = with_("    def match(page)", "    matcher.kept = b'x' * (200 << 20)\n    def match(page)")
    finding = load.check_memory(try_out(keeps))

    assert finding.passed
    assert float(finding.detail.split(" MB")[0]) > 190


def test_what_is_over_the_memory_limit_of_the_service_fails(try_out: TryOut) -> None:
    finding = load.check_memory(try_out(in_match("x = bytearray(2 << 30)")))

    assert (finding.passed, "MemoryError" in finding.detail) == (False, True)


@pytest.mark.parametrize("name", [n for n, (check, *_) in MISTAKES.items() if check.__module__.endswith("spelling")])
def test_a_failure_shows_the_text_that_caused_it(name: str, try_out: TryOut) -> None:
    check, source, _ = MISTAKES[name]

    assert check(try_out(source)).input


def test_without_a_mistake_everything_passes(tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text(GOOD.strip(), "utf-8")
    report = check_matcher(tmp_path / "good.py")

    assert report.passed, str(report)
    assert [finding.check for finding in report.findings] == list(CHECKS)


def test_every_check_is_run() -> None:
    assert {*ONE_BY_ONE, *TOGETHER, *LOOKING_BACK, "loads"} == set(CHECKS)


UNSOUND = {
    "a passage of its own": ("passage.number, TARGET", "99, TARGET", "take passage.number"),
    "an unknown claim": ('"incident:village-hall-yllverholt-2031-03"', '"claim:nowhere"', "id of the corpus"),
    "a weight above one": ("0.5", "1.5", "from 0 to 1"),
    "a verdict": ('Reason("place"', 'Reason("verdict"', "the kinds are"),
    "a place beside the text": ("start, end, WORD", "start + 1000, end + 1000, WORD", "code points"),
    "something else": ("yield Match(", "yield (", "a matcher yields Match"),
    "a value that is not plain": ("0.5", "{0.5}", "plain values"),
    "an error": ("yield Match(", "yield WORDS(", "stranger.py:14: NameError"),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_an_unsound_answer_is_explained(name: str, try_out: TryOut) -> None:
    old, new, told = UNSOUND[name]
    trial = try_out(with_(old, new))
    trial.ask("In Yllverholt.")
    finding = conduct.check_sound_answers(trial)

    assert told in finding.detail
    assert (finding.passed, finding.input) == (False, "In Yllverholt.")


TRIES = {
    "writes": ("open('/tmp/beside-kit-never', 'w')", conduct.check_writes_nothing),
    "makes a folder": ("__import__('os').mkdir('/tmp/beside-kit-never')", conduct.check_writes_nothing),
    "opens a database": ("__import__('sqlite3').connect('/tmp/beside-kit-never')", conduct.check_writes_nothing),
    "opens a socket": ("__import__('socket').socket()", conduct.check_no_network),
    "signals": ("__import__('os').kill(1, 0)", conduct.check_no_processes),
    "connects": ("__import__('socket').create_connection(('127.0.0.1', 9))", conduct.check_no_network),
    "looks up a name": ("__import__('socket').getaddrinfo('example.org', 80)", conduct.check_no_network),
    "starts a program": ("__import__('subprocess').run(['true'])", conduct.check_no_processes),
    "forks": ("__import__('os').fork()", conduct.check_no_processes),
}


@pytest.mark.parametrize("name", TRIES)
def test_what_it_tries_is_stopped_and_told_even_if_it_swallows_that(name: str, try_out: TryOut) -> None:
    attempt, check = TRIES[name]
    trial = try_out(in_match(f"try: {attempt}\n        except BaseException: pass"))
    trial.ask("In Yllverholt.")
    finding = check(trial)

    assert not finding.passed
    assert "stranger.py:12" in finding.detail
    assert not Path("/tmp/beside-kit-never").exists()


def test_it_may_write_to_its_folder_while_it_prepares(try_out: TryOut) -> None:
    trial = try_out(
        with_("    def match(page)", "    (corpus.cache_dir / 'index').write_text('x')\n    def match(page)")
    )

    assert conduct.check_writes_nothing(trial).passed


@pytest.mark.parametrize("line", ["while True: pass", "import os; os._exit(3)", "import ctypes; ctypes.string_at(0)"])
def test_one_that_hangs_or_ends_its_process_fails_what_could_not_be_asked(line: str, tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text(in_match(line).strip(), "utf-8")
    report = check_matcher(tmp_path / "bad.py")

    assert any(told in report["two-sided examples"].detail for told in ("processor time", "ended"))
    assert "not asked" in report["negation"].detail


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import no_such_module", "ModuleNotFoundError"),
        ("def matcher(corpus)\n", "bad.py:1: SyntaxError"),
        ("REQUIRES_API = 99\ndef matcher(corpus): pass", "version 99"),
        ("def matcher(corpus):\n    return 1 / 0", "bad.py:2: ZeroDivisionError"),
        ("def matcher(corpus):\n    return None", "must return a function"),
        ("VERSION = '1'", "no function called matcher"),
    ],
)
def test_one_that_does_not_load_says_why_and_where(source: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text(source, "utf-8")
    report = check_matcher(tmp_path / "bad.py")

    assert told in report["loads"].detail
    assert "not asked" in report["emoji"].detail


def test_a_file_with_the_name_of_an_installed_matcher_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "places.py").write_text(GOOD.strip(), "utf-8")

    assert "wins over a file" in check_matcher(tmp_path / "places.py")["loads"].detail


def test_one_that_always_fails_is_named_by_the_host_and_costs_nobody_a_card(tmp_path: Path) -> None:
    (tmp_path / "fails.py").write_text(in_match("1 / 0").strip(), "utf-8")
    report = check_matcher(tmp_path / "fails.py")

    assert not report["kept by the host"].passed
    assert report["kept by the host"].detail
    assert report["golden pages"].passed
