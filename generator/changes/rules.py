"""Every rule: what a finding of it says, and how much it weighs.

Levels follow from one law. A schema is the set of values that it allows, and an edit narrows the set, widens it, or moves it. What
a client sends must fit the new set, so a request may only widen; what it gets must fit what it was promised, so a response may
only narrow; a move breaks both. `EFFECTS` says so once. A rule that departs from the law carries its own levels and the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.changes.findings import Direction, Level

Effect = Literal["narrowed", "widened", "moved", "none"]

EFFECTS: Mapping[Effect, Mapping[Direction, Level]] = {
    "narrowed": {"request": "breaking", "response": "info"},
    "widened": {"request": "info", "response": "breaking"},
    "moved": {"request": "breaking", "response": "breaking"},
    "none": {"request": "info", "response": "info"},
}
"""The law: the level of each effect in each direction."""

LAW: Mapping[tuple[Effect, Direction], str] = {
    ("narrowed", "request"): "A request may only widen: the API refuses what it used to take.",
    ("narrowed", "response"): "A response may narrow: everything that still comes was promised before.",
    ("widened", "request"): "A request may widen: everything that was valid is valid still.",
    ("widened", "response"): "A response may only narrow: the API answers with what callers were promised not to get.",
    ("moved", "request"): "What was valid to send may be refused now.",
    ("moved", "response"): "What comes back is not what callers were promised.",
    ("none", "request"): "The values that may be sent are the same.",
    ("none", "response"): "The values that may come are the same.",
}
"""The law in words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `title` says what happened, with `{subject}`, `{old}` and `{new}`; `advice` what a caller can do, if anything.

    `levels` depart from those of the effect, for the `reason` given. `cases` are levels for circumstances, all of those named, before
    anything else; the first that fits counts. Circumstances are "parameter", "optional" (a parameter that may be left out), "top" (the
    schema of the parameter itself, not one below) and "flipped" (below a `not`, where narrowing widens).
    """

    id: str
    effect: Effect
    title: str
    advice: str = ""
    levels: Mapping[Direction, Level] = field(default_factory=dict)
    reason: str = ""
    cases: tuple[tuple[frozenset[str], Mapping[Direction, Level]], ...] = ()

    def level(self, direction: Direction, circumstances: frozenset[str] = frozenset()) -> Level:
        """The level in a direction, under circumstances."""
        for needed, levels in self.cases:
            if needed <= circumstances and direction in levels:
                return levels[direction]
        if direction in self.levels:
            return self.levels[direction]
        effect = _FLIPPED.get(self.effect, self.effect) if "flipped" in circumstances else self.effect
        return EFFECTS[effect][direction]


_FLIPPED: Mapping[Effect, Effect] = {"narrowed": "widened", "widened": "narrowed"}


def _levels(request: Level, response: Level) -> Mapping[Direction, Level]:
    return {"request": request, "response": response}


_HARMLESS = _levels("info", "info")
_BREAKS = _levels("breaking", "breaking")
_CHECK = _levels("warning", "warning")

# ── schemas ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_BOUND_SET = "A limit that is new in the document may have been there all along: the document alone cannot tell."
_OPEN = "Readers pass over what they do not know; who insists on knowing all of it has to look."


def _values() -> Iterator[Rule]:
    yield Rule("type-changed", "moved", "the type is {new}, it was {old}")
    reason = (
        "In addresses and headers everything is text: what was written before reads as a text, or as a list of one."
    )
    cases = (
        (frozenset({"parameter", "top"}), _levels("info", "info")),
        (frozenset({"parameter"}), _levels("warning", "warning")),
    )
    yield Rule("type-became-text", "moved", "the type is {new}, it was {old}", "", {}, reason, cases)
    yield Rule("type-became-list", "moved", "the type is {new}, it was {old}", "", {}, reason, cases)
    yield Rule("type-generalized", "widened", "the type is wider: {new} instead of {old}")
    yield Rule("type-specialized", "narrowed", "the type is narrower: {new} instead of {old}")
    yield Rule("list-of-types-widened", "widened", "more types are possible: {new} instead of {old}")
    yield Rule("list-of-types-narrowed", "narrowed", "fewer types are possible: {new} instead of {old}")
    yield Rule("became-nullable", "widened", "null is possible now", "Expect None where there always was a value.")
    yield Rule(
        "became-not-nullable", "narrowed", "null is no longer possible", "Leave the value out instead of sending null."
    )
    yield Rule("format-added", "narrowed", "the format is {new}, none was named before")
    yield Rule("format-removed", "widened", "the format is no longer named; it was {old}")
    yield Rule("format-changed", "moved", "the format is {new}, it was {old}")
    yield Rule("format-generalized", "widened", "the format is wider: {new} instead of {old}")
    yield Rule("format-specialized", "narrowed", "the format is narrower: {new} instead of {old}")
    reason = "Integers of Python have no size; what is stored in columns or sent to other languages has one."
    yield Rule("integer-size-increased", "widened", "the integer is larger: {new} instead of {old}", "",
               {"response": "info"}, reason)  # fmt: skip
    yield Rule(
        "number-size-unset", "widened", "the number may be of any size; it was {old}", "", {"response": "info"}, reason
    )
    yield Rule(
        "number-size-set", "narrowed", "the number has a size now: {new}", "", {"request": "warning"}, _BOUND_SET
    )
    yield Rule("integer-size-decreased", "narrowed", "the integer is smaller: {new} instead of {old}")
    yield Rule("became-enum", "narrowed", "only listed values are possible now: {new}")
    reason = "Lists of values grow; a client that keeps values which it does not know is not broken by one more."
    yield Rule(
        "enum-removed", "widened", "any value is possible now; only {old} were", "", {"response": "warning"}, reason
    )
    yield Rule("enum-value-added", "widened", "one more value: {subject}", "Decide what your code does with it.",
               {"response": "warning"}, reason)  # fmt: skip
    yield Rule("enum-value-removed", "narrowed", "the value {subject} is gone", "Do not send it any more.")
    yield Rule("enum-value-renamed", "moved", "the value {subject} was probably renamed", "Send the new spelling.",
               {"response": "warning"}, reason)  # fmt: skip
    yield Rule("extensible-enum-value-removed", "narrowed", "the known value {subject} is gone from x-extensible-enum")
    yield Rule("const-added", "narrowed", "only {new} is possible now")
    yield Rule("const-changed", "moved", "only {new} is possible, it was {old}")
    yield Rule("const-removed", "widened", "it need not be {old} any longer")
    reason = "Who leaves the parameter out gets another answer than before, without any error to notice it by."
    for what, title in (("added", "{new} stands for an absent value now"),
                        ("changed", "{new} stands for an absent value, it was {old}"),
                        ("removed", "nothing stands for an absent value; it was {old}")):  # fmt: skip
        yield Rule(f"default-value-{what}", "none", title, "Send the value that you mean.", {}, reason,
                   ((frozenset({"parameter", "optional"}), {"request": "breaking"}),))  # fmt: skip


_BOUNDS = {
    "min": "smallest number",
    "max": "largest number",
    "exclusive-min": "number that all must exceed",
    "exclusive-max": "number that all must stay below",
    "min-length": "shortest text",
    "max-length": "longest text",
    "min-items": "least number of items",
    "max-items": "largest number of items",
    "min-properties": "least number of properties",
    "max-properties": "largest number of properties",
    "min-contains": "least number of matching items",
    "max-contains": "largest number of matching items",
}


_FROM_ZERO = ("min-length", "min-items", "min-properties")
"""Bounds whose absence is the same as zero, so that none is ever new (JSON Schema 2020-12, Validation, section 6).

The absence of `minContains` is the same as one, so that none of it ever goes or comes.
"""


def _limits() -> Iterator[Rule]:
    for name, words in _BOUNDS.items():
        lower = "min" in name.split("-")
        tighter, looser = ("increased", "decreased") if lower else ("decreased", "increased")
        advice = f"Check that what you send keeps to the {words}."
        yield Rule(f"{name}-{tighter}", "narrowed", f"the {words} is {{new}}, it was {{old}}", advice)
        yield Rule(f"{name}-{looser}", "widened", f"the {words} is {{new}}, it was {{old}}")
        if name == "min-contains":
            continue
        if name not in _FROM_ZERO:
            levels: Mapping[Direction, Level] = {"request": "warning"}
            yield Rule(f"{name}-set", "narrowed", f"the {words} is limited now: {{new}}", advice, levels, _BOUND_SET)
        yield Rule(f"{name}-unset", "widened", f"the {words} is no longer limited; it was {{old}}")
    yield Rule("multiple-of-added", "narrowed", "only multiples of {new} are possible now")
    yield Rule("multiple-of-removed", "widened", "it need not be a multiple of {old} any longer")
    yield Rule("multiple-of-changed", "moved", "only multiples of {new} are possible, they were of {old}")
    yield Rule("multiple-of-specialized", "narrowed", "only multiples of {new} are possible, they were of {old}")
    yield Rule("multiple-of-generalized", "widened", "multiples of {new} are possible, they were of {old}")
    yield Rule("unique-items-added", "narrowed", "no item may be there twice any longer")
    yield Rule("unique-items-removed", "widened", "items may be there twice now")
    reason = "Readers take a text as it is; how it is spelled matters to whoever makes it."
    yield Rule("pattern-added", "narrowed", "the text must match {new} now")
    yield Rule(
        "pattern-removed", "widened", "the text need not match {old} any longer", "", {"response": "info"}, reason
    )
    yield Rule("pattern-changed", "moved", "the text must match {new}, it was {old}", "Check that what you send matches.",
               _levels("warning", "info"), "Which texts match both expressions cannot be told in general.")  # fmt: skip
    yield Rule("content-encoding-changed", "moved", "the text is encoded as {new}, it was {old}")
    yield Rule("content-media-type-changed", "moved", "the text holds {new}, it was {old}")
    yield Rule("content-schema-added", "narrowed", "what the text holds has a schema now")
    yield Rule("content-schema-removed", "widened", "what the text holds has no schema any longer")


def _objects() -> Iterator[Rule]:
    reason = (
        "Whether it is refused or passed over from now on, the document does not say; code that reads it finds nothing."
    )
    yield Rule("property-added", "none", "{subject} is new", "", _HARMLESS, _OPEN)
    yield Rule("required-property-added", "narrowed", "{subject} is new and required", "Send it.")
    yield Rule("property-removed", "none", "{subject} is gone", "Do without it.", _CHECK, reason)
    yield Rule("required-property-removed", "widened", "{subject} is gone; it was always there", "Do without it.",
               {"request": "warning"}, reason)  # fmt: skip
    yield Rule("property-renamed", "moved", "{subject}: removed and added, probably renamed", "Use the new name.")
    yield Rule("property-became-required", "narrowed", "{subject} is required now", "Send it in every request.")
    yield Rule("property-became-optional", "widened", "{subject} may be absent now", "Expect that it is not there.")
    reason = "Who sends it, the document says by this; what was sent needlessly is passed over by most APIs."
    for words in ("read-only", "write-only"):
        side = "the API" if words == "read-only" else "the client"
        yield Rule(f"property-became-{words}", "none", f"{{subject}} is only sent by {side} now", "", {}, reason)
        yield Rule(
            f"property-became-not-{words}", "none", f"{{subject}} is no longer only sent by {side}", "", {}, reason
        )
    yield Rule("additional-properties-refused", "narrowed", "properties that are not declared are refused now")
    yield Rule("additional-properties-allowed", "widened", "properties that are not declared are allowed now", "",
               {"response": "info"}, _OPEN)  # fmt: skip
    yield Rule(
        "additional-properties-restricted", "narrowed", "properties that are not declared must keep to a schema now"
    )
    yield Rule("additional-properties-unrestricted", "widened", "properties that are not declared may be anything now", "",
               {"response": "info"}, _OPEN)  # fmt: skip
    yield Rule("pattern-property-added", "narrowed", "properties that match {subject} must keep to a schema now")
    yield Rule("pattern-property-removed", "widened", "properties that match {subject} may be anything now")
    yield Rule("property-names-added", "narrowed", "names of properties must keep to a schema now")
    yield Rule("property-names-removed", "widened", "names of properties may be anything now")
    yield Rule("dependent-required-added", "narrowed", "{subject} calls for other properties now: {new}")
    yield Rule("dependent-required-removed", "widened", "{subject} no longer calls for other properties")
    yield Rule("dependent-required-changed", "moved", "{subject} calls for {new}, it was {old}")
    yield Rule(
        "dependent-schema-added", "narrowed", "where {subject} is there, the object must keep to another schema too"
    )
    yield Rule(
        "dependent-schema-removed", "widened", "where {subject} is there, the object need not keep to another schema"
    )
    yield Rule("unevaluated-properties-added", "narrowed", "left-over properties are restricted now")
    yield Rule("unevaluated-properties-removed", "widened", "left-over properties are no longer restricted")
    yield from _lives("property", "{subject}")


def _arrays() -> Iterator[Rule]:
    yield Rule("more-items-refused", "narrowed", "no more items than those listed are possible")
    yield Rule("more-items-allowed", "widened", "more items than those listed are possible")
    yield Rule("prefix-items-added", "narrowed", "item {subject} must keep to a schema of its own now")
    yield Rule("prefix-items-removed", "widened", "item {subject} has no schema of its own any longer")
    yield Rule("prefix-items-appended", "widened", "there is room for an item {subject} now")
    yield Rule("prefix-items-cut", "narrowed", "there is no room for an item {subject} any longer")
    yield Rule("contains-added", "narrowed", "some item must match a schema now")
    yield Rule("contains-removed", "widened", "no item needs to match a schema any longer")
    yield Rule("unevaluated-items-added", "narrowed", "left-over items are restricted now")
    yield Rule("unevaluated-items-removed", "widened", "left-over items are no longer restricted")


def _logic() -> Iterator[Rule]:
    for name, words in (("one-of", "oneOf"), ("any-of", "anyOf")):
        yield Rule(f"{name}-added", "widened", "one more alternative: {subject}", "Decide what your code does with it.")
        yield Rule(f"{name}-removed", "narrowed", "the alternative {subject} is gone", "Do not send it any more.")
        yield Rule(f"{name}-introduced", "narrowed", f"one of several alternatives must hold now ({words})")
        yield Rule(f"{name}-dropped", "widened", f"no alternative needs to hold any longer ({words})")
        reason = "Exactly one alternative may match: what several of them allow is refused." if name == "one-of" else ""
        yield Rule(f"wrapped-in-{name}", "widened", "there are alternatives to it now: {subject}", "", {}, reason)
        yield Rule(
            f"unwrapped-from-{name}", "narrowed", "there are no alternatives to it any longer: {subject} are gone"
        )
    yield Rule("one-of-became-any-of", "widened", "several alternatives may hold at once now")
    yield Rule("any-of-became-one-of", "narrowed", "only one of the alternatives may hold now")
    yield Rule("not-added", "narrowed", "values of one kind are excluded now")
    yield Rule("not-removed", "widened", "values of one kind are no longer excluded")
    yield Rule("if-changed", "moved", "the condition is another one")
    for name, words in (("if", "a condition"), ("then", "what holds under the condition"), ("else", "what else holds")):
        yield Rule(f"{name}-added", "narrowed", f"{words} is new")
        yield Rule(f"{name}-removed", "widened", f"{words} is gone")
    reason = "The values are the same; only how they are told apart is said otherwise."
    yield Rule("discriminator-added", "none", "a discriminator tells the alternatives apart now", "", {}, reason)
    yield Rule(
        "discriminator-removed", "none", "no discriminator tells the alternatives apart any longer", "", {}, reason
    )
    yield Rule(
        "discriminator-property-name-changed", "none", "another property tells the alternatives apart", "", {}, reason
    )
    yield Rule("discriminator-mapping-added", "none", "{subject} stands for {new} now", "", {}, reason)
    yield Rule(
        "discriminator-mapping-deleted", "none", "{subject} stands for no alternative any longer", "", {}, reason
    )
    yield Rule("discriminator-mapping-changed", "none", "{subject} stands for {new}, it was {old}", "", {}, reason)
    yield Rule("reference-changed", "none", "a reference that leads nowhere is another one", "", _CHECK,
               "What it stands for is not in the document.")  # fmt: skip
    for what in ("added", "removed", "changed"):
        yield Rule(f"extension-{what}", "none", f"the extension {{subject}} was {what}", "", _CHECK,
                   "The settings name it as one that means something.")  # fmt: skip


def _lives(kind: str, subject: str) -> Iterator[Rule]:
    policy = "It goes against what was announced, or against the grace period of the settings."
    yield Rule(f"{kind}-deprecated", "none", f"{subject} is deprecated now", "Look for what replaces it.")
    yield Rule(f"{kind}-deprecated-with-sunset", "none", f"{subject} is deprecated now and says when it goes away",
               "Look for what replaces it before that day.")  # fmt: skip
    yield Rule(f"{kind}-reactivated", "none", f"{subject} is no longer deprecated")
    yield Rule(f"{kind}-sunset-added", "none", f"{subject} says when it goes away")
    yield Rule(f"{kind}-sunset-date-changed", "none", f"{subject} goes away on another day")
    for what, words in (
        ("deprecated-sunset-missing", "is deprecated without saying when it goes away"),
        ("deprecated-sunset-invalid", "is deprecated, and the day it goes away cannot be read"),
        ("sunset-deleted", "no longer says when it goes away"),
        ("sunset-date-too-small", "goes away sooner than the grace period allows"),
        ("sunset-date-changed-too-small", "goes away sooner than was said"),
        ("invalid-stability-level", "has a stability level that is none"),
        ("stability-decreased", "is less stable than it was"),
    ):
        yield Rule(f"{kind}-{what}", "none", f"{subject} {words}", "", _BREAKS, policy)
    yield Rule(f"{kind}-stability-increased", "none", f"{subject} is more stable than it was")


# ── operations ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _removals(kind: str, subject: str, levels: Mapping[Direction, Level], reason: str = "") -> Iterator[Rule]:
    yield Rule(f"{kind}-removed", "narrowed", f"{subject} is gone", "Do without it.", levels, reason)
    yield Rule(f"{kind}-removed-with-deprecation", "none", f"{subject} is gone, as was announced", "Do without it.")
    yield Rule(f"{kind}-removed-while-unstable", "none", f"{subject} is gone; it was never stable", "Do without it.")
    yield Rule(f"{kind}-removed-before-sunset", "narrowed", f"{subject} is gone before the day that was announced",
               "Do without it.", _BREAKS)  # fmt: skip
    yield Rule(f"{kind}-removed-sunset-invalid", "narrowed", f"{subject} is gone, and the day announced cannot be read",
               "Do without it.", _BREAKS)  # fmt: skip


def _operations() -> Iterator[Rule]:
    yield Rule("operation-added", "widened", "{subject} is new", "", _HARMLESS)
    yield from _removals("operation", "the operation", _BREAKS)
    yield Rule(
        "operation-moved", "moved", "the operation is at another address: {subject}", "Regenerated clients follow."
    )
    yield from _lives("operation", "the operation")
    names = "Nothing changes on the wire; names of clients are made from it."
    yield Rule("operation-id-added", "none", "the operation is called {subject} now", "", {}, names)
    yield Rule("operation-id-removed", "none", "the operation is no longer called {subject}", "", {}, names)
    yield Rule("operation-id-changed", "none", "the operation is called otherwise: {subject}", "", {}, names)
    yield Rule("first-tag-changed", "none", "another tag comes first: {subject}", "", {}, names)
    for what, words in (("added", "has one more tag: {subject}"), ("removed", "has no tag {subject} any longer"),
                        ("changed", "has another tag: {subject}")):  # fmt: skip
        yield Rule(f"tag-{what}", "none", f"the operation {words}", "", {}, names)
    yield Rule("path-parameter-renamed", "none", "the path parameter is called otherwise: {subject}", "", {}, names)
    for kind in ("webhook", "callback", "message"):
        yield Rule(f"{kind}-added", "none", "{subject} is new", "", _HARMLESS)
        yield Rule(f"{kind}-removed", "narrowed", "{subject} is gone", "Do not wait for it.", _BREAKS,
                   "Who waits for it waits for ever.")  # fmt: skip
    yield Rule("callback-expression-changed", "none", "the callback goes to another address: {subject}", "", _CHECK,
               "Where it goes is taken from another part of the message.")  # fmt: skip


def _parameters() -> Iterator[Rule]:
    yield Rule("parameter-added", "widened", "the {subject} is new", "", _HARMLESS)
    yield Rule("required-parameter-added", "narrowed", "the {subject} is new and required", "Pass it in every call.")
    reason = "What the API does with the value from now on, the document does not say: it may refuse or ignore it."
    yield from _removals("parameter", "the {subject}", _levels("warning", "warning"), reason)
    yield Rule("parameter-moved", "moved", "the parameter is sent elsewhere: {subject}", "Regenerated clients follow.")
    yield Rule("parameter-renamed", "moved", "{subject}: removed and added, probably renamed", "Use the new name.")
    yield Rule("parameter-became-required", "narrowed", "the {subject} is required now", "Pass it in every call.")
    yield Rule(
        "parameter-became-optional", "widened", "the {subject} may be left out now", "", {"response": "breaking"}
    )
    yield Rule("parameter-style-changed", "moved", "the {subject} is written otherwise: {new} instead of {old}",
               "Regenerated clients follow.")  # fmt: skip
    yield Rule("parameter-content-changed", "moved", "the {subject} is written otherwise: as a media type, or no longer",
               "Regenerated clients follow.")  # fmt: skip
    yield Rule("parameter-reserved-allowed", "widened", "reserved characters of the {subject} may be sent as they are")
    yield Rule("parameter-reserved-refused", "narrowed", "reserved characters of the {subject} must be encoded now")
    yield Rule("parameter-empty-value-allowed", "widened", "the {subject} may be sent without a value")
    yield Rule("parameter-empty-value-refused", "narrowed", "the {subject} may not be sent without a value any longer")
    yield from _lives("parameter", "the {subject}")
    yield Rule(
        "header-content-changed", "moved", "the header {subject} is written otherwise: as a media type, or no longer"
    )
    yield Rule("header-style-changed", "moved", "the header {subject} is written otherwise: {new} instead of {old}")
    yield Rule("header-added", "none", "the header {subject} is new", "", _HARMLESS)
    yield Rule("header-removed", "none", "the header {subject} is gone", "Do without it.", _CHECK,
               "It was never guaranteed.")  # fmt: skip
    yield Rule(
        "required-header-removed", "moved", "the header {subject} is gone; it was always there", "Do without it."
    )
    yield Rule("header-became-required", "narrowed", "the header {subject} is always there now")
    yield Rule(
        "header-became-optional", "widened", "the header {subject} may be absent now", "Expect that it is not there."
    )
    yield from _lives("header", "the header {subject}")


def _bodies() -> Iterator[Rule]:
    yield Rule("body-added", "widened", "a body may be sent now", "", _HARMLESS)
    yield Rule("required-body-added", "narrowed", "a body must be sent now", "Send it.")
    yield Rule("body-removed", "moved", "no body is taken any longer", "Send none.")
    yield Rule("body-became-required", "narrowed", "the body is required now", "Send it in every request.")
    yield Rule("body-became-optional", "widened", "the body may be left out now")
    for owner, words in (
        ("body", "may be sent"),
        ("response", "may come"),
        ("parameter", "is written"),
        ("header", "is written"),
    ):
        levels = _levels("breaking", "breaking") if owner != "response" else _levels("info", "breaking")
        yield Rule(f"{owner}-media-type-added", "widened", f"it {words} as {{subject}} too", "", _HARMLESS,
                   "Who asks for what was there before gets it still.")  # fmt: skip
        yield Rule(f"{owner}-media-type-removed", "moved", "it is not possible as {subject} any longer", "", levels)
        yield Rule(f"{owner}-media-type-name-changed", "none", "the media type is called otherwise: {subject}")
        yield Rule(f"{owner}-media-type-name-generalized", "widened", "the media type is wider: {subject}")
        yield Rule(f"{owner}-media-type-name-specialized", "narrowed", "the media type is narrower: {subject}")
    yield Rule("media-type-schema-added", "narrowed", "what was free has a schema now")
    yield Rule("media-type-schema-removed", "widened", "what had a schema is free now", "", {"response": "warning"},
               "What comes may be as before: the document no longer says.")  # fmt: skip
    yield Rule(
        "encoding-changed", "moved", "a part of the form is written otherwise: {subject}", "Regenerated clients follow."
    )
    yield Rule("success-status-added", "none", "one more success: {subject}", "", _HARMLESS)
    yield Rule("success-status-removed", "moved", "the success {subject} is gone", "Do not wait for it.",
               {"request": "breaking", "response": "breaking"})  # fmt: skip
    yield Rule("other-status-added", "none", "one more answer is documented: {subject}", "", _HARMLESS)
    yield Rule("other-status-removed", "none", "the answer {subject} is no longer documented", "", _HARMLESS)
    yield Rule("link-added", "none", "the link {subject} is new", "", _HARMLESS)
    reason = "No message is another one: links say what could be called next."
    yield Rule("link-removed", "none", "the link {subject} is gone", "", {}, reason)
    yield Rule("link-changed", "none", "the link {subject} leads elsewhere", "", {}, reason)


def _access() -> Iterator[Rule]:
    yield Rule("server-added", "widened", "one more address: {subject}", "", _HARMLESS)
    yield Rule("server-removed", "narrowed", "the address {subject} is gone", "Use another one.", _BREAKS)
    yield Rule("server-changed", "moved", "the address is another one: {subject}", "Regenerated clients follow.")
    yield Rule("default-server-changed", "none", "another address comes first: {subject}", "", _CHECK,
               "Clients take the first one unless they are told otherwise.")  # fmt: skip
    yield Rule("security-added", "widened", "one more way to be let in: {subject}", "", _HARMLESS)
    yield Rule("security-removed", "none", "a way to be let in is gone, but who used it is let in still: {subject}")
    yield Rule("security-alternative-removed", "narrowed", "{subject} no longer lets in", "Use other credentials.")
    yield Rule("security-no-longer-required", "widened", "nobody is asked for credentials any longer; it was {subject}")
    yield Rule(
        "security-required", "narrowed", "credentials are demanded now: {subject}", "Give the client credentials."
    )
    yield Rule(
        "security-scheme-demanded", "narrowed", "more credentials are demanded: {subject}", "Give them to the client."
    )
    yield Rule("security-scheme-dropped", "widened", "other credentials are demanded, no more than before: {subject}")
    yield Rule("security-scope-added", "narrowed", "one more scope is demanded: {subject}", "Ask for tokens with that scope.",
               _HARMLESS, "Which scopes a caller's tokens have, the document does not say; many have all.")  # fmt: skip
    yield Rule("security-scope-removed", "widened", "one scope less is demanded: {subject}", "", _HARMLESS)
    yield Rule("security-scheme-added", "none", "the security scheme {subject} is defined now")
    yield Rule("security-scheme-removed", "none", "the security scheme {subject} is defined no longer")
    yield Rule("security-scheme-renamed", "none", "the security scheme is called otherwise: {subject}")
    for name, words in (("type", "of another type"), ("scheme", "another HTTP scheme"), ("location", "sent elsewhere"),
                        ("parameter", "sent under another name")):  # fmt: skip
        yield Rule(f"security-scheme-{name}-changed", "moved", f"{{subject}} is {words}: {{new}} instead of {{old}}",
                   "Regenerated clients follow; credentials may have to be others.")  # fmt: skip
    yield Rule("security-scheme-open-id-connect-url-changed", "moved", "{subject} has another address: {new}", "", _CHECK,
               "Clients that look the address up follow by themselves.")  # fmt: skip
    yield Rule("security-scheme-bearer-format-changed", "none", "the tokens of {subject} have another format: {new}")
    yield Rule("oauth-flow-added", "none", "one more way to get a token: {subject}", "", _HARMLESS)
    yield Rule(
        "oauth-flow-removed", "narrowed", "a way to get a token is gone: {subject}", "Get tokens another way.", _BREAKS
    )
    for name, words in (
        ("authorization", "people are sent"),
        ("token", "tokens are got"),
        ("refresh", "tokens are renewed"),
    ):
        yield Rule(f"oauth-{name}-url-changed", "none", f"{words} at another address ({{subject}}): {{new}}",
                   "Regenerated clients follow.", {"request": "warning"} if name == "token" else {},
                   "The old address may go on working.")  # fmt: skip
    yield Rule("oauth-scope-added", "none", "one more scope can be asked for: {subject}")
    yield Rule("oauth-scope-removed", "narrowed", "a scope is gone: {subject}", "Do not ask for it.", _HARMLESS,
               "What operations demand is told with them; a scope that none demands opens nothing.")  # fmt: skip


def _components() -> Iterator[Rule]:
    names = "Nothing changes on the wire; names of clients are made from it."
    yield Rule("schema-added", "none", "the schema {subject} is new", "", {}, names)
    yield Rule("schema-removed", "none", "the schema {subject} is gone", "", {}, names)
    yield Rule("schema-renamed", "none", "the schema is called otherwise: {subject}", "Use the new name.", {}, names)


RULES: Mapping[str, Rule] = {
    rule.id: rule
    for source in (_values, _limits, _objects, _arrays, _logic, _operations, _parameters, _bodies, _access, _components)
    for rule in source()
}
"""All rules by name."""
