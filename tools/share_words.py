"""Gives the service's pages the panel's words and look. Comes in: extension/. Goes out: web/words.*.json, card.css.

The keys of words.en.json say which messages are shared: to share one more, write its key there, and run this.
"""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXTENSION, WEB = ROOT / "extension", ROOT / "server" / "beside" / "web"
LANGUAGES = ("en", "ru", "uk")


def main() -> None:
    """Copy them."""
    keys = list(json.loads((WEB / "words.en.json").read_text("utf-8")))
    for lang in LANGUAGES:
        panel = json.loads((EXTENSION / "_locales" / lang / "messages.json").read_text("utf-8"))
        shared = {key: panel[key]["message"] for key in keys}
        (WEB / f"words.{lang}.json").write_text(json.dumps(shared, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (WEB / "static" / "card.css").write_bytes((EXTENSION / "panel" / "card.css").read_bytes())


if __name__ == "__main__":
    main()
