"""What the generator makes of a document, stage by stage, and whether it may be so."""

from __future__ import annotations

import re
import tempfile
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from time import process_time
from typing import TypeVar

from generator.api.build import build
from generator.api.model import Api
from generator.api.names import Pins
from generator.diagnostics import Diagnostic, ProvgenError, Severity, render_github, render_json, render_text
from generator.document import corrections
from generator.document.load import Document, parse
from generator.document.refs import bundle, bundle_leniently
from generator.document.validate import validate
from generator.making import Source
from generator.package.models import render_models
from generator.package.operations import render_client
from generator.package.recorded import record
from generator.package.surface import surface
from generator.package.testing import render_testing
from generator.settings import Settings, default_settings
from tests.fuzz.guard import guarded
from tests.fuzz.seeds import ROOT
from tests.hostile.shape import FORBIDDEN, violations

T = TypeVar("T")

NAME = "fuzzed"
_CODE = ("generator", "templates")
_NOWHERE = Path("/nonexistent")
_OF_THE_ENGINE = frozenset({"TypeAliasType"})
"""Functions that no code of ours writes a call of, but the engine for models does."""


@dataclass(frozen=True)
class Efforts:
    """Which part of the documents goes through the dear stages.

    `render`: the valid ones are rendered, and the modules compiled. `lenient`: the others are corrected first, as `--lenient` does it,
    and then go on. `generate`: the whole command, with an import.
    """

    render: float
    lenient: float
    generate: float


@dataclass
class Verdict:
    """What came of a document: where it ended, the finding if that may not be so, and the seconds of each stage."""

    ended: str = ""
    finding: str = ""
    detail: str = ""
    seconds: dict[str, float] = field(default_factory=dict)

    def stage(self, name: str, action: Callable[[], T]) -> T:
        """What `action` gives, timed as the stage `name`."""
        self.ended = name
        begun = process_time()
        try:
            return action()
        finally:
            self.seconds[name] = process_time() - begun


def judge(data: bytes, name: str, folder: Path | None, effort: float, efforts: Efforts) -> Verdict:
    """Take a document through the stages. Nothing is raised: what must not happen is the verdict's finding."""
    verdict = Verdict()
    folder = folder or _NOWHERE
    try:
        with guarded([folder]):
            refused = _stages(verdict, data, name, folder, effort, efforts)
            corrects = bool(refused) and verdict.ended != "read" and effort < efforts.lenient
            if corrects and not verdict.finding:
                _leniently(verdict, parse(data, name), folder, effort, efforts)
        if not verdict.finding and effort < efforts.generate:
            reached = "generate" if "build" in verdict.seconds else "refuse"
            verdict.stage(reached, lambda: _generate(verdict, data, name, lenient=corrects))
    except BaseException as problem:
        if isinstance(problem, (KeyboardInterrupt, SystemExit)):
            raise
        verdict.finding = f"{verdict.ended}: {signature(problem)}"
        verdict.detail = "".join(traceback.format_exception(type(problem), problem, problem.__traceback__)[-30:])
    return verdict


def _stages(
    verdict: Verdict, data: bytes, name: str, folder: Path, effort: float, efforts: Efforts
) -> Sequence[Diagnostic]:
    """The errors for which the document is refused; none if it is valid and all stages could deal with it."""
    try:
        document = verdict.stage("read", lambda: parse(data, name))
        document = verdict.stage("bundle", lambda: bundle(document, folder))
        errors = _errors(verdict.stage("validate", lambda: validate(document)))
        if not errors:
            _made(verdict, document, effort, efforts)
            return ()
    except ProvgenError as refused:
        errors = _errors(refused.diagnostics)
    else:
        if effort < efforts.render:
            verdict.stage("build invalid", lambda: _tried(document))
        verdict.ended = "invalid"
    verdict.finding = _of_refusal(errors)
    return errors


def _leniently(verdict: Verdict, document: Document, folder: Path, effort: float, efforts: Efforts) -> None:
    """What `--lenient` makes of a document that was refused: `generator.making` without its processes."""
    try:
        found = verdict.stage("correct", lambda: corrections.correct(*bundle_leniently(document, folder)))
        found.overlay()
        left = _errors(found.diagnostics) or _errors(corrections.remaining(found.document))
        if not left:
            _made(verdict, found.document, effort, efforts)
    except ProvgenError as refused:
        left = _errors(refused.diagnostics)
    verdict.finding = verdict.finding or _of_refusal(left)


def _errors(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The errors among findings, which can be told in every style, whatever texts of the document they quote."""
    for render in (render_text, render_json, render_github):
        render(findings).encode()
    return [it for it in findings if it.severity is Severity.ERROR]


def _made(verdict: Verdict, document: Document, effort: float, efforts: Efforts) -> None:
    """Build a valid document, and look at its modules where that is worth the effort."""
    api = verdict.stage("build", lambda: build(document, settings().names, Pins()))
    if effort < efforts.render:
        sources = verdict.stage("render", lambda: _rendered(api))
        verdict.finding = verdict.stage("compile", lambda: _of_sources(sources))


def _tried(document: Document) -> None:
    """The command builds while it validates: what fails then is explained by the errors, but must end."""
    try:
        build(document, settings().names, Pins())
    except Exception:
        return


def _rendered(api: Api) -> dict[str, str]:
    testing = render_testing(api, settings().client).files
    sources = {**render_client(api, settings().client), **testing, **render_models(api)}
    record(surface(api, settings().client))
    return sources


def _of_sources(sources: dict[str, str]) -> str:
    """What is wrong with the modules of a package: they are Python, without warnings, of the shape that all have."""
    for path, source in sources.items():
        source.encode()
        if path.endswith(".py"):
            compile(source, path, "exec", dont_inherit=True)
            for violation in violations(source, called()):
                said = violation.partition(": ")[2]
                if not said.startswith("name ") or said.startswith("name __"):  # a field may be called `open`
                    return f"shape: {path.partition('/')[0]}: {said}"
    return ""


@lru_cache
def called() -> frozenset[str]:
    """Every function that templates and what renders without them write a call of."""
    files = [
        path
        for folder in _CODE
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".py", ".j2", ".jinja")
    ]
    calls = {name for path in files for name in re.findall(r"(\w+)(?:\[[^\]]*\])?\(", path.read_text("utf-8"))}
    return frozenset(calls - FORBIDDEN | _OF_THE_ENGINE)


def _of_refusal(errors: Sequence[Diagnostic]) -> str:
    """What is wrong with the errors a document is refused with: each has a place in the file, none says that the generator is mistaken."""
    for error in errors:
        if "internal error" in error.message:
            return f"internal error: {error.code}: {error.message[:80]}"
        if error.location is None:
            return f"no place: {error.code}"
    return ""


def _generate(verdict: Verdict, data: bytes, name: str, *, lenient: bool) -> None:
    """The whole command, as the command line runs it, the import in a process of its own; nothing is left of what was refused."""
    from generator import pipeline

    with tempfile.TemporaryDirectory(prefix="provgen-fuzz-") as folder:
        inner, output = Path(folder, "in"), Path(folder, "out")
        inner.mkdir()
        output.mkdir()
        (inner / name).write_bytes(data)
        try:
            with guarded([inner], writing=[output], processes=True):
                pipeline.generate(Source(inner / name, name, lenient=lenient), settings(), output)
        except ProvgenError as refused:
            verdict.finding = _of_refusal(refused.diagnostics)
            if output.exists() and any(output.iterdir()):
                verdict.finding = "refused, and something is left"
        before = {Path(folder), inner, inner / name, output}
        outside = [
            path
            for path in Path(folder).rglob("*")
            if path not in before and output / NAME not in (path, *path.parents)
        ]
        if outside:
            verdict.finding = f"written: {outside[0].relative_to(folder)}"


@lru_cache
def settings() -> Settings:
    """The settings that every document is tried with."""
    return default_settings(NAME)


def signature(problem: BaseException) -> str:
    """What makes two exceptions one finding: the type, and where in our own code it happened."""
    ours = [
        f"{Path(frame.filename).name}:{frame.name}"
        for frame in traceback.extract_tb(problem.__traceback__)
        if any(f"/{folder}/" in frame.filename for folder in _CODE) and "site-packages" not in frame.filename
    ]
    place = "" if isinstance(problem, (RecursionError, MemoryError)) else f" in {ours[-1] if ours else '?'}"
    return f"{type(problem).__name__}{place}"
