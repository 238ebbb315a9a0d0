"""Where requests go: the servers of a document, path or operation, with their variables put in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from urllib.parse import urlsplit, urlunsplit

from generator.changes.side import Side
from generator.changes.wire.hits import Hit, Meeting, hit
from generator.document.shapes import Node

MAX_URLS = 500
"""To how many URLs a server with variables is written out; beyond that its template counts."""


def servers_of(side: Side, path: Node, operation: Node) -> tuple[Node, list[Node]]:
    """The servers that an operation has, and the object that declares them."""
    for holder in (operation, path, side.root):
        found = side.items(holder, "servers")
        if found:
            return holder, found
    return side.root, []


def compare_servers(meeting: Meeting, old: tuple[Node, list[Node]], new: tuple[Node, list[Node]]) -> Iterator[Hit]:
    """What differs in the addresses that an operation has."""
    ours, theirs = _urls(meeting.old, old[1]), _urls(meeting.new, new[1])
    gone = [url for url in ours if url not in theirs]
    fresh = [url for url in theirs if url not in ours]
    where = meeting.where("servers", "servers", "request")
    if len(ours) == len(theirs) == len(gone) == 1:
        yield hit("server-changed", where, ours[gone[0]], theirs[fresh[0]], f"{gone[0]} → {fresh[0]}")
        return
    for url in gone:
        yield hit("server-removed", where, ours[url], None, url)
    for url in fresh:
        yield hit("server-added", where, None, theirs[url], url)
    if not gone and not fresh and next(iter(ours), None) != next(iter(theirs), None):
        first = next(iter(ours)), next(iter(theirs))
        yield hit("default-server-changed", where, ours[first[0]], theirs[first[1]], " → ".join(first))


def _urls(side: Side, servers: list[Node]) -> dict[str, Node]:
    """The addresses, as servers have them, each with its server; a document without servers has `/`."""
    if not servers:
        return {"/": Node("/", "")}
    found: dict[str, Node] = {}
    for server in servers:
        if isinstance(server.value, dict) and isinstance(server.value.get("url"), str):
            for url in _written_out(side, server):
                found.setdefault(_plain(url), server)
    return found


def _written_out(side: Side, server: Node) -> Iterator[str]:
    url = server.value["url"]
    variables = side.members(server, "variables")
    choices = {name: _values(node) for name, node in variables.items() if f"{{{name}}}" in url}
    count = 1
    for values in choices.values():
        count *= len(values)
    if count > MAX_URLS:
        yield url
        return
    for chosen in product(*choices.values()):
        text = url
        for name, value in zip(choices, chosen):
            text = text.replace(f"{{{name}}}", value)
        yield text


def _values(variable: Node) -> list[str]:
    """The values of a variable, its default first; one that may be anything stays a placeholder beside its default."""
    value = variable.value if isinstance(variable.value, dict) else {}
    default, listed = str(value.get("default", "")), value.get("enum")
    if isinstance(listed, list) and listed:
        return list(dict.fromkeys([default, *map(str, listed)] if default in map(str, listed) else map(str, listed)))
    return [f"{{={default}}}"]


def _plain(url: str) -> str:
    """An address without what does not tell it apart: a slash at the end, the case of scheme and host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path.rstrip("/") or "/", parts.query, ""))
