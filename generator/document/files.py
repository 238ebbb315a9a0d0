"""The files a document may refer to: opening them within bounds, and finding what a reference means."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from generator.diagnostics import Diagnostic, ProvgenError
from generator.document.limits import MAX_BYTES, MAX_FILES
from generator.document.load import NO_FILE_CODES, Document, existing, parse, read_bytes
from generator.document.places import Tokens
from generator.document.pointers import child, join, split

Remote = Callable[[str], bytes]
"""Downloads an https address. Raises ProvgenError if it cannot."""

_ANCHORS = ("$anchor", "$dynamicAnchor")


MAX_HINTS = 50
"""References for which a similar name is searched, which takes milliseconds each."""


class BadReference(Exception):
    """A reference that leads nowhere, or where it may not lead.

    `causes` are the problems of the file it leads to, which are located there.
    """

    def __init__(self, code: str, message: str, hint: str | None = None, causes: Sequence[Diagnostic] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.causes = causes


@dataclass(frozen=True, eq=False)
class File:
    """A document, and where it lies: at a path, at an https address, or nowhere."""

    document: Document
    path: Path | None = None
    url: str | None = None
    label: str = ""
    """Its path relative to the folder, or its address: the same on every machine."""


class Place(NamedTuple):
    """A node of a file."""

    file: File
    tokens: Tokens

    @property
    def node(self) -> Any:
        """The node itself, which must exist."""
        value = self.file.document.value
        for token in self.tokens:
            value = child(value, token)
        return value

    def exists(self) -> bool:
        """Whether the file has such a node."""
        return existing(self.file.document.value, self.tokens) == self.tokens

    def __truediv__(self, token: str | int) -> Place:
        return Place(self.file, (*self.tokens, str(token)))

    def __str__(self) -> str:
        return f"{self.file.label}#{join('', *self.tokens)}"


class Resource(NamedTuple):
    """A schema with an `$id`, which references inside of it are relative to: the `id`, made absolute, and its place."""

    id: str
    place: Place

    @classmethod
    def of(cls, node: dict[str, Any], place: Place, around: Resource | None) -> Resource | None:
        """The resource that a schema is, in the one around it; None if it has no `$id`."""
        own = node.get("$id")
        return cls(urljoin(around.id if around else "", own).rstrip("#"), place) if isinstance(own, str) else None


class Files:
    """The root document and those it refers to, each read once.

    Files must lie in `folder`, symbolic links followed; without a folder none may be read. Addresses are read by
    `remote`; without it none may be read. All of them together may hold 50 MB.
    """

    def __init__(self, root: Document, folder: Path | None, remote: Remote | None) -> None:
        self._folder = Path(os.path.realpath(folder)) if folder is not None else None
        name = Path(root.name).name
        path = Path(os.path.realpath(self._folder / name)) if self._folder is not None else None
        self.root = File(root, path, label=name)
        self._remote = remote
        self._bytes = 0
        self._hints = 0
        self._files: dict[str, File | BadReference] = {str(path): self.root} if path else {}
        self._found: dict[tuple[File, str, Resource | None], Place | BadReference] = {}
        self._names: dict[File, dict[str, list[Tokens]]] = {}

    def resolve(self, reference: str, base: File, within: Resource | None = None) -> Place:
        """The node that `reference`, standing in `base`, means: what it means `within` a schema with an `$id`, or else outside.

        Raises BadReference.
        """
        key = (base, reference, within)
        if key not in self._found:
            try:
                self._found[key] = self._within(within, reference) or self._resolve(reference, base)
            except BadReference as problem:
                self._found[key] = problem
        found = self._found[key]
        if isinstance(found, BadReference):
            raise found
        return found

    def _within(self, resource: Resource | None, reference: str) -> Place | None:
        """What a reference means within a schema with an `$id`; None where that is nothing: many who write one do not mean it."""
        if resource is None:
            return None
        try:
            address, _, fragment = urljoin(resource.id, reference).partition("#")
            start = resource.place if address == resource.id else self._by_id(address, resource.place.file)
            return start and self._node(start, unquote(fragment, errors="strict"), reference)
        except (ValueError, BadReference):
            return None

    def _resolve(self, reference: str, base: File) -> Place:
        try:
            parts = urlsplit(reference)
            fragment = unquote(parts.fragment, errors="strict")
        except ValueError:
            raise BadReference("bad-reference", f"{reference!r} is not a reference") from None
        address = reference.partition("#")[0]
        start = self._by_id(address, base) if address else None
        if start is None:
            start = Place(self._file(address, parts, base) if address else base, ())
        return self._node(start, fragment, reference)

    def _node(self, start: Place, fragment: str, reference: str) -> Place:
        if fragment and not fragment.startswith("/"):
            return self._by_name(fragment, start.file)
        try:
            tokens = split(fragment)
        except ValueError:
            raise BadReference("bad-reference", f"{fragment!r} is not a JSON pointer", "write '~' as '~0'") from None
        value = start.node
        for depth, token in enumerate(tokens):
            try:
                value = child(value, token)
            except LookupError:
                message = f"{reference!r} leads nowhere: there is no {join('', *tokens[: depth + 1])}"
                raise BadReference("dangling-reference", message, self._hint(token, value)) from None
        return Place(start.file, start.tokens + tokens)

    def _hint(self, token: str, parent: Any) -> str | None:
        self._hints += 1
        return _did_you_mean(token, parent) if self._hints <= MAX_HINTS else None

    # By $anchor and $id

    def _by_name(self, anchor: str, file: File) -> Place:
        found = self._named(file).get("#" + anchor, [])
        if len(found) != 1:
            message = (
                f"there are {len(found)} schemas with the $anchor {anchor!r}"
                if found
                else f"there is no $anchor {anchor!r}"
            )
            raise BadReference(
                "dangling-reference", message, "refer to it by a JSON pointer, as in '#/components/schemas/Pet'"
            )
        return Place(file, found[0])

    def _by_id(self, address: str, file: File) -> Place | None:
        found = self._named(file).get(address, [])
        return Place(file, found[0]) if len(found) == 1 else None

    def _named(self, file: File) -> dict[str, list[Tokens]]:
        if file not in self._names:
            names: dict[str, list[Tokens]] = {}
            for name, tokens in _names_in(file.document.value):
                names.setdefault(name, []).append(tokens)
            self._names[file] = names
        return self._names[file]

    # Opening

    def _file(self, address: str, parts: SplitResult, base: File) -> File:
        if parts.scheme or base.url is not None:
            return self._at_address(urljoin(base.url or "", address))
        if parts.netloc or parts.query:
            raise BadReference("reference-scheme", f"{address!r} is neither a relative path nor an https address")
        return self._at_path(unquote(parts.path), base)

    def _at_address(self, url: str) -> File:
        parts = urlsplit(url)
        if parts.scheme != "https" or not parts.hostname:
            message = f"{url!r} is not read: only relative paths and https addresses are"
            raise BadReference("reference-scheme", message)
        remote = self._remote
        if remote is None:
            raise BadReference("remote-reference", f"{url!r} is on the network", "--allow-remote permits reading it")
        return self._opened(url, url, lambda: File(self._parse(remote(url), url), url=url, label=url))

    def _at_path(self, relative: str, base: File) -> File:
        if self._folder is None or base.path is None:
            raise BadReference("reference-outside", "this document may not refer to files")
        joined = Path(os.path.normpath(base.path.parent / relative))
        # Before the file system is asked: a reference must not even find out what exists elsewhere.
        if "\0" in relative or not joined.is_relative_to(self._folder):
            raise _outside(relative)
        path = Path(os.path.realpath(joined))
        if not path.is_relative_to(self._folder):
            raise _outside(relative)
        label = path.relative_to(self._folder).as_posix()
        name = (Path(self.root.document.name).parent / label).as_posix()
        return self._opened(str(path), name, lambda: File(self._parse(read_bytes(path, name), name), path, label=label))

    def _parse(self, data: bytes, name: str) -> Document:
        self._bytes += len(data)
        if self._bytes > MAX_BYTES:
            message = f"the files that are referred to hold more than {MAX_BYTES // 1_000_000} MB together"
            raise BadReference("too-large", message)
        return parse(data, name)

    def _opened(self, key: str, name: str, open_file: Callable[[], File]) -> File:
        """The file that is known as `key`, opened at the first time; later references to a bad one fail alike."""
        if key not in self._files:
            if len(self._files) > MAX_FILES:
                raise BadReference("too-large", f"more than {MAX_FILES:,} files are referred to")
            try:
                self._files[key] = open_file()
            except BadReference as problem:
                self._files[key] = problem
            except ProvgenError as problem:
                message = f"{name!r} cannot be used: {problem.diagnostics[0].message}"
                self._files[key] = BadReference("dangling-reference", message)
                causes = [cause for cause in problem.diagnostics if cause.code not in NO_FILE_CODES]
                raise BadReference("dangling-reference", message, None, causes) from None
        file = self._files[key]
        if isinstance(file, BadReference):
            raise file
        return file


def _outside(path: str) -> BadReference:
    hint = "put the file beside the document, or below that"
    return BadReference("reference-outside", f"{path!r} leaves the folder of the document", hint)


def _did_you_mean(token: str, parent: Any) -> str | None:
    names = list(parent) if isinstance(parent, dict) else []
    close = get_close_matches(token, names, 1)
    if close:
        return f"did you mean {close[0]!r}?"
    return "it holds " + ", ".join(map(repr, sorted(names))) if 0 < len(names) <= 5 else None


def _names_in(root: Any) -> Iterator[tuple[str, Tokens]]:
    """Every `$anchor` (as `#name`) and `$id` of a document, with the node that it names."""
    rest: list[tuple[Any, Tokens, str]] = [(root, (), "")]
    while rest:
        node, tokens, base = rest.pop()
        if isinstance(node, dict):
            yield from (("#" + node[key], tokens) for key in _ANCHORS if isinstance(node.get(key), str))
            if isinstance(node.get("$id"), str):
                base = urljoin(base, node["$id"]).rstrip("#")
                yield base, tokens
            rest += [(value, (*tokens, key), base) for key, value in node.items()]
        elif isinstance(node, list):
            rest += [(value, (*tokens, str(index)), base) for index, value in enumerate(node)]
