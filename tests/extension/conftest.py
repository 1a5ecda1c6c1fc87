"""Browsers, the fixture site and the services for the tests of the extension, each started once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the helpers of this folder, under importlib mode

from browsers import Browser
from fixture_site import Site
from real_service import RealService
from stand_in import StandIn

DRIVEN = {"browser", "chromium", "firefox", "playwright", "reader"}  # fixtures that start a real browser


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that drives a browser, and no other, is run once more if it fails (docs/decisions/421)."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and DRIVEN & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Any) -> Iterator[Browser]:
    from chromium import Chromium

    browser = Chromium(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox() -> Iterator[Browser]:
    from firefox import Firefox

    browser = Firefox()
    yield browser
    browser.close()


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Each browser in turn, as on a new install, with all tabs of the test closed afterwards."""
    running: Browser = request.getfixturevalue(request.param)
    before = list(running.tabs())
    running.switch(before[0])
    running.forget()
    yield running
    running.leave(before)


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    serving = Site()
    yield serving.address
    serving.close()


@pytest.fixture(scope="session")
def one_stand_in() -> Iterator[StandIn]:
    running = StandIn()
    yield running
    running.close()


@pytest.fixture
def stand_in(one_stand_in: StandIn) -> StandIn:
    one_stand_in.reset()
    return one_stand_in


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealService]:
    running = RealService(tmp_path_factory.mktemp("journey") / "home")
    yield running
    running.close()
