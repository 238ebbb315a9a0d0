"""Reading documents: YAML 1.2 or JSON bytes → a value of which every node can be located.

Everything that is wrong with a file is a located error: nothing of it raises anything but `ProvgenError`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.diagnostics import Location, ProvgenError, error
from generator.document import json_text, yaml_text
from generator.document.limits import MAX_BYTES
from generator.document.places import Entry, FileOrigin, Origin, Text, Tokens
from generator.document.pointers import child, split

NO_FILE_CODES = frozenset({"file-not-found", "file-unreadable"})
"""Codes of the errors of `read_bytes`: there is nothing in which a place could be shown."""

_BINARIES = (
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"%PDF", "a PDF file"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"PK\x03\x04", "a ZIP archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive; unpack it first"),
    (b"\x7fELF", "a program"),
)
_MARKUP = re.compile(r"\s*<(!doctype|html|\?xml|head|body|!--)", re.IGNORECASE)


@dataclass(frozen=True)
class Document:
    """A parsed document.

    `value` is JSON-like: dict, list, str, int, float, bool or None; nobody may change it. `name` is the file as the
    user gave it, for diagnostics. `origin` knows the places; a document without one locates nothing.
    """

    value: Any
    name: str
    origin: Origin | None = field(default=None, repr=False, compare=False)

    def locate(self, pointer: str) -> Location | None:
        """The place of the node at `pointer`: of its key in a mapping, of the item itself in a list.

        Of a node that is absent it is the place of its nearest parent. Computed at the first question, about 0.3 s
        for a megabyte of YAML; None if the document does not come from a file.
        """
        return self.origin.find(existing(self.value, split(pointer))) if self.origin else None


def existing(value: Any, tokens: Tokens) -> Tokens:
    """The longest beginning of `tokens` that leads to a node of `value`."""
    for depth, token in enumerate(tokens):
        try:
            value = child(value, token)
        except LookupError:
            return tokens[:depth]
    return tokens


def read(path: Path, name: str | None = None) -> Document:
    """The document in the file at `path`, called `name` (or else the path) in diagnostics. Raises ProvgenError."""
    shown = str(path) if name is None else name
    return parse(read_bytes(path, shown), shown)


def read_bytes(path: Path, shown: str) -> bytes:
    """The content of the file at `path`, cut off behind 50 MB, which `parse` then refuses. Raises ProvgenError."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _whole_file("file-not-found", "there is no such file", shown) from None
    except OSError as problem:
        directory = isinstance(problem, IsADirectoryError)
        reason = "this is a directory, not a file" if directory else f"the file cannot be read: {problem.strerror}"
        raise _whole_file("file-unreadable", reason, shown) from None
    except ValueError:
        raise _whole_file("file-not-found", "this is not a possible file name", shown) from None


def parse(data: bytes, name: str) -> Document:
    """The document that `data` holds, as JSON if it begins like JSON, else as YAML 1.2 (core schema).

    Raises ProvgenError if it is neither, if it is larger than 50 MB, or if it is not an object.
    """
    text = Text(_decode(data, name), name)
    value, index = _read(text)
    if not isinstance(value, dict):
        kind = "a list" if isinstance(value, list) else "empty" if value is None else "a single value"
        hint = "an OpenAPI document begins with 'openapi: 3.1.0' or similar"
        raise _whole_file("not-an-object", f"the document is {kind}, not a mapping of keys to values", name, hint)
    return Document(value, name, FileOrigin(text, index))


def _read(text: Text) -> tuple[Any, Callable[[str], Entry]]:
    if text.text.lstrip()[:1] not in ("{", "["):
        return yaml_text.read_values(text), yaml_text.read_places
    try:
        return json_text.read_values(text), json_text.read_places
    except json.JSONDecodeError as problem:
        if text.name.lower().endswith(".json"):
            raise _not_json(problem, text) from None
    # YAML in braces: comments, trailing commas, unquoted keys.
    return yaml_text.read_values(text), yaml_text.read_places


def _not_json(problem: json.JSONDecodeError, text: Text) -> ProvgenError:
    message = f"this is not JSON: {problem.msg[0].lower()}{problem.msg[1:]}"
    return error("json-syntax", message, location=text.location(problem.pos))


def _decode(data: bytes, name: str) -> str:
    """The text of `data`. Raises ProvgenError if it is no text, too much of it, or not UTF-8."""
    if len(data) > MAX_BYTES:
        raise _whole_file("too-large", f"the file is larger than {MAX_BYTES // 1_000_000} MB", name)
    _refuse_binary(data, name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = Text(data[: problem.start].decode("utf-8-sig", "replace"), name)
        hint = "save the file as UTF-8"
        raise error(
            "not-utf-8", "this byte is not UTF-8", location=before.location(len(before.text)), hint=hint
        ) from None
    _refuse_unreadable(Text(text, name))
    return text


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, kind in _BINARIES:
        if data.startswith(magic):
            raise _whole_file("not-a-document", f"this is {kind}, not an OpenAPI document", name)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4] == b"\0\0\xfe\xff" or data[1:2] == b"\0" or data[:1] == b"\0":
        hint = "save the file as UTF-8"
        raise _whole_file("not-utf-8", "this is UTF-16, UTF-32 or no text at all", name, hint)


def _refuse_unreadable(text: Text) -> None:
    if not text.text.strip():
        raise _whole_file("empty-file", "the file is empty", text.name)
    if _MARKUP.match(text.text):
        hint = "a login page or an error page was saved instead of the document, perhaps"
        raise _whole_file("not-a-document", "this is HTML or XML, not an OpenAPI document", text.name, hint)


def _whole_file(code: str, message: str, name: str, hint: str | None = None) -> ProvgenError:
    return error(code, message, location=Location(name, 1, 1), hint=hint)
