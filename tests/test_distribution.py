"""Wheels and source distributions of a client: what is in them, what they are called, and what is refused."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from packaging.metadata import Metadata
from packaging.requirements import Requirement
from packaging.version import Version

from generator import distribution
from generator.diagnostics import Diagnostic, ProvgenError, Severity
from generator.distribution import building, project, versions
from generator.package import manifest
from generator.package.manifest import Inputs
from generator.settings import DistributionSettings, Settings, load_settings
from tests.projects import snapshot
from tests.rendered import own_settings

# The name that hatchling would leave out if it stood beside pyproject.toml.
NAME = "dist"
SETTINGS = f"""\
[tool.provgen]
package = "{NAME}"

[tool.provgen.distribution]
name = "Pet.Shop_client"
description = 'The "pets" of Zoë \\ Co'
authors = [{{ name = "Ann O'Nym", email = "ann@a.example" }}, {{ name = "Bob" }}]
urls = {{ "Home page" = "https://a.example/pets?a=b#c" }}

[project]
license = "MIT"
license-files = ["LICENSE", "licences/*"]
"""
FILES = {
    "__init__.py": b"",
    "py.typed": b"",
    "README.md": "# Pets\n\nRead “me”.\n".encode(),
    "_runtime/__init__.py": b"",
    "_runtime/transport.py": b'"""Sends."""\n\nimport httpx\n',
    "testing/__init__.py": b"",
    "testing/samples.json": b"{}\n",
}


def package(folder: Path, files: dict[str, bytes] = FILES, version: str = "1.2.36", title: str = "Pets") -> None:
    """A package with its manifest."""
    inputs = Inputs("0" * 64, (), "", "", {}, "", "", {})
    made = manifest.build(folder.name, title, version, inputs, files, {}, {}, {})
    for path, content in {**files, manifest.NAME: manifest.render(made)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def shop(folder: Path, settings: str = SETTINGS, version: str = "1.2.36") -> Settings:
    """A project with a package and two licences."""
    package(folder / "generated" / NAME, version=version)
    (folder / "licences").mkdir()
    (folder / "LICENSE").write_text("Do.\n")
    (folder / "licences" / "ours.txt").write_text("Do more.\n")
    (folder / "pyproject.toml").write_text(settings, "utf-8")
    return load_settings(folder / "pyproject.toml")


def refused(settings: Settings, output: Path, post: int = 0) -> list[Diagnostic]:
    """Why nothing is built; and nothing is written."""
    with pytest.raises(ProvgenError) as caught:
        distribution.build(settings, output, post)
    assert not output.exists() or not [*output.iterdir()]
    return list(caught.value.diagnostics)


# ── versions ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("api", "expected"),
    [
        ("1.2.36", "1.2.36"),
        ("1", "1"),
        (" v1 ", "1"),
        ("V2.0", "2.0"),
        ("1.2.3.4.5", "1.2.3.4.5"),
        ("2024-06-01", "2024.6.1"),
        ("2024-06", "2024.6"),
        ("v2024-12-31", "2024.12.31"),
        ("2024.06.01", "2024.6.1"),
        ("2024-06-01-preview", "2024.6.1rc0"),
        ("20240601", "20240601"),
        ("1.0.0-alpha", "1.0.0a0"),
        ("1.0.0-beta.3", "1.0.0b3"),
        ("1.0.0-beta.3+build.7", "1.0.0b3"),
        ("1.0.0-rc.1", "1.0.0rc1"),
        ("1.0.0+2024-06-01", "1.0.0"),
        ("1.0.0-dev", "1.0.0.dev0"),
        ("1.0b2", "1.0b2"),
    ],
)
def test_versions(api: str, expected: str) -> None:
    assert str(versions.release(api)) == expected


@pytest.mark.parametrize(
    "api",
    [
        *(
            "",
            " ",
            "latest",
            "1.0.0 (draft)",
            "1.x",
            "1..2",
            "+1",
            "v",
            "Version 1",
            "1.0.0-alpha.beta",
            "1.0.0-beta.3.1",
        ),
        *(
            "1.0.0-1",
            "1.0.post1",
            "2024-13",
            "2024-06-32",
            "2024-6-1",
            "1!2.0",
            "1.0-SNAPSHOT",
            "1" * 101,
            "٣.١",
            "1\n2",
            "1\0",
        ),
    ],
)
def test_versions_that_are_refused(api: str) -> None:
    with pytest.raises(ProvgenError) as caught:
        versions.release(api)
    [found] = caught.value.diagnostics
    assert found.code == "no-version"
    assert found.hint is not None and "[tool.provgen.distribution] version = " in found.hint


def test_the_hint_about_versions_works(tmp_path: Path) -> None:
    with pytest.raises(ProvgenError) as caught:
        versions.release("1.4 (draft)")
    line = str(caught.value.diagnostics[0].hint).partition("[tool.provgen.distribution] ")[2]
    rules = shop(
        tmp_path, f"[tool.provgen]\npackage = '{NAME}'\n[tool.provgen.distribution]\n{line}\n"
    ).distribution.version
    assert str(versions.release("1.4 (draft)", rules)) == "1.4.dev0"
    assert str(versions.release("1.4", rules)) == "1.4"


def test_post_releases() -> None:
    assert str(versions.release("1.2.36", post=2)) == "1.2.36.post2"
    assert versions.release("1.0-beta.3") < versions.release("1.0-beta.3", post=1) < versions.release("1.0-beta.4")
    with pytest.raises(ProvgenError) as caught:
        versions.release("1.0-dev", post=1)
    assert caught.value.diagnostics[0].code == "no-post-release"


_NUMBER = st.integers(0, 10**6)
_STAGE = st.none() | st.tuples(st.sampled_from(["alpha", "beta", "rc"]), _NUMBER)
_SEMVER = st.tuples(_NUMBER, _NUMBER, _NUMBER, _STAGE)


def semver(parts: tuple[int, int, int, tuple[str, int] | None]) -> str:
    *numbers, stage = parts
    return ".".join(map(str, numbers)) + (f"-{stage[0]}.{stage[1]}" if stage else "")


@given(_SEMVER, _SEMVER)
def test_versions_keep_the_order_of_semantic_versioning(
    one: tuple[int, int, int, tuple[str, int] | None], other: tuple[int, int, int, tuple[str, int] | None]
) -> None:
    last = ("z", 0)
    found, beside = versions.release(semver(one)), versions.release(semver(other))
    assert (found < beside) == ((*one[:3], one[3] or last) < (*other[:3], other[3] or last))
    assert (found == beside) == (one == other)


@given(st.text() | st.from_regex(r"v?[0-9]{1,4}[-._+!]?[0-9a-z.+-]*", fullmatch=True), st.integers(0, 9))
def test_any_text_is_a_version_that_an_index_takes_or_refused(api: str, post: int) -> None:
    try:
        found = versions.release(api, post=post)
    except ProvgenError:
        return
    assert Version(str(found)) == found
    assert (found.local, found.epoch, found.post) == (None, 0, post or None)


# ── what is in the archives ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> distribution.Release:
    folder = tmp_path_factory.mktemp("shop")
    return distribution.build(shop(folder), folder / "new" / "archives", post=2)


def test_the_archives_have_their_names(built: distribution.Release) -> None:
    assert built.version == "1.2.36.post2"
    names = ["pet_shop_client-1.2.36.post2.tar.gz", "pet_shop_client-1.2.36.post2-py3-none-any.whl"]
    assert [path.name for path in built.files] == names
    assert sorted(path.name for path in built.files[0].parent.iterdir()) == sorted(names)
    assert built.diagnostics == ()


def test_the_wheel_is_the_package_as_it_is(built: distribution.Release) -> None:
    with zipfile.ZipFile(built.files[1]) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
        assert {entry.external_attr >> 16 & 0o777 for entry in archive.infolist()} == {0o644}
        assert {entry.date_time for entry in archive.infolist()} == {(2020, 2, 2, 0, 0, 0)}
    about = "pet_shop_client-1.2.36.post2.dist-info"
    own = {name: content for name, content in found.items() if not name.startswith(about)}
    assert own.pop(f"{NAME}/MANIFEST.json")
    assert own == {f"{NAME}/{path}": content for path, content in FILES.items()}
    assert {name for name in found if name.startswith(about)} == {
        f"{about}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "licenses/LICENSE", "licenses/licences/ours.txt")
    }


def test_what_an_index_is_told(built: distribution.Release) -> None:
    with zipfile.ZipFile(built.files[1]) as archive:
        content = archive.read("pet_shop_client-1.2.36.post2.dist-info/METADATA")
    found = Metadata.from_email(content)  # which is strict
    assert found.metadata_version == "2.4"
    assert (found.name, str(found.version)) == ("Pet.Shop_client", "1.2.36.post2")
    assert found.summary == 'The "pets" of Zoë \\ Co'
    assert (found.author, found.author_email) == ("Bob", "Ann O'Nym <ann@a.example>")
    assert found.project_urls == {"Home page": "https://a.example/pets?a=b#c"}
    assert (found.license_expression, found.license_files) == ("MIT", ["LICENSE", "licences/ours.txt"])
    assert "Typing :: Typed" in (found.classifiers or [])
    assert str(found.requires_python) == ">=3.10"
    required = found.requires_dist or []
    assert [(it.name, str(it.marker or "")) for it in required] == [
        *(("httpx", ""), ("pydantic", "")),
        ("respx", 'extra == "testing"'),
    ]
    assert all({one.operator for one in it.specifier} == {">=", "<"} for it in required)
    assert found.provides_extra == ["testing"]
    assert (found.description_content_type, found.description) == ("text/markdown", FILES["README.md"].decode())


def test_the_source_distribution_gives_the_same_wheel(built: distribution.Release, tmp_path: Path) -> None:
    with tarfile.open(built.files[0]) as archive:
        for entry in archive.getmembers():
            assert (entry.mode, entry.uid, entry.uname, entry.mtime) in {(0o644, 0, "", 1580601600)}
            target = tmp_path / "source" / entry.name
            target.parent.mkdir(parents=True, exist_ok=True)
            content = archive.extractfile(entry)
            assert content is not None
            target.write_bytes(content.read())
    [source] = (tmp_path / "source").iterdir()
    names = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    others = {"pyproject.toml", "PKG-INFO", "LICENSE", "licences/ours.txt", f"src/{NAME}/MANIFEST.json"}
    assert names == {f"src/{NAME}/{path}" for path in FILES} | others
    command = [sys.executable, "-I", "-B", "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    environment = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    subprocess.run(command, cwd=source, env=environment, check=True, capture_output=True)
    assert (tmp_path / built.files[1].name).read_bytes() == built.files[1].read_bytes()


def test_the_same_package_gives_the_same_bytes(
    built: distribution.Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    monkeypatch.setenv("HATCH_BUILD_CLEAN", "true")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    settings = shop(tmp_path)
    for path in (settings.output / NAME).rglob("*.py"):
        path.chmod(0o700)
        os.utime(path, (0, 0))
    before = os.umask(0o077)
    try:
        found = distribution.build(settings, tmp_path / "out", post=2)
    finally:
        os.umask(before)
    assert [path.read_bytes() for path in found.files] == [path.read_bytes() for path in built.files]
    assert str(tmp_path).encode() not in b"".join(zipfile_contents(found.files[1]))


def zipfile_contents(path: Path) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        for name in archive.namelist():
            yield archive.read(name)


# ── what is made of settings and a package ──────────────────────────────────────────────────────────────────────────


def described(settings: Settings, files: dict[str, bytes] = FILES, title: str = "Pets") -> dict[str, object]:
    """The `[project]` table that a package is built with."""
    made = manifest.build(NAME, title, "1", Inputs("0" * 64, (), "", "", {}, "", "", {}), files, {}, {}, {})
    text = project.files(settings, made, files, "1")["pyproject.toml"].decode()
    table: dict[str, object] = tomli.loads(text)["project"]
    return table


def test_without_settings(tmp_path: Path) -> None:
    settings = shop(tmp_path, f"[tool.provgen]\npackage = '{NAME}'\n")
    found = described(settings, {path: FILES[path] for path in ("__init__.py", "_runtime/transport.py")})
    assert found["name"] == "dist"
    assert found["description"] == "Pets: a typed Python client, synchronous and asynchronous"
    assert found["license-files"] == []
    assert not found.keys() & {"license", "authors", "urls", "readme", "optional-dependencies"}


def test_a_package_name_becomes_a_name_of_an_index(tmp_path: Path) -> None:
    settings = shop(tmp_path, "[tool.provgen]\npackage = 'Pet__shop_'\n")
    assert described(settings)["name"] == "pet-shop"


def test_the_other_library(tmp_path: Path) -> None:
    settings = shop(tmp_path, f"{SETTINGS}\n[tool.provgen.client]\nhttp_library = 'httpx2'\n")
    [found] = refused(settings, tmp_path / "out")
    assert (found.code, "stand on httpx2" in found.message) == ("package-departs", True)
    table = described(settings, {**FILES, "_runtime/transport.py": b"\nimport httpx2 as httpx\n"})
    [httpx2, _] = [Requirement(it) for it in table["dependencies"]]  # type: ignore[attr-defined]
    assert (httpx2.name, table["requires-python"]) == ("httpx2", ">=3.11")


@given(st.text())
def test_any_text_is_written_as_toml(text: str) -> None:
    sound = text.encode("utf-8", "ignore").decode()
    assert tomli.loads(f"a = {project.toml(sound)}") == {"a": sound}


@given(st.text(st.characters(), max_size=400))
def test_any_title_makes_one_line(title: str) -> None:
    made = manifest.build(NAME, title, "1", Inputs("0" * 64, (), "", "", {}, "", "", {}), FILES, {}, {}, {})
    text = project.files(own_settings_named(), made, FILES, "1")["pyproject.toml"].decode()
    description = tomli.loads(text)["project"]["description"]
    assert description.isprintable() and len(description) <= 512
    assert description.endswith("a typed Python client, synchronous and asynchronous")


def own_settings_named() -> Settings:
    """Settings of no distribution in particular."""
    return replace(own_settings(), distribution=DistributionSettings())


def test_the_client_of_this_repository() -> None:
    settings = own_settings()
    found = described(settings)
    assert found["name"] == "sinch-provisioning-client"
    assert "Sinch" in str(found["description"])


# ── licences ────────────────────────────────────────────────────────────────────────────────────────────────────────


def with_licence(folder: Path, project_table: str) -> Settings:
    return shop(folder, f"[project]\n{project_table}\n[tool.provgen]\npackage = '{NAME}'\n")


def test_licences_are_looked_for_where_a_project_names_one_alone(tmp_path: Path) -> None:
    found = described(with_licence(tmp_path, "license = 'mit or apache-2.0'"))
    assert (found["license"], found["license-files"]) == ("MIT OR Apache-2.0", ["LICENSE"])


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("license = 'Ask the shop'", "no SPDX license expression"),
        ("license = {text = 'Ask\\nthe shop'}", "no SPDX license expression"),
        ("license-files = ['COPYING']", "'COPYING' names no file"),
        ("license-files = ['licences']", "'licences' names no file"),
        ("license-files = ['../*']", "leaves the project's folder"),
        ("license-files = ['/etc/hostname']", "leaves the project's folder"),
        ("license-files = ['']", "leaves the project's folder"),
        ('license-files = ["a\\u0000"]', "leaves the project's folder"),
        ("license-files = ['a**b']", "a**b"),
    ],
)
def test_licences_that_are_none(table: str, words: str, tmp_path: Path) -> None:
    [found] = refused(with_licence(tmp_path, table), tmp_path / "out")
    assert found.code == "invalid-licence"
    assert words in found.message


# ── what is refused ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_no_package(tmp_path: Path) -> None:
    settings = replace(shop(tmp_path), output=tmp_path / "elsewhere")
    assert [it.code for it in refused(settings, tmp_path / "out")] == ["no-package"]
    (tmp_path / "elsewhere" / NAME).mkdir(parents=True)
    assert [it.code for it in refused(settings, tmp_path / "out")] == ["no-package"]


def test_a_package_that_is_not_what_was_generated(tmp_path: Path) -> None:
    settings = shop(tmp_path)
    folder = settings.output / NAME
    (folder / "__init__.py").write_text("x = 1\n")
    (folder / "py.typed").unlink()
    (folder / "mine.py").touch()
    (folder / "link").symlink_to("mine.py")
    found = refused(settings, tmp_path / "out")
    assert {it.code for it in found} == {"package-departs"}
    assert [it.message.removeprefix(f"{folder}/") for it in found] == [
        "__init__.py was edited after it was generated",
        "py.typed is missing",
        "mine.py was not generated by provgen",
        "link was not generated by provgen",
    ]


def test_a_version_that_is_none(tmp_path: Path) -> None:
    assert [it.code for it in refused(shop(tmp_path, version="draft"), tmp_path / "out")] == ["no-version"]


def test_a_build_that_fails_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ProvgenError) as caught:
        building.archives({"pyproject.toml": b"[project]\nname = 'x'\n"})
    [found] = caught.value.diagnostics
    assert found.code == "cannot-build" and "\n" not in found.message and "version" in found.message


# ── the output folder ───────────────────────────────────────────────────────────────────────────────────────────────

ARCHIVES = {"a.tar.gz": b"new source", "a.whl": b"new wheel"}


def test_archives_are_put_beside_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "other.whl").write_bytes(b"other")
    (tmp_path / ".release.provgen-new" / "new").mkdir(parents=True)  # of a run that was killed
    places, warnings = building.put(tmp_path, ARCHIVES)
    assert (places, warnings) == ((tmp_path / "a.tar.gz", tmp_path / "a.whl"), ())
    assert snapshot(tmp_path) == {**ARCHIVES, "other.whl": b"other"}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert building.put(tmp_path, ARCHIVES)[1] == ()


def test_another_content_of_a_version_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.whl").write_bytes(b"old wheel")
    [warning] = building.put(tmp_path, ARCHIVES)[1]
    assert (warning.severity, warning.code) == (Severity.WARNING, "replaced")
    assert warning.message.endswith("a.whl had other content")
    assert warning.hint is not None and "--post" in warning.hint
    assert snapshot(tmp_path) == ARCHIVES


@pytest.mark.parametrize("old", [{}, {"a.tar.gz": b"old source"}, {"a.tar.gz": b"old source", "a.whl": b"old wheel"}])
@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_both_archives_or_none(
    old: dict[str, bytes], failure: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, content in old.items():
        (tmp_path / name).write_bytes(content)
    rename = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if self.parent.name == "new" and self.name == "a.whl":
            raise failure
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises((ProvgenError, KeyboardInterrupt)) as caught:
        building.put(tmp_path, ARCHIVES)
    if isinstance(caught.value, ProvgenError):
        assert [it.code for it in caught.value.diagnostics] == ["cannot-write"]
    assert snapshot(tmp_path) == old
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "out" / "a.whl").mkdir(parents=True)
    for folder in (tmp_path / "file", tmp_path / "out"):
        with pytest.raises(ProvgenError) as caught:
            building.put(folder, ARCHIVES)
        assert [it.code for it in caught.value.diagnostics] == ["cannot-write"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.whl"]


def test_an_interrupted_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings, begun = shop(tmp_path), []

    def interrupted(source: Path, built: Path, scratch: Path) -> None:
        begun.append(source)
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "_run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        distribution.build(settings, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert not begun[0].parent.exists()
