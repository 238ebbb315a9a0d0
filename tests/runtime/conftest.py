"""Calls in both colours, and a clock that only tests move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import anyio
import pytest
from runtime.messages import CallOptions
from runtime.operation import Operation
from runtime.retries import Clock

from tests.runtime.sample import async_client, execute, execute_async, sync_client

Call = Callable[..., Any]


@dataclass
class Time:
    """Moves when somebody sleeps, or when a test says so. `slept` lists the seconds of each wait."""

    now: float = 1_000_000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    @property
    def clock(self) -> Clock:
        """With a chance that always draws the largest number."""
        return Clock(monotonic=lambda: self.now, time=lambda: self.now, random=lambda: 1.0, sleep=self.sleep)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest) -> Call:
    """Makes a client for a handler, calls an operation with it, and closes it."""

    def synchronous(
        handler: Any, operation: Operation[Any], arguments: Any, options: CallOptions | None = None, **client: Any
    ) -> Any:
        with sync_client(handler, **client) as made:
            return execute(made, operation, arguments, options or {})

    def asynchronous(
        handler: Any, operation: Operation[Any], arguments: Any, options: CallOptions | None = None, **client: Any
    ) -> Any:
        async def main() -> Any:
            async with async_client(handler, **client) as made:
                return await execute_async(made, operation, arguments, options or {})

        return anyio.run(main)

    return synchronous if request.param == "sync" else asynchronous
