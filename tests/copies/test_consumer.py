"""The life of a copy in a repository of somebody else, as its people type it: a real client, from one version to the next."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = "acme._vendor.sinch_provisioning"
COPY = "src/acme/_vendor/sinch_provisioning"

APP = '''\
"""Accounts, as the shop sees them."""

from __future__ import annotations

from acme._vendor.sinch_provisioning import Client, errors, models


def company(client: Client) -> str:
    """The legal name of the account's company."""
    account: models.WhatsappAccountDto = client.whatsapp_accounts.get_account()
    details = account.details
    return (details.company_legal_name if details else None) or "unknown"


def hooks(client: Client) -> list[str]:
    """The addresses of all webhooks, none if the project has none."""
    try:
        return [hook.target for hook in client.webhooks.list_webhooks() if hook.target]
    except errors.NotFoundError:
        return []
'''

TESTS = """\
from __future__ import annotations

from collections.abc import Iterator

import pytest
from acme import app
from acme._vendor.sinch_provisioning import Client, testing


@pytest.fixture
def api() -> Iterator[testing.MockApi]:
    with testing.mock_api() as api:
        yield api


def test_company(api: testing.MockApi) -> None:
    with Client(project_id="p", access_token="t") as client:
        assert app.company(client)
        assert api.whatsapp_accounts.get_account.called


def test_hooks(api: testing.MockApi) -> None:
    api.webhooks.list_webhooks.fails(404)
    with Client(project_id="p", access_token="t") as client:
        assert app.hooks(client) == []
"""


class Repository:
    """A repository with a package, tests, and something that is not committed yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for path, text in {"src/acme/app.py": APP, "tests/test_app.py": TESTS, "notes.txt": "dirty\n"}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        self.git("init", "--quiet")

    def run(self, *command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "PYTHONPATH": str(self.folder / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "COLUMNS": "100",
        }
        return subprocess.run(
            command, cwd=cwd or self.folder, env=environment, capture_output=True, text=True, check=False
        )

    def git(self, *arguments: str) -> str:
        user = ("-c", "user.name=shop", "-c", "user.email=shop@example.invalid")
        done = self.run("git", *user, *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def vendor(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "generator", "vendor", str(self.folder), *arguments, cwd=ROOT)

    def verify(self) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-I", "-S", f"{COPY}/verify.py")

    def commit(self, message: str) -> None:
        self.git("add", "src", "tests", "vendor.toml")
        self.git("commit", "--quiet", "--message", message)

    def own_tests(self) -> None:
        # The newer document calls a field deprecated that the shop uses.
        quiet = ("-W", "error", "-W", "ignore:deprecated:DeprecationWarning")
        done = self.run(sys.executable, "-m", "pytest", "-q", *quiet, "-p", "no:cacheprovider", "tests")
        assert done.returncode == 0, done.stdout
        assert "2 passed" in done.stdout


@pytest.fixture
def shop(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "shop")


def test_from_one_version_to_the_next(shop: Repository) -> None:
    done = shop.vendor("--package", PACKAGE, "--to", "1.2.16", "--resources", "whatsapp_accounts,webhooks")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{PACKAGE} 1.2.16 in {COPY}: files: ")
    assert shop.git("status", "--porcelain", "notes.txt") == "?? notes.txt\n"
    shop.commit("The client, 1.2.16")
    assert shop.verify().returncode == 0
    shop.own_tests()

    file = shop.folder / COPY / "_runtime" / "retries.py"
    edited = file.read_text().replace('"""', '"""Ours too. ', 1)
    file.write_text(edited)
    assert shop.vendor("--check").returncode == 1
    found = shop.verify()
    assert found.returncode == 1
    assert "edited:  _runtime/retries.py" in found.stdout
    assert '+"""Ours too. ' in found.stdout
    status = shop.vendor("--status")
    assert status.returncode == 0
    assert "  1.2.16 of Provisioning API, 1 release behind: 1.2.36\n" in status.stdout
    assert '+"""Ours too. ' in status.stdout

    done = shop.vendor("--update")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1.2.16 → 1.2.36: major: ")
    assert "    used in src/acme/app.py:12 (WhatsappAccountDetailsDto.company_legal_name)\n" in done.stdout
    assert done.stdout.splitlines()[-1].startswith(f"{PACKAGE} 1.2.36 in {COPY}: files: ")
    assert f"info[edit-kept] {COPY}/_runtime/retries.py: your edit is kept" in done.stderr
    assert file.read_text() == edited, "this file is the same in both versions"
    assert shop.git("status", "--porcelain", "notes.txt") == "?? notes.txt\n"

    shop.own_tests()
    assert "the newest release" in shop.vendor("--status").stdout
    assert shop.verify().stdout.startswith("edited:  _runtime/retries.py\n"), "an edit stays one"
    shop.git("checkout", "--quiet", "HEAD", "--", f"{COPY}/_runtime/retries.py")
    assert shop.verify().returncode == 0
    again = shop.vendor("--update")
    assert again.stdout.splitlines()[-1].startswith(f"{PACKAGE} 1.2.36 in {COPY}: nothing to do")

    strict = shop.run(
        sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(shop.folder / ".mypy"), "src", "tests"
    )
    assert strict.returncode == 0, strict.stdout


def test_the_contract_goes_along(shop: Repository) -> None:
    done = shop.vendor("--package", PACKAGE, "--resources", "webhooks", "--contract")
    assert done.returncode == 0, done.stderr
    held = shop.run(sys.executable, "-m", f"{PACKAGE}.contract.suite")
    assert held.returncode == 0, held.stdout
    assert shop.verify().returncode == 0
    strict = shop.run(sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(shop.folder / ".mypy"), COPY)
    assert strict.returncode == 0, strict.stdout
