"""What of a document's schemas Python types cannot say (`if`, `not`, `dependentRequired`, …), held on JSON values.

`Holds` marks a type, `AssertedModel` a class, with what is to hold besides: JSON Schema 2020-12, with Python's regular
expressions and with references to its own `$defs` alone. Constructors and assignments do not look at it, since fields are
set one after another: it is what leaves and what arrives that is judged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar, NamedTuple, cast

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema as cs

from .models import Model, receive, received
from .plans import MISSING, Later, Place, Plan, Report
from .reading import tokens
from .values import DateTime, parse_date

Path = tuple[str | int, ...]


class Wrong(NamedTuple):
    """A place of a value that is not as it should be: `MISSING` is there where a property should be."""

    path: Path
    expected: str
    got: Any


@dataclass(slots=True)
class Verdict:
    """What is wrong with a value, and which of its properties and items were looked at (JSON Schema, 11)."""

    wrong: list[Wrong] = field(default_factory=list)
    seen: set[str | int] = field(default_factory=set)

    def take(self, other: Verdict) -> None:
        """What was found by another schema that must hold of the same value."""
        self.wrong += other.wrong
        self.seen |= other.seen


class Holds:
    """`Annotated[T, Holds(schema)]`: values of T that `schema` allows as well."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self.schema = schema

    def problems(self, value: Any) -> list[Wrong]:
        """What is wrong with a JSON value."""
        return _Judge(self.schema.get("$defs", {})).verdict(self.schema, value, ()).wrong

    def around(self, plan: Plan, type_: Any) -> Plan:
        """A plan that looks at this too."""
        return _Held(self, plan)

    def check(self, value: Any, info: cs.ValidationInfo) -> Any:
        """`value`, or a ValueError if it is JSON and not as it should be."""
        try:
            wrong = self.problems(value) if info.mode == "json" else []
        except RecursionError:
            raise ValueError("nested too deeply") from None
        if wrong:
            raise ValueError(wrong[0].expected)
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> cs.CoreSchema:
        return cs.with_info_before_validator_function(self.check, handler(source))


class AssertedModel(Model):
    """An object of which more has to hold than its class says."""

    __holds__: ClassVar[Holds] = Holds({})

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> cs.CoreSchema:
        schema = super().__get_pydantic_core_schema__(source, handler)
        model = cast(dict[str, Any], handler.resolve_ref_schema(schema))
        if model.get("schema", {}).get("type") == "model-fields":  # else it has been here before
            model["schema"] = cs.with_info_before_validator_function(cls.__holds__.check, model["schema"])
        return schema


class _Held(Later):
    """A plan with what else has to hold."""

    def __init__(self, holds: Holds, plan: Plan) -> None:
        super().__init__(lambda: plan)
        self._holds = holds

    def read(self, value: Any, place: Place, report: Report) -> Any:
        told: set[Path] = set()

        def reported(where: Place, expected: str, got: Any) -> None:
            told.add(tokens(where))
            report(where, expected, got)

        found = super().read(value, place, reported)
        wrong = self._holds.problems(value)
        for path, expected, got in wrong:
            if (*tokens(place), *path) not in told:
                report(_below(place, path), expected, got)
        if wrong and isinstance(found, Model):
            receive(found, {**received(found), "": value})
        return found


def _below(place: Place, path: Path) -> Place:
    for token in path:
        place = (place, token)
    return place


class _Judge:
    """Judges JSON values by JSON Schema. `definitions` are what `{"$ref": "#/$defs/NAME"}` leads to."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions
        self._open: set[tuple[str, Path]] = set()

    def verdict(self, schema: Any, value: Any, path: Path) -> Verdict:
        """What a schema says of the value at a path."""
        if isinstance(schema, bool):
            return Verdict([] if schema else [Wrong(path, "nothing", value)])
        found = Verdict()
        for keyword, holds in _PLAIN.items():
            if keyword in schema and not holds(schema[keyword], value):
                found.wrong.append(Wrong(path, _words(keyword, schema[keyword]), value))
        if isinstance(value, dict):
            self._object(schema, value, path, found)
        elif isinstance(value, list):
            self._array(schema, value, path, found)
        for other in self._beside(schema, value, path, found.wrong):
            found.take(other)
        if not found.wrong:  # else nobody knows what was looked at
            self._unevaluated(schema, value, path, found)
        return found

    def _allows(self, schema: Any, value: Any, path: Path) -> bool:
        return not self.verdict(schema, value, path).wrong

    def _object(self, schema: Mapping[str, Any], value: dict[str, Any], path: Path, found: Verdict) -> None:
        names = schema.get("required", ())
        found.wrong += [Wrong((*path, name), "a value", MISSING) for name in names if name not in value]
        for key, needed in schema.get("dependentRequired", {}).items():
            lacking = [name for name in needed if key in value and name not in value]
            found.wrong += [Wrong((*path, name), f"a value, because there is {key}", MISSING) for name in lacking]
        if "propertyNames" in schema:
            odd = [key for key in value if not self._allows(schema["propertyNames"], key, (*path, key))]
            words = _words("propertyNames", schema["propertyNames"])
            found.wrong += [Wrong((*path, key), words, key) for key in odd]
        patterns, seen = schema.get("patternProperties", {}), set[str]()
        for key, one in value.items():
            given = [schema["properties"][key]] if key in schema.get("properties", ()) else []
            given += [it for pattern, it in patterns.items() if re.search(pattern, key)]
            if not given and "additionalProperties" in schema:
                given = [schema["additionalProperties"]]
            self._member(given, one, (*path, key), found)
            seen |= {key} if given else set()
        found.seen |= seen

    def _array(self, schema: Mapping[str, Any], value: list[Any], path: Path, found: Verdict) -> None:
        first = schema.get("prefixItems", ())
        for index, one in enumerate(value):
            given = [first[index]] if index < len(first) else [schema["items"]] if "items" in schema else []
            self._member(given, one, (*path, index), found)
            found.seen |= {index} if given else set()
        if "contains" in schema:
            inside = {at for at, one in enumerate(value) if self._allows(schema["contains"], one, (*path, at))}
            least, most = schema.get("minContains", 1), schema.get("maxContains", len(value))
            if not least <= len(inside) <= most:
                limits = {key: schema[key] for key in ("contains", "minContains", "maxContains") if key in schema}
                found.wrong.append(Wrong(path, _words("", limits).strip(), value))
            found.seen |= inside

    def _member(self, schemas: Iterable[Any], value: Any, path: Path, found: Verdict) -> None:
        for schema in schemas:
            found.wrong += self.verdict(schema, value, path).wrong

    def _beside(self, schema: Mapping[str, Any], value: Any, path: Path, wrong: list[Wrong]) -> Iterator[Verdict]:
        """The verdicts of all schemas that must hold of the same value; those of which some must hold, by `wrong`."""
        if "$ref" in schema:
            yield self._referred(schema["$ref"].rpartition("/")[2], value, path)
        for part in schema.get("allOf", ()):
            yield self.verdict(part, value, path)
        for keyword in ("anyOf", "oneOf"):
            verdicts = [self.verdict(part, value, path) for part in schema.get(keyword, ())]
            fitting = [one for one in verdicts if not one.wrong]
            if keyword in schema and (not fitting or keyword == "oneOf" and len(fitting) > 1):
                wrong.append(Wrong(path, _words(keyword, schema[keyword]), value))
            yield from fitting
        if "not" in schema and self._allows(schema["not"], value, path):
            wrong.append(Wrong(path, _words("not", schema["not"]), value))
        if "if" in schema:
            chosen = self.verdict(schema["if"], value, path)
            if not chosen.wrong:
                yield chosen
            yield self.verdict(schema.get("else" if chosen.wrong else "then", True), value, path)
        for key, dependent in schema.get("dependentSchemas", {}).items():
            if isinstance(value, dict) and key in value:
                yield self.verdict(dependent, value, path)

    def _referred(self, name: str, value: Any, path: Path) -> Verdict:
        """What a definition says; nothing new where it leads to itself."""
        if (name, path) in self._open:
            return Verdict()
        self._open.add((name, path))
        try:
            return self.verdict(self._definitions[name], value, path)
        finally:
            self._open.discard((name, path))

    def _unevaluated(self, schema: Mapping[str, Any], value: Any, path: Path, found: Verdict) -> None:
        for keyword, kind in (("unevaluatedProperties", dict), ("unevaluatedItems", list)):
            if keyword in schema and isinstance(value, kind):
                members = value.items() if isinstance(value, dict) else enumerate(value)
                rest = [(key, one) for key, one in members if key not in found.seen]
                for key, one in rest:
                    self._member([schema[keyword]], one, (*path, key), found)
                found.seen |= {key for key, _ in rest}


def _words(keyword: str, limit: Any) -> str:
    """What a keyword asks for."""
    text = json.dumps(limit, ensure_ascii=False)
    return f"{keyword} {text if len(text) <= 200 else text[:199] + '…'}"


def _is(kind: str, value: Any) -> bool:
    if isinstance(value, bool) or value is None:
        return kind == ("null" if value is None else "boolean")
    if isinstance(value, (int, float)):
        return kind == "number" or kind == "integer" and value == int(value)
    return isinstance(value, _TYPES.get(kind, ()))


_TYPES: Mapping[str, tuple[type, ...]] = {"string": (str, bytes), "array": (list,), "object": (dict,)}


def _key(value: Any) -> Any:
    """The same for equal JSON values and different for others: true is not 1, but 1.0 is."""
    if isinstance(value, list):
        return "array", tuple(map(_key, value))
    if isinstance(value, dict):
        return "object", frozenset((name, _key(one)) for name, one in value.items())
    return isinstance(value, bool), value


def _of(kind: type | tuple[type, ...], holds: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """A test of values of one type; others pass."""
    return lambda limit, value: not isinstance(value, kind) or isinstance(value, bool) or holds(limit, value)


def _is_moment(name: str, text: str) -> bool:
    """Whether a text is what fields of its format take."""
    try:
        (parse_date if name == "date" else DateTime.parse)(text)
    except ValueError:
        return False
    return True


_NUMBER = (int, float)
_PLAIN: Mapping[str, Callable[[Any, Any], bool]] = {
    "type": lambda kinds, value: any(_is(kind, value) for kind in ([kinds] if isinstance(kinds, str) else kinds)),
    "enum": lambda values, value: any(_key(value) == _key(one) for one in values),
    "const": lambda wanted, value: _key(value) == _key(wanted),
    "minimum": _of(_NUMBER, lambda least, value: value >= least),
    "exclusiveMinimum": _of(_NUMBER, lambda least, value: value > least),
    "maximum": _of(_NUMBER, lambda most, value: value <= most),
    "exclusiveMaximum": _of(_NUMBER, lambda most, value: value < most),
    "multipleOf": _of(_NUMBER, lambda step, value: Fraction(str(value)) % Fraction(str(step)) == 0),
    "minLength": _of(str, lambda least, value: len(value) >= least),
    "maxLength": _of(str, lambda most, value: len(value) <= most),
    "pattern": _of(str, lambda pattern, value: re.search(pattern, value) is not None),
    "format": _of(str, _is_moment),
    "minItems": _of(list, lambda least, value: len(value) >= least),
    "maxItems": _of(list, lambda most, value: len(value) <= most),
    "uniqueItems": _of(list, lambda unique, value: not unique or len(set(map(_key, value))) == len(value)),
    "minProperties": _of(dict, lambda least, value: len(value) >= least),
    "maxProperties": _of(dict, lambda most, value: len(value) <= most),
}
"""Keywords that hold, or do not, of a value as a whole: what they say, and the value."""
