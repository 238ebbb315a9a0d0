"""Twenty thousand mutated documents, and proofs that what must not be would be found."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz import judging
from tests.fuzz.__main__ import QUICK, firsts, told
from tests.fuzz.cases import Case, case
from tests.fuzz.judging import Efforts, judge
from tests.fuzz.running import Finding, judged, run
from tests.fuzz.seeds import seeds
from tests.fuzz.shrinking import shrunk

CASES = 20_000
SEED = 20_261_122
FULL = Efforts(render=1, lenient=1, generate=0)


def test_every_mutated_document_is_a_package_or_located_errors() -> None:
    tally = run(SEED, range(CASES), QUICK)
    print(told(tally))
    assert [f"--seed {SEED} --case {it.number}: {it.what}\n{it.detail}" for it in firsts(tally)] == []
    assert tally.cases == CASES
    assert tally.times["build"] > CASES / 10, "hardly any document is still valid"
    assert tally.times["compile"] > CASES / 100
    assert tally.times["correct"] > CASES / 50
    assert tally.times["generate"] >= 5


def test_a_case_is_the_same_everywhere() -> None:
    """Of another Python or machine too; a piece of the repository that changes gives other cases, and this another sum."""
    first, again = ([case(1, number).data for number in range(50)] for _ in range(2))
    assert first == again
    assert hashlib.sha256(b"".join(first)) != hashlib.sha256(b"".join(case(2, number).data for number in range(50)))


def test_the_pieces_are_real_documents_and_small() -> None:
    assert len(seeds()) > 500
    assert max(len(seed.json) for seed in seeds()) < 15_000


def unmutated() -> Case:
    piece = next(it for it in seeds() if it.name == "hostile/base.json")
    return Case(piece.name, "document.json", piece.json.encode(), piece.folder, 0.0)


def verdict_with(monkeypatch: pytest.MonkeyPatch, stage: str, planted: Callable[..., Any]) -> str:
    monkeypatch.setattr(judging, stage, planted)
    made = unmutated()
    return judge(made.data, made.name, made.folder, made.effort, FULL).finding


def test_the_unmutated_document_is_fine() -> None:
    made = unmutated()
    assert (judged(made, Efforts(render=1, lenient=1, generate=1)).finding) == ""


def test_an_exception_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict_with(monkeypatch, "build", lambda *_: dict[str, str]()["missing"]).startswith("build: KeyError")


def test_endless_recursion_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> object:
        return endless()

    assert verdict_with(monkeypatch, "validate", endless) == "validate: RecursionError"


def test_a_text_that_becomes_code_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a template without escaping would write."""
    described = 'class A:\n    """' + '"""\n__import__("os").system("PWNED")\n"""' + '"""\n'
    assert "shape: models" in verdict_with(monkeypatch, "render_models", lambda _: {"models/a.py": described})
    assert "SyntaxError" in verdict_with(monkeypatch, "render_models", lambda _: {"models/a.py": "x = '''a''''"})


def test_a_write_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def writes(*_: object) -> None:
        (tmp_path / "x").write_text("x")

    assert "Forbidden" in verdict_with(monkeypatch, "build", writes)
    assert not (tmp_path / "x").exists()


def test_a_connection_is_found_even_if_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    def connects(*_: object) -> list[object]:
        try:
            socket.create_connection(("127.0.0.1", 9))
        except BaseException:
            return []
        return []

    assert "Forbidden" in verdict_with(monkeypatch, "validate", connects)


def test_reading_elsewhere_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Forbidden" in verdict_with(monkeypatch, "validate", lambda _: Path("/etc/passwd").read_text())


def test_what_does_not_end_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr("tests.fuzz.running.SECONDS", 0.5)
    monkeypatch.setattr(judging, "build", endless)
    assert judged(unmutated(), FULL).finding.startswith("over 0.5 s")


def test_too_much_memory_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "build", lambda *_: bytearray(4 * 1024**3))
    assert judged(unmutated(), FULL).finding.startswith("build: MemoryError")


def test_a_finding_becomes_small(monkeypatch: pytest.MonkeyPatch) -> None:
    small = shrunk(unmutated(), lambda it: b'"nick"' in it.data)
    assert len(small.data) < 100
    assert b"nick" in small.data


def test_of_equal_findings_the_first_is_told() -> None:
    from tests.fuzz.running import Tally

    tally = Tally(findings=[Finding(3, "a", ""), Finding(1, "b", ""), Finding(2, "a", "")])
    assert [it.number for it in firsts(tally)] == [1, 2]
