"""The victims alone exchanged in a page, those accused kept: it is another incident, in five languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from beside.model import PageRequest
from beside.reader import Reader

PAGES = Path(__file__).resolve().parent.parent / "pages" / "open"
TEXTS = {
    page["id"]: page
    for path in sorted(PAGES.glob("*.jsonl"))
    for page in map(json.loads, path.read_text("utf-8").splitlines())
}
# page, incident, those harmed as the page tells them, and the other side's people in their place
EXCHANGES = (
    ("x22", "wagner-heads-on-spikes-2023-04", "Ukrainian captives", "Russian captives"),
    ("x25", "druzenko-castration-remark-2022-03", "captured Russians", "captured Ukrainians"),
    ("x31", "russian-pow-execution-video-2023-02", "a captured Russian", "a captured Ukrainian"),
    ("x45", "zaporizhzhia-surrender-killings-2024-11", "six Ukrainian soldiers", "six Russian soldiers"),
    ("t2-08", "exchange-of-630-2024-11", "captured Ukrainians", "captured Russians"),
    ("x15", "pow-execution-case-count-2025-05", "українських військовополонених", "російських військовополонених"),
    ("x20", "captive-shooting-footage-2022-03", "російському солдатові", "українському солдатові"),
    ("t1-11", "pow-execution-case-count-2025-05", "полонених українських", "полонених російських"),
    ("u01", "makiivka-surrender-2022-11", "стратили росіян", "стратили українців"),
    ("y13", "makiivka-surrender-2022-11", "сдавшиеся в плен россияне", "сдавшиеся в плен украинцы"),
    ("y48", "druzenko-castration-remark-2022-03", "российских военнопленных", "украинских военнопленных"),
    ("x10", "russian-pow-execution-video-2023-02", "пленного россиянина", "пленного украинца"),
    ("y56", "exchange-of-630-2024-11", "ukrainische Kriegsgefangene", "russische Kriegsgefangene"),
    ("t3-30", "druzenko-castration-remark-2022-03", "gefangene Russen", "gefangene Ukrainer"),
    ("t2-38", "wagner-heads-on-spikes-2023-04", "ukrainische Gefangene", "russische Gefangene"),
    ("t3-07", "makiivka-surrender-2022-11", "zehn Russen", "zehn Ukrainer"),
    ("t1-23", "wagner-heads-on-spikes-2023-04", "prisonniers ukrainiens", "prisonniers russes"),
    ("v39", "wagner-heads-on-spikes-2023-04", "captifs ukrainiens", "captifs russes"),
    ("t3-06", "beheading-video-2023-04", "soldat ukrainien", "soldat russe"),
)


def cards(page: dict[str, str], text: str, reader: Reader) -> set[str]:
    request = PageRequest(text=text, published=page["published"], lang=page["lang"], corpora=("pow-accounts",))
    return {card.incident.id for card in reader.read(request).cards}


@pytest.mark.parametrize(("page_id", "incident", "told", "instead"), EXCHANGES)
def test_with_other_victims_the_same_accusation_is_another_incident(
    page_id: str, incident: str, told: str, instead: str, reader: Reader
) -> None:
    page = TEXTS[page_id]
    text = f"{page['title']}\n{page['text']}"

    assert incident in cards(page, text, reader)
    assert told in text
    assert incident not in cards(page, text.replace(told, instead), reader)
