"""A page as a tree, read strictly with the parser of the standard library."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "input"}
"""Elements that have no end."""


@dataclass
class Node:
    """An element of a page."""

    tag: str
    attributes: dict[str, str | None]
    children: list[Node] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text at or below the element."""
        return "".join(self.pieces)

    def all(self) -> list[Node]:
        """The element and all below it."""
        return [self, *(found for it in self.children for found in it.all())]

    def whole(self, *tags: str) -> list[Node]:
        """The elements of those tags at or below it."""
        return [it for it in self.all() if it.tag in tags]

    def has(self, name: str) -> bool:
        """Whether the element is of a class."""
        return name in (self.attributes.get("class") or "").split()


class _Reader(HTMLParser):
    """Reads a page strictly: whatever is opened must be closed, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("", {})]
        self.root = self.open[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in <{tag}>"
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for node in self.open:
            node.pieces.append(data)


def parsed(text: str) -> Node:
    """A page as a tree, once it is known to be well-formed."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == [reader.root], "something is not closed"
    return reader.root
