"""The HTML page of a report: whole, harmless and complete without its script. `tests/browser` drives it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256

import pytest

from generator.changes.render import html, html_code, verdict
from generator.changes.report import Change, Excerpt, Report, Witness
from generator.changes.uses.findings import Use
from generator.diagnostics import Location
from tests.browser.reports import change, client_change, effect, large, place, reached, report, rich
from tests.browser.tree import Node, parsed

_URLS = {"src", "href", "action", "srcset", "data", "poster", "formaction", "background", "ping", "cite"}


def shown(subject: Report) -> Node:
    """The page of a report, as a tree."""
    return parsed(html.render(subject))


def entry_of(page: Node, it: Change) -> Node:
    """The entry of a change."""
    (found,) = [node for node in page.all() if node.attributes.get("id") == it.fingerprint]
    return found


def by_id(page: Node, name: str) -> Node | None:
    return next((node for node in page.all() if node.attributes.get("id") == name), None)


REPORTS = {
    "rich": rich(),
    "nothing": report(),
    "one": report(change(1)),
    "warnings only": replace(report(), warnings=rich().warnings),
    "large": large(60),
    "no python": replace(rich(), python_layer=False),
}


@pytest.fixture(params=REPORTS)
def any_report(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]


# ── structure ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_is_well_formed_and_its_links_lead_somewhere(any_report: Report) -> None:
    page = shown(any_report)
    ids = Counter(it.attributes["id"] for it in page.all() if "id" in it.attributes)
    assert [name for name, number in ids.items() if number > 1] == []
    for node in page.all():
        href = node.attributes.get("href")
        assert href is None or (href.startswith("#") and href[1:] in ids), href
        for name in ("for", "aria-labelledby"):
            assert all(it in ids for it in (node.attributes.get(name) or "").split()), node.attributes


def test_headings_go_down_one_step_at_a_time(any_report: Report) -> None:
    levels = [int(it.tag[1]) for it in shown(any_report).all() if re.fullmatch("h[1-6]", it.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:]))


def test_the_page_has_landmarks_a_title_and_labels() -> None:
    page = shown(rich())
    for tag in ("header", "main", "footer", "title"):
        assert len(page.whole(tag)) == 1, tag
    assert page.whole("html")[0].attributes["lang"] == "en"
    assert page.whole("title")[0].text == f"1.0.0 → 1.1.0: {verdict.line(rich())}"
    labelled = {it.attributes.get("for") for it in page.whole("label")}
    boxes = [it for label in page.whole("label") for it in label.whole("input")]
    for node in page.whole("input", "select"):
        assert node in boxes or node.attributes.get("id") in labelled
    assert all(it.text or it.attributes.get("aria-label") for it in page.whole("button"))


def test_the_page_needs_nothing_from_elsewhere(any_report: Report) -> None:
    text = html.render(any_report)
    for node in parsed(text).all():
        assert node.tag not in {"link", "img", "iframe", "object", "embed", "base", "svg", "video", "audio"}
        for name, value in node.attributes.items():
            assert not name.startswith("on") and name != "style", name
            assert name not in _URLS or (value or "").startswith("#"), value
    assert "@import" not in text and "url(" not in text and "http" not in text.replace("http-equiv", "")


def test_the_policy_allows_the_pages_own_style_and_script_alone(any_report: Report) -> None:
    page = shown(any_report)
    (policy,) = [
        it.attributes["content"]
        for it in page.whole("meta")
        if it.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    (style,), (script,) = page.whole("style"), page.whole("script")
    assert policy == (
        f"default-src 'none'; style-src {_hash(style.text)}; script-src {_hash(script.text)}; "
        "base-uri 'none'; form-action 'none'"
    )
    head = page.whole("head")[0].children
    assert head[1].attributes.get("http-equiv") == "Content-Security-Policy", "it must stand before what it judges"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_same_report_gives_the_same_bytes() -> None:
    assert html.render(rich()) == html.render(rich())


def test_what_needs_the_script_is_hidden_without_it(any_report: Report) -> None:
    page = shown(any_report)
    hidden = [it for it in page.all() if "hidden" in it.attributes]
    inside = {id(node) for it in hidden for node in it.all()}
    assert all(id(it) in inside for it in page.whole("form", "button", "input", "select", "output"))
    assert all("data-script" in it.attributes or it.attributes.get("id") == "empty" for it in hidden)


# ── hostile documents ───────────────────────────────────────────────────────────────────────────────────────────────

HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><b>",
    "{{ 7 * 7 }}{% raw %}",
    "<!--",
    "]]>",
    "' onmouseover='x",
    "javascript:alert(1)",
    "\u202egnp.exe",
    "a\x00b\x1b[2J\r\nc",
    "\ud800",
    "&lt;already&gt;",
)


@pytest.mark.parametrize("evil", HOSTILE)
def test_strings_of_a_document_cannot_act(evil: str) -> None:
    base = rich()
    bad = replace(
        change(1, "breaking"),
        id=evil,
        fingerprint=evil,
        title=evil,
        explanation=evil,
        advice=evil,
        pointer=evil,
        old=replace(place(evil, 3, evil, evil, evil), location=Location(evil, 3, 1)),
        new=place(evil, 3, *(f"{evil}{' ' * 500}" for _ in range(3))),
        elsewhere=(evil,),
        reached=(replace(reached(evil), method=evil, path=evil, operation_id=evil, words=evil), reached("b")),
        python=(effect(f"models.{evil}", evil, evil + "x", detail=evil),),
        uses=(Use(evil, 1, 1, f"models.{evil}", "field"),),
        witness=Witness({evil: evil}, "old"),
        approval=replace(base.stale[0], reason=evil, who=evil, until=evil),
    )
    subject = replace(
        base,
        package=evil,
        old=replace(base.old, version=evil, name=evil, sha256=evil),
        changes=(bad, replace(bad, approval=None, fingerprint="2" + evil)),
        bump_reasons=(f"{evil} [{evil}]", evil),
        stale=(replace(base.stale[0], fingerprint=evil, reason=evil, who=evil),),
        unfollowed=(replace(base.unfollowed[0], file=evil, reason=evil),),
        warnings=(replace(base.warnings[0], code=evil, message=evil, pointer=evil, hint=evil),),
    )
    text = html.render(subject)
    page = parsed(text)
    assert {it.tag for it in page.all()} <= {it.tag for it in shown(rich()).all()}
    assert len(page.whole("script")) == len(page.whole("style")) == 1
    assert not any(name.startswith("on") for it in page.all() for name in it.attributes)
    assert text.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    for node in page.all():
        href = node.attributes.get("href")
        assert href is None or href.startswith("#")


def test_characters_that_act_are_shown_as_escapes() -> None:
    page = shown(report(change(1, title="a\u202eb\x00c\nd")))
    assert "a\\u202eb\\x00c\\nd" in [it.text for it in page.whole("h4")]


def test_two_entries_of_one_fingerprint_have_ids_of_their_own() -> None:
    page = shown(report(change(1, "breaking"), change(1, "breaking")))
    assert [it.attributes["id"] for it in page.all() if it.has("change")] == [f"{1:012x}", f"{1:012x}-2"]


def test_absolute_paths_are_not_told() -> None:
    subject = rich()
    subject = replace(
        subject,
        old=replace(subject.old, name="/some/where/openapi.yaml"),
        new=replace(subject.new, name="C:\\jo\\openapi.yaml"),
        changes=(replace(change(1), old=replace(place("/a", 3), location=Location("/some/where/openapi.yaml", 3, 1))),),
    )
    text = html.render(subject)
    assert "/home/jo" not in text and "C:\\jo" not in text and "openapi.yaml:3" in text


# ── what is said ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_report_without_changes_says_so() -> None:
    page = shown(replace(report(), reworded=2))
    assert "No change: the two documents mean the same. 2 places were reworded." in page.text
    assert not page.whole("form") and not page.whole("table")


def test_what_was_not_understood_stands_on_top_and_is_never_no_change() -> None:
    page = shown(REPORTS["warnings only"])
    assert "The two documents mean the same" not in page.text
    assert "No change was found in what could be understood" in page.text
    first = page.whole("main")[0].children[0]
    assert "Not everything was understood" in first.text
    assert "spec/1.1.0/openapi.yaml:8:3" in first.text and "point it at a component" in first.text


def test_the_head_says_the_verdict_the_documents_and_the_bump() -> None:
    page = shown(rich())
    assert page.whole("h1")[0].text == "1.0.0 → 1.1.0"
    assert verdict.line(rich()) in page.text
    assert "a" * 64 in page.text and "b" * 64 in page.text
    (bump,) = [it for it in page.all() if it.has("bump")]
    assert "major" in bump.text
    assert {it.attributes["href"] for it in bump.whole("a")} == {f"#{number:012x}" for number in (1, 2, 3, 4)}


def test_many_reasons_are_folded() -> None:
    page = shown(report(*(change(at, "breaking") for at in range(9))))
    (bump,) = [it for it in page.all() if it.has("bump")]
    assert bump.whole("summary")[0].text == "9 reasons"


def test_the_table_counts_by_level_and_layer() -> None:
    (table,) = shown(rich()).whole("table")
    rows = [[cell.text for cell in row.children] for row in table.whole("tr")]
    assert rows == [
        ["", "Wire", "Client", "All"],
        ["breaking", "3", "2", "4"],
        ["to check", "1", "0", "1"],
        ["info", "3", "1", "4"],
    ]


def test_what_must_be_done_comes_first_and_open() -> None:
    page = shown(rich())
    todo, rest = [it for it in page.all() if it.has("list")]
    opened = [it.attributes["id"] for it in todo.all() if it.has("change") and "open" in it.attributes]
    assert opened == [f"{number:012x}" for number in (1, 2, 3, 5)]
    assert not any("open" in it.attributes for it in rest.all() if it.tag == "details")
    names = [it.text for it in rest.whole("h3")]
    assert names[:2] == ["owners", "pets"] and set(names[2:]) == {"Several resources", "Schemas and names"}
    pets = next(it for it in rest.all() if it.has("group") and it.whole("h3")[0].text == "pets")
    assert [it.text for it in pets.whole("h4")] == ["Pet.tag is deprecated now", "Pet.colour is new"], "additions last"
    assert "2 entries, 1 addition" in pets.text


def test_every_change_stands_once(any_report: Report) -> None:
    found = [it.attributes["id"] for it in shown(any_report).all() if it.has("change")]
    assert sorted(found, key=str) == sorted(it.fingerprint for it in any_report.changes)


def test_an_entry_says_all_of_its_change() -> None:
    subject = rich()
    text = entry_of(shown(subject), subject.changes[0]).text
    for part in (
        "breaking",
        "Pet.name may be absent now",
        "A response may only narrow.",
        "Expect that it is not there.",
        "response: breaking",
        "client.pets.create(name)",
        "the argument is gone",
        "name: str | None = None",
        "app/views.py:40",
        "app/jobs.py:7",
        "2 uses",
        "The new document allows this value, the old one does not:",
        '{"tag": "a"}',
        "GET /pets",
        "list_pets",
        "#/components/schemas/Pet/properties/field1",
        "spec/1.0.0/openapi.yaml:11",
        "required: [name]",
        "property-became-optional",
        f"{1:012x}",
        f'[[approval]]\nfingerprint = "{1:012x}"\nreason = ""\nwho = ""',
    ):
        assert part in text, part


def test_levels_are_told_by_words_and_layers_by_name() -> None:
    subject = rich()
    page = shown(subject)
    for it in subject.changes:
        summary = entry_of(page, it).whole("summary")[0].text
        assert {"breaking": "breaking", "warning": "to check", "info": "info"}[it.verdict] in summary
        assert all(layer in summary for layer in it.layers)


def test_both_sides_of_python_are_there_with_what_differs_marked() -> None:
    subject = rich()
    figures = [
        (it.whole("figcaption")[0].text, it.whole("pre")[0].text, [mark.text for mark in it.whole("mark")])
        for it in entry_of(shown(subject), subject.changes[2]).whole("figure")
        if it.whole("pre") and it.whole("figcaption")
    ]
    assert figures[0] == ("Before", "from pets_api.models import Pet", ["Pet"])
    assert figures[1] == ("After", "from pets_api.models import Dog", ["Dog"])


def test_two_remarks_on_one_symbol_are_one_effect() -> None:
    first = effect("models.Pet.name", "name: str", "name: str", detail="it is bound now")
    second = effect("models.Pet.name", "name: str", "name: str", breaks=False, detail="it is deprecated")
    subject = client_change(1, second, first)
    text = entry_of(shown(report(subject)), subject).text
    assert "it is bound now; it is deprecated" in text and text.count("name: str") == 1
    assert "Before and after" in text


def test_many_operations_are_folded_and_grouped() -> None:
    subject = rich()
    page = shown(subject)
    summaries = [it.text for it in entry_of(page, subject.changes[1]).whole("summary")]
    assert "9 operations" in summaries
    both = entry_of(page, subject.changes[7])
    assert [it.text for it in both.all() if it.has("of")] == ["owners", "pets"]
    assert "owners, pets" in both.whole("dl")[0].text


def test_an_operation_that_fares_better_says_so() -> None:
    it = replace(change(1, "breaking"), reached=(reached("pets", "breaking"), reached("owners", "info")))
    lines = [node.text for node in entry_of(shown(report(it)), it).whole("li") if "list_" in node.text]
    assert lines == ["GET /owners info list_owners · 200 response", "GET /pets list_pets · 200 response"]


def test_no_example_is_explained_and_a_guess_is_in_words() -> None:
    subject = rich()
    page = shown(subject)
    assert "No value is shown: none was found." in entry_of(page, subject.changes[1]).text
    assert "A guess, and very probably right (90%)." in entry_of(page, subject.changes[2]).text


@pytest.mark.parametrize(
    ("confidence", "said"), [(1.0, "almost certainly"), (0.8, "very probably"), (0.6, "probably"), (0.3, "perhaps")]
)
def test_confidence_has_words(confidence: float, said: str) -> None:
    it = replace(change(1), confidence=confidence)
    assert f"and {said} right" in entry_of(shown(report(it)), it).text


def test_null_is_an_example_too() -> None:
    it = replace(change(1, "breaking"), witness=Witness(None, "old"))
    entry = entry_of(shown(report(it)), it)
    assert "The old document allows this value, the new one does not:" in entry.text
    assert entry.whole("pre")[0].text == "null"


def test_approvals_are_marked_and_ask_for_none() -> None:
    subject = rich()
    page = shown(subject)
    text = entry_of(page, subject.changes[3]).text
    assert "Approved by jo@example.org, until 1.3.0: agreed with the vendor" in text
    assert "[[approval]]" not in text
    assert "1 entry is approved" in page.text
    stale = by_id(page, "stale")
    assert stale is not None and "feedfeedfeed by sam@example.org: the pager was to change" in page.text


def test_what_the_search_for_uses_saw_is_said() -> None:
    page = shown(rich())
    assert "12 Python files were searched: 2 uses found." in page.text
    assert "app/dynamic.py:3 a name that is made at run time" in page.text
    assert "No code was searched for uses." in shown(replace(rich(), files=None)).text
    assert "The Python client was not compared" in shown(REPORTS["no python"]).text


def test_the_filters_offer_what_there_is() -> None:
    page = shown(rich())
    assert [it.text for it in page.whole("option")] == ["all", "owners (3)", "pets (5)", "schemas and names (2)"]
    keys = {it.attributes["data-key"]: it.attributes["value"] for it in page.whole("option")[1:]}
    several = entry_of(page, rich().changes[7])
    assert [keys[it] for it in (several.attributes["data-resources"] or "").split()] == ["owners", "pets"]


# ── code ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_lines_lose_the_indentation_that_all_have() -> None:
    page = shown(report(replace(change(1), old=place("/a", 7, "    a:", "", "      b: 1"), new=None)))
    (lines,) = page.whole("ol")
    assert lines.attributes["start"] == "6"
    assert [it.text for it in lines.whole("li")] == ["a:", "", "  b: 1"]
    assert [it.text for it in lines.whole("mark")] == [""]


def test_a_document_on_one_line_shows_the_part_that_matters() -> None:
    line = "x" * 50_000 + "here" + "y" * 50_000
    where = replace(place("/a", 1, line), location=Location("a.json", 1, 50_001), excerpt=Excerpt(1, 1, (line,)))
    (text,) = [it.text for it in shown(report(replace(change(1), old=where, new=None))).whole("mark")]
    assert "here" in text and len(text) < 500 and text.startswith("… ") and text.endswith(" …")


def test_a_long_value_is_cut_and_that_is_said() -> None:
    lines = html_code.value_lines(["x" * 10_000])
    assert sum(map(len, lines)) < 5_000 and lines[-1].endswith("characters more")
    assert html_code.value_lines({"a": "é"}) == ('{"a": "é"}',)
    assert html_code.value_lines({"a": "x" * 90})[0] == "{"


def test_sources_of_several_lines_keep_them() -> None:
    old, new = html_code.pieces("a(\n  b,\n)", "a(\n  c,\n)")
    assert [(it.kind, it.text) for it in old if it.kind != "same"] == [("break", ""), ("other", "b"), ("break", "")]
    assert "".join("\n" if it.kind == "break" else it.text for it in new) == "a(\n  c,\n)"


# ── size ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_thousand_changes_stay_small_and_folded() -> None:
    text = html.render(large())
    assert len(text.encode()) < 3_000_000
    page = parsed(text)
    entries = [it for it in page.all() if it.has("change")]
    assert len(entries) == 1_000 and not any("open" in it.attributes for it in entries)
