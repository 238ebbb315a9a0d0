"""The contract on documents that use what OpenAPI has: nothing is found, what is left out is named, each edit is caught."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema  # type: ignore[import-untyped]
import pytest

from generator import cli
from generator.contract.checks import (
    OF_SCHEMAS,
    answers,
    choosing,
    documentation,
    drift,
    promises,
    schemas,
    sending,
    signatures,
)
from generator.contract.document.raw import RawDocument, Unreadable
from generator.contract.findings import Excluded, Finding
from generator.contract.instances.values import NoInstance, Values, spread
from generator.contract.pair import Pair
from generator.contract.python.naming import Place, assigned, is_called
from generator.contract.python.package import Package
from generator.contract.wire import bodies
from generator.contract.wire.network import Server, _adapted
from tests.contract.committed import PAIR, operation
from tests.contract.holding import held
from tests.documents import read
from tests.edits.editing import Edit, Edited
from tests.mutants.mutant import repackaged

CASES = Path(__file__).parent / "cases"
NAMES = ("requests", "schemas", "items", "mixed", "media")

Pairs = dict[str, Pair]


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Pairs:
    """Each document of the folder with the package that is generated from it."""
    folder = tmp_path_factory.mktemp("any")
    found: Pairs = {}
    for name in NAMES:
        spec = CASES / f"{name}.yaml"
        assert cli.run(["generate", "--spec", str(spec), "--output", str(folder), "--package", name]) == 0
        found[name] = Pair(read(spec), Package(folder / name))
    return found


def of_values(pair: Pair) -> Iterator[Excluded]:
    """What the checks leave out that are about sending and about schemas."""
    found = [*promises.not_held(pair)]
    for pointer in schemas.pointers(pair):
        found += [*schemas.declared(pair, pointer), *schemas.accepted(pair, pointer), *schemas.refused(pair, pointer)]
    for one in pair.document.operations:
        found += [*sending.requests(pair, one), *sending.refusals(pair, one)]
    return (it for it in found if isinstance(it, Excluded))


LEFT_OUT = {
    "requests": {
        "null is taken for an enum that is nullable and does not list it",
        "the client has no credentials for http digest",
        "its schemes write to the same place of a request",
        "application/x-www-form-urlencoded is written of objects, which "
        "/paths/~1list/post/requestBody/content/application~1x-www-form-urlencoded/schema does not allow",
    },
    "schemas": {
        "the client does not enforce that there is a property that is not declared",
        "its class stands for any of `prefixItems`",
        "the format uuid is documentation only",
    },
    "items": set(),
    "mixed": {
        "its class stands for any of `prefixItems`",
    },
    "media": {"bodies of application/xml are text: their schema is not applied"},
}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_and_what_is_left_out_is_named(name: str, pairs: Pairs) -> None:
    assert [str(it) for it in held(pairs[name]) if isinstance(it, Finding)] == []
    left_out = list(of_values(pairs[name]))
    assert {it.reason for it in left_out} == LEFT_OUT[name]
    assert all(it.pointer.startswith("/") for it in left_out)


PARAMETERS, BODIES, AUTH, REQUESTS = (f"_runtime/{it}.py" for it in ("parameters", "bodies", "auth", "requests"))
EDITS = {
    "label without dots": Edit(PARAMETERS, 'glue = "." if explode', 'glue = "," if explode', "paths"),
    "matrix without names": Edit(PARAMETERS, 'f";{key}={joined_items}" if', 'f";{joined_items}" if', "paths"),
    "content as text": Edit(PARAMETERS, 'media_type.startswith("text/")', "True", "queries"),
    "deep objects with dots": Edit(PARAMETERS, 'f"{name}[{key}]"', 'f"{name}.{key}"', "queries"),
    "pipes as commas": Edit(PARAMETERS, '"pipeDelimited": "%7C"', '"pipeDelimited": ","', "queries"),
    "spaces as plus": Edit(PARAMETERS, '"spaceDelimited": "%20"', '"spaceDelimited": "+"', "queries"),
    "reserved is encoded": Edit(PARAMETERS, 'safe=_QUERY_RESERVED', 'safe=""', "queries"),
    "server of its own lost": Edit(REQUESTS, "relative = ", "return target.base_url\n    relative = ", "queries"),
    "cookies lost": Edit(REQUESTS, 'headers["Cookie"] = ', '_ = ', "headers"),
    "headers encoded": Edit(PARAMETERS, "_simple(parameter.wire, value, parameter.explode, str)", "_simple(parameter.wire, value, parameter.explode, _quote)", "headers"),
    "a key in the wrong place": Edit(AUTH, 'if location == "query":', 'if location == "nowhere":', "security"),
    "a cookie is no header": Edit(AUTH, '{"Cookie": f"{name}={self._key}"}', '{name: self._key}', "security"),
    "one of two schemes": Edit("_runtime/client.py", "shared.keyring.plan(wanted)", "shared.keyring.plan(wanted)[:1]", "security"),
    "credentials unasked": Edit(REQUESTS, 'headers = {**target.headers, "Accept"', 'headers = {"Authorization": "x", **target.headers, "Accept"', "headers"),
    "called without credentials": Edit(AUTH, "raise CredentialsError(self._refusal(requirements, plans))", "return ()", "alike", sending.refusals),
    "form as JSON": Edit("resources/odd.py", '"application/x-www-form-urlencoded"', '"application/json"', "form"),
    "style of a form lost": Edit("resources/odd.py", 'style="pipeDelimited"', 'style="form"', "form"),
    "objects of a form exploded": Edit(BODIES, "return pairs(name, text(value))", "return pairs(name, value)", "form"),
    "files as text": Edit(BODIES, 'or "application/octet-stream"', 'or "text/plain"', "upload"),
    "files without name": Edit(BODIES, "(filename or name, raw_bytes", "(None, raw_bytes", "upload"),
    "one file of a list": Edit(BODIES, "for item in file if isinstance(file, list) else [file]", "for item in file[:1] if isinstance(file, list) else [file]", "upload"),
    "a part forgotten": Edit(BODIES, "elif item is not None:\n            yield from _value_parts", 'elif item is not None and name != "point":\n            yield from _value_parts', "upload"),
    "bytes as text": Edit(BODIES, "return bytes(value)", "return bytes(value) + b' '", "bytes"),
    "text in another charset": Edit(BODIES, 'value.encode(charset or "utf-8")', 'value.encode("utf-16")', "text"),
    "another kind of JSON": Edit("resources/odd.py", '"application/merge-patch+json"', '"application/json"', "patch"),
    "numbers of a header unchecked": Edit("resources/odd.py", "le=9", "le=90", "headers", sending.refusals),
    "lost limit of a part": Edit("models/odd.py", "Field(max_length=5)", "Field()", "upload", sending.refusals),
    "parameters swapped": Edit("resources/odd.py", 'query("query_page_size", "pageSize"', 'query("query_page_size", "page_size"', "alike"),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edited_package_is_caught(edit: Edit, pairs: Pairs, edited: Edited) -> None:
    whole = pairs["requests"]
    pair = repackaged(whole, edited(edit.file, edit.old, edit.new, whole.package.folder))
    assert any(isinstance(it, Finding) for it in edit.check(pair, operation(pair.document, edit.operation)))


CHOOSING, PETS = "_runtime/choosing.py", "resources/pets.py"
MEDIA_EDITS = {
    "sent as the preferred one": Edit(CHOOSING, "if body is None or content_type is None", "if True", "addPet"),
    "a range sent as something": Edit(CHOOSING, "else content_type)", "else content.media_type)", "record"),
    "any media type sent": Edit(CHOOSING, "if found is None:", "found = found or contents[0]\n    if found is None:", "addPet", sending.refusals),
    "asked for all": Edit(CHOOSING, "asked=", "name=operation.name, line=operation.line) if True else replace(operation, asked=", "addPet"),
    "errors left out": Edit(CHOOSING, "[accept, *of_errors]", "[accept]", "addPet"),
    "the choice left to the server": Edit(CHOOSING, "if it.media_type not in names]", "] + [*names]", "addPet"),
    "streams unasked": Edit(CHOOSING, " if it.opener is None]", "]", "watch"),
    "read as another": Edit(CHOOSING, "if it.media_type == wanted]", "if wanted == 'x/y']", "watch", answers.responses),
    "a body lost": Edit(PETS, ', content("application/xml")),\n    ),\n    responses', ",),\n    ),\n    responses", "addPet"),
    "an answer of another type": Edit(PETS, """accept: Literal["text/csv"], **options: Unpack[CallOptions]) -> str: ...""", """accept: Literal["text/csv"], **options: Unpack[CallOptions]) -> Pet: ...""", "getPet", signatures.returned),
    "two answers in one": Edit(PETS, """    def get_pet(self, id: str, **options: Unpack[CallOptions]) -> Pet | str: ...
    @overload
    def get_pet(self, id: str, *, accept: Literal["application/json"], **options: Unpack[CallOptions]) -> Pet: ...
""", """    def get_pet(self, id: str, *, accept: Literal["application/json"] | None = None, **options: Unpack[CallOptions]) -> Pet | str: ...
""", "getPet", choosing.chosen),
    "an answer unnamed": Edit(PETS, 'Literal["text/csv", "text/plain"]', 'Literal["text/csv"]', "listPets", choosing.chosen),
    "a body of another type": Edit(PETS, 'body: str, *, content_type: Literal["text/plain"]', 'body: FileContent, *, content_type: Literal["text/plain"]', "putPhoto", signatures.signature),
    "a body unnamed": Edit(PETS, 'content_type: Literal["multipart/form-data"]', 'content_type: Literal["text/plain"]', "putPhoto", choosing.chosen),
    "a choice untold": Edit(PETS, "            accept: The media type that is asked for; any that is no stream unless it is named.\n", "", "getPet", documentation.documented),
}  # fmt: skip


@pytest.mark.parametrize("edit", MEDIA_EDITS.values(), ids=MEDIA_EDITS.keys())
def test_an_edited_choice_is_caught(edit: Edit, pairs: Pairs, edited: Edited) -> None:
    whole = pairs["media"]
    pair = Pair(whole.document, edited(edit.file, edit.old, edit.new, whole.package.folder))
    assert any(isinstance(it, Finding) for it in edit.check(pair, operation(pair.document, edit.operation)))


SPOT = "Annotated[tuple[Cat, Annotated[int, Field(le=8)]], ByPlace()]"
SCHEMA_EDITS = {
    "a constant lost": ("kind: ThingKind | str", "kind: Any", "Thing"),
    "null refused": ("either: Nullable[ThingEither]", "either: ThingEither | None", "Thing"),
    "a tag of another": ('"cat": Cat', '"cat": Dog', "Pet"),
    "counts unlimited": ("max_length=2", "max_length=3", "Thing"),
    "exclusive bound": ("lt=100", "le=100", "Limits"),
    "steps lost": ("multiple_of=5", "multiple_of=1", "Limits"),
    "a day is a text": ("day: date", "day: str", "Limits"),
    "undeclared properties": ("class Limits(ClosedModel)", "class Limits(Model)", "Limits"),
    "closed though open": ("class ThingOpen(Model)", "class ThingOpen(ClosedModel)", "Thing/properties/open"),
    "not only sent": ("secret: WriteOnly[str | None]", "secret: str | None", "Whole"),
    "deprecation lost": ("deprecated=True", "deprecated=False", "Thing"),
    "a tuple as a list": (SPOT, "list[Cat | int]", "Thing"),
    "another place": (SPOT, "Annotated[tuple[Dog, Annotated[int, Field(le=8)]], ByPlace()]", "Thing"),
    "places swapped": (SPOT, "Annotated[tuple[Annotated[int, Field(le=8)], Cat], ByPlace()]", "Thing"),
    "a place too many": (SPOT, "Annotated[tuple[Cat, Annotated[int, Field(le=8)], int], ByPlace()]", "Thing"),
    "a limit of a place": (SPOT, "Annotated[tuple[Cat, Annotated[int, Field(le=9)]], ByPlace()]", "Thing"),
    "no limit of a place": (SPOT, "Annotated[tuple[Cat, int], ByPlace()]", "Thing"),
    "a tuple in Python alone": (SPOT, "tuple[Cat, Annotated[int, Field(le=8)]]", "Thing"),
}


@pytest.mark.parametrize("edit", SCHEMA_EDITS.values(), ids=SCHEMA_EDITS.keys())
def test_an_edited_model_is_caught(edit: tuple[str, str, str], pairs: Pairs, edited: Edited) -> None:
    old, new, name = edit
    whole = pairs["schemas"]
    pair = repackaged(whole, edited("models/odd.py", old, new, whole.package.folder))
    found = [it for check in OF_SCHEMAS for it in check(pair, f"/components/schemas/{name}")]
    assert any(isinstance(it, Finding) for it in found)


TUPLES = "_runtime/tuples.py"
TUPLE_EDITS = {
    "any item at any place": (TUPLES, "[*places, *[ANYTHING] * count]", "[ANYTHING] * count"),
    "places from behind": (
        TUPLES,
        "[plan(it) for it in get_args(type_)]",
        "[plan(it) for it in get_args(type_)[::-1]]",
    ),
    "any length": (TUPLES, ", [Field(min_length=len(places), max_length=len(places))]", ", []"),
    "what is over is lost": (TUPLES, "return tuple(found) if", "return tuple(found[:2]) if"),
    "read as a list": (TUPLES, "return tuple(found) if", "return list(found) if"),
    "all by the first place": (TUPLES, "[*places, *[ANYTHING] * count]", "[places[0]] * count"),
}


@pytest.mark.parametrize("edit", TUPLE_EDITS.values(), ids=TUPLE_EDITS.keys())
def test_an_edited_tuple_is_caught(edit: tuple[str, str, str], pairs: Pairs, edited: Edited) -> None:
    file, old, new = edit
    whole = pairs["schemas"]
    pair = repackaged(whole, edited(file, old, new, whole.package.folder))
    found = [it for check in OF_SCHEMAS for it in check(pair, "/components/schemas/Thing")]
    found += answers.responses(pair, operation(pair.document, "exchange"))
    found += drift.tolerated(pair, operation(pair.document, "exchange"))
    assert any(isinstance(it, Finding) for it in found)


# Values

KEYWORDS = {
    *("minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minItems", "maxItems", "uniqueItems", "required", "additionalProperties", "enum", "const", "type", "format"),
    *("minProperties", "maxProperties"),
}


def test_every_keyword_is_broken(pairs: Pairs) -> None:
    places = [(pairs["schemas"].values, it) for it in schemas.pointers(pairs["schemas"])]
    labels = [case.label for values, it in places for case in values.refused(it, "request")]
    broken = {label.rpartition(": ")[2].removeprefix("/0").split(" ")[0] for label in labels}
    assert broken >= KEYWORDS


def test_what_the_committed_document_limits_is_broken() -> None:
    """Each limit of a schema that requests use, at its own place."""
    starts = PAIR.usage.starts("request")
    places = {PAIR.document.follow(it)[0] for it in starts}
    labels = " ".join(case.label for it in places for case in PAIR.values.refused(it, "request", 2))
    said = {key for it in places for at in PAIR.values.shapes.below(it) for key in PAIR.document.at(at)} & KEYWORDS
    assert len(said) > 5
    assert [key for key in said - {"additionalProperties"} if key not in labels] == []


SCHEMAS: dict[str, Any] = {
    "text": {"type": "string", "minLength": 2, "maxLength": 3},
    "pattern": {"type": "string", "pattern": "^(a|b)[^c-z]{2,4}\\d+$"},
    "number": {"type": "number", "minimum": 0.25, "exclusiveMaximum": 0.75, "multipleOf": 0.25},
    "integer": {"type": "integer", "minimum": -7, "maximum": -2, "multipleOf": 3},
    "unique": {"type": "array", "uniqueItems": True, "minItems": 3, "items": {"type": "string", "minLength": 1}},
    "tuple": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "minItems": 3},
    "all of": {
        "allOf": [{"type": "object", "required": ["a"]}, {"properties": {"a": {"type": "integer"}, "b": {"const": 1}}}]
    },
    "alternatives that only constrain": {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}},
        "oneOf": [{"required": ["a"]}, {"required": ["b"]}],
    },
    "two choices": {
        "anyOf": [{"properties": {"a": {"const": 1}}, "required": ["a"]}, {"required": ["c"], "properties": {"c": {}}}],
        "oneOf": [{"properties": {"b": {"const": 2}}, "required": ["b"]}, {"required": ["d"], "properties": {"d": {}}}],
    },
    "dependent": {"properties": {"a": {}, "b": {}}, "required": ["a"], "dependentRequired": {"a": ["b"]}},
    "not both": {"properties": {"a": {"type": "integer"}, "b": {}}, "not": {"required": ["a", "b"]}},
    "a map": {"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 2},
    "names by pattern": {"patternProperties": {"^x-": {"type": "integer"}}, "additionalProperties": False},
    "either type": {"type": ["integer", "null", "array"], "items": {"type": "boolean"}},
    "anything": {},
    "everything": True,
    "beside a reference": {"$ref": "#/components/schemas/text", "maxLength": 2},
    "itself": {
        "type": "object",
        "properties": {"next": {"$ref": "#/components/schemas/itself"}, "n": {"type": "integer"}},
    },
    "list": {"type": "array", "items": {"$ref": "#/components/schemas/list"}},
}


def document(schemas: dict[str, Any], version: str = "3.1.0") -> RawDocument:
    """A document of nothing but schemas."""
    return RawDocument({"openapi": version, "paths": {}, "components": {"schemas": schemas}})


@pytest.mark.parametrize("name", SCHEMAS)
def test_cases_are_instances_as_another_validator_sees_it(name: str) -> None:
    """And what is refused is none: jsonschema is asked, where the values were judged by jsonschema_rs."""
    raw = document(SCHEMAS)
    values, pointer = Values(raw), f"/components/schemas/{name}"
    judge = jsonschema.Draft202012Validator({**raw.value, "$ref": f"#{pointer.replace(' ', '%20')}"})
    cases = values.cases(pointer, "request")
    assert cases
    assert [case for case in cases if not judge.is_valid(case.value)] == []
    assert [case for case in values.refused(pointer, "request") if judge.is_valid(case.value)] == []


def test_a_schema_that_is_itself_or_null() -> None:
    values = Values(document({"it": {"anyOf": [{"$ref": "#/components/schemas/it"}, {"type": "null"}]}}))
    assert [case.value for case in values.cases("/components/schemas/it", "request")] == [None]


@pytest.mark.parametrize(
    "schema",
    [False, {"type": "string", "enum": [1]}, {"allOf": [{"type": "string"}, {"type": "integer"}]}, {"$ref": "#/components/schemas/it"}],
    ids=["false", "no value of its type", "two types", "itself"],
)  # fmt: skip
def test_a_schema_without_instance(schema: Any) -> None:
    with pytest.raises((NoInstance, Unreadable)):
        Values(document({"it": schema})).cases("/components/schemas/it", "request")


def test_read_only_properties_are_not_in_requests() -> None:
    """By themselves, by what they refer to, or by a part."""
    made = {"type": "string", "readOnly": True}
    properties = {
        "own": made,
        "other": {"$ref": "#/components/schemas/made"},
        "part": {"allOf": [{"type": "string"}, {"readOnly": True}]},
        "name": {"type": "string"},
    }
    whole = {"allOf": [{"properties": properties}, {"required": ["own", "other", "part", "name"]}]}
    values = Values(document({"made": made, "whole": whole}))
    assert values.minimal("/components/schemas/whole", "request").keys() == {"name"}
    assert values.minimal("/components/schemas/whole", "response").keys() == properties.keys()


def test_openapi_30_says_it_in_other_words() -> None:
    bound = {"type": "integer", "minimum": 3, "exclusiveMinimum": True, "nullable": True}
    values = Values(document({"bound": bound}, "3.0.3"))
    assert [case.value for case in values.cases("/components/schemas/bound", "request")][:1] == [4]
    assert values.valid("/components/schemas/bound", "request", None)
    assert 3 in [case.value for case in values.refused("/components/schemas/bound", "request")]


def test_tags_tell_variants_apart_that_overlap() -> None:
    cat: dict[str, Any] = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}}
    reference = {"cat": "#/components/schemas/cat", "dog": "#/components/schemas/dog"}
    pet = {
        "oneOf": [{"$ref": it} for it in reference.values()],
        "discriminator": {"propertyName": "kind", "mapping": reference},
    }
    values = Values(document({"cat": cat, "dog": {**cat, "minProperties": 1}, "pet": pet}))
    kinds = {case.value["kind"] for case in values.cases("/components/schemas/pet", "response")}
    assert kinds == {"cat", "dog"}
    assert not values.is_plain("/components/schemas/pet", "response", {"kind": "cow"})


def test_cases_of_large_schemas_are_bounded() -> None:
    many = {"type": "string", "enum": [f"value {it}" for it in range(5000)]}
    wide = {f"p{it}": {"type": "string", "minLength": 1, "maxLength": 9} for it in range(300)}
    deep = {f"p{it}": {"$ref": f"#/components/schemas/{'wide deep'.split()[it % 2]}"} for it in range(20)}
    values = Values(document({"many": many, "wide": {"properties": wide}, "deep": {"properties": deep}}))
    assert len(values.cases("/components/schemas/many", "request")) < 50
    assert len(values.cases("/components/schemas/wide", "request")) < 300 * 6
    broken = {case.label.partition(":")[0] for case in values.refused("/components/schemas/wide", "request")}
    assert broken >= {f"/p{it}" for it in range(300)}
    assert len(json.dumps(values.full("/components/schemas/deep", "request"))) < 500_000


def test_a_spread_has_the_first_and_the_last() -> None:
    found = spread(range(1000), 5)
    assert (len(found), found[0], found[-1]) == (5, 0, 999)


# Documents that cannot be used


@pytest.mark.parametrize("target", ["other.yaml#/Thing", "https://example.org/thing.json"])
def test_a_reference_to_another_file(target: str, tmp_path: Path) -> None:
    spec = tmp_path / "api.json"
    schema = {"Thing": {"$ref": target}}
    spec.write_text(json.dumps({"openapi": "3.1.0", "paths": {}, "components": {"schemas": schema}}))
    with pytest.raises(Unreadable, match=r"api\.json refers to another file, .*: bundle it into one document first"):
        read(spec)


def test_what_cannot_be_read_is_left_out_and_does_not_stop_a_check() -> None:
    broken = document({"Lost": {"$ref": "#/components/schemas/Nowhere"}, "Anchor": {"$ref": "#name"}})
    pair = Pair(broken, PAIR.package)
    for name in ("Lost", "Anchor"):
        found = [it for check in OF_SCHEMAS for it in check(pair, f"/components/schemas/{name}")]
        assert found and all(isinstance(it, Excluded) for it in found)
    assert all(isinstance(it, Excluded) for it in promises.not_held(pair))


# Names


class _Argument(NamedTuple):
    name: str


class _Signature(NamedTuple):
    arguments: tuple[_Argument, ...]


@pytest.mark.parametrize(
    ("places", "arguments"),
    [
        ([("path", "id"), ("query", "id")], ["id_path", "query_id"]),
        ([("path", "app_id"), ("body", "app_id")], ["app_id", "app_underscore_id"]),
        ([("query", "frontendApi"), ("query", "frontend_api")], ["query_frontend_api", "frontend_underscore_api"]),
        ([("query", "email"), ("query", "email_query")], ["email", "email_query"]),
        ([("query", "1st")], ["parameter_1st"]),
        ([("query", "a"), ("query", "A")], ["a", "a_2"]),
    ],
)
def test_the_argument_for_each_parameter(places: list[Place], arguments: list[str]) -> None:
    one: Any = _Signature(tuple(_Argument(it) for it in reversed(arguments)))
    assert [assigned(one, places)[place].name for place in places] == arguments


def test_an_argument_that_is_missing_is_not_made_up() -> None:
    one: Any = _Signature((_Argument("id"), _Argument("other")))
    assert assigned(one, [("query", "id"), ("query", "lost")]).keys() == {("query", "id")}


def test_names_of_attributes() -> None:
    assert is_called("page_token", "pageToken", False)
    assert is_called("from_", "from", False) and is_called("field_3d", "3d", False)
    assert is_called("underscore_id", "_id", True) and not is_called("underscore_id", "_id", False)
    assert not is_called("token", "pageToken", True)


# The network


def test_the_server_of_another_http_library() -> None:
    """httpx2 is given its own answers; respx sees requests of httpx."""
    httpx2 = pytest.importorskip("httpx2")
    server = Server(201, b"{}", "application/json", "https://a.example/token")
    client = httpx2.Client(transport=httpx2.MockTransport(_adapted(httpx2, server)))
    answer = client.post("https://b.example/x?y=%20", content=b"body", headers=[("A", "1"), ("A", "2")])
    assert (answer.status_code, answer.content, answer.headers["content-type"]) == (201, b"{}", "application/json")
    (request,) = server.requests
    assert (str(request.url), request.content) == ("https://b.example/x?y=%20", b"body")
    assert request.headers.get_list("a") == ["1", "2"]
    assert client.post("https://a.example/token").json()["access_token"]
    assert (len(server.requests), len(server.token_requests)) == (1, 1)


def test_same_values() -> None:
    assert bodies.same({"a": [1, b"x"]}, {"a": [1.0, "x"]})
    assert not bodies.same(True, 1)
    assert not bodies.same([1, 2], [2, 1])
