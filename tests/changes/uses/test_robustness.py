"""Files that cannot be read, folders that are left out, places, order, and that nothing is ever raised."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.changes.uses import files
from generator.changes.uses.catalog import ERRORS
from generator.changes.uses.finding import find_uses
from generator.changes.uses.findings import Unfollowed, Use
from generator.package.surface import Surface
from tests.changes.uses.test_following import written

USE = "from sinch_provisioning import Client\n"
FOUND = [("Client", "import")]


def symbols(root: Path, client: Surface) -> list[tuple[str, str]]:
    return [(it.symbol, it.how) for it in find_uses(root, client).uses]


def reasons(root: Path, client: Surface) -> list[tuple[str, str]]:
    return [(it.file, it.reason) for it in find_uses(root, client).unfollowed]


def test_an_empty_folder(client: Surface, tmp_path: Path) -> None:
    found = find_uses(tmp_path, client)
    assert (found.uses, found.unfollowed, found.files) == ((), (), 0)


def test_a_single_file(client: Surface, tmp_path: Path) -> None:
    path = tmp_path / "script"
    path.write_text(USE)
    assert find_uses(path, client).uses == (Use("script", 1, 32, "Client", "import"),)


def test_a_root_that_is_not_there(client: Surface, tmp_path: Path) -> None:
    found = find_uses(tmp_path / "nowhere", client)
    assert found.unfollowed == (Unfollowed("nowhere", 1, 1, "cannot be read: No such file or directory"),)


def test_files_that_do_not_parse(client: Surface, tmp_path: Path) -> None:
    texts = {"a.py": "def f(:\n", "b.py": "x = 1\n\ny = = 2\n", "c.py": "\0", "d.py": USE, "e.py": "print 'x'\n"}
    written(tmp_path, texts)
    found = reasons(tmp_path, client)
    assert [file for file, _ in found] == ["a.py", "b.py", "c.py", "e.py"]
    assert found[1][1] == "line 3 is not valid Python: invalid syntax"
    assert symbols(tmp_path, client) == FOUND


def test_files_that_are_no_text(client: Surface, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"x = '\xff'\n")
    (tmp_path / "b.py").write_bytes(b"# coding: unknown\n")
    (tmp_path / "c.py").write_bytes(
        "# coding: latin-1\nx = 'ä'; from sinch_provisioning import Client\n".encode("latin-1")
    )
    (tmp_path / "d.py").write_bytes(b"\xef\xbb\xbf" + USE.encode())
    assert reasons(tmp_path, client) == [("a.py", "not readable as text"), ("b.py", "not readable as text")]
    assert [(it.file, it.col) for it in find_uses(tmp_path, client).uses] == [("c.py", 41), ("d.py", 32)]


def test_files_that_are_too_large(client: Surface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_SIZE", 1_000_000)
    (tmp_path / "a.py").write_text(USE + "#" * 1_000_001)
    assert reasons(tmp_path, client) == [("a.py", "larger than 1 MB")]


@pytest.mark.parametrize(
    "code",
    [
        "x = " + "(" * 5000 + ")" * 5000,
        "x = " + "-" * 20_000 + "1",
        "x = " + "1 + " * 20_000 + "1",
        "x = y" + ".a" * 20_000,
        "x = y" + "()" * 20_000,
        "x = y" + "[0]" * 20_000,
        "x = " + "[" * 90 + "1" + "]" * 90,
        "".join(f"{' ' * depth}if x:\n" for depth in range(90)) + " " * 90 + "pass",
        "x = " + "lambda: " * 3000 + "1",
        "if x: pass\n" + "elif x: pass\n" * 3000,
        "x = '" + "a" * 100_000 + "'",
        "x: '" + "[" * 10_000 + "'",
        "x: '\\\\d + '",
    ],
    ids=range(13),
)
def test_deep_nesting(code: str, client: Surface, tmp_path: Path) -> None:
    """Such a file is read or told of; the others are read in any case."""
    written(tmp_path, {"a.py": USE + code + "\n", "b.py": USE})
    found = find_uses(tmp_path, client)
    assert Use("b.py", 1, 32, "Client", "import") in found.uses
    assert "a.py" in {it.file for it in found.uses} | {it.file for it in found.unfollowed}


@pytest.mark.parametrize(
    "code",
    [
        "x = Client()\nx = [x]\nwhile x:\n    x = [x]\n",
        "def f(x):\n    return f([x, f]) or (x, f(x))\nf(Client())\n",
        "class A(A): pass\nclass B(C): pass\nclass C(B): pass\nA().x, B().y, C(Client()).z\n",
        "class A:\n    def __iter__(self): return B()\nclass B:\n    def __iter__(self): return A()\nfor x in A(): x.y\n",
        "x = {}\nx['x'] = x\nClient().webhooks.create_webhook(x)\nprint_(x)\n",
        "x = []\nx.append(x)\nfor y in x: y.append(x)\nClient().webhooks.update_webhook('', triggers=x)\n",
        "class A:\n    @property\n    def a(self): return self.b\n    @property\n    def b(self): return self.a\nA().a.webhooks\n",
        "from functools import partial\nx = Client\nwhile y:\n    x = partial(x, x)\nx()\n",
        "f = lambda x: f(lambda: x)\nf(Client())\n",
        "async def f():\n    return f()\nx = f()\n",
        "def f(*a, **b):\n    return f(*a, **b)\nf(Client(), x=Client())\n",
        "from a import *\nfrom a import a\nimport a\na.a.a.a\n",
        "x: 'x' = 1\ndef f(x: 'f') -> 'f': return f\nclass A:\n    x: 'A'\nA().x.x.x\n",
        "match x:\n    case {'a': [*_, Client()], **rest} | [rest]:\n        rest.webhooks\n",
        "def f():\n    global x, y\n    nonlocal_ = x = y = Client()\n    del x\n    return y\nf().webhooks\n",
        "break\ncontinue\nreturn_ = 1\nfor x in y:\n    for z in x:\n        break\n    else:\n        continue\nelse:\n    pass\n",
        "Client.x.y, Client().x.y().z, Client()[0], Client() + Client(), -Client(), not Client()\n",
        "super().x, super, type(Client), type(x), isinstance(x), getattr(), cast(), min(), zip(), map(), next()\n",
        "import_module(), __import__(), sorted(), dict(Client()), enumerate(), filter(), partial()\n",
    ],
    ids=range(19),
)
def test_code_that_goes_round_in_circles(code: str, client: Surface, tmp_path: Path) -> None:
    written(tmp_path, {"a.py": USE + code})
    assert symbols(tmp_path, client)[0] == ("Client", "import")


def test_links(client: Surface, tmp_path: Path) -> None:
    written(tmp_path, {"own/a.py": USE})
    (tmp_path / "own" / "around").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "own")
    (tmp_path / "broken.py").symlink_to(tmp_path / "nowhere.py")
    (tmp_path / "itself.py").symlink_to(tmp_path / "itself.py")
    os.mkfifo(tmp_path / "pipe.py")
    found = find_uses(tmp_path, client)
    assert [(it.file, it.symbol) for it in found.uses] == [("own/a.py", "Client")]
    assert [it.file for it in found.unfollowed] == ["broken.py", "itself.py"]
    (tmp_path / "link").symlink_to(tmp_path / "own")
    assert symbols(tmp_path / "link", client) == FOUND


def test_what_may_not_be_read(client: Surface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, {"a.py": USE, "b/c.py": USE, "d.py": USE})
    read_bytes, scandir = Path.read_bytes, os.scandir

    def refused(path: Path) -> bytes:
        if path.name == "a.py":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    def closed(folder: Path) -> object:
        if folder.name == "b":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(Path, "read_bytes", refused)
    monkeypatch.setattr(os, "scandir", closed)
    found = reasons(tmp_path, client)
    assert found == [("a.py", "cannot be read: Permission denied"), ("b", "cannot be read: Permission denied")]


@pytest.mark.parametrize(
    "name",
    [
        *(
            ".venv/a.py",
            "venv/lib/a.py",
            "own/.git/a.py",
            "node_modules/x/a.py",
            "own/__pycache__/a.py",
            ".hidden/a.py",
        ),
        *("build/lib/a.py", "dist/a.py", "acme.egg-info/a.py", "site-packages/a.py", "a.txt", "a.pyi"),
    ],
)
def test_what_is_left_out(name: str, client: Surface, tmp_path: Path) -> None:
    assert symbols(written(tmp_path, {name: USE}), client) == []


@pytest.mark.parametrize(
    "beside",
    [
        {"own/_runtime/x.py": "", "own/client.py": ""},
        {"own/MANIFEST.json": '{"package": "sinch_provisioning"}'},
        {"own/pyvenv.cfg": ""},
    ],
)
def test_copies_of_the_client_and_environments_are_left_out(
    beside: dict[str, str], client: Surface, tmp_path: Path
) -> None:
    assert symbols(written(tmp_path, {"own/deep/a.py": USE, **beside}), client) == []


@pytest.mark.parametrize(
    "beside",
    [
        {"own/_runtime/x.py": ""},
        {"own/client.py": ""},
        {"own/MANIFEST.json": '{"package": "another"}'},
        {"own/MANIFEST.json": "no JSON"},
        {"own/MANIFEST.json": "[1]"},
    ],
)
def test_what_only_looks_like_a_copy_is_read(beside: dict[str, str], client: Surface, tmp_path: Path) -> None:
    assert symbols(written(tmp_path, {"own/deep/a.py": USE, **beside}), client) == FOUND


def test_a_package_that_is_called_build(client: Surface, tmp_path: Path) -> None:
    assert symbols(written(tmp_path, {"acme/build/__init__.py": "", "acme/build/a.py": USE}), client) == FOUND


def test_names_of_files_that_are_no_text(client: Surface, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.py")).write_text(USE)
    (tmp_path / os.fsdecode(b"\xfe")).mkdir()
    (tmp_path / os.fsdecode(b"\xfe") / "a.py").write_text(USE)
    assert [it.file for it in find_uses(tmp_path, client).uses] == ["\ufffd.py", "\ufffd/a.py"]


def test_a_root_that_leads_to_itself(client: Surface, tmp_path: Path) -> None:
    (tmp_path / "around").symlink_to(tmp_path / "around")
    assert [it.file for it in find_uses(tmp_path / "around", client).unfollowed] == ["around"]


def test_places(client: Surface, tmp_path: Path) -> None:
    """Columns count characters; a symbol is where its name stands."""
    text = (
        "from sinch_provisioning import (\n    Client as C,\n)\n"
        "ä = 'äöü'; c = C(  project_id=ä)\n"
        "c . webhooks.get_webhook(\n  ä).target\n"
        "def f(x: 'list[C]'): pass\n"
    )
    found = find_uses(written(tmp_path, {"a.py": text}), client)
    assert [(it.line, it.col, it.symbol.rpartition(".")[2]) for it in found.uses] == [
        (2, 5, "Client"),
        (4, 16, "Client"),
        (4, 20, "Client(project_id)"),
        (5, 5, "WebhooksResource"),
        (5, 14, "get_webhook"),
        (6, 3, "get_webhook(webhook_id)"),
        (6, 6, "target"),
        (7, 10, "Client"),
    ]


def test_all_errors_are_known() -> None:
    from runtime import errors

    assert sorted(ERRORS) == sorted(errors.__all__)


def test_the_order_is_always_the_same(client: Surface) -> None:
    """Whatever the seed of hashes."""
    code = (
        "import sys; from pathlib import Path; from generator.changes.uses.finding import find_uses\n"
        "from tests.changes.uses.conftest import committed\n"
        "print(find_uses(Path('tests/cases/uses/repository'), committed()))\n"
    )
    root = Path(__file__).parents[3]
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.rstrip()
        for seed in ("1", "2")
    ]
    found = find_uses(root / "tests/cases/uses/repository", client)
    assert runs == [str(found)] * 2
    assert list(found.uses) == sorted(set(found.uses))
    assert list(found.unfollowed) == sorted(set(found.unfollowed))


def test_only_what_has_to_do_with_the_client_is_read_as_a_whole(
    client: Surface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.changes.uses import finding

    read: list[str] = []
    monkeypatch.setattr(finding, "_read", lambda world, unit: read.append(unit.path))
    texts = {f"acme/m{number}.py": "import json\ndef f(): pass\n" for number in range(50)}
    texts |= {"acme/__init__.py": "", "acme/api.py": USE, "acme/use.py": "from .api import Client\nfrom .m1 import f\n"}
    found = find_uses(written(tmp_path, texts), client)
    assert found.files == 53
    assert set(read) == {"acme/api", "acme/use"}
