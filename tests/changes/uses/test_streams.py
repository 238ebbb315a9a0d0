"""What comes out of streams is followed, as what comes out of lists is."""

from __future__ import annotations

import re
from pathlib import Path

from generator.api.build import build
from generator.api.names import Pins
from generator.changes.uses.finding import find_uses
from generator.making import Source, prepare
from generator.package.surface import Surface, surface
from generator.settings import ClientSettings, NameSettings
from tests.changes.uses.marked import difference, expected_below, got
from tests.rendered import ROOT

CODE = """
from streamed import AsyncClient, AsyncStream, Client, ServerSentEvent, Stream  #: Client import, Client import
from streamed.models import Step  #: models.Step import

client = Client()  #: Client construct
with client.runs.watch_run("1") as found:  #: R resource, R.watch_run call, R.watch_run(id) argument
    for event in found:
        event.data.state  #: models.Step.state field
for step in client.runs.export_steps({}):  #: R resource, R.export_steps call, R.export_steps(body) argument
    step.number  #: models.Step.number field


def read(steps: Stream[Step], event: ServerSentEvent[Step], others: AsyncStream[Step]) -> None:  #: models.Step annotation, models.Step annotation, models.Step annotation
    next(steps).number  #: models.Step.number field
    event.data.number, event.id  #: models.Step.number field


async def main() -> None:
    async with AsyncClient() as other:  #: Client construct
        async for event in await other.runs.watch_run("1"):  #: R resource, R.watch_run call, R.watch_run(id) argument
            event.data.number  #: models.Step.number field
"""


def streamed() -> Surface:
    prepared = prepare(Source(ROOT / "tests" / "cases" / "streams" / "openapi.yaml", "openapi.yaml", ()))
    assert prepared.document is not None
    return surface(build(prepared.document, NameSettings(), Pins()), ClientSettings("streamed", "STREAMED"))


def test_items_and_the_data_of_events(tmp_path: Path) -> None:
    code = re.sub(r"\bR\b", "resources.runs.RunsResource", CODE)
    (tmp_path / "code.py").write_text(code, encoding="utf-8")
    wanted, found = expected_below(tmp_path), got(find_uses(tmp_path, streamed()))
    assert wanted == found, difference(wanted, found)
