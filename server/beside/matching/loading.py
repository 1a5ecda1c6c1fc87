"""Importing what the host names. Comes in: "module:attribute", or a file. Goes out: the thing itself."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

from beside.model import Corpus, MatchPage

from .declared import Refused

LONGEST = 200


def load(where: str) -> Callable[..., Any]:
    """The attribute that "module:attribute" names."""
    module, _, attribute = where.partition(":")
    return getattr(importlib.import_module(module), attribute)  # type: ignore[no-any-return]


def load_matcher(where: str) -> tuple[ModuleType, Callable[[Corpus], MatchPage]]:
    """The module and the ``matcher`` callable of an entry point or a file. Raises Refused, and what importing does."""
    if where.endswith(".py"):
        module = _from_file(where)
        factory = getattr(module, "matcher", None)
    else:
        factory = load(where)
        module = sys.modules[where.partition(":")[0]]
    if not callable(factory):
        raise Refused("it has no function called matcher")
    return module, factory


def with_cache(
    corpus: Corpus, cache: Path, stamp: str, sha256: str, settings: Mapping[str, Any] = MappingProxyType({})
) -> Corpus:
    """The corpus with the one folder that this matcher may write to while it prepares, and what is set for it."""
    folder = cache / stamp / sha256
    folder.mkdir(parents=True, exist_ok=True)
    return replace(corpus, cache_dir=folder, settings=settings)


def raised(error: BaseException, file: str, whole: bool = False) -> str:
    """An error in words: its kind, and the line of the matcher's file. Its message only if ``whole``: it may quote."""
    if isinstance(error, Refused):
        return str(error)
    lines = []
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == file:
            lines.append(trace.tb_lineno)
        trace = trace.tb_next
    place = f" in line {lines[-1]}" if lines else ""
    said = " ".join(str(error).split())[:LONGEST] if whole else ""
    return f"raised {type(error).__name__}{place}" + (f": {said}" if said else "")


def _from_file(where: str) -> ModuleType:
    name = "beside_plugin_" + Path(where).stem
    spec = importlib.util.spec_from_file_location(name, where)
    if spec is None or spec.loader is None:
        raise ImportError(where)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
