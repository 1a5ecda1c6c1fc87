"""The page about matchers: states, data sheets, shadows; no script, nothing of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
import pytest
from lxml import html

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from beside.home import Home
    from beside.reader import Reader

COUNTS = {"precision": 0.5, "recall": None, "f1": 0.6, "right": 1, "said": 2, "wanted": 1, "alarms": 0}
LINE = {
    **{"set": "<b>wires</b>", "lang": "en", "pages": 48, "gain": 0.04},
    **{"alone": COUNTS, "alone_sure": COUNTS, "without": COUNTS, "with": COUNTS},
}
COST = {
    **{"page_ms": 1.1, "page_ms_p95": 2.2, "long_page_ms": 9.0},
    **{"prepare_s": 0.5, "memory_mb": 85.4, "index_bytes": 2048},
}
TABLE = {
    "sheet": {"matcher": "ships", "version": "0.1", "day": "2026-11-22", "pages": [LINE], "cost": COST},
    "kept": {"applied": True, "reason": "nearer", "calibration": [{"weight": 0.9, "chance": 0.12, "seen": 140}]},
}


@pytest.fixture
def sheet(home: Home) -> None:
    """One data sheet in the data folder."""
    (home.root / "bench").mkdir()
    (home.root / "bench" / "ships@0.1.json").write_bytes(orjson.dumps(TABLE))


def test_every_matcher_stands_there_with_its_state(client: FlaskClient, reader: Reader) -> None:
    rows = html.document_fromstring(client.get("/matchers").text).xpath("//section[1]//tbody/tr/th")

    assert [row.text_content() for row in rows] == [state.name for state in reader.matchers]


@pytest.mark.usefixtures("sheet")
def test_a_data_sheet_is_shown_with_cost_and_calibration(client: FlaskClient) -> None:
    page = " ".join(html.document_fromstring(client.get("/matchers").text).text_content().split())

    assert "ships 0.1" in page
    assert "Memory: 85 MB" in page
    assert "0.90: 0.12 (of 140)" in page
    assert "+0.040" in page


@pytest.mark.usefixtures("sheet")
def test_what_a_sheet_holds_is_text_and_no_markup(client: FlaskClient) -> None:
    page = client.get("/matchers").text

    assert "<b>wires" not in page
    assert "<script" not in page


def test_the_page_about_the_service_leads_there(client: FlaskClient) -> None:
    assert 'href="/matchers"' in client.get("/about").text
