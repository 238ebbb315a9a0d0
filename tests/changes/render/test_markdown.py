"""The Markdown of a report: what it says, in which order, and how long it may be."""

from __future__ import annotations

import re

from generator.changes.render import changelog, markdown
from generator.changes.report import Approval, Witness
from generator.changes.uses.findings import Use
from tests.changes.reports import HOSTILE, change, hostile, info, report


def test_the_verdict_stands_first_and_fits_a_commit_title() -> None:
    text = markdown.render(report(change(), info(), files=2))
    assert text.splitlines()[0] == "# 1.0 → 1.1: major: 1 breaking, 1 more; 0 uses in 0 files"


def test_what_must_be_done_comes_before_the_rest() -> None:
    text = markdown.render(report(info(), change()))
    assert text.index("## What you must do") < text.index("### Pet.name is gone") < text.index("## Everything else")
    assert text.index("## Everything else") < text.index("- Pet.age is new (")


def test_old_and_new_python_stand_side_by_side() -> None:
    text = markdown.render(report(change()))
    assert "| `name: str \\| None = None` |  | **breaks**: `Pet.name` the field is gone |" in text


def test_an_entry_tells_why_where_and_by_what() -> None:
    use = Use("shop/app.py", 12, 4, "models.Pet.name", "field")
    text = markdown.render(report(change(uses=(use,), witness=Witness({"name": None}, "new"), confidence=0.7), files=1))
    for said in (
        "It may be refused. Do without it.",
        "`GET /pets/{petId} (response)`",
        "`shop/app.py:12` `Pet.name` (field)",
    ):
        assert said in text
    assert 'Allowed by the new document, refused by the old one: `{"name": null}`' in text
    assert "a guess, 70% sure" in text
    assert ">     7     the line: that matters" in text


def test_approved_changes_ask_for_nothing() -> None:
    text = markdown.render(report(change(approval=Approval("0123456789ab", "agreed", "jo"))))
    assert "What you must do" not in text
    assert "approved by jo: agreed" in text


def test_documents_that_mean_the_same_are_told_so() -> None:
    text = markdown.render(report(reworded=3))
    assert text.startswith("# 1.0 → 1.1: no change but 3 rewordings\n")
    assert "The two documents mean the same." in text


def test_many_entries_stay_below_the_limit_of_a_comment() -> None:
    many = [change(fingerprint=f"{number:012x}", title=f"Pet.name{number} is gone") for number in range(500)]
    text = markdown.render(report(*many, *[info(fingerprint=f"{number:012d}") for number in range(500)]))
    assert len(text) < markdown.LIMIT
    shown = len(re.findall(r"^### ", text, re.MULTILINE))
    left = re.search(r"\*\*(\d+) more entries are left out here", text)
    assert left is not None
    assert int(left.group(1)) == 1000 - shown


def test_texts_of_a_document_are_no_markup() -> None:
    text = markdown.render(hostile())
    assert "\x1b" not in text
    assert "\u202e" not in text
    blocks = re.sub(r"^(```+)yaml\n.*?\n\1$", "", text, flags=re.DOTALL | re.MULTILINE)
    outside = re.sub(r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", blocks)  # escapes and code spans (CommonMark 2.4, 6.1)
    assert "<img" not in outside
    assert "<!--" not in outside
    assert "@everyone" not in outside
    assert HOSTILE not in text


def test_tables_hold_together_whatever_a_cell_holds() -> None:
    rows = [line for line in markdown.render(hostile()).splitlines() if line.startswith("| ") and "breaks" in line]
    assert rows
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) == 4


def test_a_section_of_the_changelog_is_for_callers() -> None:
    text = changelog.section(report(change(), info()))
    assert text.startswith("## 1.1\n\n### Breaking\n\n- `Pet.name`: the field is gone\n")
    assert "### Added\n\n- `Pet.age`: the field is new\n" in text


def test_a_step_that_callers_do_not_see_says_so() -> None:
    assert "Nothing that callers see has changed." in changelog.section(report())
