"""Two documents and their report, for the tests of change reports."""

from __future__ import annotations

from pathlib import Path

from generator.changes import diffing, loading
from generator.changes.beside import Source
from generator.changes.report import Approval, Report
from generator.settings import ClientSettings, NameSettings, PagingSettings
from generator.workers import Pool

CLIENT = ClientSettings("pets", "PETS", paging=(PagingSettings("pageToken", "nextPageToken"),))
"""The client that reports of tests are about: its lists page as the vendor's do."""


def report_of(folder: Path, uses: Path | None = None, approvals: tuple[Approval, ...] = ()) -> Report:
    """The report of `old.yaml` and `new.yaml` in a folder."""
    sources: list[Source] = [(folder / f"{side}.yaml", f"{side}.yaml", ()) for side in ("old", "new")]
    request = diffing.Request(NameSettings(), CLIENT, uses=uses, approvals=approvals)
    return diffing.report(sources[0], lambda: loading.read(*sources[1]), request, Pool(0))
