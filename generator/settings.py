"""`[tool.provgen]` → `Settings`: everything that is about one API and not about generating clients.

Every finding carries the place of the key it is about. Unknown keys are errors, so that a typing mistake is never
a setting that silently does nothing.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from generator import toml_tables as toml
from generator.diagnostics import Location, ProvgenError, error
from generator.document import pointers
from generator.toml_places import Places

SECTION = ("tool", "provgen")
"""The table of a TOML file that holds the settings."""

HTTP_LIBRARIES = ("httpx", "httpx2")
"""What a generated client can be built on. They have the same API."""

SUMMARY = 512
"""Characters of a description that indexes take."""

LABEL = 32
"""Characters of the label of an address that indexes take."""

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
    `webhooks` are the settings of their own table. `resources` are the names of those that are wanted, empty for all; `testing` is
    whether the package of this name is.
    """

    package: str
    environment: str
    http_library: str = "httpx"
    credentials: str | None = None
    paging: tuple[PagingSettings, ...] = ()
    webhooks: WebhookSettings = field(default_factory=WebhookSettings)
    resources: tuple[str, ...] = ()
    testing: bool = True


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """What change reports cannot know from the documents.

    `extensions` are the names of extensions (`x-…`) whose edits are changes; all others are words. `grace_days` is how many days
    before its end something must be announced as deprecated, 0 if nothing is asked.
    """

    extensions: tuple[str, ...] = ()
    grace_days: int = 0


@dataclass(frozen=True, slots=True)
class DistributionSettings:
    """What an index is told about the client when it is built for others to install.

    `name` is its name there; None: the package's, with hyphens. `description` is one line; None: made from the title of
    the document. `authors` have a `name`, an `email` or both, `urls` are by what they are called. `version` holds regular
    expressions with their replacements, applied in order to the API's version before it is read.

    `license` and `license_files` are those of the file's own `[project]` table: an SPDX expression and patterns of paths.
    None where it does not say; nothing there is judged before something is built.
    """

    name: str | None = None
    description: str | None = None
    authors: tuple[Mapping[str, str], ...] = ()
    urls: Mapping[str, str] = field(default_factory=dict)
    version: tuple[tuple[str, str], ...] = ()
    license: str | None = None
    license_files: tuple[str, ...] | None = None


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
    distribution: DistributionSettings = field(default_factory=DistributionSettings)


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
    data = toml.parse(text, str(path))
    reader = toml.Reader(Places(text), str(path), SECTION)
    section = _section(data, reader)
    settings = _settings(section, reader, path.absolute().parent)
    if reader.diagnostics or settings is None:
        raise ProvgenError(reader.diagnostics)
    return replace(settings, distribution=_licensed(settings.distribution, data.get("project")))


def makes_a_client(path: Path) -> bool:
    """Whether a TOML file has settings of a client. One that cannot be read has none."""
    try:
        return "package" in _section(
            toml.parse(_read_text(path), str(path)), toml.Reader(Places(""), str(path), SECTION)
        )
    except ProvgenError:
        return False


def package_name(value: str) -> str:
    """The name of a package, checked: one Python identifier that is no keyword. Raises `ProvgenError`."""
    try:
        return _package(value)
    except toml.WrongValueError as wrong:
        raise error("invalid-package-name", str(wrong), hint=wrong.hint) from None


def environment_of(package: str) -> str:
    """The prefix of environment variables where no setting names one: `pet_store` → `PET_STORE`."""
    return package.upper()


def _read_text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as problem:
        raise error(
            "invalid-settings", f"is not UTF-8 text: {problem.reason}", location=Location(str(path), 1, 1)
        ) from None
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        hint = "Settings live in [tool.provgen] of pyproject.toml, or in the file given with --config."
        raise error(
            "settings-not-found", f"cannot be read: {reason}", location=Location(str(path), 1, 1), hint=hint
        ) from None


def _section(data: Mapping[str, Any], reader: toml.Reader) -> Mapping[str, Any]:
    value: Any = data
    for key in SECTION:
        value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, dict):
        return value
    hint = "The README shows a [tool.provgen] table with every key."
    message = "has no table [tool.provgen]"
    raise error("missing-settings", message, location=Location(reader.file, *reader.places.of(SECTION)), hint=hint)


_TABLES = ("names", "client", "paging", "webhooks", "changes", "distribution")


def _settings(table: Mapping[str, Any], reader: toml.Reader, root: Path) -> Settings | None:
    reader.unknown(table, ("url", "package", "spec", "overlays", "output", *_TABLES))
    package = reader.take(table, "package", _package, "")
    if "package" not in table:
        reader.report("missing-setting", "tool.provgen.package is missing", hint="It is the client's import name.")
    spec = reader.take(table, "spec", _path, "spec")
    return Settings(
        root=root,
        url=reader.take(table, "url", toml.text, ""),
        spec=root / spec,
        overlays=root / reader.take(table, "overlays", _path, f"{spec}/overlays"),
        output=root / reader.take(table, "output", _path, "generated"),
        names=_names(reader.take(table, "names", toml.table, {}), reader.within("names")),
        client=replace(
            _client(reader.take(table, "client", toml.table, {}), reader.within("client"), package),
            paging=_conventions(reader.take(table, "paging", toml.tables, ()), reader.within("paging")),
            webhooks=_webhooks(reader.take(table, "webhooks", toml.table, {}), reader.within("webhooks")),
        ),
        changes=_changes(reader.take(table, "changes", toml.table, {}), reader.within("changes")),
        distribution=_distribution(reader.take(table, "distribution", toml.table, {}), reader.within("distribution")),
    )


def _changes(table: Mapping[str, Any], reader: toml.Reader) -> ChangeSettings:
    reader.unknown(table, ("extensions", "grace_days"))
    return ChangeSettings(
        extensions=reader.take(table, "extensions", _extensions, ()),
        grace_days=reader.take(table, "grace_days", _days, 0),
    )


def _distribution(table: Mapping[str, Any], reader: toml.Reader) -> DistributionSettings:
    reader.unknown(table, ("name", "description", "authors", "urls", "version"))
    return DistributionSettings(
        name=reader.take(table, "name", _distribution_name, None),
        description=reader.take(table, "description", _summary, None),
        authors=reader.take(table, "authors", _authors, ()),
        urls=_urls(reader.take(table, "urls", toml.table, {}), reader.within("urls")),
        version=reader.take(table, "version", _rules, ()),
    )


def _urls(table: Mapping[str, Any], reader: toml.Reader) -> dict[str, str]:
    for label in (it for it in table if not 0 < len(it.strip()) <= LABEL or not it.isprintable()):
        message = f"{toml.dotted(reader.path, label)}: an index shows labels of 1 to {LABEL} characters"
        reader.report("invalid-setting", message, label)
    return {label: reader.take(table, label, _url, "") for label in table}


def _licensed(found: DistributionSettings, project: Any) -> DistributionSettings:
    """With the licence of a `[project]` table, in the words of PEP 639 or, as a table, in the older ones of PEP 621."""
    table = project if isinstance(project, dict) else {}
    named, patterns = table.get("license"), table.get("license-files")
    older = named if isinstance(named, dict) else {}
    files = patterns if isinstance(patterns, list) else [older["file"]] if "file" in older else None
    expression = older.get("text") if isinstance(named, dict) else named
    return replace(
        found,
        license=None if expression is None else str(expression),
        license_files=None if files is None else tuple(str(it) for it in files),
    )


def _names(table: Mapping[str, Any], reader: toml.Reader) -> NameSettings:
    reader.unknown(table, ("operation", "classes", "resources", "words", "client_parameters", "error_code"))
    return NameSettings(
        operation=reader.take(table, "operation", _rules, ()),
        classes=_renames(reader.take(table, "classes", toml.table, {}), reader.within("classes")),
        resources=_renames(reader.take(table, "resources", toml.table, {}), reader.within("resources")),
        words=reader.take(table, "words", toml.texts, ()),
        client_parameters=reader.take(table, "client_parameters", toml.texts, ()),
        error_code=reader.take(table, "error_code", _optional_text, None),
    )


def _client(table: Mapping[str, Any], reader: toml.Reader, package: str) -> ClientSettings:
    reader.unknown(table, ("environment", "http_library", "credentials", "resources", "testing"))
    return ClientSettings(
        package=package,
        environment=reader.take(table, "environment", _environment, environment_of(package)),
        http_library=reader.take(table, "http_library", _http_library, HTTP_LIBRARIES[0]),
        credentials=reader.take(table, "credentials", _optional_text, None),
        resources=reader.take(table, "resources", toml.texts, ()),
        testing=reader.take(table, "testing", toml.flag, True),
    )


def _conventions(tables: toml.Tables, reader: toml.Reader) -> tuple[PagingSettings, ...]:
    return tuple(_convention(table, reader.within(key) if key else reader) for key, table in tables)


def _convention(table: Mapping[str, Any], reader: toml.Reader) -> PagingSettings:
    reader.unknown(table, ("token", "next", "items"))
    for key in ("token", "next"):
        if key not in table:
            reader.report("missing-setting", f"{toml.dotted(reader.path, key)} is missing")
    return PagingSettings(
        token=reader.take(table, "token", toml.text, ""),
        next=reader.take(table, "next", _way, ""),
        items=reader.take(table, "items", _optional_way, None),
    )


def _webhooks(table: Mapping[str, Any], reader: toml.Reader) -> WebhookSettings:
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
        note=reader.take(table, "note", toml.text, plain.note),
    )
    for key, message in _contradictions(found, table):
        reader.report("invalid-setting", f"{toml.dotted(reader.path, key)}: {message}", key)
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


def _renames(table: Mapping[str, Any], reader: toml.Reader) -> dict[str, str]:
    names = {key: reader.take(table, key, _identifier, "") for key in table}
    return {key: name for key, name in names.items() if name}


def _line(value: Any) -> str:
    text = toml.text(value)
    if not text.isprintable():
        raise toml.WrongValueError("must be one line of printable characters")
    return text


def _summary(value: Any) -> str:
    text = _line(value)
    if len(text) > SUMMARY:
        raise toml.WrongValueError(f"has {len(text)} characters; an index takes {SUMMARY}")
    return text


def _distribution_name(value: Any) -> str:
    from packaging.utils import InvalidName, canonicalize_name

    text = toml.text(value)
    try:
        canonicalize_name(text, validate=True)
    except InvalidName:
        hint = "Use letters, digits, and between them hyphens, underscores and dots."
        raise toml.WrongValueError(f"{text!r} cannot be the name of a distribution", hint) from None
    return text


def _authors(value: Any) -> tuple[Mapping[str, str], ...]:
    if not isinstance(value, list):
        raise toml.WrongValueError(f"expected an array of tables, found {toml.kind(value)}")
    return tuple(_author(item) for item in value)


def _author(item: Any) -> Mapping[str, str]:
    table = toml.table(item)
    if not table or not table.keys() <= {"name", "email"}:
        raise toml.WrongValueError("expected tables with a `name`, an `email` or both")
    found = {key: _line(value) for key, value in table.items()}
    if "," in found.get("name", "") or not re.fullmatch(r"[^@\s,<>]+@[^@\s,<>]+", found.get("email", "a@b")):
        raise toml.WrongValueError("a name holds no comma, and an email is one address without a name")
    return found


def _url(value: Any) -> str:
    text = _line(value)
    if not re.fullmatch(r"https?://[^\s/]\S*", text):
        raise toml.WrongValueError(f"{text!r} is no web address", "Write https://….")
    return text


def _extensions(value: Any) -> tuple[str, ...]:
    names = toml.texts(value)
    if any(not name.startswith("x-") for name in names):
        raise toml.WrongValueError("must be a list of names that begin with 'x-'")
    return names


def _days(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise toml.WrongValueError("must be a number of days, 0 or more")
    return value


def _optional_text(value: Any) -> str | None:
    return toml.text(value)


def _path(value: Any) -> str:
    text = toml.text(value)
    if "\0" in text:
        raise toml.WrongValueError("holds a character that no path can have")
    return text


def _identifier(value: Any) -> str:
    text = toml.text(value)
    if not (text.isascii() and text.isidentifier()) or keyword.iskeyword(text):
        raise toml.WrongValueError(f"{text!r} is not a Python name", "Use letters, digits and underscores, no keyword.")
    return text


def _package(value: Any) -> str:
    text = _identifier(value)
    if text.startswith("_"):
        raise toml.WrongValueError(
            f"{text!r} starts with an underscore", "A package that others import has a public name."
        )
    return text


def _environment(value: Any) -> str:
    text = toml.text(value)
    if not re.fullmatch(r"[A-Z][A-Z0-9_]*", text):
        raise toml.WrongValueError(
            f"{text!r} cannot start an environment variable", "Use capital letters, digits and _."
        )
    return text


def _http_library(value: Any) -> str:
    text = toml.text(value)
    if text not in HTTP_LIBRARIES:
        raise toml.WrongValueError(f"{text!r} is not supported", f"Supported: {', '.join(HTTP_LIBRARIES)}.")
    return text


def _header(value: Any) -> str:
    text = toml.text(value)
    if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", text):
        raise toml.WrongValueError(f"{text!r} is no name of a header")
    return text


def _signed(value: Any) -> str:
    text = toml.text(value)
    places = re.findall(r"\{[^{}]*\}|[{}]", text)
    wrong = [place for place in places if place not in ("{body}", "{nonce}", "{timestamp}") or places.count(place) > 1]
    if wrong or "{body}" not in places:
        hint = "Write '{body}.{nonce}.{timestamp}' or the like: {body}, and each at most once."
        raise toml.WrongValueError(f"cannot hold {wrong[0]!r}" if wrong else "has no {body}", hint)
    return text


def _algorithms(value: Any) -> Mapping[str, str]:
    table = toml.table(value)
    if not table or any(one not in HASHES for one in table.values()):
        raise toml.WrongValueError("expected names with a hash function each", f"Hash functions: {', '.join(HASHES)}.")
    return table


def _encoding(value: Any) -> str:
    text = toml.text(value)
    if text not in ("base64", "hex"):
        raise toml.WrongValueError(f"{text!r} is not supported", "Supported: base64, hex.")
    return text


def _way(value: Any) -> str:
    """A property, or a JSON pointer to one."""
    text = toml.text(value)
    try:
        names = pointers.split(text) if text.startswith("/") else (text,)
    except ValueError as wrong:
        raise toml.WrongValueError(str(wrong)) from None
    if "" in names:
        raise toml.WrongValueError(f"{text!r} names no property")
    return text


def _optional_way(value: Any) -> str | None:
    return _way(value)


def _rules(value: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list):
        raise toml.WrongValueError(f"expected an array of [pattern, replacement] pairs, found {toml.kind(value)}")
    return tuple(_rule(item) for item in value)


def _rule(item: Any) -> tuple[str, str]:
    if not (isinstance(item, list) and len(item) == 2 and all(isinstance(part, str) for part in item)):
        raise toml.WrongValueError(
            "expected pairs of strings", "Write [['^Prefix_', ''], …]: a pattern, what replaces it."
        )
    pattern, replacement = item
    try:
        re.sub(pattern, replacement, "")
    except (re.error, IndexError) as problem:
        raise toml.WrongValueError(f"{pattern!r} → {replacement!r} is not a regular expression: {problem}") from None
    return pattern, replacement
