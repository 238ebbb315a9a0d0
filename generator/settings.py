"""`[tool.provgen]` → `Settings`: everything that is about one API and not about generating clients.

Every finding carries the place of the key it is about. Unknown keys are errors, so that a typing mistake is never
a setting that silently does nothing.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import tomli

from generator.diagnostics import Diagnostic, Location, ProvgenError, error
from generator.document import pointers
from generator.toml_places import Places, syntax_error_place

T = TypeVar("T")

SECTION = ("tool", "provgen")
"""The table of a TOML file that holds the settings."""

HTTP_LIBRARIES = ("httpx", "httpx2")
"""What a generated client can be built on. They have the same API."""

HASHES = ("sha256", "sha384", "sha512", "sha1")
"""What signatures of webhooks can be made with."""


@dataclass(frozen=True, slots=True)
class NameSettings:
    """What the naming rules cannot know from the document.

    `operation` holds regular expressions with their replacements, applied in order to every operationId. `classes`
    maps a class name that the rules make to the one wanted, `resources` a tag to the resource name wanted.
    `words` are spellings that names treat as one word although they have humps, such as a brand's.
    `client_parameters` are the wire names of path parameters that are given once to the client. `error_code` is the
    property of error bodies whose examples are the error codes.
    """

    operation: tuple[tuple[str, str], ...] = ()
    classes: Mapping[str, str] = field(default_factory=dict)
    resources: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    client_parameters: tuple[str, ...] = ()
    error_code: str | None = None


@dataclass(frozen=True, slots=True)
class PagingSettings:
    """A way in which operations hand out lists page by page; those whose shape in the document is this one do.

    `token` is the query parameter that asks for a page, `next` the property of the answer that holds the token of the page
    that follows, `items` the one that holds the list: names, or JSON pointers such as `/meta/next`. `items` None: the only
    array of the answer, else the only one beside `next`.
    """

    token: str
    next: str
    items: str | None = None


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """How the messages that the API sends are told apart and signed, as far as the document does not say it.

    `type` is the JSON property of their bodies that tells which event they are; None: the only one that does by its
    `const` or `enum` in each. `signature`, `algorithm`, `nonce` and `timestamp` name headers; without the first, messages
    are not signed. `signed` is what is hashed, `algorithms` leads from values of the algorithm's header to hash functions,
    `encoding` is how the signature is written, `note` what users are told about all this.
    """

    type: str | None = None
    signature: str | None = None
    algorithm: str | None = None
    nonce: str | None = None
    timestamp: str | None = None
    signed: str = "{body}"
    algorithms: Mapping[str, str] = field(default_factory=lambda: {"HmacSHA256": "sha256"})
    encoding: str = "base64"
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClientSettings:
    """What the generated client is called and stands on.

    `package` is the import name, `environment` the prefix of the environment variables that `Client.from_env()` reads.
    `credentials` names the security scheme that a key id and its secret are for; None: the document's only
    client-credentials scheme, else its basic one. `paging` are the ways of paging that are recognised, the first that fits.
    `webhooks` are the settings of their own table.
    """

    package: str
    environment: str
    http_library: str = "httpx"
    credentials: str | None = None
    paging: tuple[PagingSettings, ...] = ()
    webhooks: WebhookSettings = field(default_factory=WebhookSettings)


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """What change reports cannot know from the documents.

    `extensions` are the names of extensions (`x-…`) whose edits are changes; all others are words. `grace_days` is how many days
    before its end something must be announced as deprecated, 0 if nothing is asked.
    """

    extensions: tuple[str, ...] = ()
    grace_days: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. `spec`, `overlays` and `output` are absolute; `root` is the folder of the settings file.

    `url` is where the document is published, empty where nothing is to be fetched.
    """

    root: Path
    url: str
    spec: Path
    overlays: Path
    output: Path
    names: NameSettings
    client: ClientSettings
    changes: ChangeSettings = field(default_factory=ChangeSettings)


def default_settings(package: str, root: Path | None = None) -> Settings:
    """The settings for any document: no rules about names, paths below `root` (default: the current folder)."""
    here = (root or Path.cwd()).absolute()
    return Settings(
        root=here,
        url="",
        spec=here / "spec",
        overlays=here / "spec" / "overlays",
        output=here / "generated",
        names=NameSettings(),
        client=ClientSettings(package=package_name(package), environment=environment_of(package)),
    )


def load_settings(path: Path) -> Settings:
    """The settings in the `[tool.provgen]` table of a TOML file; relative paths are relative to its folder.

    Raises `ProvgenError` with every problem found, each at the place of its key.
    """
    text = _read_text(path)
    data = _parse(text, path)
    reader = _Reader(Places(text), str(path), SECTION)
    section = _section(data, reader)
    settings = _settings(section, reader, path.absolute().parent)
    if reader.diagnostics or settings is None:
        raise ProvgenError(reader.diagnostics)
    return settings


def package_name(value: str) -> str:
    """The name of a package, checked: one Python identifier that is no keyword. Raises `ProvgenError`."""
    try:
        return _package(value)
    except _WrongValueError as wrong:
        raise error("invalid-package-name", str(wrong), hint=wrong.hint) from None


def environment_of(package: str) -> str:
    """The prefix of environment variables where no setting names one: `pet_store` → `PET_STORE`."""
    return package.upper()


def _read_text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as problem:
        raise error("invalid-settings", f"is not UTF-8 text: {problem.reason}", location=_start(path)) from None
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        hint = "Settings live in [tool.provgen] of pyproject.toml, or in the file given with --config."
        raise error("settings-not-found", f"cannot be read: {reason}", location=_start(path), hint=hint) from None


def _parse(text: str, path: Path) -> dict[str, Any]:
    try:
        data: dict[str, Any] = tomli.loads(text)
    except tomli.TOMLDecodeError as problem:
        message, line, col = syntax_error_place(problem, text)
        raise error("invalid-toml", message, location=Location(str(path), line, col)) from None
    return data


def _start(path: Path) -> Location:
    return Location(str(path), 1, 1)


class _WrongValueError(Exception):
    """A value that a key cannot have; the text says what is expected."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        self.hint = hint
        super().__init__(message)


class _Reader:
    """Takes keys out of one table and collects what is wrong with them, each at its place."""

    def __init__(self, places: Places, file: str, path: tuple[str, ...]) -> None:
        self.places = places
        self.file = file
        self.path = path
        self.diagnostics: list[Diagnostic] = []

    def within(self, key: str) -> _Reader:
        """A reader of the table `key`, which collects into the same list."""
        inner = _Reader(self.places, self.file, (*self.path, key))
        inner.diagnostics = self.diagnostics
        return inner

    def report(self, code: str, message: str, key: str | None = None, hint: str | None = None) -> None:
        path = self.path if key is None else (*self.path, key)
        line, col = self.places.of(path)
        location = Location(self.file, line, col)
        self.diagnostics.append(Diagnostic(code, message, location=location, hint=hint))

    def take(self, table: Mapping[str, Any], key: str, read: Callable[[Any], T], default: T) -> T:
        """The value of `key`, read, or `default` where it is absent or wrong (and then reported)."""
        if key not in table:
            return default
        try:
            return read(table[key])
        except _WrongValueError as wrong:
            self.report("invalid-setting", f"{_dotted(self.path, key)}: {wrong}", key, wrong.hint)
            return default

    def unknown(self, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
        """Reports the keys of `table` that are not `known`."""
        for key in table:
            if key not in known:
                near = get_close_matches(key, known, 1)
                hint = f"Did you mean {near[0]!r}?" if near else f"Known here: {', '.join(known)}."
                self.report("unknown-setting", f"unknown setting {_dotted(self.path, key)}", key, hint)


def _dotted(path: tuple[str, ...], key: str) -> str:
    return ".".join((*path, key))


def _section(data: Mapping[str, Any], reader: _Reader) -> Mapping[str, Any]:
    value: Any = data
    for key in SECTION:
        value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, dict):
        return value
    hint = "The README shows a [tool.provgen] table with every key."
    message = "has no table [tool.provgen]"
    raise error("missing-settings", message, location=Location(reader.file, *reader.places.of(SECTION)), hint=hint)


_TABLES = ("names", "client", "paging", "webhooks", "changes")


def _settings(table: Mapping[str, Any], reader: _Reader, root: Path) -> Settings | None:
    reader.unknown(table, ("url", "package", "spec", "overlays", "output", *_TABLES))
    package = reader.take(table, "package", _package, "")
    if "package" not in table:
        reader.report("missing-setting", "tool.provgen.package is missing", hint="It is the client's import name.")
    spec = reader.take(table, "spec", _path, "spec")
    return Settings(
        root=root,
        url=reader.take(table, "url", _text, ""),
        spec=root / spec,
        overlays=root / reader.take(table, "overlays", _path, f"{spec}/overlays"),
        output=root / reader.take(table, "output", _path, "generated"),
        names=_names(reader.take(table, "names", _table, {}), reader.within("names")),
        client=replace(
            _client(reader.take(table, "client", _table, {}), reader.within("client"), package),
            paging=_conventions(reader.take(table, "paging", _tables, ()), reader.within("paging")),
            webhooks=_webhooks(reader.take(table, "webhooks", _table, {}), reader.within("webhooks")),
        ),
        changes=_changes(reader.take(table, "changes", _table, {}), reader.within("changes")),
    )


def _changes(table: Mapping[str, Any], reader: _Reader) -> ChangeSettings:
    reader.unknown(table, ("extensions", "grace_days"))
    return ChangeSettings(
        extensions=reader.take(table, "extensions", _extensions, ()),
        grace_days=reader.take(table, "grace_days", _days, 0),
    )


def _names(table: Mapping[str, Any], reader: _Reader) -> NameSettings:
    reader.unknown(table, ("operation", "classes", "resources", "words", "client_parameters", "error_code"))
    return NameSettings(
        operation=reader.take(table, "operation", _rules, ()),
        classes=_renames(reader.take(table, "classes", _table, {}), reader.within("classes")),
        resources=_renames(reader.take(table, "resources", _table, {}), reader.within("resources")),
        words=reader.take(table, "words", _texts, ()),
        client_parameters=reader.take(table, "client_parameters", _texts, ()),
        error_code=reader.take(table, "error_code", _optional_text, None),
    )


def _client(table: Mapping[str, Any], reader: _Reader, package: str) -> ClientSettings:
    reader.unknown(table, ("environment", "http_library", "credentials"))
    return ClientSettings(
        package=package,
        environment=reader.take(table, "environment", _environment, environment_of(package)),
        http_library=reader.take(table, "http_library", _http_library, HTTP_LIBRARIES[0]),
        credentials=reader.take(table, "credentials", _optional_text, None),
    )


def _conventions(tables: _Tables, reader: _Reader) -> tuple[PagingSettings, ...]:
    return tuple(_convention(table, reader.within(key) if key else reader) for key, table in tables)


def _convention(table: Mapping[str, Any], reader: _Reader) -> PagingSettings:
    reader.unknown(table, ("token", "next", "items"))
    for key in ("token", "next"):
        if key not in table:
            reader.report("missing-setting", f"{_dotted(reader.path, key)} is missing")
    return PagingSettings(
        token=reader.take(table, "token", _text, ""),
        next=reader.take(table, "next", _way, ""),
        items=reader.take(table, "items", _optional_way, None),
    )


def _webhooks(table: Mapping[str, Any], reader: _Reader) -> WebhookSettings:
    reader.unknown(table, tuple(it.name for it in fields(WebhookSettings)))
    plain = WebhookSettings()
    found = WebhookSettings(
        type=reader.take(table, "type", _optional_text, None),
        signature=reader.take(table, "signature", _header, None),
        algorithm=reader.take(table, "algorithm", _header, None),
        nonce=reader.take(table, "nonce", _header, None),
        timestamp=reader.take(table, "timestamp", _header, None),
        signed=reader.take(table, "signed", _signed, plain.signed),
        algorithms=reader.take(table, "algorithms", _algorithms, plain.algorithms),
        encoding=reader.take(table, "encoding", _encoding, plain.encoding),
        note=reader.take(table, "note", _text, plain.note),
    )
    for key, message in _contradictions(found, table):
        reader.report("invalid-setting", f"{_dotted(reader.path, key)}: {message}", key)
    return found


def _contradictions(found: WebhookSettings, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What of the settings about signatures does not go together, each with its key."""
    if "signature" not in table:
        for key in (
            it for it in table if it in ("algorithm", "nonce", "timestamp", "signed", "algorithms", "encoding")
        ):
            yield key, "means nothing without webhooks.signature, the header of the signature"
        return
    for key, header in (("nonce", found.nonce), ("timestamp", found.timestamp)):
        if header and f"{{{key}}}" not in found.signed:
            yield key, f"is of no use where webhooks.signed does not hold {{{key}}}"
        if not header and f"{{{key}}}" in found.signed:
            yield "signed", f"holds {{{key}}}, but webhooks.{key} names no header"


def _renames(table: Mapping[str, Any], reader: _Reader) -> dict[str, str]:
    names = {key: reader.take(table, key, _identifier, "") for key in table}
    return {key: name for key, name in names.items() if name}


_KINDS = {
    str: "a string",
    bool: "a boolean",
    int: "an integer",
    float: "a float",
    list: "an array",
    dict: "a table",
}


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), "a date or time")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _WrongValueError(f"expected a string, found {_kind(value)}")
    if not value.strip():
        raise _WrongValueError("must not be empty")
    return value


def _extensions(value: Any) -> tuple[str, ...]:
    names = _texts(value)
    if any(not name.startswith("x-") for name in names):
        raise _WrongValueError("must be a list of names that begin with 'x-'")
    return names


def _days(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _WrongValueError("must be a number of days, 0 or more")
    return value


def _optional_text(value: Any) -> str | None:
    return _text(value)


def _path(value: Any) -> str:
    text = _text(value)
    if "\0" in text:
        raise _WrongValueError("holds a character that no path can have")
    return text


def _identifier(value: Any) -> str:
    text = _text(value)
    if not (text.isascii() and text.isidentifier()) or keyword.iskeyword(text):
        raise _WrongValueError(f"{text!r} is not a Python name", "Use letters, digits and underscores, no keyword.")
    return text


def _package(value: Any) -> str:
    text = _identifier(value)
    if text.startswith("_"):
        raise _WrongValueError(f"{text!r} starts with an underscore", "A package that others import has a public name.")
    return text


def _environment(value: Any) -> str:
    text = _text(value)
    if not re.fullmatch(r"[A-Z][A-Z0-9_]*", text):
        raise _WrongValueError(f"{text!r} cannot start an environment variable", "Use capital letters, digits and _.")
    return text


def _http_library(value: Any) -> str:
    text = _text(value)
    if text not in HTTP_LIBRARIES:
        raise _WrongValueError(f"{text!r} is not supported", f"Supported: {', '.join(HTTP_LIBRARIES)}.")
    return text


def _header(value: Any) -> str:
    text = _text(value)
    if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", text):
        raise _WrongValueError(f"{text!r} is no name of a header")
    return text


def _signed(value: Any) -> str:
    text = _text(value)
    places = re.findall(r"\{[^{}]*\}|[{}]", text)
    wrong = [place for place in places if place not in ("{body}", "{nonce}", "{timestamp}") or places.count(place) > 1]
    if wrong or "{body}" not in places:
        hint = "Write '{body}.{nonce}.{timestamp}' or the like: {body}, and each at most once."
        raise _WrongValueError(f"cannot hold {wrong[0]!r}" if wrong else "has no {body}", hint)
    return text


def _algorithms(value: Any) -> Mapping[str, str]:
    table = _table(value)
    if not table or any(one not in HASHES for one in table.values()):
        raise _WrongValueError("expected names with a hash function each", f"Hash functions: {', '.join(HASHES)}.")
    return table


def _encoding(value: Any) -> str:
    text = _text(value)
    if text not in ("base64", "hex"):
        raise _WrongValueError(f"{text!r} is not supported", "Supported: base64, hex.")
    return text


def _table(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _WrongValueError(f"expected a table, found {_kind(value)}")
    return value


_Tables = tuple[tuple[str, Mapping[str, Any]], ...]
"""Tables with their numbers in an array of tables; empty for one that stands alone."""


def _tables(value: Any) -> _Tables:
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return tuple((str(number), item) for number, item in enumerate(value))
    return (("", _table(value)),)


def _way(value: Any) -> str:
    """A property, or a JSON pointer to one."""
    text = _text(value)
    try:
        names = pointers.split(text) if text.startswith("/") else (text,)
    except ValueError as wrong:
        raise _WrongValueError(str(wrong)) from None
    if "" in names:
        raise _WrongValueError(f"{text!r} names no property")
    return text


def _optional_way(value: Any) -> str | None:
    return _way(value)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _WrongValueError(f"expected an array of strings, found {_kind(value)}")
    return tuple(_text(item) for item in value)


def _rules(value: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list):
        raise _WrongValueError(f"expected an array of [pattern, replacement] pairs, found {_kind(value)}")
    return tuple(_rule(item) for item in value)


def _rule(item: Any) -> tuple[str, str]:
    if not (isinstance(item, list) and len(item) == 2 and all(isinstance(part, str) for part in item)):
        raise _WrongValueError("expected pairs of strings", "Write [['^Prefix_', ''], …]: a pattern, what replaces it.")
    pattern, replacement = item
    try:
        re.sub(pattern, replacement, "")
    except (re.error, IndexError) as problem:
        raise _WrongValueError(f"{pattern!r} → {replacement!r} is not a regular expression: {problem}") from None
    return pattern, replacement
