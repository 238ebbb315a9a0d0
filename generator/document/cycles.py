"""Cycles in a graph of references."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def find_cycles(edges: Mapping[Node, Sequence[Node]]) -> Iterator[list[Node]]:
    """Cycles of the graph in which each key of `edges` leads to its values, every cycle at least partly in one of them.

    Each is a list of nodes of which each leads to the next and the last to the first. Takes time linear in the edges.
    """
    done: set[Node] = set()
    for start in edges:
        if start not in done:
            yield from _from(start, edges, done)


def _from(start: Node, edges: Mapping[Node, Sequence[Node]], done: set[Node]) -> Iterator[list[Node]]:
    path: dict[Node, int] = {start: 0}
    rest = [iter(edges[start])]
    while rest:
        following = next(rest[-1], None)
        if following is None:
            rest.pop()
            done.add(path.popitem()[0])
        elif following in path:
            yield list(path)[path[following] :]
        elif following not in done:
            path[following] = len(path)
            rest.append(iter(edges.get(following, ())))
