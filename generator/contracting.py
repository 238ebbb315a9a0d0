"""The contract as a step of other commands: what is held against what, in a process of its own, and what came of it.

The suite itself is in `contract/`, which knows nothing of settings.
"""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

from generator.diagnostics import Diagnostic, Location, ProvgenError, Severity, error
from generator.making import Source, is_accepted, overlays_of, prepare, shown
from generator.package import manifest, write
from generator.package.fileset import FileSet
from generator.package.manifest import Manifest
from generator.package.verify import Drift
from generator.settings import ClientSettings, Settings
from generator.specs import archive

if TYPE_CHECKING:
    from generator.document.load import Document

CONTRADICTIONS = "contradictions.toml"
"""The file of the archive that lists examples which contradict their schema."""

SHOWN = 20
"""How many findings stop a command with a message of their own; the others are counted."""

_ROOT = Path(__file__).parents[1]
_RUN = "import sys; sys.path.insert(0, sys.argv.pop(1)); from generator.contract.suite.__main__ import main; sys.exit(main(sys.argv[1:]))"
_UNUSABLE, _NONE_CHOSEN = 3, 5


@dataclass(frozen=True, slots=True)
class Subject:
    """What the suite is told, in a file (`contract/suite/subject.py`). `contradictions` None: nobody has listed any.

    `lenient`: the document is the one that `Source.lenient` gives.
    """

    spec: Path
    overlays: tuple[Path, ...]
    package: Path
    contradictions: Mapping[str, str] | None = None
    conventions: Mapping[str, Any] = field(default_factory=dict)
    earlier: Subject | None = None
    """A pair that kept the contract: what is as it was there is not tested again."""
    lenient: bool = False

    def as_json(self) -> str:
        """The text of that file. Raises `ProvgenError` for a document that cannot be read."""
        return json.dumps(self.value())

    def value(self) -> dict[str, Any]:
        """What is in it. Raises the same."""
        return {
            "name": shown(self.spec),
            "document": prepare(self._source).document.value,
            "package": str(self.package),
            "contradictions": self.contradictions,
            "conventions": self.conventions,
            "earlier": self.earlier and self.earlier.value(),
        }

    @property
    def _source(self) -> Source:
        return Source(self.spec, shown(self.spec), self.overlays, lenient=self.lenient)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a run, as the suite wrote it (`contract/suite/plugin.py`): departures are things with a check each."""

    tests: int
    departures: tuple[Mapping[str, str], ...]
    findings: tuple[Mapping[str, str], ...]
    excluded: tuple[Mapping[str, str], ...]


def subject(settings: Settings, spec: Path, version: str, package: Path) -> Subject:
    """A document of a `version` and a package, with what settings tell of both. Raises `ProvgenError`."""
    known = _contradictions(settings.spec, version)
    return Subject(spec.absolute(), overlays_of(settings), package.absolute(), known, _conventions(settings.client))


def any_pair(settings: Settings | None, spec: Path, package: Path, *, lenient: bool = False) -> Subject:
    """The same of any document, with settings or without; corrected too if `generate` does that unasked.

    With settings it raises `ProvgenError` for a document that cannot be read; without them its `value` does.
    """
    source = Source(spec, shown(spec), overlays_of(settings) if settings else ())
    lenient = lenient or (_is_corrected(package, source.overlays) and is_accepted(source))
    if settings is None:
        return Subject(spec.absolute(), (), package.absolute(), lenient=lenient)
    document = prepare(dataclasses.replace(source, lenient=lenient)).document
    info = document.value.get("info") if isinstance(document.value, dict) else None
    found = subject(settings, spec, str(info.get("version")) if isinstance(info, dict) else "", package)
    return dataclasses.replace(found, lenient=lenient)


def _is_corrected(package: Path, overlays: Sequence[Path]) -> bool:
    """Whether a package was made with an overlay more than these, which is what corrections count as."""
    try:
        made = manifest_of(package)
    except ProvgenError:
        return False
    return len(made.inputs.overlays) > len(overlays)


def document_of(package: Path, settings: Settings) -> Path:
    """The archived document that a package was made from. Raises `ProvgenError`."""
    return archive.document_path(settings.spec, entry_of(package, manifest_of(package), settings))


def entry_of(package: Path, made: Manifest, settings: Settings) -> archive.Entry:
    """The archived version that a package was made from, by the hash in its manifest. Raises `ProvgenError`."""
    for entry in archive.read_lock(settings.spec).entries.values():
        if entry.sha256 == made.inputs.document:
            return entry
    message = f"{shown(package)} was made from a document of {made.title} {made.version} that is not in {shown(settings.spec)}"
    raise error("unknown-document", message, hint="`provgen fetch --url FILE` archives it")


def manifest_of(package: Path) -> Manifest:
    """The manifest of a package. Raises `ProvgenError` if there is none, or a damaged one."""
    try:
        content = (package / manifest.NAME).read_bytes()
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise error("no-package", f"{shown(package)} holds no generated package: {manifest.NAME}: {reason}") from None
    return manifest.parse(content)


def committed(folder: Path) -> tuple[FileSet, Manifest]:
    """The files of a generated package, which are those of its manifest. Raises `ProvgenError` with each that is not."""
    tree = write.read_tree(folder)
    made = write.read_manifest(tree)
    if tree is None or made is None:
        hint = "`provgen regenerate` makes the package; `output` and `package` in the settings say where"
        raise error("no-package", f"{shown(folder)} holds no generated package", hint=hint)
    drift = manifest.verify(made, tree.files)
    if found := [*_strangers(folder, drift, tree.foreign)]:
        raise ProvgenError(found)
    return tree.files, made


def _strangers(folder: Path, drift: Drift, foreign: Iterable[str]) -> Iterator[Diagnostic]:
    for path in drift.edited:
        yield _stranger(folder / path, "was edited after it was generated")
    for path in drift.missing:
        yield _stranger(folder / path, "is missing")
    for path in (*drift.extra, *foreign):
        yield _stranger(folder / path, "was not generated by provgen")


def _stranger(path: Path, how: str) -> Diagnostic:
    hint = "what leaves this repository is what was generated: `provgen check` shows the difference, `provgen regenerate` undoes it"
    return Diagnostic("package-departs", f"{shown(path)} {how}", hint=hint)


def run(subject: Subject, arguments: Sequence[str]) -> int:
    """Run the suite, printing what pytest prints. Its exit code: 0 or 1. Raises `ProvgenError` for a pair that is none.

    An interrupt is passed on, so that pytest tells what has failed so far.
    """
    with tempfile.TemporaryDirectory(prefix="provgen-contract-") as folder:
        command = _command(subject, Path(folder), arguments)
        # In a session of its own it does not hear the terminal's Ctrl-C as well: pytest ends at once if it is told twice.
        with subprocess.Popen(
            command, env=_environment(), stderr=subprocess.PIPE, text=True, start_new_session=True
        ) as suite:
            errors = _told(suite)
    if suite.returncode == _UNUSABLE:
        raise _unusable(errors)
    sys.stderr.write(errors)
    if suite.returncode == _NONE_CHOSEN:
        raise error("nothing-chosen", "no check has such a name", hint="-k takes a part of an operationId or a class")
    return int(suite.returncode != 0)


def _told(suite: subprocess.Popen[str]) -> str:
    """What a suite prints as errors, when it has ended."""
    try:
        return suite.communicate()[1]
    except KeyboardInterrupt:
        suite.send_signal(signal.SIGINT)
        suite.communicate()
        raise
    finally:
        suite.kill()


def verdict(subject: Subject) -> Verdict:
    """Run the suite silently. Raises `ProvgenError` for a pair that is none, or a run that did not end."""
    with tempfile.TemporaryDirectory(prefix="provgen-contract-") as folder:
        results = Path(folder) / "results.json"
        command = _command(subject, Path(folder), ["--results", str(results)])
        done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
        if done.returncode == _UNUSABLE:
            raise _unusable(done.stderr)
        if done.returncode not in (0, 1) or not results.is_file():
            last = (done.stderr.strip() or done.stdout.strip()).rpartition("\n")[2]
            raise error("contract", f"internal error: the contract ended with status {done.returncode}: {last}")
        value = json.loads(results.read_text("utf-8"))
    return Verdict(value["tests"], tuple(value["departures"]), tuple(value["findings"]), tuple(value["excluded"]))


def departures(subject: Subject, source: Source) -> list[Diagnostic]:
    """Where a package departs from its document, silently found; each at its place. Empty if it keeps the contract.

    Raises `ProvgenError` like `verdict`.
    """
    found = verdict(subject)
    return _diagnostics(found, prepare(source).document) if found.departures else []


def _conventions(client: ClientSettings) -> dict[str, Any]:
    """What the suite is told of settings: how lists are paged and messages signed."""
    webhooks = dataclasses.asdict(client.webhooks)
    del webhooks["note"]
    return {"paging": [dataclasses.asdict(it) for it in client.paging], "webhooks": webhooks}


def _contradictions(spec: Path, version: str) -> dict[str, str] | None:
    """The examples of a version that are known to contradict their schema, with reasons; None if the archive lists none.

    An entry without `versions` is about all. Raises `ProvgenError` if the file is not what it should be.
    """
    file = spec / CONTRADICTIONS
    if not file.is_file():
        return None
    try:
        entries = tomli.loads(file.read_text("utf-8")).get("example", [])
        return {it["pointer"]: it["reason"] for it in entries if version in it.get("versions", [version])}
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as problem:
        message = f"is not a TOML file: {problem}"
    except (AttributeError, KeyError, TypeError):
        message = "every [[example]] has a `pointer` and a `reason`, and a list `versions` if it is not about all"
    raise error("invalid-contradictions", message, location=Location(str(file), 1, 1))


def _diagnostics(found: Verdict, document: Document) -> list[Diagnostic]:
    """What a verdict has against a package, each at its place in the document."""
    shown = [_diagnostic(it, document) for it in found.findings[:SHOWN]]
    more = len(found.findings) - len(shown)
    if more > 0:
        shown.append(Diagnostic("contract", f"and {more} more departures of the package from the document"))
    if not shown:
        names = ", ".join(" ".join(it.values()) for it in found.departures[:SHOWN])
        shown.append(Diagnostic("contract", f"these checks failed: {names}"))
    return shown


def _diagnostic(finding: Mapping[str, str], document: Document) -> Diagnostic:
    message = f"{finding['subject']}: expected {finding['expected']}, got {finding['got']}"
    return Diagnostic("contract", message, Severity.ERROR, finding["pointer"], document.locate(finding["pointer"]))


def _command(subject: Subject, folder: Path, arguments: Sequence[str]) -> list[str]:
    file = folder / "subject.json"
    file.write_text(subject.as_json(), encoding="utf-8")
    return [sys.executable, "-I", "-B", "-c", _RUN, str(_ROOT), str(file), *arguments]


def _environment() -> dict[str, str]:
    # Nothing is written beside the package.
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}


def _unusable(message: str) -> ProvgenError:
    return error("contract", message.strip() or "the document and the package cannot be held against each other")
