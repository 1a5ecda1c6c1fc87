"""The sides exchanged in the page alone: other people were harmed, so it is another incident, in five languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from page_words import exchanged

from beside.model import PageRequest
from beside.reader import Reader

PAGES = Path(__file__).resolve().parent.parent / "pages" / "open"
# Incidents whose harmed are all of one side, so that no other account of them can name the other side's.
ONE_SIDED = frozenset(
    "beheading-video-2023-04 captive-shooting-footage-2022-03 druzenko-castration-remark-2022-03 "
    "exchange-of-630-2024-11 makiivka-surrender-2022-11 pow-execution-case-count-2025-05 pow-relatives-ransom-2023-01 "
    "russian-pow-execution-video-2023-02 treatment-of-russian-pows-2022 wagner-heads-on-spikes-2023-04 "
    "zaporizhzhia-surrender-killings-2024-11".split()
)


# Pages that tell whose men were harmed by "ours" alone, or by nothing; those accused alone are exchanged: a competing
# account of the same place, time and recording, so the card stays.
ACCUSED_ALONE = frozenset(
    "k41:zaporizhzhia-surrender-killings-2024-11 m06:zaporizhzhia-surrender-killings-2024-11 "
    "m10:pow-execution-case-count-2025-05 n39:zaporizhzhia-surrender-killings-2024-11 "
    "p21:zaporizhzhia-surrender-killings-2024-11 "
    "s27:zaporizhzhia-surrender-killings-2024-11 t1-21:zaporizhzhia-surrender-killings-2024-11 "
    "t2-21:zaporizhzhia-surrender-killings-2024-11".split()
)
# The victims of another incident stand in the same sentence.
TWO_AT_ONCE = frozenset(("n38:beheading-video-2023-04", "z39:druzenko-castration-remark-2022-03"))


def pages() -> Iterator[Any]:
    """Every open page, with each incident it speaks of whose harmed are of one side."""
    for path in sorted(PAGES.glob("*.jsonl")):
        for page in map(json.loads, path.read_text("utf-8").splitlines()):
            text = f"{page['title']}\n{page['text']}" if page.get("incidents") else ""
            if exchanged(text, page["lang"]) != text:
                for incident in sorted(ONE_SIDED & set(page["incidents"])):
                    name = f"{page['id']}:{incident}"
                    marks = pytest.mark.xfail(strict=True, reason="record 016") if name in TWO_AT_ONCE else ()
                    yield pytest.param(page, text, incident, id=name, marks=marks)


def cards(page: dict[str, str], text: str, reader: Reader) -> set[str]:
    request = PageRequest(text=text, published=page["published"], lang=page["lang"], corpora=("pow-accounts",))
    return {card.incident.id for card in reader.read(request).cards}


@pytest.mark.parametrize(("page", "text", "incident"), [one for one in pages() if one.id not in ACCUSED_ALONE])
def test_a_page_alone_with_its_sides_exchanged_does_not_match(
    page: dict[str, str], text: str, incident: str, reader: Reader
) -> None:
    assert incident not in cards(page, exchanged(text, page["lang"]), reader)


@pytest.mark.parametrize(("page", "text", "incident"), [one for one in pages() if one.id in ACCUSED_ALONE])
def test_a_page_that_accuses_another_actor_alone_keeps_its_card(
    page: dict[str, str], text: str, incident: str, reader: Reader
) -> None:
    assert incident in cards(page, text, reader)
    assert incident in cards(page, exchanged(text, page["lang"]), reader)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Russian soldiers told Kyiv"),
        ("uk", "російські військові, Київ і росіяни"),
        ("ru", "российские военные, Киев и россияне"),
        ("de", "russische Soldaten, Moskau und Ukrainer"),
        ("fr", "des soldats russes à Moscou"),
    ],
)
def test_the_exchange_turns_every_word_and_back(lang: str, text: str) -> None:
    there = exchanged(text, lang)

    assert there != text
    assert exchanged(there, lang) == text
