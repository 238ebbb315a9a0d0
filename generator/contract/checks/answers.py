"""What is made of successes: the declared type, attribute by attribute; text and bytes as they came."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from ..document.raw import RawContent, RawOperation
from ..findings import Excluded, Finding, Outcome
from ..pair import Pair
from ..wire.answering import REQUEST_ID, Caller, Reply, body_of, with_each
from ..wire.choices import asked
from ..wire.media import concrete, kind, named
from ..wire.parsed import Difference, misread
from ..wire.streams import TEXTS, Items, Streamed, differences, streamed
from ..wire.streams import reply as reply_with
from ..wire.successes import ANYTHING, Success, cases, successes

_TEXT, _BYTES = "a\u00e9\u65e5\nb", b"\x00\xff{"


class Told(NamedTuple):
    """A body that an answer may have, and what is made of it."""

    label: str
    pointer: str
    reply: Reply
    schema: str | None
    value: Any


def responses(pair: Pair, operation: RawOperation) -> Outcome:
    """Every example and generated instance of each success is read as the declared type, and goes back unchanged.

    Where there are several media types, so is each that is asked for.
    """
    for accept in (None, *asked(operation)):
        yield from _answered(pair, operation, accept)


def _answered(pair: Pair, operation: RawOperation, accept: str | None) -> Outcome:
    told: list[Told] = []
    for success in successes(operation, accept):
        if operation.responses[success.name] and not success.contents and accept is None:
            yield Excluded(operation.id, operation.pointer, f"the body of {success.name}: such an answer has none")
        if not success.contents:
            told.append(Told(success.name, operation.pointer, Reply(success.status), None, None))
        for content in success.contents:
            found = list(_told(pair, success, content))
            told += found
            if not found and accept in (None, content.media_type):
                yield Excluded(operation.id, content.pointer, "no value was found that its schema allows")
    yield from with_each(pair, operation, partial(_read, told), accept, strict=True)


def _told(pair: Pair, success: Success, content: RawContent) -> Iterator[Told]:
    """The bodies that are tried for one content."""
    media_type, what = named(pair, content), kind(pair, content)
    stream = streamed(pair, content)
    if stream is not None:
        yield from _told_item_by_item(pair, success, stream)
    elif what == "text":
        essence = media_type.partition(";")[0]  # it may name another charset, which need not have all of these letters
        reply = Reply(success.status, _TEXT.encode(), f"{essence}; charset=utf-8")
        yield Told(success.name, content.pointer, reply, None, _TEXT)
    elif what == "bytes":
        yield Told(success.name, content.pointer, Reply(success.status, _BYTES, media_type), None, _BYTES)
    else:
        for case in cases(pair, content):
            reply = Reply.json(success.status, case.value, media_type)
            yield Told(f"{success.name}, {case}", content.pointer, reply, content.schema, case.value)


def _told_item_by_item(pair: Pair, success: Success, stream: Streamed) -> Iterator[Told]:
    """A stream of all values that an item may have, and one without any."""
    values = TEXTS if stream.is_text else [case.value for case in cases(pair, stream.item)]
    for label, some in (("a stream", values), ("an empty stream", ())):
        reply = reply_with(success.status, stream, some)
        yield Told(f"{success.name}, {label}", stream.item.pointer, reply, None, Items(stream, some))


def _differences(told: Told, pair: Pair, got: Any) -> Iterator[Difference]:
    if isinstance(told.value, Items):
        return differences(pair, told.value, got)
    return misread(pair, told.schema, got, told.value)


def _read(told: list[Told], caller: Caller) -> Outcome:
    for one in told:
        subject, pointer = f"{caller} ({one.label})", one.pointer
        try:
            got = caller.answered(one.reply)
        except Exception as problem:
            yield Finding(subject, pointer, one.value, f"{type(problem).__name__}: {problem}")
            continue
        yield from (Finding(subject, pointer + at, *it) for at, *it in _differences(one, caller.pair, got))
        if not caller.is_closed:
            yield Finding(subject, pointer, "a connection that is closed", "it is open")


def others(pair: Pair, operation: RawOperation) -> Outcome:
    """A success that the document does not have is read as the only kind of body that its successes have, else as it is."""
    found = list(successes(operation))
    contents = [it for one in found for it in one.contents]
    if any(it.name.upper() in ("2XX", "DEFAULT", "299") for it in found) or len(contents) > 1:
        return
    stream = next((streamed(pair, it) for it in contents), None)
    nothing = None if stream is None else Items(stream, ())
    told = [Told("299, empty", operation.pointer, Reply(299), None, nothing)]
    if not contents and operation.method != "HEAD":
        told.append(Told("299, JSON", operation.pointer, Reply.json(299, ANYTHING), None, ANYTHING))
    told += [it for content in contents for it in list(_told(pair, Success("299", 299, ()), content))[:1]]
    yield from with_each(pair, operation, partial(_read, told), strict=True)


# The raw view, and bodies that cannot be read


def views(pair: Pair, operation: RawOperation) -> Outcome:
    """The raw view gives status, headers and bytes of an answer, and what the method itself returns."""
    told = []
    for success in list(successes(operation))[:1]:
        told = [one for content in success.contents[:1] for one in islice(_told(pair, success, content), 1)]
        if not success.contents:
            told = [Told(success.name, operation.pointer, Reply(success.status), None, None)]
    yield from with_each(pair, operation, partial(_viewed, told))


def _viewed(told: list[Told], caller: Caller) -> Outcome:
    for one in told:
        _, pointer, reply, _, value = one
        subject = f"{caller} (raw view)"
        try:
            view = caller.viewed(reply)
            got = caller.items_of(body_of(view.parse()))
        except Exception as problem:
            yield Finding(subject, pointer, value, f"{type(problem).__name__}: {problem}")
            continue
        facts: dict[str, tuple[Any, Any]] = {
            "status_code": (reply.status, view.status_code),
            "headers": (reply.media_type, view.headers.get("Content-Type")),
            "request_id": (REQUEST_ID, view.request_id),
            "content": (reply.content, view.content),
        }
        if isinstance(value, (dict, list)):
            facts["json()"] = (value, view.json())
        for what, (wanted, found) in facts.items():
            if wanted != found:
                yield Finding(f"{subject}: {what}", pointer, wanted, found)
        for at, *it in _differences(one, caller.pair, got):
            yield Finding(f"{subject}: parse()", pointer + at, *it)


def unreadable(pair: Pair, operation: RawOperation) -> Outcome:
    """A success whose body is no JSON, where the document promises nothing else, is an error that tells what came."""
    for success in successes(operation):
        contents = success.contents
        streams = [streamed(pair, it) for it in contents]
        if len(streams) == 1 and streams[0] is not None:
            yield from with_each(pair, operation, partial(_unreadable_item, success, streams[0]))
            return
        if contents and not any(streams) and all(kind(pair, it) == "json" for it in contents):
            yield from with_each(pair, operation, partial(_unreadable, success))
            return


def _unreadable(success: Success, caller: Caller) -> Outcome:
    content = success.contents[0]
    for label, reply in (
        ("HTML", Reply(success.status, b"<html>\n</html>", "text/html")),
        ("an empty body", Reply(success.status)),
        ("half of the body", Reply(success.status, b'{"a": [', concrete(content.media_type))),
    ):
        yield from undecoded(caller, reply, f"{caller} ({success.name}, {label})", content.pointer)


def _unreadable_item(success: Success, stream: Streamed, caller: Caller) -> Outcome:
    pointer = stream.item.pointer
    if stream.framing == "events":
        page = Reply(success.status, b"<html>\n</html>", "text/html")
        yield from undecoded(caller, page, f"{caller} ({success.name}, HTML)", pointer)
    if not stream.is_text:
        half = '{"a": ['
        reply = reply_with(success.status, stream._replace(is_text=True), [half])
        yield from undecoded(caller, reply, f"{caller} ({success.name}, half of an item)", pointer, half.encode())


def undecoded(caller: Caller, reply: Reply, subject: str, pointer: str, kept: bytes | None = None) -> Outcome:
    """An answer that cannot be read is an error that names operation and status, on one line, and keeps the body.

    Of a stream it keeps what is `kept`: the item.
    """
    errors, operation = caller.pair.errors, caller.operation
    try:
        got = caller.answered(reply)
    except errors.DecodeError as problem:
        facts = {
            "status_code": (reply.status, problem.status_code),
            "body": (reply.content if kept is None else kept, problem.body),
            "one line that names operation and status": (True, _names(str(problem), operation, reply.status)),
        }
        for what, (wanted, found) in facts.items():
            if wanted != found:
                yield Finding(f"{subject}: {what}", pointer, wanted, found if what == "body" else str(problem))
    except Exception as problem:
        yield Finding(subject, pointer, "DecodeError", f"{type(problem).__name__}: {problem}")
    else:
        yield Finding(subject, pointer, "DecodeError", got)


def _names(message: str, operation: RawOperation, status: int) -> bool:
    return "\n" not in message and f"{operation.method} {operation.path}" in message and str(status) in message
