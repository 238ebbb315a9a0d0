"""What a fresh machine starts from: the lock, the make targets, the ground plan."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
TOP_LEVEL = {
    "pyproject.toml",
    "Makefile",
    "README.md",
    "requirements.lock",
    "spec",
    "generator",
    "templates",
    "generated",
    "tests",
}


def requirements() -> list[str]:
    """The lock's requirements, each with its continued lines joined."""
    return [" ".join(block.split("\\\n")) for block in re.split(r"\n(?! )", LOCK.strip())]


def test_lock_pins_every_package_with_hashes() -> None:
    pins = requirements()
    assert len(pins) > 40
    for pin in pins:
        assert re.fullmatch(
            r"[a-z0-9-]+==[0-9][0-9A-Za-z.+!]*( ; [^:]+?)?(\s+--hash=sha256:[0-9a-f]{64})+", pin.strip()
        ), pin


def test_lock_names_no_index_and_no_place() -> None:
    assert "://" not in LOCK
    assert not re.search(r"^\s*(-i|-f|-e|--index-url|--extra-index-url|--find-links|--editable)\b", LOCK, re.MULTILINE)


def test_lock_has_each_package_once() -> None:
    names = [pin.partition("==")[0] for pin in requirements()]
    assert len(names) == len(set(names))


def declared() -> list[str]:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    return re.findall(r'^    "([A-Za-z].*?)",$', text.partition("[build-system]")[0], re.MULTILINE)


@pytest.mark.parametrize("requirement", declared())
def test_declared_dependencies_are_pinned_as_locked(requirement: str) -> None:
    name, version = re.sub(r"\[.*\]|;.*", "", requirement).lower().split("==")
    assert any(pin.startswith(f"{name}=={version} ") for pin in requirements())


def test_node_packages_are_pinned_with_hashes_and_no_place() -> None:
    folder = ROOT / "tests" / "oracle"
    wanted = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    packages = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert packages.pop("")["dependencies"] == wanted
    assert {f"node_modules/{name}" for name in wanted} <= packages.keys()
    for package in packages.values():
        assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", package["version"])
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package


def test_there_are_dependencies_to_compare() -> None:
    assert len(declared()) > 15


def rules() -> dict[str, str]:
    text = (ROOT / "Makefile").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+):(.*)$", text, re.MULTILINE))


def test_make_targets_are_one_word_and_one_line() -> None:
    found = rules()
    assert {"regenerate", "test", "check", "lint", "bench", "lock", "clean"} <= set(found)
    for target, rule in found.items():
        assert " ; " in rule, target
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == set(found)


def test_make_lists_its_targets() -> None:
    printed = subprocess.run(["make", "-s"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for target in set(rules()) - {"help"}:
        assert re.search(rf"^  make {target} +\S", printed, re.MULTILINE), target


def test_old_python_is_told_so(tmp_path: Path) -> None:
    old = tmp_path / "python"
    # Answers like a Python 3.9 that is asked to run the Makefile's check.
    old.write_text('#!/bin/sh\nexec python3 -c "import sys; sys.version_info = (3, 9, 1); exec(sys.argv[1])" "$2"\n')
    old.chmod(0o755)
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    command = ["make", f"PYTHON={old}", "test"]
    ended = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert ended.returncode != 0
    assert "Python 3.10 or newer is needed, this is 3.9" in ended.stderr
    assert not (tmp_path / ".venv").exists()


def tracked() -> list[str]:
    """The committed files; in a tree without git (an archive of it) all files but caches."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    if (ROOT / ".git").exists():
        listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return [name for name in listed.split("\0") if name]
    caches = re.compile(r"(^|/)(\.venv|__pycache__|\.[a-z]+_cache|\.hypothesis)/")
    names = [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file()]
    return [name for name in names if not caches.search(name)]


def test_top_level_is_the_ground_plan() -> None:
    top = {name.partition("/")[0] for name in tracked()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL
    assert {name for name in top if name.startswith(".")} <= {".ci", ".gitignore", ".gitattributes"}


def test_no_machine_path_and_no_unfinished_work_in_tracked_files() -> None:
    # Written in pieces, so that this file does not find itself.
    words = ["/ro" + "ot/", "/wo" + "rk/", "TO" + "DO", "FIX" + "ME"]
    for name in tracked():
        path = ROOT / name
        if path.is_file() and not name.startswith(("spec/", "generated/")):
            text = path.read_text("utf-8", errors="replace")
            assert not [word for word in words if word in text], name


def test_generator_and_templates_do_not_know_whose_api_it_is() -> None:
    brands = re.compile("si" + "nch|whats" + "app|kakao" + "talk", re.IGNORECASE)
    for name in tracked():
        if name.startswith(("generator/", "templates/")) and (ROOT / name).is_file():
            assert not brands.search((ROOT / name).read_text("utf-8")), name
