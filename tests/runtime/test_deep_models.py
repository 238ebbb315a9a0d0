"""Models that lead to one another more deeply than Python's usual limit lets pydantic follow."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from runtime.codec import Codec
from runtime.models import Model

LEVELS = 200
NAME = "deep_models_of_a_test"


@pytest.fixture(params=["one way", "to and fro"])
def models(request: pytest.FixtureRequest) -> Iterator[ModuleType]:
    """A module of models, each with the next one in it, and, to and fro, the one before as well."""
    made = ModuleType(NAME)
    sys.modules[NAME] = made
    lines = ["from __future__ import annotations", "from runtime.models import Model"]
    for n in range(LEVELS):
        lines += [f"class M{n}(Model):", f"    a: {f'M{n + 1}' if n + 1 < LEVELS else 'str'} | None = None"]
        lines += [f"    b: M{n - 1} | None = None"] if n and request.param == "to and fro" else []
    exec(compile("\n".join(lines), NAME, "exec"), vars(made))
    yield made
    del sys.modules[NAME]


def test_they_are_built_when_they_are_first_read(models: ModuleType) -> None:
    before = sys.getrecursionlimit()
    codec: Codec[Any] = Codec(models.M0)
    found = codec.decode(b'{"a": {"a": {"x": 1}}}')
    assert type(found.a.a) is models.M2 and found.a.a.x == 1
    assert sys.getrecursionlimit() == before


def test_they_are_built_when_they_are_first_made(models: ModuleType) -> None:
    made: Model = models.M0(a={"a": {}})
    assert made.to_wire() == {"a": {"a": {}}}
