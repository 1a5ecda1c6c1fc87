"""In the shadow: asked and not heard; counts and ids are all that is left of a page."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from beside.bench import ShadowCounts, ShadowSwitch, Trial
from beside.bench.comparing import changes
from beside.corpus import publish, seal
from beside.home import Home
from beside.model import IncidentMatch, PageRequest, Release
from beside.reader import Reader, open_reader
from beside.settings import load_settings

HALL = "village-hall-yllverholt-2031-03"
NEARLY = PageRequest(text="A rocket hit a hall in Yllverholt and singers were hurt.", lang="en")
NOT = "singers were"


def shaded(home: Home, folder: Path, source: str) -> Reader:
    """A reader with one matcher in the shadow."""
    plugins = folder / "plugins"
    plugins.mkdir()
    (plugins / "gates.py").write_text(source)
    (folder / "settings.toml").write_text('[matchers]\nshadow = ["gates"]\n')
    return open_reader(home, load_settings(folder / "settings.toml", {}, folder=str(plugins), deny=["e5", "minilm"]))


@pytest.fixture(scope="module")
def shadowed(published_home: Home, gates: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with closing(shaded(published_home, tmp_path_factory.mktemp("shadow"), gates.read_text())) as reader:
        yield reader


def counted(reader: Reader) -> ShadowCounts:
    """What its one shadow would change, once every page that was read is counted."""
    assert reader.shadow
    reader.shadow.settle()
    (counts,) = reader.shadow.counts
    return counts


def test_a_shadow_is_asked_and_touches_no_card(shadowed: Reader, reader: Reader) -> None:
    before = counted(shadowed).pages
    answer = shadowed.read(NEARLY)

    assert answer.cards == reader.read(NEARLY).cards
    assert [state.name for state in answer.matchers if state.name == "gates"] == []
    assert (counted(shadowed).state.name, counted(shadowed).pages) == ("gates", before + 1)


def test_the_cards_it_would_change_are_those_that_change_once_it_is_live(shadowed: Reader, trial: Trial) -> None:
    shadowed.read(NEARLY)
    page = trial.see(NEARLY)
    gained = set(page.cards()) - set(page.cards(beside=False))

    assert {incident for what, incident, _ in counted(shadowed).changes if what == "gained"} == gained
    assert gained == {f"halven-strait/{HALL}"}


def test_a_shadow_that_hangs_holds_nobody_up_and_is_named(published_home: Home, tmp_path: Path) -> None:
    hangs = "def matcher(c):\n def match(page):\n  while True: pass\n return match"
    with closing(shaded(published_home, tmp_path, hangs)) as reader:
        reader.read(NEARLY)

        assert counted(reader).state.state != "ok"
        assert counted(reader).changed == 0


def test_nothing_of_a_page_is_kept(shadowed: Reader, published_home: Home) -> None:
    shadowed.read(NEARLY)

    assert NOT not in repr(counted(shadowed))
    assert [f for f in published_home.root.rglob("*.json") if NOT in f.read_text()] == []


def heard(reader: Reader) -> set[str]:
    return {state.name for state in reader.read(NEARLY).matchers}


def in_shadow(reader: Reader) -> list[str]:
    return [one.state.name for one in reader.shadow.counts] if reader.shadow else []


def settles(true: Callable[[], bool], seconds: float = 30.0) -> bool:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.1)
    return true()


def test_a_running_service_takes_one_into_the_shadow_and_out_again(
    home: Home, gates: Path, halven_strait: Release
) -> None:
    publish(home.root, "halven-strait", seal(home.root, halven_strait.corpus).sha256)
    switch = ShadowSwitch(home.root, ())
    stated = load_settings(home.settings, {}, folder=str(gates.parent), deny=["e5", "minilm"])
    with closing(open_reader(home, stated)) as reader:
        assert "gates" in heard(reader)
        switch.turn("gates", True)
        assert settles(lambda: "gates" not in heard(reader) and in_shadow(reader) == ["gates"])
        switch.turn("gates", False)
        assert settles(lambda: "gates" in heard(reader) and in_shadow(reader) == [])


def test_a_file_that_came_after_the_start_is_taken_into_the_shadow(
    home: Home, gates: Path, halven_strait: Release, tmp_path: Path
) -> None:
    publish(home.root, "halven-strait", seal(home.root, halven_strait.corpus).sha256)
    stated = load_settings(home.settings, {}, folder=str(tmp_path), deny=["e5", "minilm"])
    with closing(open_reader(home, stated)) as reader:
        (tmp_path / "gates.py").write_text(gates.read_text())
        ShadowSwitch(home.root, ()).turn("gates", True)

        assert settles(lambda: in_shadow(reader) == ["gates"])


def match(band: str, score: float) -> IncidentMatch:
    return IncidentMatch("i", band, score, (), ())


def test_a_change_is_a_card_more_or_less_or_in_another_band() -> None:
    without = {"c/a": match("strong", 0.9), "c/b": match("possible", 0.6), "c/s": match("strong", 0.9)}
    with_it = {"c/b": match("strong", 0.9), "c/n": match("possible", 0.5), "c/s": match("strong", 0.95)}
    found = [(c.incident, c.what) for c in changes(without, with_it)]

    assert found == [("c/a", "lost"), ("c/b", "stronger"), ("c/n", "gained")]
