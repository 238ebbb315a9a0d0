"""What black prints, and the short sources that it is known to leave alone.

Most sources that black is asked about are the same from run to run: shapes of generated statements (`settled`). A table beside
this module lists those of many documents, so that a run asks for the few others alone. It was made by black itself
(`make shapes`) and is believed for the very version that made it. The mode is fixed here; no configuration of the user's is read.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import version
from pathlib import Path

LINE_LENGTH = 120

TABLE = Path(__file__).with_name("left_alone.json")
"""The table: `{"black": version, "sources": [source, …]}`."""

_answers: dict[str, bool] = {}


def black_version() -> str:
    """The installed version of black, as manifests record it."""
    return version("black")


def printed(source: str) -> str:
    """A source as black prints it. Raises what black raises if it is not Python."""
    # Imported here, because a run that finds everything formatted never needs it.
    from black import format_str
    from black.mode import Mode, TargetVersion

    return format_str(source, mode=Mode(target_versions={TargetVersion.PY310}, line_length=LINE_LENGTH))


def is_left_alone(source: str) -> bool:
    """Whether black prints a source as it is; each is asked about once."""
    if source not in _answers:
        _answers[source] = source in _table() or _asked(source)
    return _answers[source]


def left_alone() -> list[str]:
    """What was asked about so far in this process and is left alone, in order."""
    return sorted(source for source, answer in _answers.items() if answer)


def render_table(sources: list[str]) -> str:
    """The text of a table."""
    return json.dumps({"black": black_version(), "sources": sources}, indent=0, ensure_ascii=False) + "\n"


@cache
def _table() -> frozenset[str]:
    table = json.loads(TABLE.read_text("utf-8")) if TABLE.is_file() else {}
    return frozenset(table["sources"]) if table.get("black") == black_version() else frozenset()


def _asked(source: str) -> bool:
    try:
        return printed(source) == source
    except Exception:  # an example may be no Python at all, in which case it tells nothing
        return False
