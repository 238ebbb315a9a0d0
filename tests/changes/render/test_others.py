"""Text, JSON, annotations, SARIF and JUnit."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema_rs
import pytest

from generator.changes.render import checks, json_report, text
from generator.changes.report import Approval, Report
from generator.changes.uses.findings import Use
from tests.changes.projects import report_of
from tests.changes.reports import change, hostile, info, report

APPROVED = Approval("0123456789ab", "agreed", "jo", "2.0")
CASES = sorted((Path(__file__).parents[2] / "cases" / "clients").iterdir())


def schema() -> Any:
    return json.loads(json_report.SCHEMA.read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[it.name for it in CASES])
def test_json_keeps_to_its_schema(case: Path) -> None:
    found = json.loads(json_report.render(report_of(case)))
    jsonschema_rs.Draft202012Validator(schema()).validate(found)


def test_json_of_anything_keeps_to_its_schema() -> None:
    validator = jsonschema_rs.Draft202012Validator(schema())
    validator.validate(json_report.as_json(hostile()))
    validator.validate(json_report.as_json(report()))
    validator.validate(json_report.as_json(report(change(approval=APPROVED), info(), files=0)))


def test_the_schema_knows_every_property() -> None:
    found = json_report.as_json(hostile())
    kinds = schema()["$defs"]
    assert found.keys() == schema()["properties"].keys()
    assert found["summary"].keys() == schema()["properties"]["summary"]["properties"].keys()
    assert found["changes"][0].keys() == kinds["change"]["properties"].keys()
    for name in ("operations", "python", "uses"):
        assert found["changes"][0][name][0].keys() == kinds["change"]["properties"][name]["items"]["properties"].keys()


def test_a_value_that_is_too_long_is_left_out() -> None:
    long = change().old
    assert long is not None
    from dataclasses import replace

    found = json_report.as_json(report(change(old=replace(long, value="x" * 5000))))
    assert found["changes"][0]["cause"]["old"]["value"] is None
    assert found["changes"][0]["cause"]["old"]["omitted"] == 5002


def test_text_begins_with_the_verdict() -> None:
    shown = text.render(report(change(), info()))
    assert shown.splitlines()[0] == "1.0 → 1.1: major: 1 breaking, 1 more"
    assert "old.yaml:7:5: breaking Pet.name is gone" in shown
    assert "  info Pet.age is new" in shown


def test_text_is_coloured_on_request_alone() -> None:
    assert "\x1b" not in text.render(hostile())
    assert "\x1b[1;31mbreaking\x1b[0m" in text.render(report(change()), color=True)


def test_no_text_of_a_document_acts_on_a_terminal() -> None:
    shown = text.render(hostile(), color=True)
    assert not re.sub(r"\x1b\[[0-9;]*m", "", shown).count("\x1b")
    assert "\u202e" not in shown


def test_annotations_are_of_documents_and_of_uses() -> None:
    use = Use("shop/app.py", 12, 4, "models.Pet.name", "field")
    lines = checks.github(report(change(uses=(use,)), info(), change(approval=APPROVED))).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::notice"]
    assert lines[0].startswith("::error file=old.yaml,line=7,col=5,title=property-removed::Pet.name is gone")
    assert lines[1].startswith("::error file=shop/app.py,line=12,col=4,")


def test_no_text_of_a_document_is_a_command() -> None:
    assert all(re.match("::(error|warning|notice) ", line) for line in checks.github(hostile()).splitlines())


def test_sarif_has_a_result_for_each_change() -> None:
    log = json.loads(checks.sarif(report(change(), info(), change(approval=APPROVED, fingerprint="0" * 12))))
    results = log["runs"][0]["results"]
    assert [it["level"] for it in results] == ["error", "note", "error"]
    assert results[0]["partialFingerprints"] == {"change/v1": "0123456789ab"}
    assert results[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 5}
    assert [bool(it.get("suppressions")) for it in results] == [False, False, True]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rules[it["ruleIndex"]]["id"] for it in results] == [it["ruleId"] for it in results]


def suite(found: Report) -> ElementTree.Element:
    tree = ElementTree.fromstring(checks.junit(found)).find("testsuite")
    assert tree is not None
    return tree


def test_info_passes_in_junit() -> None:
    tree = suite(report(change(), info(), change(approval=APPROVED)))
    assert {key: tree.get(key) for key in ("tests", "failures", "skipped")} == {
        "tests": "3",
        "failures": "1",
        "skipped": "1",
    }
    assert [[child.tag for child in case] for case in tree] == [["failure"], [], ["skipped"]]


def test_junit_holds_anything() -> None:
    assert suite(hostile()).get("tests") == "3"


def test_no_change_is_a_test_that_passes() -> None:
    tree = suite(report())
    assert (tree.get("tests"), tree.get("failures")) == ("1", "0")
