"""A call of an operation with a client: from arguments to the value that a method returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from . import responses
from .client import AsyncBaseClient, BaseClient, SyncClient
from .errors import APIError
from .exchange import Call
from .messages import Answer, CallOptions
from .operation import Operation
from .requests import prepare
from .retries import is_repeatable

T = TypeVar("T")


def prepared(
    client: BaseClient,
    operation: Operation[Any],
    options: CallOptions,
    arguments: Mapping[str, Any],
    stream: Callable[[Answer], bool] | None = None,
) -> Call:
    """A call that is ready to be made. Raises `InvalidRequestError` for what cannot be sent."""
    settings = client._settings
    request = prepare(operation, arguments, options, settings.target)
    plan = client._plan(operation.title, operation.security)
    retries = options.get("max_retries", settings.max_retries)
    allowed = is_repeatable(request.method) or "max_retries" in options or "idempotency_key" in options
    refusal = "" if allowed else f"{request.method} is repeated only with idempotency_key= or max_retries= of the call"
    deadline = options.get("deadline", settings.deadline)
    return Call(request, operation.title, plan, bool(plan), retries, refusal, deadline, stream)


def value(client: SyncClient, operation: Operation[T], options: CallOptions, arguments: Mapping[str, Any]) -> T:
    """What a method returns."""
    call = prepared(client, operation, options, arguments)
    return decoded(client, operation, call, answer(client, operation, call))


async def value_async(
    client: AsyncBaseClient, operation: Operation[T], options: CallOptions, arguments: Mapping[str, Any]
) -> T:
    """The asynchronous counterpart of `value`."""
    call = prepared(client, operation, options, arguments)
    return decoded(client, operation, call, await answer_async(client, operation, call))


def answer(client: SyncClient, operation: Operation[Any], call: Call) -> Answer:
    """The answer to a call. Raises an `APIStatusError` if it is an error, `APIConnectionError` if there is none."""
    try:
        found = client._exchange(call)
        responses.check(operation, found)
    except APIError as error:
        _name_request(error, call)
        raise
    return found


async def answer_async(client: AsyncBaseClient, operation: Operation[Any], call: Call) -> Answer:
    """The asynchronous counterpart of `answer`."""
    try:
        found = await client._exchange(call)
        responses.check(operation, found)
    except APIError as error:
        _name_request(error, call)
        raise
    return found


def decoded(client: BaseClient, operation: Operation[T], call: Call, found: Answer) -> T:
    """What an answer that is a success holds. Raises `DecodeError` for what cannot be read."""
    try:
        return responses.value(operation, found, client._drifted)
    except APIError as error:
        _name_request(error, call)
        raise


def _name_request(error: APIError, call: Call) -> None:
    """Adds to an error what the request was that it is about."""
    error.request = error.request or call.request.shown()
