"""Who comes in: by name, by allow-list and deny-list, in one order; and who is left out, with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from beside.matching import find_matchers, left_out_matchers

SOURCE = "def matcher(corpus): return lambda page: []\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("ships", "maps", "places"):
        (tmp_path / f"{name}.py").write_text(SOURCE)
    return tmp_path


def strangers(folder: Path, **lists: list[str]) -> list[str]:
    return [spec.name for spec in find_matchers(folder, **lists) if not spec.own]


def test_strangers_come_in_alphabetical_order(folder: Path) -> None:
    assert strangers(folder) == ["maps", "ships"]


@pytest.mark.parametrize(
    ("lists", "found"),
    [
        ({"allow": ["ships"]}, ["ships"]),
        ({"allow": []}, []),
        ({"deny": ["ships"]}, ["maps"]),
        ({"allow": ["ships"], "deny": ["ships"]}, []),
    ],
)
def test_only_who_is_allowed_and_not_denied_comes_in(
    lists: dict[str, list[str]], found: list[str], folder: Path
) -> None:
    assert strangers(folder, **lists) == found


def test_the_allow_list_is_for_strangers(folder: Path) -> None:
    assert "wording" in {spec.name for spec in find_matchers(folder, allow=[])}


def test_who_is_left_out_is_told_with_the_reason(folder: Path) -> None:
    (folder / "two words.py").write_text(SOURCE)
    told = {one.spec.name: one.reason for one in left_out_matchers(folder, deny=["ships"], allow=["places"])}

    assert told == {
        "maps": "not among those that the settings allow",
        "places": "its name is taken by beside.matchers.places:matcher",
        "ships": "denied in the settings",
        "two words": "its name is more than letters, digits, _ and -",
    }


def test_an_edited_file_is_other_code(folder: Path) -> None:
    (spec,) = find_matchers(folder, allow=["ships"], deny=[s.name for s in find_matchers() if s.own])
    before = spec.fingerprint
    Path(spec.where).write_text(SOURCE + "# edited\n")

    assert len(before) == 12
    assert spec.fingerprint != before
