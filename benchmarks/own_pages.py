"""The project's own labelled pages. Comes in: the name of a set. Goes out: LabelledPage(s).

open: written for tuning; frozen: read by benchmarks/quality alone, never tuned on; development: the older sets.
Every line: id, lang, published, title, text, incidents (of the corpus pow-accounts), accounts (what the page carries).
"""

import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {"open": "tests/pages/open", "frozen": "tests/pages/frozen"}
DEVELOPMENT = tuple(f"benchmarks/development{part}.jsonl" for part in ("", "-languages", "-first-look"))
SHARED = ROOT.parent / "shared" / "benchdata"  # evaluation sets that may not ship; a fresh machine has none


@dataclass(frozen=True)
class LabelledPage:
    """A page and the incidents an editor would link; ``group``: the file it stands in, written by one hand."""

    id: str
    group: str
    text: str
    lang: str
    published: str | None
    incidents: tuple[str, ...]
    accounts: dict = field(default_factory=dict)
    corpus: str = "pow-accounts"


def read_pages(path: Path) -> list[LabelledPage]:
    """The pages of one file, title first."""
    pages = []
    for line in path.read_text("utf-8").splitlines():
        page = json.loads(line)
        text = "\n".join(part for part in (page.get("title", ""), page["text"]) if part)
        labels = tuple(page.get("incidents", ()))
        pages.append(
            LabelledPage(page["id"], path.stem, text, page["lang"], page["published"], labels, page.get("accounts", {}))
        )
    return pages


def own_pages(name: str) -> list[LabelledPage]:
    """All pages of a set, headlines apart."""
    if name == "development":
        return [page for file in DEVELOPMENT for page in read_pages(ROOT / file)]
    return [
        p
        for path in sorted((ROOT / FOLDERS[name]).glob("*.jsonl"))
        if path.stem != "headlines"
        for p in read_pages(path)
    ]


def own_headlines(name: str) -> list[LabelledPage]:
    """Headlines of the same war about other things."""
    return read_pages(ROOT / FOLDERS[name] / "headlines.jsonl")


def corpus_examples(corpus: str) -> list[LabelledPage]:
    """What the corpus itself says must match and must be silent."""
    pages = []
    for path in sorted((ROOT / "seeds" / corpus / "incidents").glob("*.toml")):
        for side, texts in tomllib.loads(path.read_text("utf-8")).get("examples", {}).items():
            labels = (path.stem,) if side == "match" else ()
            pages += [
                LabelledPage(f"{path.stem}:{side}:{n}", f"examples of {corpus}", text, "", None, labels, {}, corpus)
                for n, text in enumerate(texts)
            ]
    return pages
