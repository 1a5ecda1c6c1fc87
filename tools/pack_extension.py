"""Packs the extension for the two stores. Comes in: extension/. Goes out: two zips in dist/, the same bytes each time.

The folder is loaded as it is in both browsers. A store's copy is smaller: its modules stand in one file (`bundle.py`),
and its manifest lacks the keys that only the other browser needs, where this one complains of them.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from bundle import bundled

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "extension"
LICENCE = ROOT / "LICENSE"
TEXTS = frozenset((".css", ".html", ".js", ".json"))
PICTURES = frozenset((".png",))  # an icon's drawing stays at home
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip knows
PLAIN_FILE = 0o100644 << 16
UNIX = 3
SMALLEST = 9  # zlib's level


def manifests(manifest: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The manifest for each store, without what the browser there complains of."""
    chromium, firefox = deepcopy(manifest), deepcopy(manifest)
    del chromium["background"]["scripts"], chromium["sidebar_action"]
    firefox["permissions"].remove("sidePanel")
    del firefox["background"]["service_worker"], firefox["side_panel"]
    return {"chromium": chromium, "firefox": firefox}


def files(source: Path, kinds: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """What a browser needs, by its name in the zip."""
    for path in sorted(source.rglob("*")):
        if path.is_file() and path.suffix in kinds:
            yield path.relative_to(source).as_posix(), path.read_bytes()


def packed(source: Path) -> dict[str, bytes]:
    """All files of a zip but the manifest's keys, which differ."""
    texts = bundled({name: text.decode() for name, text in files(source, TEXTS)})
    tight = {name: compact(text) if name.endswith(".json") else text for name, text in texts.items()}
    held = {name: text.encode() for name, text in tight.items()} | dict(files(source, PICTURES))
    return held | {"LICENSE": LICENCE.read_bytes()}


def compact(text: str) -> str:
    """JSON without blanks."""
    return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))


def pack(target: Path, held: dict[str, bytes]) -> None:
    """Write a zip that depends on nothing but names and bytes: no clock, no owner, no order of a folder."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=SMALLEST) as out:
        for name in sorted(held):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system, entry.external_attr = UNIX, PLAIN_FILE
            out.writestr(entry, held[name], zipfile.ZIP_DEFLATED, SMALLEST)


def build(folder: Path, source: Path = SOURCE) -> list[Path]:
    """Both zips, written into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    held = packed(source)
    manifest = json.loads(held["manifest.json"])
    built = []
    for store, words in manifests(manifest).items():
        target = folder / f"beside-{manifest['version']}-{store}.zip"
        text = json.dumps(words, ensure_ascii=False, indent=2) + "\n"
        pack(target, held | {"manifest.json": text.encode()})
        built.append(target)
    return built


if __name__ == "__main__":
    for path in build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"):
        sys.stdout.write(f"{path}  {path.stat().st_size / 1024:.1f} KB\n")
