"""Places that a copy can go to, and those that it cannot."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.diagnostics import ProvgenError
from generator.vendoring import places
from generator.vendoring.places import Target

ROOT = Path(__file__).parents[2]


def refused(folder: Path, package: str, source: str | None = None) -> set[str]:
    with pytest.raises(ProvgenError) as problem:
        places.target(places.repository(folder), package, source)
    return {it.code for it in problem.value.diagnostics}


def test_a_target_is_below_the_repository(tmp_path: Path) -> None:
    found = places.target(tmp_path, "acme._vendor.pets")
    assert found == Target(tmp_path, ".", "acme._vendor.pets")
    assert (found.name, found.path, found.folder) == (
        "pets",
        "acme/_vendor/pets",
        tmp_path / "acme" / "_vendor" / "pets",
    )
    assert found.parents == [tmp_path / "acme", tmp_path / "acme" / "_vendor"]


@pytest.mark.parametrize(
    ("folders", "source", "expected"),
    [
        ([], None, "."),
        (["src"], None, "src"),
        (["src", "acme"], None, "."),
        (["src/acme", "tests"], None, "src"),
        (["src", "lib"], "lib", "lib"),
        (["src"], ".", "."),
        (["a/b"], "a/b/", "a/b"),
    ],
)
def test_the_folder_of_packages(tmp_path: Path, folders: list[str], source: str | None, expected: str) -> None:
    for folder in folders:
        (tmp_path / folder).mkdir(parents=True)
    assert places.target(tmp_path, "acme.pets", source).source == expected


@pytest.mark.parametrize("source", ["nowhere", "..", "/", "../other", "link"])
def test_a_folder_of_packages_that_is_none(tmp_path: Path, source: str) -> None:
    (tmp_path / "repository").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "repository" / "link").symlink_to(tmp_path / "other")
    assert refused(tmp_path / "repository", "acme.pets", source) <= {"no-source", "outside"}


@pytest.mark.parametrize(
    "package",
    [
        "",
        ".",
        "acme.",
        ".pets",
        "acme..pets",
        "a-b.pets",
        "acme.class",
        "1.pets",
        "acme.pets-client",
        "a b",
        "acme/pets",
        "../x",
    ],
)
def test_names_that_are_none(tmp_path: Path, package: str) -> None:
    assert refused(tmp_path, package) == {"invalid-package-name"}


def test_what_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "acme.py").write_text("")
    assert refused(tmp_path, "acme.pets") == {"module-in-the-way"}
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "pets").write_text("")
    assert refused(tmp_path, "shop.pets") == {"not-a-folder"}
    (tmp_path / "shop" / "dogs.py").write_text("")
    assert refused(tmp_path, "shop.dogs") == {"module-in-the-way"}


def test_a_link_out_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / "repository").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "repository" / "acme").symlink_to(tmp_path / "elsewhere")
    assert refused(tmp_path / "repository", "acme.pets") == {"outside"}


@pytest.mark.parametrize("package", ["json", "json.pets", "email._vendor.pets"])
def test_the_standard_library_is_not_hidden(tmp_path: Path, package: str) -> None:
    assert refused(tmp_path, package) == {"shadows-library"}


def test_an_installed_distribution_is_not_hidden(tmp_path: Path) -> None:
    assert refused(tmp_path, "httpx") == {"shadows-distribution"}
    assert refused(tmp_path, "pydantic._vendor.pets") == {"shadows-distribution"}
    (tmp_path / "httpx").mkdir()
    assert places.target(tmp_path, "httpx._vendor.pets"), "the repository of that very distribution"


def test_what_is_installed_for_the_repository_counts(tmp_path: Path) -> None:
    home = tmp_path / ".venv" / "lib" / "python3.12" / "site-packages" / "Shelter-1.0.dist-info"
    home.mkdir(parents=True)
    (home / "METADATA").write_text("Metadata-Version: 2.1\nName: Shelter\nVersion: 1.0\n")
    (home / "RECORD").write_text("shelter/__init__.py,,\n")
    with pytest.raises(ProvgenError, match="shelter belongs to Shelter"):
        places.target(tmp_path, "shelter.pets")


def test_repositories_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "nowhere", tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(ProvgenError) as problem:
            places.repository(folder)
        assert [it.code for it in problem.value.diagnostics] == ["no-repository"]


@pytest.mark.parametrize("folder", [".", "spec", "generated"])
def test_the_repository_of_the_toolchain_is_none(folder: str) -> None:
    with pytest.raises(ProvgenError) as problem:
        places.repository(ROOT / folder)
    assert [it.code for it in problem.value.diagnostics] == ["own-repository"]


def test_a_folder_that_is_not_writable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write anywhere, so that the answer of the system has to be made up.
    monkeypatch.setattr(os, "access", lambda path, mode: mode & os.W_OK == 0)
    with pytest.raises(ProvgenError, match="is not writable"):
        places.repository(tmp_path)


def test_links_to_a_repository_are_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert places.repository(tmp_path / "link") == tmp_path / "real"
