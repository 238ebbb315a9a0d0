"""One call, from its request to its answer: authenticated, sent, repeated where that helps, logged.

`exchange` is a generator that does nothing itself. It yields what is to be done (`Send`, `Sleep`, `Fetch`) and is sent
what came of it, or thrown the `APIError`; the loops in `client`, one for each colour of function, do it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from typing import Any, NamedTuple

from .auth import Additions, Auth, Plan, Scheme
from .errors import APIConnectionError, APIStatusError
from .logs import tell_attempt
from .messages import Answer, Attempt, PreparedRequest
from .retries import Clock, delay_before, is_temporary


class Send(NamedTuple):
    """Send a request. `authenticated`: it is so already, or must not be. `until`: when, on the clock, time is up."""

    request: PreparedRequest
    operation: str
    authenticated: bool
    stream: Callable[[Answer], bool] | None = None
    until: float | None = None


class Sleep(NamedTuple):
    """Wait."""

    seconds: float


class Fetch(NamedTuple):
    """Get from an `Auth` what it has to fetch; of many callers one fetches, the others wait and take what it got."""

    auth: Auth
    scheme: Scheme
    until: float | None


Step = Send | Sleep | Fetch | PreparedRequest | Awaitable[Any]
"""What a generator may ask for; the last two are what an `Auth` does."""


class Call(NamedTuple):
    """A request and how it is to be sent.

    `retries` is how often it may be repeated, `refusal` why it may not be at all once it has been sent. `deadline` is
    seconds for all of it. `stream` says of which answers the body is not read.
    """

    request: PreparedRequest
    operation: str
    plan: Plan
    authenticated: bool
    retries: int
    refusal: str = ""
    deadline: float | None = None
    stream: Callable[[Answer], bool] | None = None


Outcome = Answer | APIConnectionError | APIStatusError


def exchange(call: Call, clock: Clock) -> Generator[Step, Any, Answer]:
    """The answer to a call, whatever its status. Raises `APIConnectionError` if none arrives."""
    until = None if call.deadline is None else clock.monotonic() + call.deadline
    attempts: list[Attempt] = []
    renewed = False
    while True:
        outcome, used = yield from _attempt(call, clock, until, len(attempts) + 1)
        if isinstance(outcome, Answer) and outcome.status < 400:
            return outcome._replace(attempts=tuple(attempts)) if attempts else outcome
        if not renewed and _renew(call.plan, outcome, used):
            renewed = True
            continue
        delay = _delay(call, outcome, len(used) == len(call.plan), len(attempts) + 1, clock)
        if isinstance(delay, float) and until is not None and clock.monotonic() + delay >= until:
            delay = f"the deadline of {call.deadline:g} s comes first"
        attempts.append(_recorded(outcome, delay))
        if isinstance(delay, str):
            return _finished(outcome, tuple(attempts))
        yield Sleep(delay)


def _attempt(
    call: Call, clock: Clock, until: float | None, number: int
) -> Generator[Step, Any, tuple[Outcome, list[Additions]]]:
    """Authenticates and sends once. With the outcome comes what the credentials added, as far as they got."""
    started = clock.monotonic()
    request, used = call.request, list[Additions]()
    outcome: Outcome
    try:
        for auth, scheme in call.plan:
            found = auth.additions(scheme) or (yield Fetch(auth, scheme, until))
            used.append(found)
            request = request.with_additions(found.headers, found.query)
        outcome = yield Send(request, call.operation, call.authenticated, call.stream, until)
    except (APIConnectionError, APIStatusError) as error:
        outcome = error
    tell_attempt(call.request, call.operation, number, clock.monotonic() - started, outcome)
    return outcome, used


def _renew(plan: Plan, outcome: Outcome, used: list[Additions]) -> bool:
    """After a 401: forgets the credentials that can be fetched anew; whether there are such."""
    if not isinstance(outcome, Answer) or outcome.status != 401:
        return False
    renewable = [auth.forget(found) for (auth, _), found in zip(plan, used)]
    return any(renewable)


def _delay(call: Call, outcome: Outcome, sent: bool, retry: int, clock: Clock) -> float | str:
    """Seconds until the call is repeated, or why it is not."""
    if not _may_pass(outcome):
        return "repeating would not help"
    if retry > call.retries:
        return f"no more than {call.retries} retries"
    if sent and call.refusal:
        return call.refusal
    return delay_before(retry, {} if isinstance(outcome, APIConnectionError) else outcome.headers, clock)


def _may_pass(outcome: Outcome) -> bool:
    if isinstance(outcome, APIConnectionError):
        return outcome.temporary
    return is_temporary(outcome.status if isinstance(outcome, Answer) else outcome.status_code)


def _recorded(outcome: Outcome, delay: float | str) -> Attempt:
    reason = f"{outcome.status} {outcome.reason}".strip() if isinstance(outcome, Answer) else outcome.message
    return Attempt(reason, stopped=delay) if isinstance(delay, str) else Attempt(reason, delay)


def _finished(outcome: Outcome, attempts: tuple[Attempt, ...]) -> Answer:
    if isinstance(outcome, Answer):
        return outcome._replace(attempts=attempts)
    outcome.attempts = attempts
    raise outcome
