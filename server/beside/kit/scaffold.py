"""A matcher to begin with. Comes in: a name, a folder. Goes out: one file with its examples inside, and a test."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from ..matching import absent_matchers, find_matchers

NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


class CannotWrite(ValueError):
    """The files can't be written; the message says why."""


def new_matcher(name: str, folder: Path) -> tuple[Path, Path]:
    """Write NAME.py and test_NAME.py. Raises CannotWrite, and writes nothing then."""
    if not NAME.fullmatch(name) or name.startswith("test_"):
        raise CannotWrite(f"{name}: a name is made of a-z, 0-9 and _, begins with a letter, and not with test_")
    if name in {spec.name for spec in (*find_matchers(), *absent_matchers())}:
        raise CannotWrite(f"{name}: an installed matcher has this name, and would win over the file")
    written = {folder / f"{name}.py": "matcher.py.txt", folder / f"test_{name}.py": "test_matcher.py.txt"}
    if there := [path for path in written if path.exists()]:
        raise CannotWrite(f"{there[0]} is there already")
    templates = files("beside.kit").joinpath("templates")
    for path, template in written.items():
        text = templates.joinpath(template).read_text("utf-8")
        try:
            path.write_text(text.replace("NAME", name) if path.name.startswith("test_") else text, "utf-8")
        except OSError as error:
            raise CannotWrite(f"{path}: {error.strerror}") from error
    first, second = written
    return first, second
