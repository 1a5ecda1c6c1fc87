"""Data sheets, kept. Comes in: a sheet and its calibration. Goes out: ``bench/<matcher>@<version>.json``, and back."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import orjson

from ..calibration import Kept, to_table
from ..home import Home
from .sheet import DataSheet, sheet_table
from .trial import SHEETS

UNSAFE = re.compile(r"[^\w.@+-]")


def keep(home: Home, sheet: DataSheet, kept: Kept) -> Path:
    """Write both into one file, in one step. The service applies the calibration from its next page on."""
    folder = home.root / SHEETS
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / f"{UNSAFE.sub('_', kept.stamp)}.json"
    part = file.with_suffix(f".{os.getpid()}.part")
    table = {"sheet": sheet_table(sheet), "kept": to_table(kept)}
    part.write_bytes(orjson.dumps(table, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    os.replace(part, file)
    return file


def kept_sheets(home: Home) -> list[dict[str, Any]]:
    """Every data sheet that is kept, as JSON has it, by file name; what cannot be read is left out."""
    folder = home.root / SHEETS
    found = []
    for file in sorted(folder.glob("*.json")) if folder.is_dir() else []:
        try:
            table = orjson.loads(file.read_bytes())
        except (OSError, orjson.JSONDecodeError):
            continue
        if isinstance(table, dict) and isinstance(table.get("sheet"), dict) and isinstance(table.get("kept"), dict):
            found.append(table)
    return found
