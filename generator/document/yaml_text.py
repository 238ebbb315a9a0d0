"""YAML 1.2 text (core schema) → JSON-like values, and the places of its nodes.

Built on libyaml's events: PyYAML's own constructors follow YAML 1.1, in which `NO` is false and `1_000` a number, and
take several times as long. One walk over the events serves two readers: one keeps values, the other offsets.

Beyond the core schema, `<<` merge keys are understood, as every YAML tool for API documents does. Keys become the
strings they are written as (`200:` is `"200"`): a document is a JSON object, and its keys are strings.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.document.limits import MAX_BYTES, MAX_DEPTH
from generator.document.places import Entry, Text, offset_of
from generator.document.pointers import join, split
from generator.document.problems import Problem, Stop, duplicate_key, to_error, too_deep
from generator.document.yaml_errors import explain
from generator.document.yaml_scalars import BadScalar, Scalar, is_collection_tag, plain, tagged

# Where PyYAML was built without libyaml, its Python parser gives the same events, about seven times slower.
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_FORBIDDEN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufffe\\uffff]")
_OLD_BREAKS = "\x85\u2028\u2029"

_MERGE = "\0merge"
"""Stands for a plain `<<` key. No key of a document equals it, because NUL is not allowed in YAML."""


def read_values(text: Text) -> Any:
    """The value of the only document in `text`. Raises ProvgenError with every problem found."""
    forbidden = _FORBIDDEN.search(text.text)
    if forbidden:
        message = f"the control character U+{ord(forbidden[0]):04X} is not allowed"
        raise to_error([Problem(forbidden.start(), "control-character", message)], text)
    walk = _ValueWalk(text.text)
    stopped = _run(walk)
    problems = [*walk.problems, *stopped, *_duplicates(walk, text)]
    if problems:
        raise to_error(problems, text)
    return walk.root


def read_places(text: str) -> Entry:
    """The offset of every node of `text`, as far as it can be read."""
    walk = _PlaceWalk(text)
    _run(walk)
    return walk.root if walk.root is not None else 0


def _without_old_breaks(text: str) -> tuple[str, dict[int, str]]:
    """`text` with stand-ins for the line breaks of YAML 1.1 that are none in YAML 1.2, and the table to undo that.

    libyaml ends lines at them, so that one inside of a description would end the description.
    """
    found = [character for character in _OLD_BREAKS if character in text]
    free = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in text)
    stand_ins = dict(zip(found, free))
    if not stand_ins:
        return text, {}
    return text.translate({ord(old): new for old, new in stand_ins.items()}), {
        ord(new): old for old, new in stand_ins.items()
    }


def _run(walk: _Walk) -> list[Problem]:
    try:
        walk.run()
    except Stop as stop:
        return [stop.problem]
    return []


def _duplicates(walk: _Walk, text: Text) -> Iterator[Problem]:
    places = read_places(text.text) if walk.duplicates else 0
    for offset, pointer in walk.duplicates:
        tokens = split(pointer)
        yield duplicate_key(tokens[-1], offset, pointer, offset_of(places, tokens), text)


@dataclass
class _Frame:
    """A mapping or list being read; the outermost one is a list that will hold the root."""

    node: Any
    start: int = 0
    anchor: str | None = None
    extra: int = 0
    """Characters that aliases had added before this node began."""
    key: str | None = None
    """Of a mapping: the key whose value comes next; None if a key comes next."""
    key_offset: int = 0
    merges: list[Any] | None = None

    def token(self) -> list[str | int]:
        """The key or index of the child that is being read; none between the members of a mapping."""
        if type(self.node) is list:
            return [len(self.node)]
        return [] if self.key is None else ["<<" if self.key is _MERGE else self.key]


class _Walk(ABC):
    """Builds a tree from the events of a text. Subclasses say what a leaf is and how a child is kept."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self.duplicates: list[tuple[int, str]] = []
        self._text, self._restore = _without_old_breaks(text)
        self._top = _Frame([])
        self._stack = [self._top]
        self._anchors: dict[str, tuple[Any, int] | None] = {}
        self._extra = 0
        self._keys: dict[str, str] = {}

    @abstractmethod
    def leaf(self, event: Any) -> Any:
        """What a scalar becomes."""

    @abstractmethod
    def keep(self, node: Any, offset: int) -> Any:
        """What is put into the parent for a node whose key or item is at `offset`."""

    @abstractmethod
    def unkeep(self, kept: Any) -> Any:
        """The node that was given to `keep`."""

    @property
    def root(self) -> Any:
        """The outermost node as it is kept, as far as it was read; None if there is none."""
        if len(self._stack) > 1:
            return self.keep(self._stack[1].node, self._stack[1].start)
        return self._top.node[0] if self._top.node else None

    def run(self) -> None:
        """Read the whole text. Raises Stop at a problem after which nothing more can be read."""
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            next_event = _Parser(self._text).get_event
            while (event := next_event()) is not None and type(event) is not yaml.StreamEndEvent:
                handler = handlers.get(type(event))
                if handler:
                    handler(event)
        except yaml.YAMLError as problem:
            raise Stop(explain(problem, self._text)) from None

    def _document(self, event: Any) -> None:
        if self._top.node:
            hint = "keep one document per file; '---' begins another one"
            raise Stop(
                Problem(event.start_mark.index, "several-documents", "a second YAML document begins here", hint=hint)
            )

    def _scalar(self, event: Any) -> None:
        top = self._top
        if top.key is None and type(top.node) is dict:
            self._key(event)
            return
        node = self.leaf(event)
        offset = event.start_mark.index
        if event.anchor:
            self._anchors[event.anchor] = (node, event.end_mark.index - offset + 1)
        self._add(node, offset)

    def _key(self, event: Any) -> None:
        top = self._top
        top.key_offset = event.start_mark.index
        if event.value == "<<" and event.implicit[0]:
            top.key = _MERGE
            return
        key = event.value.translate(self._restore) if self._restore else event.value
        key = self._keys.setdefault(key, key)
        if key in top.node:
            self.duplicates.append((top.key_offset, join(self.pointer(self._stack[1:-1]), key)))
        top.key = key
        if event.anchor:
            self._anchors[event.anchor] = (self.leaf(event), event.end_mark.index - top.key_offset + 1)

    def _add(self, node: Any, offset: int) -> None:
        """Put a finished node where it belongs: into the list, under the waiting key, or up for merging."""
        top = self._top
        if type(top.node) is list:
            top.node.append(self.keep(node, offset))
            return
        key, top.key = top.key, None
        if key is None:
            self.problem(offset, "complex-key", "a key must be plain text", "write the key out, as a string")
            top.key = ""
        elif key is _MERGE:
            top.merges = [*(top.merges or ()), *self._mergeable(node, top.key_offset)]
        else:
            top.node.setdefault(key, self.keep(node, top.key_offset))

    def _mergeable(self, node: Any, offset: int) -> list[dict[str, Any]]:
        """The mappings that a merge key's value names; what is none is a problem."""
        nodes = [self.unkeep(kept) for kept in node] if type(node) is list else [node]
        mappings = [item for item in nodes if type(item) is dict]
        if len(mappings) < len(nodes):
            self.problem(
                offset, "merge-key", "'<<' merges mappings, and this is none", "quote '<<' if it is an ordinary key"
            )
        return mappings

    def _mapping(self, event: Any) -> None:
        self._begin(event, {}, "map")

    def _sequence(self, event: Any) -> None:
        self._begin(event, [], "seq")

    def _begin(self, event: Any, node: Any, kind: str) -> None:
        start = event.start_mark.index
        if len(self._stack) > MAX_DEPTH:
            raise too_deep(start)
        if not is_collection_tag(event.tag, kind):
            self.problem(start, "unknown-tag", f"the tag {event.tag} means nothing here", "remove the tag")
        if event.anchor:
            self._anchors[event.anchor] = None
        self._top = _Frame(node, start, event.anchor, self._extra)
        self._stack.append(self._top)

    def _end(self, event: Any) -> None:
        done = self._stack.pop()
        self._top = self._stack[-1]
        for source in done.merges or ():
            for key, kept in source.items():
                done.node.setdefault(key, kept)
        if done.anchor:
            size = event.end_mark.index - done.start + 1 + self._extra - done.extra
            self._anchors[done.anchor] = (done.node, size)
        self._add(done.node, done.start)

    def _alias(self, event: Any) -> None:
        offset = event.start_mark.index
        if event.anchor not in self._anchors:
            self.problem(offset, "unknown-alias", f"no anchor &{event.anchor} stands before this alias")
        anchor = self._anchors.get(event.anchor, (None, 0))
        if anchor is None:
            message = f"the alias *{event.anchor} stands inside of what it repeats, without end"
            raise Stop(Problem(offset, "endless-alias", message, self.pointer(self._stack[1:])))
        node, size = anchor
        self._extra += size
        if len(self._text) + self._extra > MAX_BYTES:
            message = f"with its aliases written out the document is larger than {MAX_BYTES:,} characters"
            raise Stop(Problem(offset, "too-large", message, self.pointer(self._stack[1:])))
        self._add(node, offset)

    def pointer(self, frames: list[_Frame]) -> str:
        """The pointer of the node that is being read in the innermost of `frames`."""
        return join("", *[token for frame in frames for token in frame.token()])

    def problem(self, offset: int, code: str, message: str, hint: str | None = None) -> None:
        """Note something wrong with the node that is being read."""
        self.problems.append(Problem(offset, code, message, self.pointer(self._stack[1:]), hint))


class _ValueWalk(_Walk):
    """Keeps values."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._plain: dict[str, Scalar] = {}

    def leaf(self, event: Any) -> Scalar:
        text: str = event.value.translate(self._restore) if self._restore else event.value
        if event.implicit[0] and event.tag is None:
            if text in self._plain:
                return self._plain[text]
            return self._plain.setdefault(text, self._checked(event, plain, text))
        if event.tag is None or event.tag == "!":
            return text
        return self._checked(event, tagged, event.tag, text)

    def _checked(self, event: Any, read: Callable[..., Scalar], *arguments: str) -> Scalar:
        try:
            return read(*arguments)
        except BadScalar as problem:
            self.problem(event.start_mark.index, "bad-value", str(problem), "quote it if it is meant as text")
            return None

    def keep(self, node: Any, offset: int) -> Any:
        return node

    def unkeep(self, kept: Any) -> Any:
        return kept


class _PlaceWalk(_Walk):
    """Keeps offsets: a bare one for a leaf, one beside the children for a mapping or list."""

    def leaf(self, event: Any) -> None:
        return None

    def keep(self, node: Any, offset: int) -> Entry:
        return offset if node is None else (offset, node)

    def unkeep(self, kept: Any) -> Any:
        return kept[1] if type(kept) is tuple else None
