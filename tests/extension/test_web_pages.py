"""The service's own pages in a real Chromium: for everybody, on every width, on paper, and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from find_browsers import need
from real_service import RealService

MAKIIVKA = "/incidents/pow-accounts/makiivka-videos-2022-11"
PATHS = ["/", "/about", "/try?sample=ferry-and-trawler", "/try?sample=dva-berehy", MAKIIVKA]


@pytest.fixture(scope="module")
def plain(playwright: Any) -> Iterator[Any]:
    """Chromium without the extension."""
    browser = playwright.chromium.launch(executable_path=need("CHROMIUM"))
    yield browser
    browser.close()


def open_page(plain: Any, address: str, **options: Any) -> Any:
    page = plain.new_page(**options)
    page.goto(address)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_with_everything_unfolded(plain: Any, service: RealService, path: str, scheme: str) -> None:
    page = open_page(plain, service.address + path, color_scheme=scheme)
    page.evaluate("() => document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    found = Axe().run(page).response["violations"]
    page.close()

    assert [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found] == []


@pytest.mark.parametrize("width", [320, 360, 800, 1600])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_runs_out_of_a_page_of_any_width(plain: Any, service: RealService, path: str, width: int) -> None:
    page = open_page(plain, service.address + path, viewport={"width": width, "height": 800})
    page.evaluate("() => document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    over = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.close()

    assert over == 0


def test_a_report_is_sent_without_a_script(plain: Any, service: RealService) -> None:
    context = plain.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(service.address + MAKIIVKA)
    page.get_by_text("Report a problem with this card").click()
    page.get_by_label("An account is missing").check()
    page.get_by_role("button", name="Send").click()
    title, address = page.get_by_role("heading", level=1).inner_text(), page.url
    context.close()

    assert title == "Your report is kept"
    assert "/reported/pow-accounts/makiivka-videos-2022-11?release=" in address


def test_on_paper_folded_words_stay_folded_and_links_have_addresses(plain: Any, service: RealService) -> None:
    page = open_page(plain, f"{service.address}{MAKIIVKA}")
    page.emulate_media(media="print")
    shown = [
        page.locator(what).first.is_visible()
        for what in ("details.graphic > summary", "details.graphic .says", ".reporting")
    ]
    page.goto(f"{service.address}/try")
    after = page.locator(".account dd a").first.evaluate("(link) => getComputedStyle(link, '::after').content")
    count = page.locator("nav.samples:visible, details.paste:visible").count()
    page.close()

    assert shown == [True, False, False]
    assert "https://example.org/" in after
    assert count == 0


def test_the_card_looks_the_same_from_right_to_left(plain: Any, service: RealService) -> None:
    page = open_page(plain, service.address + "/try")
    page.evaluate("() => (document.documentElement.dir = 'rtl')")
    over = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.close()

    assert over == 0
