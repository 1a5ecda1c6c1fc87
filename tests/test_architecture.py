"""The rules of the house: who may import whom, no cycles, and what every file must have."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "server" / "beside"
MATCHERS = sorted(path for path in (ROOT / "matchers").glob("*.py") if path.name != "__init__.py")
MODULES = sorted(PACKAGE.rglob("*.py"))

# room -> the rooms it may import from; what is not named here may not be imported
MAY_IMPORT = {
    "model": set(),
    "language": set(),
    "regression": set(),
    "home": set(),
    "settings": set(),
    "lexicon": {"model", "language"},
    "meaning": {"model"},
    "__init__": {"model", "language", "lexicon", "meaning"},
    "stated_date": {"model", "language"},
    "clean": {"model", "stated_date"},
    "passages": {"model"},
    "matching": {"model", "__init__"},
    "ranking": {"model", "language", "lexicon", "regression"},
    "retrieval": {"model", "language", "regression"},
    "cards": {"model", "language"},
    "corpus": {"model"},
    "indexing": {"model", "language", "corpus", "retrieval"},
    "plain_matches": {"model", "ranking", "retrieval"},
    "reading": {
        *("model", "language", "clean", "passages", "stated_date", "matching", "ranking", "cards"),
        *("retrieval", "plain_matches"),
    },
    "searching": {"model", "language", "passages", "matching", "reading", "retrieval", "plain_matches"},
    "calibration": {"model"},
    "bench": {
        *("model", "home", "settings", "calibration", "corpus", "indexing", "passages", "stated_date"),
        *("matching", "ranking", "reading"),
    },
    "reader": {
        *(
            "bench",
            "calibration",
            "model",
            "home",
            "settings",
            "corpus",
            "indexing",
            "matching",
            "cards",
            "ranking",
            "reading",
            "retrieval",
            "searching",
        ),
    },
    "kit": {
        *("__init__", "model", "language", "home", "settings", "corpus", "passages"),
        *("matching", "reader"),
    },
    "web": {"model", "home", "settings", "reading", "reader", "bench"},
    "cli": {
        "__init__",
        "model",
        "home",
        "settings",
        "corpus",
        "indexing",
        "reading",
        "reader",
        "searching",
        "web",
        "bench",
        "calibration",
        "matching",
        "kit",
    },
}


def room_of(path: Path) -> str:
    """The room a file of the package stands in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def module_name(path: Path) -> str:
    """The dotted name of a file of the package, or of the shelf."""
    root = ROOT / "matchers"
    if path.is_relative_to(root):
        return f"beside.matchers.{path.stem}".removesuffix(".__init__")
    parts = ("beside", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path, source: str | None = None) -> set[str]:
    """The dotted names of all modules of ours that a file imports, imports inside functions included."""
    package = module_name(path).split(".") if path.name == "__init__.py" else module_name(path).split(".")[:-1]
    known = {module_name(module) for module in (*MODULES, *MATCHERS, ROOT / "matchers" / "__init__.py")}
    found = set()
    for node in ast.walk(ast.parse(source or path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            # "from . import values" takes the module values, and nothing of the package itself.
            taken = {f"{name}.{alias.name}" for alias in node.names}
            found |= taken & known if taken <= known else taken | {name}
    return found & known


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_point_in_one_direction(path: Path) -> None:
    own = room_of(path)
    rooms = {name.split(".")[1] if "." in name else "__init__" for name in imports(path)}

    assert rooms - {own} <= MAY_IMPORT[own]


def test_there_are_no_import_cycles() -> None:
    graph = {module_name(path): imports(path) - {module_name(path)} for path in MODULES}
    # A package's own __init__ gathers its modules; a module naming its package would be the cycle.
    while leaves := {name for name, needs in graph.items() if not needs & set(graph)}:
        graph = {name: needs for name, needs in graph.items() if name not in leaves}

    assert graph == {}


@pytest.mark.parametrize("path", [*MODULES, *MATCHERS], ids=module_name)
def test_nothing_imports_a_matcher_by_name(path: Path) -> None:
    assert [name for name in imports(path) if name.startswith("beside.matchers")] == []


@pytest.mark.parametrize("path", MATCHERS, ids=lambda path: path.stem)
def test_a_matcher_imports_only_the_vocabulary(path: Path) -> None:
    assert imports(path) == {"beside"}


FORBIDDEN = (
    ("server/beside/ranking/planted.py", "from beside.matchers import places", "beside.matchers.places"),
    ("server/beside/ranking/planted.py", "from ..matchers import names", "beside.matchers.names"),
    ("matchers/planted.py", "from ..web import gate", "beside.web.gate"),
    ("matchers/planted.py", "import beside.cards", "beside.cards"),
    ("server/beside/cards/deal.py", "def late():\n    from ..corpus import seal", "beside.corpus"),
)


@pytest.mark.parametrize(("place", "source", "seen"), FORBIDDEN)
def test_a_forbidden_import_is_seen(place: str, source: str, seen: str) -> None:
    assert seen in imports(ROOT / place, source)


@pytest.mark.parametrize("path", MATCHERS, ids=lambda path: path.stem)
def test_a_matcher_is_short_says_its_source_and_has_two_sided_examples(path: Path) -> None:
    text = path.read_text("utf-8")

    assert "Source of the idea:" in (ast.get_docstring(ast.parse(text)) or "")
    assert "EXAMPLES = {" in text
    assert len(text.splitlines()) <= 110


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_says_what_comes_in_and_what_goes_out(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("path", [*MODULES, *MATCHERS], ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]

    assert len(text.splitlines()) <= 250
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno > 50] == []


def test_no_file_is_named_for_nothing() -> None:
    names = {path.stem for path in [*MODULES, *MATCHERS]}

    assert names & {"utils", "util", "helpers", "helper", "manager", "misc", "common"} == set()
