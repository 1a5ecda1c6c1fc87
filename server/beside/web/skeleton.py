"""Whether the skeleton of a page hangs together. Comes in: its nodes and blocks. Goes out: faults, by place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..model import MAX_TREE_DEPTH

Faults = dict[str, dict[int, Any]]


def tree_faults(tree: Sequence[tuple[str, int, str]]) -> Faults:
    """Every parent stands before its child, and nothing is deeper than readability can take."""
    faults: dict[int, Any] = {}
    depths: list[int] = []
    for number, (_, parent, _) in enumerate(tree):
        known = parent < number
        depths.append(depths[parent] + 1 if known and parent >= 0 else 1)
        if not known:
            faults[number] = {1: ["must be the number of an earlier node"]}
        elif depths[-1] > MAX_TREE_DEPTH:
            faults[number] = {1: [f"must not lie deeper than {MAX_TREE_DEPTH} levels"]}
    return {"tree": faults} if faults else {}


def block_faults(blocks: Sequence[Mapping[str, Any]], nodes: int) -> Faults:
    """Every number is used once; every block stands in a node that is there, and in none where there is no tree."""
    faults: dict[int, Any] = {}
    seen: set[int] = set()
    for place, block in enumerate(blocks):
        if block["number"] in seen:
            faults[place] = {"i": ["must be a number that no other block has"]}
        elif (block["node"] is None) != (nodes == 0) or (block["node"] or 0) >= max(nodes, 1):
            faults[place] = {"in": ["must be the number of a node of the tree"]}
        seen.add(block["number"])
    return {"blocks": faults} if faults else {}
