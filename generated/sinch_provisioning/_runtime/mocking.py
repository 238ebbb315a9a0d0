"""For tests: a mock of the whole API, with a route for each operation. It stands on respx, which is imported when it is made."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import parse_qs, quote, unquote

from pydantic_core import to_json

from .operation import PATH_LITERAL, ranges_of
from .testing import Samples
from .transport import HttpClient
from .unset import UNSET
from .writing import wire

if TYPE_CHECKING:
    from typing_extensions import Self

T = TypeVar("T")

Answer = tuple[int, Any, Mapping[str, str]]
"""Status, body and headers. Bytes are sent as they are, UNSET is no body, all else is JSON."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request that was answered. `path_params` and `query` are by the names in HTTP, decoded."""

    method: str
    url: str
    path_params: Mapping[str, str]
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]
    content: bytes

    @property
    def json(self) -> Any:
        """The body as a JSON value; None if there is none."""
        return json.loads(self.content) if self.content else None


def _respx() -> Any:
    """The library, which type checkers need not know where nothing is tested."""
    try:
        return import_module("respx")
    except ImportError as missing:
        raise ImportError("mock_api() needs respx: pip install respx") from missing


def _replaced() -> str:
    """What respx takes the place of: httpcore, which httpx stands on. It is told of the like below other libraries."""
    name = HttpClient.__module__.partition(".")[0].replace("httpx", "httpcore")
    known = import_module("respx.mocks").HTTPCoreMocker
    if name not in known.registry:
        targets = [target.replace("httpcore.", f"{name}.") for target in known.targets]
        type(known)(name, (known,), {"name": name, "targets": targets})
    return name


class Route(Generic[T]):
    """The mock of an operation that returns a `T`. It answers with the document's example until it is told otherwise.

    `calls` are the requests that it has answered, `respx` is its route in respx.
    """

    respx: Any

    def __init__(self, name: str, about: Mapping[str, Any], base: str) -> None:
        self.name, self.method, self.path = name, about["method"], about["path"]
        self.calls: list[Call] = []
        self.pattern = re.compile(f"^{base}{_path_pattern(self.path)}$")
        self._answers: Mapping[str, Any] = about["answers"]
        self._paging: Mapping[str, Any] | None = about.get("paging")
        self._reply: Callable[[Call], Answer] = self._example

    def returns(
        self, body: T | Mapping[str, Any] | Sequence[Any], *, status: int = 0, headers: Mapping[str, str] | None = None
    ) -> Self:
        """Answer with a body: a model, a JSON value, bytes. `status` is the document's first success unless it is given."""
        (first, entry), found = self._success(), UNSET if body is None else wire(body)
        self._reply = lambda call: _answer(status or first, found, _asked(entry, call), headers)
        return self

    def fails(self, status: int, error: Any = UNSET, *, headers: Mapping[str, str] | None = None) -> Self:
        """Answer with an error: the document's example for this status, or the body that is given.

        A client that may repeat the call waits in between, unless it has `max_retries=0`.
        """
        entry = self._entry(status)
        answer = _answer(status, self._documented(status, entry)[1] if error is UNSET else error, entry, headers)
        self._reply = lambda call: answer
        return self

    def pages(self, *pages: Sequence[Any]) -> Self:
        """Answer with a list page by page; each page is its items. Only for operations that page."""
        if self._paging is None:
            raise TypeError(f"{self.name} does not page")
        (status, entry), paging = self._success(), self._paging
        bodies = [_set(entry["json"], paging["items"], wire(list(page))) for page in pages or [[]]]
        for number, body in enumerate(bodies[:-1], 1):
            bodies[number - 1] = _set(body, paging["next"], number if paging["kind"] == "int" else str(number))
        tokens = {str(number): body for number, body in enumerate(bodies)}
        self._reply = lambda call: (status, tokens[call.query.get(paging["token"], ["0"])[0]], {})
        return self

    @property
    def called(self) -> bool:
        """Whether it has answered a request."""
        return bool(self.calls)

    @property
    def last_request(self) -> Call:
        """The request that was answered last. Raises AssertionError if there is none."""
        if not self.calls:
            raise AssertionError(f"{self.name} was not called")
        return self.calls[-1]

    def _success(self) -> tuple[int, Mapping[str, Any]]:
        """The first success of the document."""
        for kind in "2d31":  # d is for default
            for status in (it for it in self._answers if it[0] == kind):
                return 200 if kind == "d" else int(status.replace("X", "0")), self._answers[status]
        return 200, {}

    def _entry(self, status: int) -> Mapping[str, Any]:
        found = self._answers
        entry: Mapping[str, Any] = found.get(str(status)) or found.get(f"{status // 100}XX") or found.get("default", {})
        return entry

    def _example(self, call: Call) -> Answer:
        status, entry = self._success()
        return self._documented(status, _asked(entry, call))

    def _documented(self, status: int, entry: Mapping[str, Any]) -> Answer:
        if "problem" in entry:
            raise LookupError(f"{self.name} has no example of {status}: {entry['problem']}; say what it returns()")
        return _answer(status, entry.get("text", entry.get("json", UNSET)), entry, None)

    def answer(self, request: Any) -> Any:
        """What respx is given for a request that matches."""
        call = _call(request, self.path, self.pattern)
        status, body, headers = self._reply(call)
        self.calls.append(call)
        if body is UNSET or self.method == "HEAD":
            return _respx().MockResponse(status, headers=dict(headers))
        content = body if isinstance(body, bytes) else to_json(body)
        return _respx().MockResponse(status, headers={"Content-Type": "application/json", **headers}, content=content)


def _asked(entry: Mapping[str, Any], call: Call) -> Mapping[str, Any]:
    """An entry in the media type that a call asks for first, where the document has several."""
    others, wanted = entry.get("others", {}), call.headers.get("accept", "").partition(",")[0]
    return next((others[it] for it in ranges_of(wanted) if it in others), entry)


def _answer(status: int, body: Any, entry: Mapping[str, Any], headers: Mapping[str, str] | None) -> Answer:
    """An answer in the media type that the document has for it."""
    if "frame" in entry and isinstance(body, (list, tuple)):
        body = import_module(f"{__package__}.streams").framed(wire(list(body)), *entry["frame"])
    content = body.encode() if "text" in entry and isinstance(body, str) else body if body is UNSET else wire(body)
    return status, content, {**({"Content-Type": entry["type"]} if "type" in entry else {}), **(headers or {})}


def _set(value: Any, way: Sequence[str], one: Any) -> Any:
    """A copy of a JSON value with something else at the end of a way."""
    return {**(value or {}), way[0]: _set((value or {}).get(way[0]), way[1:], one)} if way else one


class Routes:
    """The routes of a resource, which a subclass declares."""

    def __init__(self, mock: Mock, resource: str) -> None:
        vars(self).update((name, mock.routes[f"{resource}.{name}"]) for name in type(self).__annotations__)


class Mock:
    """Takes the place of the network in a `with` or `async with` block. What no route matches is an AssertionError.

    `respx` is the router: routes that are added to it are asked last. `routes` are all routes by `"resource.method"`.
    """

    def __init__(self, samples: Samples, base_url: str | None) -> None:
        data = samples.data
        base = _any_base(data["servers"]) if base_url is None else re.escape(base_url.rstrip("/"))
        self.routes = {name: Route[Any](name, about, base) for name, about in data["operations"].items()}
        self.respx: Any = _respx().MockRouter(assert_all_called=False, using=_replaced())
        for route in sorted(self.routes.values(), key=lambda it: _generality(it.path)):
            found = self.respx.route(method=route.method, url__regex=route.pattern, name=route.name)
            route.respx = found.mock(side_effect=route.answer)
        for url in data["tokens"]:
            token = {"access_token": "a-token", "token_type": "Bearer", "expires_in": 3600}
            self.respx.post(url__regex=f"{re.escape(url)}$").respond(json=token)
        self._refuse(self.respx)

    def _refuse(self, router: Any) -> None:
        """Let the router name what it does not know. Another router may know it."""
        unmatched = _respx().models.AllMockedAssertionError
        handler, async_handler = router.handler, router.async_handler

        def handle(request: Any) -> Any:
            try:
                return handler(request)
            except unmatched:
                raise unmatched(self._unmatched(request)) from None

        async def handle_async(request: Any) -> Any:
            try:
                return await async_handler(request)
            except unmatched:
                raise unmatched(self._unmatched(request)) from None

        router.handler, router.async_handler = handle, handle_async

    def _unmatched(self, request: Any) -> str:
        url = str(request.url)
        others = sorted(it.method for it in self.routes.values() if it.pattern.match(url))
        why = (
            f"its path takes {', '.join(others)}"
            if others
            else "no operation has this path, or the base URL is another"
        )
        return f"{request.method} {url} is not mocked: {why}"

    def __enter__(self) -> Self:
        self.respx.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.respx.stop()

    async def __aenter__(self) -> Self:
        return self.__enter__()

    async def __aexit__(self, *exception: object) -> None:
        self.__exit__()


# ── URLs ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _path_pattern(template: str) -> str:
    """Matches the paths of a template, with any query. Values of variables are encoded: no slash is in them."""
    path, _, fixed = template.partition("?")
    parts = re.split(r"\{[^{}]*\}", path)
    found = "([^/?#]+)".join(re.escape(quote(part, safe=f"/{PATH_LITERAL}")) for part in parts)
    return found + (rf"\?{re.escape(quote(fixed, safe=f'/?{PATH_LITERAL}'))}(?:&.*)?" if fixed else r"(?:\?.*)?")


def _any_base(servers: Sequence[str]) -> str:
    """Matches any host, and below it the path of one of these servers or none."""
    paths = {re.sub(r"^\w[\w+.-]*://[^/]*", "", server).rstrip("/") for server in servers} - {""}
    known = "|".join(re.sub(r"\\\{.*?\\\}", "[^/?#]*", re.escape(path)) for path in sorted(paths, reverse=True))
    return rf"\w[\w+.-]*://[^/?#]*(?:{known})?"


def _generality(template: str) -> tuple[bool, list[tuple[bool, int]]]:
    """What sorts paths that a URL may match both: those with more literal text first."""
    path, _, fixed = template.partition("?")
    return not fixed, [("{" in it, -len(re.sub(r"\{[^{}]*\}", "", it))) for it in path.split("/")]


def _call(request: Any, template: str, pattern: re.Pattern[str]) -> Call:
    url = str(request.url)
    found = pattern.match(url)
    names = [name.strip(".;*") for name in re.findall(r"\{([^{}]*)\}", template)]
    values = [unquote(value) for value in found.groups()] if found else []
    query = parse_qs(url.partition("?")[2].partition("#")[0], keep_blank_values=True)
    return Call(request.method, url, dict(zip(names, values)), query, request.headers, request.content)
