"""Every break of a schema is shown by a value, which a validator of others judges; or it is said why there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.changes import rules
from generator.changes.report import Change, Report
from tests.changes.projects import report_of

HEAD = """\
openapi: 3.1.0
info: {{title: Pets, version: "1"}}
paths:
  /pets:
    post:
      operationId: addPet
      requestBody: {{required: true, content: {{application/json: {{schema: {request}}}}}}}
      responses:
        "200": {{description: Done, content: {{application/json: {{schema: {response}}}}}}}
"""


def compared(tmp_path: Path, old: str, new: str, side: str) -> Report:
    """The report of a schema that changed on one side of an operation."""
    for name, schema in (("old", old), ("new", new)):
        sides = {"request": "{type: string}", "response": "{type: string}", side: schema}
        (tmp_path / f"{name}.yaml").write_text(HEAD.format(**sides), encoding="utf-8")
    return report_of(tmp_path)


def breaks(found: Report) -> list[Change]:
    return [it for it in found.changes if it.severity == "breaking"]


NARROWED: list[tuple[str, str, Any]] = [
    ("{type: string, maxLength: 9}", "{type: string, maxLength: 3}", str),
    ("{type: integer, maximum: 9}", "{type: integer, maximum: 3}", int),
    ("{type: [string, integer]}", "{type: string}", int),
    ("{type: string, enum: [a, b]}", "{type: string, enum: [a]}", str),
    ("{type: [string, 'null']}", "{type: string}", type(None)),
    (
        "{type: object, properties: {a: {type: string}}}",
        "{type: object, required: [a], properties: {a: {type: string}}}",
        dict,
    ),
    ("{type: object}", "{type: object, additionalProperties: false, properties: {a: {}}}", dict),
    ("{type: array, items: {type: string}, maxItems: 4}", "{type: array, items: {type: string}, maxItems: 2}", list),
    ("{type: array, items: {type: string}}", "{type: array, items: {type: string}, uniqueItems: true}", list),
    ("{type: number}", "{type: number, multipleOf: 3}", (int, float)),
    ("{type: string}", "{type: string, pattern: '^a+$'}", str),
    ("{oneOf: [{type: string}, {type: array, items: {type: string}}]}", "{type: string}", list),
]


@pytest.mark.parametrize(("wide", "narrow", "kind"), NARROWED)
def test_what_was_allowed_to_send_shows_a_request_that_narrowed(
    tmp_path: Path, wide: str, narrow: str, kind: Any
) -> None:
    (found,) = breaks(compared(tmp_path, wide, narrow, "request"))
    assert found.witness is not None
    assert found.witness.accepted_by == "old", found.witness.why
    assert isinstance(found.witness.value, kind)


@pytest.mark.parametrize(
    ("wide", "narrow", "kind"),
    [it for it in NARROWED if "pattern" not in it[1] and "additional" not in it[1] and "enum" not in it[1]],
)
def test_what_may_come_now_shows_a_response_that_widened(tmp_path: Path, wide: str, narrow: str, kind: Any) -> None:
    (found,) = breaks(compared(tmp_path, narrow, wide, "response"))
    assert found.witness is not None
    assert found.witness.accepted_by == "new", found.witness.why
    assert isinstance(found.witness.value, kind)


def test_what_validators_take_for_words_is_told(tmp_path: Path) -> None:
    (found,) = breaks(compared(tmp_path, "{type: string}", "{type: string, format: uuid}", "request"))
    assert found.witness is not None
    assert found.witness.accepted_by is None
    assert "takes" in found.witness.why or "take" in found.witness.why


def test_a_choice_around_a_schema_breaks_only_if_a_value_shows_it(tmp_path: Path) -> None:
    plain = "{type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}}"
    both = (
        "{oneOf: [{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}, "
        "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}]}"
    )
    found = {it.id: it for it in compared(tmp_path, plain, both, "request").changes}["wrapped-in-one-of"]
    assert (found.severity, found.witness and found.witness.accepted_by) == ("breaking", "old")
    apart = f"{{oneOf: [{plain}, {{type: object, required: [c], properties: {{c: {{type: string}}}}}}]}}"
    found = {it.id: it for it in compared(tmp_path, plain, apart, "request").changes}["wrapped-in-one-of"]
    assert (found.severity, found.witness and found.witness.accepted_by) == ("warning", None)


def test_recursion_has_an_end(tmp_path: Path) -> None:
    tree = "{$ref: '#/components/schemas/Tree'}"
    for name, limit in (("old", 9), ("new", 3)):
        text = HEAD.format(request=tree, response="{type: string}")
        text += (
            "components:\n  schemas:\n    Tree: {type: object, properties: {name: {type: string, maxLength: LIMIT}, "
            "below: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}\n"
        )
        (tmp_path / f"{name}.yaml").write_text(text.replace("LIMIT", str(limit)), encoding="utf-8")
    (found,) = breaks(report_of(tmp_path))
    assert found.witness is not None
    assert found.witness.accepted_by == "old"


OF_SCHEMAS = {
    rule.id
    for source in (rules._values, rules._limits, rules._objects, rules._arrays, rules._logic)
    for rule in source()
}
CASES = sorted((Path(__file__).parents[1] / "cases" / "changes").iterdir())


@pytest.mark.parametrize("case", CASES, ids=[it.name for it in CASES])
def test_every_break_of_a_schema_has_a_witness_or_a_reason(case: Path) -> None:
    for it in breaks(report_of(case)):
        rule = rules.RULES.get(it.id)
        about_schemas = it.id in OF_SCHEMAS and rule is not None and rule.effect != "none"
        if about_schemas and it.directions:
            assert it.witness is not None, it.title
            assert it.witness.accepted_by is not None or it.witness.why, it.title
