"""What a copy holds besides its client."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.package import manifest, verify
from generator.package.fileset import tree_hash
from generator.settings import Settings
from generator.vendoring import commands, places
from generator.vendoring.commands import Options
from generator.vendoring.copying import Wanted, copy_of
from tests.projects import snapshot
from tests.vendoring.conftest import PACKAGE


def test_the_manifest_is_of_all_files(toolchain: Settings) -> None:
    copy = copy_of(toolchain, Wanted("1.1.0", PACKAGE))
    made = manifest.parse(copy.files[manifest.NAME])
    rest = {path: content for path, content in copy.files.items() if path != manifest.NAME}
    assert made.files.keys() == rest.keys()
    assert made.tree == tree_hash(rest)
    assert manifest.verify(made, copy.files).empty
    assert made == copy.manifest


def test_the_originals_are_all_files_but_themselves(toolchain: Settings) -> None:
    files = copy_of(toolchain, Wanted("1.1.0", PACKAGE)).files
    with zipfile.ZipFile(io.BytesIO(files[verify.ORIGINALS])) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert held == {path: it for path, it in files.items() if path not in (manifest.NAME, verify.ORIGINALS)}


def test_a_copy_is_made_the_same_again(toolchain: Settings) -> None:
    wanted = Wanted("1.1.0", PACKAGE, ("pets",), testing=False)
    assert copy_of(toolchain, wanted).files == copy_of(toolchain, wanted).files


def test_no_place_of_this_machine_is_in_it(toolchain: Settings) -> None:
    files = copy_of(toolchain, Wanted("1.0.0", PACKAGE, contract=True)).files
    for place in (toolchain.root, Path(__file__).parents[2], Path.home()):
        assert [path for path, it in files.items() if f"{place}/".encode() in it and path != verify.ORIGINALS] == []


def test_the_contract_of_a_copy_is_held_there(toolchain: Settings, repository: Path, tmp_path: Path) -> None:
    options = Options("1.0.0", ("shops",), contract=True)
    commands.vendor(toolchain, places.target(repository, PACKAGE), options)
    elsewhere = Path(shutil.move(repository, tmp_path / "moved"))
    # Without this repository: what the suite needs are its libraries alone.
    code = (
        "import runpy, sys; sys.path[0:0] = [sys.argv.pop(1)]; runpy.run_module(sys.argv.pop(1), run_name='__main__')"
    )
    command = [sys.executable, "-I", "-B", "-c", code, str(elsewhere / "src"), f"{PACKAGE}.contract.suite"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout
    file = elsewhere / "src" / "acme" / "_vendor" / "pets_client" / "models" / "shops.py"
    file.write_text(file.read_text().replace("city: str", "city: int"))
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Shop" in done.stdout


def test_the_contract_is_no_test_of_the_repository(toolchain: Settings, repository: Path) -> None:
    commands.vendor(toolchain, places.target(repository, PACKAGE), Options(contract=True))
    (repository / "test_app.py").write_text("def test_it() -> None:\n    pass\n")
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "--rootdir", "."]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[0] == "test_app.py::test_it", done.stdout
    assert "1 test collected" in done.stdout


def test_the_manifest_tells_the_part(toolchain: Settings) -> None:
    made = copy_of(toolchain, Wanted("1.1.0", PACKAGE, ("pets",), testing=False)).manifest
    assert made.selection == manifest.Selection({"pets": "Pets"}, testing=False)
    assert copy_of(toolchain, Wanted("1.1.0", PACKAGE)).manifest.selection == manifest.Selection()


COEXIST = """
import importlib, pickle, sys
sys.path[0:0] = sys.argv[1:]
installed = importlib.import_module("pets_client")
first = importlib.import_module("acme.first.pets_client")
second = importlib.import_module("acme.second.pets_client")
three = (installed, first, second)
assert [it.__version__ for it in three] == ["1.1.0", "1.0.0", "1.1.0"], three
assert len({it.__file__ for it in three}) == 3
pets = [it.models.Pet.model_validate({"name": "Rex"}) for it in three]
for pet, module in zip(pets, three):
    again = pickle.loads(pickle.dumps(pet))
    assert type(again) is module.models.Pet and again == pet
    assert type(pet).__module__.startswith(module.__name__ + ".")
    problem = module.errors.NotFoundError
    for other in three:
        assert issubclass(problem, other.errors.APIError) == (other is module)
        assert isinstance(pet, other.models.Pet) == (other is module)
client = second.Client(base_url="https://pets.example")
try:
    client.pets.get_pet("")
except first.errors.APIError:
    raise AssertionError("the other copy's")
except second.errors.InvalidRequestError as problem:
    assert type(pickle.loads(pickle.dumps(problem))) is second.errors.InvalidRequestError
names = [it for it in sys.modules if it.split(".")[0] in ("acme", "pets_client")]
for name in names:
    module, home = sys.modules[name], next(it for it in (*three,) if name.startswith(it.__name__) or it.__name__.startswith(name))
    for value in vars(module).values():
        owner = getattr(value, "__module__", None)
        if isinstance(owner, str) and "pets_client" in owner and "pets_client" in name:
            assert owner.startswith(home.__name__), f"{name} sees {owner}"
print("apart")
"""


def test_several_copies_and_an_installed_client_do_not_mix(toolchain: Settings, repository: Path) -> None:
    commands.vendor(toolchain, places.target(repository, "acme.first.pets_client"), Options("1.0.0"))
    commands.vendor(toolchain, places.target(repository, "acme.second.pets_client"), Options("1.1.0"))
    command = [sys.executable, "-I", "-B", "-W", "error", "-c", COEXIST, str(repository / "src"), str(toolchain.output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "apart\n"), done.stderr


def test_the_subject_of_the_contract_is_json(toolchain: Settings) -> None:
    files = copy_of(toolchain, Wanted("1.0.0", PACKAGE, contract=True)).files
    about = json.loads(files["contract/suite/subject.json"])
    assert (about["name"], about["package"], about["earlier"]) == ("Pets 1.0.0", "../..", None)


def test_line_ends_are_left_alone_by_git(toolchain: Settings, vendored: Path, tmp_path: Path) -> None:
    """With `autocrlf`, as on many machines with Windows, a checkout is as it was written still."""
    git = ["git", "-c", "core.autocrlf=true", "-c", "user.name=a", "-c", "user.email=a@example.invalid"]
    for arguments in (["init", "--quiet", "."], ["add", "."], ["commit", "--quiet", "-m", "copy"]):
        subprocess.run([*git, *arguments], cwd=vendored, check=True, capture_output=True)
    subprocess.run([*git, "clone", "--quiet", str(vendored), str(tmp_path / "clone")], check=True, capture_output=True)
    assert b"\r\n" in (tmp_path / "clone" / "src" / "acme" / "app.py").read_bytes()
    (found,) = commands.copies(tmp_path / "clone")
    assert found.drift.empty


@pytest.mark.parametrize("name", ["verify.py"])
def test_it_verifies_itself_by_this_very_module(vendored: Path, name: str) -> None:
    copied = snapshot(vendored)[f"src/acme/_vendor/pets_client/{name}"]
    assert copied == Path(verify.__file__).read_bytes()
