"""Both browsers behind one set of verbs: open a page, click our button, look at the page and at the real panel.

A script is the source of a JavaScript function; it may be async; its arguments and its answer are plain values.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

EXTENSION = Path(__file__).resolve().parents[2] / "extension"
PANEL = "panel/panel.html"
OPTIONS = "options/options.html"
PATIENCE = 30.0  # seconds: a wait ends as soon as what it waits for is there
SETTLED = """async () => { const ext = globalThis.browser ?? chrome;
  const [{ id }] = await ext.tabs.query({ active: true });
  const { [`tab:${id}`]: state } = await ext.storage.session.get(`tab:${id}`);
  const badge = await ext.action.getBadgeText({ tabId: id });
  return state?.phase === 'done' && !state.checking && badge === String(state.marked.length || ''); }"""


class Browser(ABC):
    """A running browser with the extension loaded. Tabs are named by whatever the driver calls them."""

    name: str
    base: str  # address of the extension's own pages
    gone: tuple[type[Exception], ...]  # what the driver raises where a tab has closed itself

    @abstractmethod
    def open(self, url: str) -> Any:
        """A new tab in front, loaded. Everything below is about the tab in front."""

    @abstractmethod
    def close_tab(self) -> None:
        """Close the tab in front."""

    @abstractmethod
    def tabs(self) -> list[Any]:
        """Every open tab."""

    @abstractmethod
    def switch(self, tab: Any) -> None:
        """Bring a tab to the front."""

    @abstractmethod
    def page(self, script: str, *arguments: Any) -> Any:
        """Run a function in the world of the page's own scripts."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """A real click in the page."""

    @abstractmethod
    def click_button(self) -> None:
        """A real click on our toolbar button: it grants activeTab, as a reader's does."""

    @abstractmethod
    def panel(self, script: str, *arguments: Any) -> Any:
        """Run a function in the real side panel. None as long as there is none."""

    @abstractmethod
    def press_in_panel(self, selector: str) -> None:
        """Press a button in the real side panel, as soon as it can be pressed."""

    @abstractmethod
    def stop_background(self) -> None:
        """End our background, as the browser does when it has been idle."""

    @abstractmethod
    def picture(self, path: Path) -> None:
        """The page in front as a picture."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    @abstractmethod
    def frame(self, script: str, *arguments: Any) -> Any:
        """Run a function in our frame in the page. None as long as there is none."""

    @abstractmethod
    def click_in_frame(self, selector: str, which: int = 0) -> None:
        """A real click on something in our frame, as soon as it can be clicked."""

    @abstractmethod
    def press_key(self, key: str) -> None:
        """A real key (Enter, Escape, Tab) for whatever has the focus."""

    @abstractmethod
    def go(self, by: int) -> None:
        """Back, or forward, in the history of the tab in front."""

    @abstractmethod
    def in_extension(self, script: str, *arguments: Any) -> Any:
        """Run a function in a page of the extension that stays open behind the others."""

    @property
    @abstractmethod
    def front(self) -> Any:
        """The tab in front."""

    def until(self, look: Callable[[], Any], seconds: float = PATIENCE) -> Any:
        """What ``look`` gives, as soon as it gives something."""
        end = time.monotonic() + seconds
        while not (seen := look()):
            if time.monotonic() > end:
                raise AssertionError(f"not within {seconds} s in {self.name}; the panel says: {self.panel_text()!r}")
            self.pause()
        return seen

    def settle(self) -> None:
        """Wait until the page in front has been read: marks come first, then what is known of it, then the badge."""
        self.until(lambda: self.in_extension(SETTLED))

    def open_settings(self) -> Any:
        """The settings in a new tab, drawn: what is typed before that is drawn over."""
        tab = self.open(self.base + OPTIONS)
        self.until(lambda: self.page("() => document.querySelectorAll('#sites li').length"))
        return tab

    def leave(self, kept: list[Any]) -> None:
        """Close all tabs but those, whatever closes itself meanwhile."""
        for tab in [tab for tab in self.tabs() if tab not in kept]:
            with suppress(*self.gone):
                self.switch(tab)
                self.close_tab()

    def pause(self) -> None:
        """A moment between two looks."""
        time.sleep(0.03)

    def panel_text(self) -> str:
        """All the words of the real panel, folded ones too."""
        return self.panel("() => document.body?.textContent.replace(/\\s+/g, ' ')") or ""

    def highlighted(self) -> list[str]:
        """The highlighted words of the page, as a page's script sees them, blanks and line breaks folded."""
        return self.page(
            """() => [...(CSS.highlights.get('beside') ?? [])].map((range) => {
                 const copy = range.cloneContents();
                 copy.querySelectorAll('br').forEach((br) => br.replaceWith(' '));
                 return copy.textContent.replace(/\\s+/g, ' '); })"""
        )

    def markers(self) -> list[str]:
        """The numbers on the markers, in their order; an empty list as long as none can be seen."""
        shown = (
            """() => innerWidth < 301 ? [] : [...document.querySelectorAll('.marker')].map((one) => one.textContent)"""
        )
        return self.frame(shown) or []

    def card_text(self) -> str:
        """The words of the small card, if it is open."""
        words = "() => document.querySelector('#card:not([hidden])')?.textContent.replace(/\\s+/g, ' ')"
        return self.frame(words) or ""

    def step(self, by: int) -> None:
        """To the next passage, or the one before, as the keys for that do."""
        self.in_extension(
            """async (by) => { const ext = globalThis.browser ?? chrome;
                 const [{ id }] = await ext.tabs.query({ active: true });
                 await ext.runtime.sendMessage({ kind: 'step', tab: id, by }); }""",
            by,
        )

    def state(self) -> dict[str, Any]:
        """What the extension knows of the tab in front."""
        return self.in_extension(
            """async () => { const ext = globalThis.browser ?? chrome;
                 const [{ id }] = await ext.tabs.query({ active: true });
                 return (await ext.storage.session.get(`tab:${id}`))[`tab:${id}`] ?? {}; }"""
        )

    def store(self, **values: Any) -> None:
        """Put settings where the extension keeps them."""
        self.in_extension("(values) => (globalThis.browser ?? chrome).storage.local.set(values)", values)

    def forget(self) -> None:
        """Empty what the extension keeps, as on a new install."""
        self.in_extension(
            """async () => { const { storage } = globalThis.browser ?? chrome;
                             await storage.local.clear(); await storage.session.clear(); }"""
        )

    def badge(self) -> str:
        """The badge of the tab in front."""
        return self.in_extension(
            """async () => { const ext = globalThis.browser ?? chrome;
                             const [{ id }] = await ext.tabs.query({ active: true });
                             return ext.action.getBadgeText({ tabId: id }); }"""
        )
