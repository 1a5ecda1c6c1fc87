"""What the stores get: two zips, the same bytes each time, small, without complaint, and they work like the folder."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browsers import EXTENSION, Browser
from chromium import Chromium
from stand_in import TOKEN, StandIn

from cards import card

TOOLS = EXTENSION.parent / "tools"
LARGEST = 80_000
PLAIN = "In November 2022 Moscow accused Ukrainian forces of executing captured Russian soldiers at Makiivka."


@pytest.fixture(scope="module")
def tools() -> Iterator[Any]:
    sys.path.insert(0, str(TOOLS))
    import bundle
    import pack_extension

    yield pack_extension, bundle
    sys.path.remove(str(TOOLS))


@pytest.fixture(scope="module")
def zips(tools: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    built = tools[0].build(tmp_path_factory.mktemp("dist"))
    return {path.stem.rpartition("-")[2]: path for path in built}


@pytest.fixture(scope="module")
def unpacked(zips: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(zips["chromium"]) as packed:
        packed.extractall(folder)
    return folder


def test_two_builds_are_the_same_bytes(tools: Any, zips: dict[str, Path], tmp_path: Path) -> None:
    copy = shutil.copytree(EXTENSION, tmp_path / "elsewhere", copy_function=shutil.copyfile)  # other times and modes
    again = tools[0].build(tmp_path / "dist", copy)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in zips.values()]


def test_named_by_version_and_store_and_small(zips: dict[str, Path]) -> None:
    version = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))["version"]
    assert {path.name for path in zips.values()} == {f"beside-{version}-{store}.zip" for store in zips}
    assert zips.keys() == {"chromium", "firefox"}
    assert {store: path.stat().st_size for store, path in zips.items() if path.stat().st_size >= LARGEST} == {}


def test_they_hold_what_a_browser_needs_and_nothing_else(zips: dict[str, Path]) -> None:
    for path in zips.values():
        with zipfile.ZipFile(path) as packed:
            entries = packed.infolist()
            names = [entry.filename for entry in entries]
            assert names == sorted(names)
            assert {Path(name).suffix for name in names} == {"", ".css", ".html", ".js", ".json", ".png"}
            assert {name for name in names if not Path(name).suffix} == {"LICENSE"}
            assert not [name for name in names if "test" in name or name.startswith(("lib/", "tools/"))]
            assert {(entry.date_time, entry.external_attr) for entry in entries} == {
                ((1980, 1, 1, 0, 0, 0), 0o100644 << 16)
            }


def test_the_manifests_differ_in_what_each_browser_knows(zips: dict[str, Path]) -> None:
    whole = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
    found = {}
    for store, path in zips.items():
        with zipfile.ZipFile(path) as packed:
            found[store] = json.loads(packed.read("manifest.json"))
    assert whole.keys() - found["chromium"].keys() == {"sidebar_action"}
    assert found["chromium"]["background"] == {"service_worker": "background.js", "type": "module"}
    assert whole.keys() - found["firefox"].keys() == {"side_panel"}
    assert found["firefox"]["background"] == {"scripts": ["background.js"], "type": "module"}
    assert found["firefox"]["permissions"] == ["activeTab", "scripting", "storage"]


def test_chromium_has_no_complaint(chromium: Chromium, unpacked: Path) -> None:
    with chromium.complaints(unpacked) as complaints:
        assert complaints == []


@contextmanager
def chromium_with(playwright: Any, zips: dict[str, Path], unpacked: Path) -> Iterator[Browser]:
    browser = Chromium(playwright, unpacked)
    yield browser
    browser.close()


@contextmanager
def firefox_with(playwright: Any, zips: dict[str, Path], unpacked: Path) -> Iterator[Browser]:
    from firefox import Firefox

    browser = Firefox(shutil.copyfile(zips["firefox"], unpacked.parent / "beside.xpi"))
    yield browser
    browser.close()


@pytest.mark.parametrize("started", [chromium_with, firefox_with], ids=["chromium", "firefox"])
def test_it_works_like_the_folder(
    started: Callable[..., Any], playwright: Any, zips: dict[str, Path], unpacked: Path, stand_in: StandIn, site: str
) -> None:
    stand_in.cards, stand_in.sentences = [card()], [PLAIN]
    with started(playwright, zips, unpacked) as browser:
        browser.store(address=stand_in.address, token=TOKEN)
        browser.open(f"{site}/article")
        browser.click_button()
        browser.until(lambda: "Accounts of this incident" in browser.panel_text())
        assert browser.until(browser.highlighted) == [PLAIN]
        for page in ("options/options.html", "receipts/receipts.html", "compare/compare.html"):
            browser.open(browser.base + page)
            assert browser.until(lambda: browser.page("() => document.querySelector('h1').textContent"))


LIST = "const FILES = [\n  'b',\n  'a',\n].map((name) => `content/${name}.js`);\n"
CONTENT = {
    "background/page.js": LIST,
    "content/a.js": "(() => {\n  1;\n})();\n",
    "content/b.js": "(() => {\n  2;\n})();\n",
}
ODD = {
    "a module under no name": "export default 1;",
    "names given afterwards": "const a = 1;\nexport { a };",
    "names of another": "export * from './b.js';",
    "a module while it runs": "const a = () => import('./b.js');",
    "waiting at the top": "await 1;",
    "a remark without an end": "/* a",
}


@pytest.mark.parametrize("source", ODD.values(), ids=ODD.keys())
def test_a_form_that_is_not_understood_is_not_packed(tools: Any, source: str) -> None:
    with pytest.raises(tools[1].CannotBundleError):
        tools[1].bundled({"background.js": source, "b.js": "", **CONTENT})


def test_only_remarks_and_indentation_go(tools: Any) -> None:
    source = (
        "/** Says\n * what. */\nimport { a as b } from './lib/a.js';\n\n  // why\n  b(`\n  // kept\n  `); // first\n"
        "  b('http://a // b'); // second\n"
    )
    packed = tools[1].bundled({"background.js": source, "lib/a.js": "export const a = String;\n", **CONTENT})
    assert (
        "const { a: b } = need('lib/a.js');\nb(`\n  // kept\n  `); // first\nb('http://a // b');\n"
        in packed["beside.js"]
    )
    assert "const a = String;\nreturn { a };\n" in packed["beside.js"]


def test_what_goes_into_a_page_is_one_file_in_the_order_of_the_list(tools: Any) -> None:
    packed = tools[1].bundled({"background.js": "import './background/page.js';\n", **CONTENT})
    assert packed.keys() == {"background.js", "beside.js", "content/all.js"}
    assert packed["content/all.js"] == "(() => {\n2;\n})();\n(() => {\n1;\n})();\n"
    assert "const FILES = ['content/all.js'];" in packed["beside.js"]


@pytest.mark.parametrize(
    "odd", [{"background/page.js": ""}, {"content/a.js": "const a = 1;\n"}], ids=["list", "script"]
)
def test_an_odd_list_or_script_is_not_packed(tools: Any, odd: dict[str, str]) -> None:
    with pytest.raises(tools[1].CannotBundleError):
        tools[1].bundled({"background.js": "", **CONTENT, **odd})
