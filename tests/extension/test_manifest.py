"""What can be said of the extension without a browser: one manifest, complete locales, no way in for markup or code."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from chromium import Chromium

ROOT = Path(__file__).resolve().parents[2]
EXTENSION = ROOT / "extension"
MANIFEST: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
LOCALES = {path.parent.name: json.loads(path.read_text("utf-8")) for path in EXTENSION.glob("_locales/*/messages.json")}
SCRIPTS = sorted(EXTENSION.rglob("*.js"))
SOURCES = [*SCRIPTS, *EXTENSION.rglob("*.html"), *EXTENSION.rglob("*.css")]
LONGEST = 200  # lines of a file
WIDEST = 120  # characters of a line
EAGER = "//# allFunctionsCalledOnLoad\n"  # what a content script begins with (docs/decisions/209)


def relative(path: Path) -> str:
    return path.relative_to(EXTENSION).as_posix()


def test_every_file_the_manifest_names_is_there() -> None:
    def strings(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [text for item in value.values() for text in strings(item)]
        if isinstance(value, list):
            return [text for item in value for text in strings(item)]
        return [value] if isinstance(value, str) else []

    named = [text for text in strings(MANIFEST) if re.fullmatch(r"[\w/.-]+\.(js|html|png)", text)]
    assert len(named) >= 8
    assert [name for name in named if not (EXTENSION / name).is_file()] == []


def test_every_imported_or_injected_file_is_there_and_every_file_is_used() -> None:
    used = {(EXTENSION / "background.js").resolve()}
    for path in [*SCRIPTS, *EXTENSION.rglob("*.html")]:
        text = path.read_text("utf-8")
        for name in re.findall(r"(?:from|import) '(\.[^']+)'|(?:src|href)=\"([^\"]+\.(?:js|css))\"", text):
            used.add((path.parent / (name[0] or name[1])).resolve())
    page = (EXTENSION / "background/page.js").read_text("utf-8")
    listed = re.search(r"const FILES = \[(.*?)\]", page, re.S)
    assert listed
    used |= {(EXTENSION / f"content/{name}.js").resolve() for name in re.findall(r"'(\w+)'", listed[1])}
    assert {path for path in used if not path.is_file()} == set()
    assert {relative(path) for path in SCRIPTS} == {relative(path) for path in used if path.suffix == ".js"}


def test_permissions_are_frozen() -> None:
    assert MANIFEST["permissions"] == ["activeTab", "scripting", "storage", "sidePanel"]
    assert MANIFEST["host_permissions"] == ["http://127.0.0.1/*"]
    assert MANIFEST["optional_host_permissions"] == ["https://*/*", "http://*/*"]
    never = {"optional_permissions", "content_scripts", "externally_connectable", "incognito"}
    assert never & MANIFEST.keys() == set()
    gecko = MANIFEST["browser_specific_settings"]["gecko"]
    assert gecko["data_collection_permissions"] == {"required": ["websiteContent"], "optional": ["browsingActivity"]}


def test_pages_can_reach_one_file_and_never_guess_its_address() -> None:
    web = {"matches": ["http://*/*", "https://*/*"], "use_dynamic_url": True}
    assert MANIFEST["web_accessible_resources"] == [{"resources": ["frame/frame.html"], **web}]


def test_pages_of_the_extension_may_load_nothing_foreign() -> None:
    policy = dict(
        part.strip().split(" ", 1) for part in MANIFEST["content_security_policy"]["extension_pages"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    # Which https host that is, the permission and the consent say: decision 212.
    assert policy["connect-src"] == "http://127.0.0.1:* https:"


def test_chromium_complains_of_what_firefox_needs_and_of_nothing_else(chromium: Chromium, tmp_path: Path) -> None:
    with chromium.complaints(shutil.copytree(EXTENSION, tmp_path / "extension")) as complaints:
        assert len(complaints) == 2
        assert "background.scripts" in complaints[0]
        assert "sidebar_action" in complaints[1]


def test_one_manifest_for_both_browsers() -> None:
    assert MANIFEST["background"] == {"service_worker": "background.js", "scripts": ["background.js"], "type": "module"}
    assert MANIFEST["side_panel"]["default_path"] == MANIFEST["sidebar_action"]["default_panel"]


def test_its_version_is_the_projects() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert MANIFEST["version"] == project["project"]["version"]


def test_every_locale_has_every_message() -> None:
    assert set(LOCALES) == {"en", "uk", "ru"}
    assert all(LOCALES[name].keys() == LOCALES["en"].keys() for name in LOCALES)
    for name, messages in LOCALES.items():
        assert messages["language"]["message"] == name
        assert all(entry["message"].strip() for entry in messages.values())


def test_messages_take_the_same_values_in_every_locale() -> None:
    def taken(name: str, key: str) -> list[str]:
        return sorted(set(re.findall(r"\$\d", LOCALES[name][key]["message"])))

    assert [key for key in LOCALES["en"] if not taken("en", key) == taken("uk", key) == taken("ru", key)] == []


def test_every_message_used_is_defined_and_every_one_defined_is_used() -> None:
    text = "\n".join(path.read_text("utf-8") for path in SCRIPTS)
    used = set(re.findall(r"'([a-z]\w+)'", text)) | set(re.findall(r"__MSG_(\w+)__", json.dumps(MANIFEST)))
    direct = set(re.findall(r"\b(?:t|told|paragraph\(t)\('(\w+)'", text))
    assert direct - LOCALES["en"].keys() == set()
    groups = {"basis", "band", "reason", "state", "stance", "act", "hedge", "role"} | {
        "comparator",
        "report",
        "receiptKind",
    }
    plurals = {"one", "few", "many", "other"}  # of counted(), and of bytes

    def is_used(key: str) -> bool:
        stem, _, end = key.rpartition("_")
        suffixed = end in plurals | {"topic"} and stem in used
        titled = key.removesuffix("Title") in used | {"stranger", "unreadable", "failed", "busy"}
        return key in used or suffixed or titled or ("_" in key and key.split("_")[0] in groups)

    assert [key for key in LOCALES["en"] if not is_used(key)] == []


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_no_way_in_for_markup_code_or_addresses(path: Path) -> None:
    text = path.read_text("utf-8")
    for door in (
        "innerHTML",
        "outerHTML =",
        "insertAdjacentHTML",
        "document.write",
        "DOMParser",
        "eval(",
        "new Function",
        "createContextualFragment",
    ):
        assert door not in text
    foreign = re.findall(
        r"(?:https?:)?//(?!127\.0\.0\.1)[a-z0-9-]+\.[a-z]+", re.sub(r"^\s*(//|\*).*$", "", text, flags=re.M)
    )
    assert foreign == []
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=", text) or path.suffix == ".js"


@pytest.mark.parametrize("path", SCRIPTS, ids=relative)
def test_scripts_are_short_and_say_what_they_are_for(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = text.splitlines()
    assert text.removeprefix(EAGER).startswith("/**")
    assert len(lines) <= LONGEST
    assert max(map(len, lines)) <= WIDEST


def test_content_scripts_ask_nobody_and_tell_two_things() -> None:
    found = []
    for path in sorted(EXTENSION.glob("content/*.js")):
        text = path.read_text("utf-8")
        assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|storage\.", text)
        found += re.findall(r"sendMessage\(.*?\)|contentWindow\.postMessage\(.*\)", text)
    # That something has changed, to the background; and to the frame, which only a page of ours can hear.
    assert found == [
        "sendMessage({ kind: 'bell' })",
        "contentWindow.postMessage(this.#nonce, new URL(ext.runtime.getURL('')).origin, [port2])",
    ]


def test_only_the_service_module_asks_the_service() -> None:
    asking = [relative(path) for path in SCRIPTS if "fetch(" in path.read_text("utf-8")]
    assert asking == ["lib/service.js"]
