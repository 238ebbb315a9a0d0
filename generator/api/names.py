"""The only place where names are made.

A name is made from content, never from order. Whoever needs names states for each thing an ordered list of wishes
(`assign`); two things that wish for the same name both fall back to their next, more qualified wish, and only what is
still undecided then is numbered. A name that was given once is pinned (`Pins`, kept in the lock): it stays when things
are added or reordered.
"""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import dropwhile
from typing import Any

MAX_LENGTH = 80
"""Longest name that is made, in characters; longer ones are cut at a word. Titles of documents can be whole paragraphs."""

_WORD = re.compile(r"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+(?:[a-z]+|[A-Z]+(?![a-z]))?|[^\W\d_a-zA-Z]+\d*")

_SYMBOLS = {
    "+": "plus",
    "-": "minus",
    "*": "star",
    "/": "slash",
    "<": "less",
    ">": "greater",
    "=": "equal",
    "!": "not",
    "%": "percent",
    "&": "and",
    "|": "or",
    "$": "dollar",
    "@": "at",
    "#": "hash",
    "~": "tilde",
    "^": "caret",
    ".": "dot",
    ",": "comma",
    "?": "question",
    ":": "colon",
    ";": "semicolon",
    "'": "quote",
    '"': "double_quote",
    "(": "open",
    ")": "close",
    "_": "underscore",
    " ": "space",
}

_ANNOTATION_BUILTINS = frozenset({"bool", "bytes", "date", "datetime", "dict", "float", "int", "list", "str", "tuple"})
"""Lower-case names that annotations of generated code use: a field or method of that name would hide them in its class."""

RESERVED_FIELDS = frozenset(
    {"copy", "construct", "dict", "from_orm", "json", "parse_file", "parse_obj", "parse_raw", "schema", "schema_json"}
    | {"update_forward_refs", "validate", "to_wire", "self", "mro", "register"}
    | _ANNOTATION_BUILTINS
)
"""Attributes of pydantic's BaseModel, of its metaclass, and of our models. What starts with `model_` is pydantic's as well."""

RESERVED_METHODS = frozenset({"with_options", "with_raw_response", "with_streaming_response"} | _ANNOTATION_BUILTINS)
"""What every resource has, or will have, besides its operations."""

RESERVED_ARGUMENTS = frozenset({"self", "cls", "body", "options"} | _ANNOTATION_BUILTINS)
"""Arguments that every method may have besides the parameters of its operation. `CALL_OPTIONS` are reserved too."""

CALL_OPTIONS = frozenset(
    {"extra_headers", "extra_query", "extra_body", "timeout", "deadline", "max_retries", "idempotency_key"}
)

RESERVED_RESOURCES = frozenset(
    {"auth", "base_url", "close", "aclose", "copy", "from_env", "request", "servers", "timeout", "with_options"}
    | {"aux", "con", "nul", "prn"}
    | _ANNOTATION_BUILTINS
)
"""Attributes of the client besides its resources, and what a module is better not called: some systems have no such files."""

RESERVED_CLASSES = frozenset(
    {"Annotated", "Any", "ClosedModel", "Codec", "Date", "DateTime", "Enum", "Field", "Mapping", "Model", "Nullable"}
    | {
        "ABSENT",
        "BaseModel",
        "ReadOnly",
        "Regex",
        "TypeAliasType",
        "Unique",
        "WriteOnly",
        "Number",
        "OneOf",
        "Open",
        "OpenEnum",
        "OpenIntEnum",
        "OpenNumberEnum",
        "OpenStrEnum",
        "RequestModel",
        "Sequence",
    }
    | {"TYPE_CHECKING", "Union", "Unknown", "Literal", "TypeAlias", "Optional", "Client", "AsyncClient", "Resource"}
    | {
        "AsyncPages",
        "AsyncResource",
        "AsyncStream",
        "Operation",
        "Page",
        "Paging",
        "Parameter",
        "Unset",
        "Views",
        "ServerSentEvent",
        "Stream",
        "UNSET",
        "CallOptions",
        "Unpack",
        "Decimal",
        "RootModel",
    }
    | {name for name in dir(builtins) if not name.startswith("_")}
)
"""Names that model modules use themselves, and Python's own."""

RESERVED_BESIDE_EVENTS = frozenset({"Event", "EVENTS", "Reader", "READER", "UnknownEvent", "AnyEvent"})
"""Names that the module of events uses itself."""


def words(text: str, known: Collection[str] = ()) -> list[str]:
    """The words of `text`: cut at anything that is no letter or digit and at camel humps; digits stay with their word.

    `known` are spellings that count as one word although they have humps, such as a brand's.
    """
    return list(_words(text, tuple(known)))


@lru_cache(maxsize=16_384)
def _words(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    text = unicodedata.normalize("NFKC", text)
    for spelling in sorted(known, key=len, reverse=True):
        for form in (spelling, spelling[0].lower() + spelling[1:]):
            text = text.replace(form, f" {form[0]}{form[1:].lower()}")
    return tuple(word for run in re.split(r"[\W_]+", text) for word in _WORD.findall(run))


def spelled(text: str) -> str:
    """`text` with its signs and symbols written as words: "-1" becomes "minus 1", an emoji its Unicode name."""
    return "".join(char if char.isalnum() else f" {_symbol(char)} " for char in text)


def _symbol(char: str) -> str:
    if char in _SYMBOLS:
        return _SYMBOLS[char]
    return unicodedata.name(char, f"u{ord(char):04x}").lower()


def snake(text: str, known: Collection[str] = ()) -> str:
    """`displayName` → `display_name`. Empty if `text` has no word."""
    return _snake(text, tuple(known))


@lru_cache(maxsize=16_384)
def _snake(text: str, known: tuple[str, ...]) -> str:
    return "_".join(_cut(word.lower() for word in _words(text, known)))


def pascal(text: str, known: Collection[str] = ()) -> str:
    """`display name` → `DisplayName`; capitals inside a word stay. Empty if `text` has no word."""
    return "".join(_cut(word[0].upper() + word[1:] for word in words(text, known)))


def upper(text: str, known: Collection[str] = ()) -> str:
    """`display name` → `DISPLAY_NAME`. Empty if `text` has no word."""
    return "_".join(_cut(word.upper() for word in words(text, known)))


def _cut(parts: Iterable[str]) -> list[str]:
    kept: list[str] = []
    length = 0
    for part in parts:
        length += len(part) + 1
        if kept and length > MAX_LENGTH:
            break
        kept.append(part[:MAX_LENGTH])
    return kept


@lru_cache(maxsize=16_384)
def _identifier(name: str, prefix: str) -> str:
    """`name` if Python takes it as an identifier, else with `prefix` before it. Identifiers are NFKC (PEP 3131)."""
    # Lower case has marks that no letter takes in ("İ"), which the model engine writes otherwise.
    name = "".join(it for it in unicodedata.normalize("NFKC", name) if it.isalnum() or it == "_")
    if not name.isidentifier():
        name = f"{prefix}{name}"
    return name if name.isidentifier() else prefix + "".join(f"{ord(c):x}" for c in name)


def _unreserved(name: str, reserved: Collection[str], suffix: str) -> str:
    taken = name in reserved or keyword.iskeyword(name) or keyword.issoftkeyword(name) and name == "_"
    return name + suffix if taken else name


def class_wishes(text: str) -> tuple[str, ...]:
    """Class names for a thing that the document calls `text`, best first."""
    plain = _identifier(pascal(text) or pascal(spelled(text)) or "Empty", "Type")
    return _distinct(_unreserved(plain, RESERVED_CLASSES, "Model"), f"{plain}Model")


def field_wishes(wire: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """Field names for the JSON property `wire`, best first."""
    return _distinct(*(_field(form, known) for form in _forms(wire)))


def _field(text: str, known: Collection[str]) -> str:
    name = _identifier(snake(text, known) or "empty", "field_")
    return _unreserved(name, RESERVED_FIELDS, "_") if not name.startswith("model_") else f"field_{name}"


def argument_wishes(wire: str, qualifier: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """Argument names for the parameter or body property `wire`, best first; `qualifier` says what kind it is."""
    forms = _forms(wire)
    plain = [_argument(form, known) for form in forms]
    return _distinct(*plain, *[_argument(f"{qualifier}_{form}", known) for form in (wire, *forms)])


def _argument(text: str, known: Collection[str]) -> str:
    name = _identifier(snake(text, known) or "empty", "parameter_")
    return _unreserved(name, RESERVED_ARGUMENTS | CALL_OPTIONS, "_")


def choosing(several_bodies: bool, several_answers: bool) -> set[str]:
    """The arguments of a method that choose among media types; one that has nothing to choose may use the names otherwise."""
    return {name for name, there in (("content_type", several_bodies), ("accept", several_answers)) if there}


def member_wishes(value: object) -> tuple[str, ...]:
    """Enum member names for `value`, best first. Members are upper case, which no method of an enum is."""
    if not isinstance(value, str):
        return _distinct(*(_identifier(upper(spelled(str(value))), "VALUE_"),))
    return _distinct(*(_identifier(upper(form) or "EMPTY", "VALUE_") for form in _forms(value)))


def method_wishes(
    operation_id: str, method: str, path: str, rules: Sequence[tuple[str, str]], known: Collection[str]
) -> tuple[str, ...]:
    """Method names of an operation, best first.

    Its id without the path and the verb that it may end with, cut by the `rules`; that and the last fixed word of its path;
    its whole id; its verb and path.
    """
    short = operation_id.removesuffix("_".join((re.sub(r"\W", "_", path), method.lower()))) or operation_id
    for pattern, replacement in rules:
        short = re.sub(pattern, replacement, short)
    longer = f"{short} {_fixed(path)[-1]}" if snake(short, known) and _fixed(path) else ""
    texts = [text for text in (short, longer, operation_id, *_path_words(method, path)) if snake(text, known)]
    return _distinct(*(_unreserved(_identifier(snake(text, known), "call_"), RESERVED_METHODS, "_") for text in texts))


def _fixed(path: str) -> list[str]:
    """The segments of a path without its variables: `/pets/{id}/toys` has pets and toys."""
    return [segment for segment in re.sub(r"\{[^}]*\}", "", path).split("/") if words(segment)]


def _path_words(method: str, path: str) -> list[str]:
    """Verb and path, the version before it left out, then whole. A path that begins with the verb has it once: `/getPets`."""
    variables = [f"by {name}" for name in re.findall(r"\{([^}]*)\}", path)[-1:]]
    whole = _fixed(path)
    short = [*dropwhile(_VERSION.fullmatch, whole)] or whole
    verb, *others = words("/".join(short[:1])) or [""]
    named = [] if others and verb.lower() == method.lower() else [method.lower()]
    return [" ".join([*named, *short, *variables]), " ".join([method.lower(), *whole, *variables])]


_VERSION = re.compile(r"api|v\d+((alpha|beta)\d*)?([._]\d+)*", re.IGNORECASE)
"""Segments with which the paths of an API begin, and which say nothing of a single one."""


def resource_wishes(tag: str, known: Collection[str]) -> tuple[str, ...]:
    """Resource (attribute and module) names for a tag, best first."""
    name = _identifier(snake(tag, known) or snake(spelled(tag)) or "default", "resource_")
    return _distinct(_unreserved(name, RESERVED_RESOURCES, "_"))


def resource_class_wishes(name: str) -> tuple[str, ...]:
    """Class names for a resource, best first. Each stands for `resource_classes` that are not to be anything else."""
    return _distinct(f"{pascal(name)}Resource", f"{pascal(name)}Operations")


def resource_classes(name: str) -> tuple[str, ...]:
    """The classes that a resource has whose class is called `name`: for both clients, each with its views."""
    return (name, f"Async{name}", f"{name}Views", f"Async{name}Views")


def resource_classes_taken(models: Collection[str], resources: Mapping[str, Sequence[str]]) -> set[str]:
    """What resources cannot be called: one of their classes would be called like a model or a class of another."""
    found = {name.removesuffix("Views") for name in models} | {*models}
    found |= {name.removeprefix("Async") for name in found}
    return found | {f"Async{wish}" for wishes in resources.values() for wish in wishes}


def event_wishes(*texts: str, known: Collection[str]) -> tuple[str, ...]:
    """Event names from ever more qualified texts."""
    return _distinct(
        *(_unreserved(_identifier(snake(text, known), "event_"), _ANNOTATION_BUILTINS, "_") for text in texts)
    )


def _forms(text: str) -> list[str]:
    """Ways to read `text`: without its symbols, if anything is left and no sign is lost, and with them spelled out."""
    signed = re.match(r"[+-]\d", text) is not None
    plain = [text] if words(text) and not signed else []
    return [*plain, spelled(text)] if text else [""]


def _distinct(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def assign(
    wishes: Mapping[str, Sequence[str]],
    *,
    taken: Collection[str] = (),
    pinned: Mapping[str, str] | None = None,
    glue: str = "_",
) -> dict[str, str]:
    """A name for every key of `wishes`, each different and none of `taken`.

    Pinned names come first. Then all keys propose their first wish: who is alone with it gets it, of several the one
    whose key is spelled exactly like the name. The others go on to their next wish. What is left over gets its first
    wish with a number, in the order of the keys. The order of `wishes` has no influence.
    """
    names: dict[str, str] = {}
    used = set(taken)
    for key in sorted(wishes.keys() & (pinned or {}).keys()):
        pin = (pinned or {})[key]
        if pin.isidentifier() and not keyword.iskeyword(pin) and pin not in used:
            names[key] = pin
            used.add(pin)
    for level in range(max((len(wish) for wish in wishes.values()), default=0)):
        proposals: dict[str, list[str]] = defaultdict(list)
        for key in wishes.keys() - names.keys():
            if level < len(wishes[key]):
                proposals[wishes[key][level]].append(key)
        won = {_winner(name, keys): name for name, keys in proposals.items() if name not in used}
        won.pop(None, None)
        names.update({key: name for key, name in won.items() if key is not None})
        used.update(won.values())
    for key in sorted(wishes.keys() - names.keys()):
        names[key] = _numbered(wishes[key][0], used, glue)
        used.add(names[key])
    return names


def _winner(name: str, keys: Sequence[str]) -> str | None:
    exact = [key for key in keys if name in (key, key.rpartition("/")[2], key.partition(":")[2])]
    best = exact if len(exact) == 1 else keys
    return best[0] if len(best) == 1 else None


def _numbered(name: str, used: Collection[str], glue: str) -> str:
    candidate, number = name, 1
    while candidate in used:
        number += 1
        candidate = f"{name}{glue}{number}"
    return candidate


Table = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pins:
    """Names once given. Each table goes from what the document says to the Python name.

    `classes`: schema pointer → class; `resources`: tag → resource; `methods`: "GET /path" → "resource.method";
    `events`: pointer → function stem; `fields`, `members`, `arguments`: class (or "GET /path") → wire name or value → name.
    """

    classes: Table = field(default_factory=dict)
    resources: Table = field(default_factory=dict)
    methods: Table = field(default_factory=dict)
    events: Table = field(default_factory=dict)
    fields: Mapping[str, Table] = field(default_factory=dict)
    members: Mapping[str, Table] = field(default_factory=dict)
    arguments: Mapping[str, Table] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The pins as plain sorted JSON."""
        return {name: _sorted(getattr(self, name)) for name in self.__dataclass_fields__}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Pins:
        """The inverse of `to_json`; tables that `value` lacks are empty."""
        return cls(**{name: value[name] for name in cls.__dataclass_fields__ if name in value})


def _sorted(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _sorted(value) if isinstance(value, Mapping) else value for key, value in sorted(table.items())}
