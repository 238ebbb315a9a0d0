"""What an edit of the document or of the package can make fail, and nothing else, is tested again."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path

import pytest

from generator.contract.checks import schemas
from generator.contract.document.raw import RawDocument
from generator.contract.suite.choosing import everything, reached
from tests.contract.committed import DOCUMENT, FOLDER, PAIR

OPERATIONS = {it.pointer: it.id for it in DOCUMENT.operations}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the committed package, to be the earlier one."""
    return Path(shutil.copytree(FOLDER, tmp_path / "old", ignore=shutil.ignore_patterns("__pycache__")))


def edit(folder: Path, file: str, before: str, after: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def chosen(document: RawDocument, package: Path) -> set[str]:
    touches = reached(document, package, PAIR)
    return {it for it in (*OPERATIONS, *schemas.pointers(PAIR)) if touches(it)}


def test_nothing_where_nothing_differs_but_the_version(old: Path) -> None:
    for file in ("MANIFEST.json", "__init__.py", "client.py"):
        edit(old, file, "1.2.36", "1.2.35")
    edit(old, "README.md", "#", "##")
    assert chosen(DOCUMENT, old) == set()


@pytest.mark.parametrize("file", ["client.py", "_runtime/auth.py", "events.py", "errors.py"])
def test_everything_where_all_operations_use_the_code(old: Path, file: str) -> None:
    edit(old, file, "import", "import  ")
    assert reached(DOCUMENT, old, PAIR) is everything


def test_everything_where_a_module_is_gone_or_new(old: Path) -> None:
    (old / "extra.py").write_text("")
    assert reached(DOCUMENT, old, PAIR) is everything


def test_the_operations_of_a_resource_that_was_edited(old: Path) -> None:
    edit(old, "resources/webhooks.py", "Register", "Add")
    found = chosen(DOCUMENT, old)
    assert {OPERATIONS[it] for it in found} == {id for id in OPERATIONS.values() if "WebhookController" in id}


def test_what_uses_a_model_whose_module_was_edited(old: Path) -> None:
    edit(old, "models/webhooks.py", "max_length=742", "max_length=741")
    found = chosen(DOCUMENT, old)
    assert {OPERATIONS[it].split("_")[1] for it in found if it in OPERATIONS} == {
        *("createWebhook", "listWebhooks", "getWebhook", "replaceWebhook", "updateWebhook")
    }
    assert "/components/schemas/WebhookWebhookListDto" in found
    assert "/components/schemas/BundlesBundlesDto" not in found


def test_what_leads_to_a_schema_that_was_another(old: Path) -> None:
    value = copy.deepcopy(DOCUMENT.value)
    value["components"]["schemas"]["BundlesBundlesSmsAppDto"]["description"] = "Edited"
    found = chosen(RawDocument(value), old)
    assert {OPERATIONS[it].split("_")[1] for it in found if it in OPERATIONS} == {"create", "get"}
    assert "/components/schemas/BundlesBundlesDto" in found
    assert not {it for it in found if "Whatsapp" in it or "whatsapp" in it}


def test_all_operations_where_the_servers_were_others(old: Path) -> None:
    value = copy.deepcopy(DOCUMENT.value)
    value["servers"] = [{"url": "https://elsewhere.example"}]
    assert set(OPERATIONS) <= chosen(RawDocument(value), old)
