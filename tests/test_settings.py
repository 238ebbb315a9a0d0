"""Settings: read whole, or refused with the place of every mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, ProvgenError
from generator.settings import (
    ClientSettings,
    DistributionSettings,
    NameSettings,
    PagingSettings,
    Settings,
    WebhookSettings,
    default_settings,
    load_settings,
)
from generator.toml_places import Places

ROOT = Path(__file__).parents[1]

FULL = """\
[tool.provgen]
url = "https://a.example/api.yaml"
package = "pet_shop"
spec = "documents"
overlays = "fixes"
output = "out"

[tool.provgen.names]
operation = [['^Pet', ''], ['_v(\\d)$', '\\1']]
classes = { PetDto = "Pet" }
resources = { "Pet things" = "pets" }
client_parameters = ["shopId"]
error_code = "code"

[tool.provgen.client]
environment = "PETS"
http_library = "httpx2"
credentials = "OAuth2"
resources = ["pets"]
testing = false

[tool.provgen.paging]
token = "cursor"
next = "/meta/next"

[tool.provgen.webhooks]
type = "event"
signature = "x-signature"
algorithm = "x-algorithm"
nonce = "x-nonce"
timestamp = "x-timestamp"
signed = "{timestamp}:{nonce}:{body}"
algorithms = { HS512 = "sha512", HS256 = "sha256" }
encoding = "hex"
note = "Ask the shop."

[tool.provgen.distribution]
name = "pet-shop-client"
description = "Pets for Python"
authors = [{ name = "Ann O’Nym", email = "ann@a.example" }, { email = "pets@a.example" }]
urls = { Homepage = "https://a.example/pets" }
version = [[' final$', '']]

[project]
license = "MIT"
license-files = ["LICENSE", "licences/*.txt"]
"""


def load(text: str, folder: Path) -> Settings:
    path = folder / "pyproject.toml"
    path.write_text(text, "utf-8")
    return load_settings(path)


def mistakes(text: str, folder: Path) -> list[tuple[str, int, int, str]]:
    """What is wrong with settings: code, line, column and message."""
    with pytest.raises(ProvgenError) as caught:
        load(text, folder)
    return [described(diagnostic, folder) for diagnostic in caught.value.diagnostics]


def described(diagnostic: Diagnostic, folder: Path) -> tuple[str, int, int, str]:
    assert diagnostic.location is not None
    assert diagnostic.location.file == str(folder / "pyproject.toml")
    return diagnostic.code, diagnostic.location.line, diagnostic.location.col, diagnostic.message


def test_every_key_arrives(tmp_path: Path) -> None:
    assert load(FULL, tmp_path) == Settings(
        root=tmp_path,
        url="https://a.example/api.yaml",
        spec=tmp_path / "documents",
        overlays=tmp_path / "fixes",
        output=tmp_path / "out",
        names=NameSettings(
            operation=(("^Pet", ""), (r"_v(\d)$", r"\1")),
            classes={"PetDto": "Pet"},
            resources={"Pet things": "pets"},
            client_parameters=("shopId",),
            error_code="code",
        ),
        client=ClientSettings(
            "pet_shop",
            "PETS",
            "httpx2",
            "OAuth2",
            resources=("pets",),
            testing=False,
            paging=(PagingSettings("cursor", "/meta/next"),),
            webhooks=WebhookSettings(
                type="event",
                signature="x-signature",
                algorithm="x-algorithm",
                nonce="x-nonce",
                timestamp="x-timestamp",
                signed="{timestamp}:{nonce}:{body}",
                algorithms={"HS512": "sha512", "HS256": "sha256"},
                encoding="hex",
                note="Ask the shop.",
            ),
        ),
        distribution=DistributionSettings(
            name="pet-shop-client",
            description="Pets for Python",
            authors=({"name": "Ann O’Nym", "email": "ann@a.example"}, {"email": "pets@a.example"}),
            urls={"Homepage": "https://a.example/pets"},
            version=((" final$", ""),),
            license="MIT",
            license_files=("LICENSE", "licences/*.txt"),
        ),
    )


def test_only_the_package_is_needed(tmp_path: Path) -> None:
    settings = load('[tool.provgen]\npackage = "pet_shop"\n', tmp_path)
    assert settings == default_settings("pet_shop", tmp_path)
    assert settings.client == ClientSettings("pet_shop", "PET_SHOP", "httpx", None)
    assert settings.overlays == tmp_path / "spec" / "overlays"


def test_overlays_lie_in_the_archive_unless_told_otherwise(tmp_path: Path) -> None:
    settings = load('[tool.provgen]\npackage = "p"\nspec = "elsewhere"\n', tmp_path)
    assert settings.overlays == tmp_path / "elsewhere" / "overlays"


def test_paths_are_absolute_whatever_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text(FULL)
    monkeypatch.chdir(tmp_path)
    assert load_settings(Path("pyproject.toml")).spec == tmp_path / "documents"


@pytest.mark.parametrize(
    ("line", "code", "col", "words"),
    [
        ("urll = 'x'", "unknown-setting", 1, "tool.provgen.urll"),
        ("  url = 3", "invalid-setting", 3, "expected a string, found an integer"),
        ("url = ''", "invalid-setting", 1, "empty"),
        ("url = true", "invalid-setting", 1, "found a boolean"),
        ("url = 2024-01-01", "invalid-setting", 1, "found a date"),
        ("spec = ['x']", "invalid-setting", 1, "found an array"),
        ('spec = "a\\u0000b"', "invalid-setting", 1, "no path"),
        ("names = 3", "invalid-setting", 1, "expected a table"),
        ("names.operation = 'x'", "invalid-setting", 1, "pairs"),
        ("names.operation = [['a']]", "invalid-setting", 1, "pairs of strings"),
        ("names.operation = [['(', '']]", "invalid-setting", 1, "regular expression"),
        ("names.operation = [['a', '\\9']]", "invalid-setting", 1, "regular expression"),
        ("names.client_parameters = 'x'", "invalid-setting", 1, "array of strings"),
        ("names.client_parameters = [1]", "invalid-setting", 1, "expected a string"),
        ("names.classes = {A = 'not a name'}", "invalid-setting", 1, "not a Python name"),
        ("names.resources = {A = 'class'}", "invalid-setting", 1, "not a Python name"),
        ("names.error_cod = 'x'", "unknown-setting", 1, "tool.provgen.names.error_cod"),
        ("client.http_library = 'requests'", "invalid-setting", 1, "not supported"),
        ("client.environment = 'small'", "invalid-setting", 1, "environment variable"),
        ("client.testing = 'yes'", "invalid-setting", 1, "expected true or false, found a string"),
        ("client.resources = 'pets'", "invalid-setting", 1, "array of strings"),
        ("client.credentials = 1.5", "invalid-setting", 1, "found a float"),
        ("webhooks.typ = 'x'", "unknown-setting", 1, "tool.provgen.webhooks.typ"),
        ("webhooks.signature = 'x y'", "invalid-setting", 1, "no name of a header"),
        ("webhooks.nonce = 'x-nonce'", "invalid-setting", 1, "nothing without webhooks.signature"),
        ("webhooks = {signature = 's', nonce = 'n'}", "invalid-setting", 1, "does not hold {nonce}"),
        ("webhooks = {signature = 's', signed = '{body}.{timestamp}'}", "invalid-setting", 1, "names no header"),
        ("webhooks = {signature = 's', signed = '{timestamp}'}", "invalid-setting", 1, "has no {body}"),
        ("webhooks = {signature = 's', signed = '{body}{body}'}", "invalid-setting", 1, "cannot hold '{body}'"),
        ("webhooks = {signature = 's', signed = '{body}{salt}'}", "invalid-setting", 1, "cannot hold '{salt}'"),
        ("webhooks = {signature = 's', signed = '{body}{'}", "invalid-setting", 1, "cannot hold '{'"),
        ("webhooks = {signature = 's', encoding = 'base32'}", "invalid-setting", 1, "'base32' is not supported"),
        ("webhooks = {signature = 's', algorithms = {}}", "invalid-setting", 1, "hash function"),
        ("webhooks = {signature = 's', algorithms = {MD5 = 'md5'}}", "invalid-setting", 1, "hash function"),
        ("paging = [3]", "invalid-setting", 1, "expected a table, found an array"),
        ("paging = {token = 't'}", "missing-setting", 1, "tool.provgen.paging.next is missing"),
        ("paging = {token = 't', next = '/a//b'}", "invalid-setting", 1, "'/a//b' names no property"),
        ("paging = {token = 't', next = '/a~2'}", "invalid-setting", 1, "no"),
        ("paging = {token = '', next = 'n'}", "invalid-setting", 1, "empty"),
        ("paging = {token = 't', next = 'n', items = []}", "invalid-setting", 1, "found an array"),
        ("paging = {token = 't', next = 'n', last = 'l'}", "unknown-setting", 1, "tool.provgen.paging.last"),
        ("distribution.nam = 'x'", "unknown-setting", 1, "tool.provgen.distribution.nam"),
        ("distribution = 'x'", "invalid-setting", 1, "expected a table"),
        ("distribution.name = 'a b'", "invalid-setting", 1, "'a b' cannot be the name of a distribution"),
        ("distribution.name = 'pets-'", "invalid-setting", 1, "'pets-' cannot be the name of a distribution"),
        ('distribution.description = "a\\nb"', "invalid-setting", 1, "one line of printable characters"),
        (f"distribution.description = '{'a' * 513}'", "invalid-setting", 1, "has 513 characters; an index takes 512"),
        ("distribution.authors = 'Ann'", "invalid-setting", 1, "expected an array of tables, found a string"),
        ("distribution.authors = ['Ann']", "invalid-setting", 1, "expected a table, found a string"),
        ("distribution.authors = [{}]", "invalid-setting", 1, "a `name`, an `email` or both"),
        ("distribution.authors = [{name = 'Ann', mail = 'a@b'}]", "invalid-setting", 1, "a `name`, an `email` or both"),
        ("distribution.authors = [{name = 'Ann, Bob'}]", "invalid-setting", 1, "no comma"),
        ("distribution.authors = [{email = 'Ann <a@b>'}]", "invalid-setting", 1, "one address without a name"),
        ('distribution.authors = [{name = "Ann\\nHome-page: x"}]', "invalid-setting", 1, "one line of printable"),
        ("distribution.urls = ['https://x']", "invalid-setting", 1, "expected a table"),
        ("distribution.urls.Home = 'x.example'", "invalid-setting", 1, "'x.example' is no web address"),
        ("distribution.urls.Home = 'javascript:x'", "invalid-setting", 1, "is no web address"),
        (f"distribution.urls.{'h' * 33} = 'https://x'", "invalid-setting", 1, "labels of 1 to 32 characters"),
        ("distribution.version = [['(', '']]", "invalid-setting", 1, "is not a regular expression"),
        ("distribution.version = '1'", "invalid-setting", 1, "pairs"),
    ],
)
def test_mistakes_are_located(line: str, code: str, col: int, words: str, tmp_path: Path) -> None:
    [found] = mistakes(f"# settings\n[tool.provgen]\npackage = 'p'\n\n{line}\n", tmp_path)
    assert found[:3] == (code, 5, col)
    assert words in found[3]


@pytest.mark.parametrize("name", ["a-b", "1a", "class", "_a", "a.b", "é", ""])
def test_packages_that_cannot_be_imported(name: str, tmp_path: Path) -> None:
    [found] = mistakes(f"[tool.provgen]\npackage = {name!r}\n", tmp_path)
    assert found[:3] == ("invalid-setting", 2, 1)
    with pytest.raises(ProvgenError):
        default_settings(name)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = "[tool.provgen]\nurl = 1\n[tool.provgen.client]\nenvironment = 2\n[tool.provgen.name]\n"
    found = mistakes(text, tmp_path)
    assert sorted((code, line) for code, line, _, _ in found) == [
        ("invalid-setting", 2),
        ("invalid-setting", 4),
        ("missing-setting", 1),
        ("unknown-setting", 5),
    ]


def test_several_ways_of_paging(tmp_path: Path) -> None:
    text = "[tool.provgen]\npackage = 'p'\n[[tool.provgen.paging]]\ntoken = 't'\nnext = 'n'\n[[tool.provgen.paging]]\n"
    found = load(f"{text}token = 'u'\nnext = '/m/n'\nitems = '/m/i'\n", tmp_path).client.paging
    assert found == (PagingSettings("t", "n"), PagingSettings("u", "/m/n", "/m/i"))
    assert mistakes(f"{text}token = 'u'\nnext = 3\n", tmp_path) == [
        ("invalid-setting", 8, 1, "tool.provgen.paging.1.next: expected a string, found an integer")
    ]


def test_a_near_miss_gets_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(ProvgenError) as caught:
        load("[tool.provgen]\npackage = 'p'\nnames.resource = {}\nxyz = 1\n", tmp_path)
    hints = {diagnostic.hint for diagnostic in caught.value.diagnostics}
    assert "Did you mean 'resources'?" in hints
    assert (
        "Known here: url, package, spec, overlays, output, names, client, paging, webhooks, changes, distribution."
        in hints
    )


def test_files_that_are_no_settings(tmp_path: Path) -> None:
    assert [item[:3] for item in mistakes("[tool.black]\nx = 1\n", tmp_path)] == [("missing-settings", 1, 1)]
    assert [item[:3] for item in mistakes("[tool]\nprovgen = 3\n", tmp_path)] == [("missing-settings", 2, 1)]
    assert [item[:3] for item in mistakes("a = 1\nb = = 2\n", tmp_path)] == [("invalid-toml", 2, 5)]
    assert [item[:3] for item in mistakes("a = 1\nb = [1,\n", tmp_path)] == [("invalid-toml", 3, 1)]
    assert [item[:3] for item in mistakes("a = 1\na = 2\n", tmp_path)] == [("invalid-toml", 2, 6)]


def test_unreadable_files(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ProvgenError) as caught:
            load_settings(path)
        assert caught.value.diagnostics[0].code == "settings-not-found"
    (tmp_path / "x.toml").write_bytes(b"\xff")
    with pytest.raises(ProvgenError) as caught:
        load_settings(tmp_path / "x.toml")
    assert caught.value.diagnostics[0].code == "invalid-settings"


def test_places_of_keys_in_every_form_of_toml() -> None:
    text = (
        "a = 1 # [no.table]\n"
        "b = '''\nc = 2\n'''\n"
        'd = """\n[e]\n\\""" \n"""\n'
        "f = [\n  1, # ]\n  [2],\n]\n"
        "  g.h = 5\n"
        '"i j"."k.l" = 6\n'
        "m = { n = 1, o = { p = 2 } }\n"
        "\n"
        "[q.r]  # comment\n"
        "s = 7\n"
        "[[t]]\n"
        "u = 8\n"
        'v = "x # [y]"\n'
        "[[t]]\n"
        "u = 9\n"
    )
    places = Places(text)
    expected = {
        ("a",): (1, 1),
        ("b",): (2, 1),
        ("d",): (5, 1),
        ("f",): (9, 1),
        ("g", "h"): (13, 3),
        ("g",): (13, 3),
        ("i j", "k.l"): (14, 1),
        ("m",): (15, 1),
        ("m", "o", "p"): (15, 1),
        ("q",): (17, 1),
        ("q", "r", "s"): (18, 1),
        ("t",): (19, 1),
        ("t", "0"): (19, 1),
        ("t", "0", "u"): (20, 1),
        ("t", "0", "v"): (21, 1),
        ("t", "1", "u"): (23, 1),
        ("c",): (1, 1),
        ("e",): (1, 1),
        ("no", "table"): (1, 1),
    }
    assert {path: places.of(path) for path in expected} == expected


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        ("name = 'x'", (None, None)),
        ("license = 'MIT OR Apache-2.0'", ("MIT OR Apache-2.0", None)),
        ("license-files = []", (None, ())),
        ("license = {text = 'MIT'}", ("MIT", None)),
        ("license = {file = 'COPYING'}", (None, ("COPYING",))),
        ("license = {file = 3}\nlicense-files = 'x'", (None, ("3",))),
        ("license = 7", ("7", None)),
    ],
)
def test_the_licence_is_the_projects_and_not_judged_here(
    project: str, expected: tuple[str | None, tuple[str, ...] | None], tmp_path: Path
) -> None:
    found = load(f"[project]\n{project}\n[tool.provgen]\npackage = 'p'\n", tmp_path).distribution
    assert (found.license, found.license_files) == expected
    assert load("project = 3\n[tool.provgen]\npackage = 'p'\n", tmp_path).distribution == DistributionSettings()


def test_settings_of_this_repository() -> None:
    settings = load_settings(ROOT / "pyproject.toml")
    assert (settings.root, settings.output, settings.client.package) == (ROOT, ROOT / "generated", "sinch_provisioning")
    assert settings.names.client_parameters == ("projectId",)
