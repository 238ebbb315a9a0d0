"""libyaml's complaints in plain words."""

from __future__ import annotations

import yaml

from generator.document.problems import Problem

_END_IN_QUOTE = "found unexpected end of stream"

_HINTS = {
    "mapping values are not allowed in this context": "quote text that holds ': '; or is the line before without its ':'?",
    "found character that cannot start any token": "text that begins with a tab, @, ` or % must be quoted; indent with spaces",
    "found a tab character where an indentation space is expected": "indent with spaces",
    "found a tab character that violates indentation": "indent with spaces",
    "could not find expected ':'": "a key without a ':' after it, or a line that is indented too little",
    "did not find expected key": "check the indentation and the quotes of this line and the one before",
    "did not find expected '-' indicator": "check the indentation: this line is inside a list",
    _END_IN_QUOTE: "a quote was opened and not closed",
    "did not find expected <document start>": "this line is indented less than the first one",
    "found undefined tag handle": "quote text that begins with '!'",
    "found unknown escape character": "write '\\\\' for a backslash, or use single quotes",
    "found invalid Unicode character escape code": "write the character itself instead of a \\\\u pair",
    "did not find expected alphabetic or numeric character": "quote text that begins with '*' or '&'",
}


def explain(problem: yaml.YAMLError, text: str) -> Problem:
    """The problem that libyaml found in `text`, where it found it, and what the cause usually is."""
    what = str(getattr(problem, "problem", None) or problem)
    marks = [getattr(problem, "problem_mark", None), getattr(problem, "context_mark", None)]
    # Where a quote was opened says more than that the file ends.
    place = next(filter(None, reversed(marks) if what == _END_IN_QUOTE else marks), None)
    offset = min(place.index, len(text)) if place else 0
    return Problem(offset, "yaml-syntax", f"this is not YAML: {what}{_context(problem)}", hint=_HINTS.get(what))


def _context(problem: yaml.YAMLError) -> str:
    context = getattr(problem, "context", None)
    begin = getattr(problem, "context_mark", None)
    if not context:
        return ""
    return f", {context}" + (f" that begins in line {begin.line + 1}" if begin and "token" not in context else "")
