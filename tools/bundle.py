"""Puts the modules of the extension into one file for the stores. Comes in: sources by name. Goes out: the same, fewer.

A hundred small files pack badly: a zip compresses each by itself. So every module becomes a function in `beside.js`,
run when it is first needed, and what a page or the background loads becomes one line that needs its module. The scripts
for a page, which are no modules, become one file in the order of their list. Remarks and indentation go. Nothing is
renamed, and nothing rewritten but `import`, `export` and that list; a form of these that we don't use is an error.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter

BUNDLE = "beside.js"
BACKGROUND = "background.js"
IMPORT = re.compile(r"^import (?:(?:\{(?P<names>[^}]*)\}|\* as (?P<all>\w+)) from )?'(?P<path>\.[^']+)';$", re.M)
EXPORT = re.compile(r"^export (?=(?:const|class|function|async function) (?P<name>\w+))", re.M)
NOT_IN_A_FUNCTION = re.compile(r"^(?:import|export|await|for await)\b", re.M)
NOT_IN_A_BUNDLE = re.compile(r"\bimport(?:\.meta\b|\()")
LISTING = "background/page.js"
LIST = re.compile(r"^const FILES = \[([\s'\w,]*)\]\.map\(\(name\) => `content/\$\{name\}\.js`\);$", re.M)
INJECTED = "content/all.js"
EAGER = "//# allFunctionsCalledOnLoad\n"  # to the browser: read the whole file at once, all of it is needed
BLANK = re.compile(r'("[^"]*")|\s*([{};])\s*|([:,]) ')  # in a style; what stands in quotation marks stays
AFTERWARDS = re.compile(r"(?<=\S) // (?:[^'\"`]|\b'\b)*$")  # behind code, and not in words
MODULE = re.compile(r'<script type="module" src="([^"]+)">')
NEED = """const made = {};
export const need = (name) => (made[name] ??= modules[name]());
const modules = {
"""


class CannotBundleError(Exception):
    """A module has a form that is not understood here."""


def bundled(sources: dict[str, str]) -> dict[str, str]:
    """All files, with one bundle in the place of the modules, and without remarks."""
    sources = with_one_injected(sources)
    entries = [BACKGROUND, *entry_modules(sources)]
    needs: dict[str, list[str]] = {}
    todo = list(entries)
    while todo:
        name = todo.pop()
        if name not in needs:
            needs[name] = [beside(name, found["path"]) for found in IMPORT.finditer(sources[name])]
            todo += needs[name]
    order = TopologicalSorter(needs).static_order()  # raises where modules import one another in a circle
    bodies = [f"'{name}'() {{\n{as_function(name, sources[name])}}},\n" for name in order]
    others = {name: bare(name, text) for name, text in sources.items() if name not in needs}
    stubs = {name: f"import {{ need }} from '{toward(name)}';\nneed('{name}');\n" for name in entries}
    return others | stubs | {BUNDLE: f"{NEED}{''.join(bodies)}}};\n"}


def with_one_injected(sources: dict[str, str]) -> dict[str, str]:
    """The scripts that go into pages, each a function that is called at once, in one file."""
    listed = LIST.search(sources.get(LISTING, ""))
    if not listed:
        raise CannotBundleError(f"{LISTING}: no list of scripts")
    names = [f"content/{name}.js" for name in re.findall(r"\w+", listed[1])]
    for name in names:
        script = bare(name, sources[name]).removeprefix(EAGER)
        if not script.startswith("(() => {") or not script.endswith("})();\n"):
            raise CannotBundleError(f"{name}: more than one function")
    others = {name: text for name, text in sources.items() if name not in names}
    page = LIST.sub(f"const FILES = ['{INJECTED}'];", sources[LISTING])
    return others | {LISTING: page, INJECTED: "".join(sources[name] for name in names)}


def entry_modules(sources: dict[str, str]) -> Iterator[str]:
    """The modules that pages load."""
    for name, text in sorted(sources.items()):
        if name.endswith(".html"):
            yield from (beside(name, path) for path in MODULE.findall(text))


def beside(name: str, path: str) -> str:
    """What a path means in a file."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def toward(name: str) -> str:
    """The way from a file to the bundle."""
    path = posixpath.relpath(BUNDLE, posixpath.dirname(name) or ".")
    return path if path.startswith(".") else f"./{path}"


def as_function(name: str, source: str) -> str:
    """The body of a function that gives what the module exports."""

    def needed(found: re.Match[str]) -> str:
        call = f"need('{beside(name, found['path'])}');"
        if found["all"]:
            return f"const {found['all']} = {call}"
        if found["names"] is None:
            return call
        return f"const {{ {found['names'].replace(' as ', ': ').strip()} }} = {call}"

    given = [found["name"] for found in EXPORT.finditer(source)]
    whole = EXPORT.sub("", IMPORT.sub(needed, source))
    text = bare(name, whole)
    if odd := NOT_IN_A_FUNCTION.search(whole) or NOT_IN_A_BUNDLE.search(text):
        raise CannotBundleError(f"{name}: {odd[0]}")
    return f"{text}return {{ {', '.join(given)} }};\n"


def bare(name: str, source: str) -> str:
    """A text without indentation; a script or style without idle blanks and remarks, but for what tells the browser."""
    if not name.endswith((".js", ".css", ".html")):
        return source
    kept, remark, template = [], False, False
    for line in source.splitlines():
        words = line if template else line.strip()
        remark = remark or (not template and words.startswith("/*"))
        if remark:
            remark = not words.endswith("*/")
            continue
        if template or words.startswith("//#") or (words and not words.startswith("//")):
            turns = name.endswith(".js") and words.count("`") % 2 == 1
            kept.append(words if template or turns else AFTERWARDS.sub("", words))
            template ^= turns
    if remark or template:
        raise CannotBundleError(f"{name}: a remark or a template that does not end")
    text = "\n".join(kept) + "\n"
    return BLANK.sub(lambda found: "".join(filter(None, found.groups())), text) if name.endswith(".css") else text
