"""The ways to call a method: what is told apart, what is shared, and what type checkers and callers see of it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli
from generator.api.model import MediaType, Operation, RequestBody
from generator.package.overloads import MOST, Signatures, signatures
from generator.package.results import results
from tests.package.sample_api import json, operation, response

SPEC = Path(__file__).parents[1] / "edits" / "cases" / "media.yaml"
TEXT, CSV, PDF, EVENTS = (
    MediaType(it, None) for it in ("text/plain", "text/csv", "application/pdf", "text/event-stream")
)
INTEGER, NUMBER = *json({"type": "integer"}), MediaType("application/x+json", {"type": "number"})


def made(answers: tuple[MediaType, ...], bodies: tuple[MediaType, ...] = (), status: str = "200") -> Operation:
    body = RequestBody(True, "", bodies, (), "") if bodies else None
    return operation("one", "POST", responses=(response(status, answers),), body=body)


def shown(found: Signatures) -> list[str]:
    ways = [f"({', '.join(it.texts[1:-1])}) -> {it.returns.text}" for it in found.ways]
    return [way.replace("application/", "") for way in ways]


def ways(*answers: MediaType, bodies: tuple[MediaType, ...] = ()) -> list[str]:
    return shown(signatures(made(answers, bodies), frozenset(), {}))


def test_one_media_type_is_chosen_by_nobody() -> None:
    found = signatures(made((INTEGER,), (INTEGER,)), frozenset(), {})
    assert (shown(found), found.choosing) == (["(body: int) -> int"], ())


def test_answers_of_one_type_share_a_way_and_the_usual_one_needs_no_name() -> None:
    assert ways(CSV, TEXT) == ['(*, accept: Literal["text/csv", "text/plain"] | None = None) -> str']
    assert ways(INTEGER, CSV, TEXT) == [
        "() -> int | str",
        '(*, accept: Literal["json"]) -> int',
        '(*, accept: Literal["text/csv", "text/plain"]) -> str',
    ]


def test_streams_come_if_they_are_asked_for() -> None:
    assert ways(INTEGER, EVENTS) == [
        '(*, accept: Literal["json"] | None = None) -> int',
        '(*, accept: Literal["text/event-stream"]) -> Stream[ServerSentEvent[str]]',
    ]
    assert ways(EVENTS) == ["() -> Stream[ServerSentEvent[str]]"]


def test_bodies_are_named_but_for_the_preferred_one() -> None:
    image = MediaType("image/*", None)
    assert ways(bodies=(INTEGER, image, CSV, PDF, TEXT)) == [
        "(body: int) -> None",
        '(body: str, *, content_type: Literal["text/csv", "text/plain"]) -> None',
        "(body: FileContent, *, content_type: str) -> None",
    ]


def test_of_many_ways_results_are_put_together() -> None:
    answers = (INTEGER, NUMBER, CSV, PDF)
    assert len(ways(*answers)) == 1 + 4
    assert len(ways(*answers, bodies=(INTEGER, CSV))) == 5 + 1 <= MOST
    assert ways(*answers, bodies=(INTEGER, CSV))[-1] == (
        '(body: str, *, content_type: Literal["text/csv"], '
        'accept: Literal["json", "x+json", "text/csv", "pdf"] | None = None) -> int | float | str | bytes'
    )


@pytest.mark.parametrize("status", ["204", "404"])
def test_there_is_nothing_to_choose_of_an_answer_without_body_or_an_error(status: str) -> None:
    assert [it.accepts for it in results(made((INTEGER, CSV), status=status), {})] == [()]


USER = """
from media import AsyncClient, Client
from media.models import Pet

client, other = Client(), AsyncClient()
reveal_type(client.pets.add_pet(name="Tom"))
reveal_type(client.pets.add_pet(Pet(name="Tom"), accept="application/json"))
reveal_type(client.pets.add_pet(name="Tom", accept="application/xml"))
reveal_type(client.pets.add_pet("<pet/>", content_type="application/xml"))
reveal_type(client.pets.list_pets(accept="application/vnd.pets+json", query_accept="x", timeout=3))
reveal_type(client.pets.list_pets(accept="text/plain"))
reveal_type(client.pets.put_photo("1", {"photo": b"1"}, content_type="multipart/form-data"))
reveal_type(client.pets.put_photo("1", b"1", content_type="image/webp"))
reveal_type(client.pets.watch())
reveal_type(client.pets.watch(accept="text/event-stream"))
reveal_type(client.pets.with_raw_response.add_pet(name="Tom", accept="application/xml"))
reveal_type(client.pets.with_streaming_response.list_pets(accept="application/pdf"))


async def waiting() -> None:
    reveal_type(await other.pets.get_pet("1", accept="text/csv"))
    reveal_type(await other.pets.with_raw_response.get_pet("1", accept="application/json"))
"""
REVEALED = [
    *(
        "Pet | str",
        "Pet",
        "str",
        "Pet | str",
        "list[Pet]",
        "str",
        "Pet | Photo | None",
        "Pet | Photo | None",
        "Pet",
        "Stream[ServerSentEvent[Pet]]",
    ),
    *("Response[str]", "Response[bytes]", "str", "AsyncResponse[Pet]"),
]
WRONG = """
from media import Client

client = Client()
client.pets.add_pet("<pet/>")
client.pets.add_pet("a,b", content_type="text/csv")
client.pets.put_photo("1", "text", content_type="multipart/form-data")
client.pets.watch(accept="text/csv")
client.pets.plain(accept=None)
"""

MOCKED = """
from media import Client, testing
from media.models import Pet

with testing.mock_api() as api, Client() as client:
    assert client.pets.get_pet("1") .name == "name"
    assert client.pets.get_pet("1", accept="text/csv") == "text"
    assert client.pets.list_pets(accept="application/pdf") == b"text"
    assert [it.data.name for it in client.pets.watch(accept="text/event-stream")] == ["name"] * 2
    api.pets.get_pet.returns("a,b")
    assert client.pets.get_pet("1", accept="text/csv") == "a,b"
    api.pets.get_pet.returns(Pet(name="Tom"))
    assert client.pets.get_pet("1") == Pet(name="Tom")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("overloads")
    assert cli.run(["generate", "--spec", str(SPEC), "--output", str(found), "--package", "media"]) == 0
    (found / "user.py").write_text(USER, encoding="utf-8")
    (found / "wrong.py").write_text(WRONG, encoding="utf-8")
    return found


def test_a_mock_answers_in_what_is_asked_for(folder: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", MOCKED], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("checker", ["mypy --strict --hide-error-context --cache-dir=/dev/null", "pyright"])
def test_type_checkers_see_what_was_chosen(checker: str, folder: Path) -> None:
    name, *options = checker.split()
    options += ["--pythonpath", sys.executable] if name == "pyright" else []
    right, wrong = (
        subprocess.run(
            [sys.executable, "-m", name, *options, *files], cwd=folder, capture_output=True, text=True, check=False
        ).stdout
        for files in (["user.py", "media/resources", "media/_runtime/choosing.py"], ["wrong.py"])
    )
    assert "error:" not in right, right
    revealed = re.findall(r'(?:Revealed type is|Type of .* is) "(.*)"$', right, re.MULTILINE)
    assert [re.sub(r"[\w.]+\.(\w+)", r"\1", it) for it in revealed] == REVEALED
    assert sorted({line.split(":")[1] for line in wrong.splitlines() if "error:" in line}) == ["5", "6", "7", "8", "9"]
