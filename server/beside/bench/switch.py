"""Who runs in the shadow. Comes in: what the settings name, ``shadow.json``. Goes out: names; a way to change them.

``beside matcher shadow NAME --on`` and ``--off`` write the file, which holds true or false by name and wins over the
settings; a running service looks whether it has changed. It holds nothing of a page.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import orjson

SWITCH = "shadow.json"


class ShadowSwitch:
    """The names of those that are asked and not heard, as the admin last said."""

    def __init__(self, root: Path, stated: Iterable[str]) -> None:
        self._path, self._stated = root / SWITCH, frozenset(stated)

    @property
    def names(self) -> frozenset[str]:
        """Who is in the shadow now. A file that can't be read changes nothing."""
        switched = self._switched()
        return frozenset(name for name in (*self._stated, *switched) if switched.get(name, True))

    def turn(self, name: str, on: bool) -> bool:
        """Put one in the shadow, or take it out; False if it was so already. Raises OSError."""
        if (name in self.names) == on:
            return False
        part = self._path.with_name(f".{SWITCH}.{os.getpid()}")
        part.write_bytes(
            orjson.dumps({**self._switched(), name: on}, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)
        )
        os.replace(part, self._path)
        return True

    def _switched(self) -> dict[str, bool]:
        try:
            told = orjson.loads(self._path.read_bytes())
        except (OSError, orjson.JSONDecodeError):
            return {}
        return {name: on for name, on in told.items() if isinstance(on, bool)} if isinstance(told, dict) else {}
