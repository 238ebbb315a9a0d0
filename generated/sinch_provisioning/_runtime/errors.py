"""Everything that a call can raise.

    APIError
    ├── InvalidRequestError        the arguments cannot be sent (also a ValueError); nothing was sent
    │   └── CredentialsError       what the client holds does not authenticate this operation
    ├── APIConnectionError         no answer arrived
    │   └── APITimeoutError        … in time
    ├── DecodeError                an answer arrived that cannot be read
    ├── PagingError                the pages of a list do not lead to its end
    ├── WebhookVerificationError   a message arrived that is not shown to be genuine, or not now
    └── APIStatusError             the answer is an error, by its status:
        ├── BadRequestError 400            ├── PreconditionFailedError 412
        ├── AuthenticationError 401        ├── UnprocessableEntityError 422
        ├── PermissionDeniedError 403      ├── FailedDependencyError 424
        ├── NotFoundError 404              ├── RateLimitError 429
        └── ConflictError 409              └── InternalServerError 5xx

No message, `repr` or attribute of these holds a credential: requests are named by operation, method and path template.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import redaction
from .messages import Attempt, SentRequest

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "CredentialsError",
    "DecodeError",
    "FailedDependencyError",
    "InternalServerError",
    "InvalidRequestError",
    "NotFoundError",
    "PagingError",
    "PermissionDeniedError",
    "PreconditionFailedError",
    "Problem",
    "RateLimitError",
    "UnprocessableEntityError",
    "WebhookVerificationError",
]

_EXCERPT = 120


class APIError(Exception):
    """Anything that went wrong with a call.

    `operation` is what was called: `"get_webhook: GET /v1/webhooks/{id}"`, `request` what was sent, without its secrets
    (None: nothing was), `attempts` how often, and what came of each.
    """

    request: SentRequest | None = None
    attempts: tuple[Attempt, ...] = ()

    def __init__(self, message: str, *, operation: str | None = None) -> None:
        self.operation = operation
        super().__init__(message)

    @property
    def message(self) -> str:
        """What went wrong, on one line."""
        return str(self.args[0])

    def __str__(self) -> str:
        message = f"{self.operation}: {self.args[0]}" if self.operation else str(self.args[0])
        return f"{message} (attempt {len(self.attempts)})" if len(self.attempts) > 1 else message

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[APIError], args: tuple[Any, ...], attributes: dict[str, Any]) -> APIError:
    found = kind.__new__(kind, *args)
    found.args = args
    found.__dict__.update(attributes)
    return found


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with what was to be sent.

    `where` names the argument or field (`"page_size"`, `"details.buttons[0].url"`), `expected` its limit in words
    (`"at most 100"`), `received` the value, or `UNSET` where a required value is missing.
    """

    where: str
    expected: str
    received: Any

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hidden = isinstance(self.received, str) and redaction.is_secret(self.where)
        got = f"a text of {len(self.received)} characters" if hidden else excerpt(self.received)
        return f"{place}expected {self.expected}, got {got}"

    def inside(self, outer: str) -> Problem:
        """The same problem, seen from where `outer` is the name of the value that was looked at."""
        if not self.where:
            return Problem(outer, self.expected, self.received)
        glue = "" if self.where.startswith("[") else "."
        return Problem(f"{outer}{glue}{self.where}", self.expected, self.received)


class InvalidRequestError(APIError, ValueError):
    """The arguments of a call cannot be sent; nothing was sent. `problems` says what is wrong with each."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem] | str, *, operation: str | None = None) -> None:
        self.problems = () if isinstance(problems, str) else tuple(problems)
        message = problems if isinstance(problems, str) else "; ".join(str(problem) for problem in self.problems)
        super().__init__(message, operation=operation)


class CredentialsError(InvalidRequestError):
    """The client holds no credentials for an operation, or such as do not go together; nothing was sent."""


class APIConnectionError(APIError):
    """No answer arrived: the connection failed or broke. `temporary`: another time it may work."""

    temporary: bool = True


class APITimeoutError(APIConnectionError):
    """No answer arrived in time."""


class DecodeError(APIError):
    """An answer arrived that cannot be read.

    `status_code` and `headers` are the answer's, `body` its bytes, `pointer` where in it the trouble is (RFC 6901).
    """

    def __init__(
        self,
        message: str,
        *,
        status_code: int | None = None,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        pointer: str = "",
        operation: str | None = None,
    ) -> None:
        self.status_code = status_code
        self.headers = headers or {}
        self.body = body
        self.pointer = pointer
        super().__init__(message, operation=operation)

    @property
    def excerpt(self) -> str:
        """The beginning of the body, without secrets."""
        return _excerpt_of(self.body.decode("utf-8", "replace"))


class WebhookVerificationError(APIError):
    """A message arrived that is not shown to be genuine: unsigned, altered, of another sender, too old or repeated."""


class PagingError(APIError):
    """The pages of a list do not lead to its end. `token` is what should have led on, None if there was none."""

    def __init__(self, message: str, *, token: Any = None, operation: str | None = None) -> None:
        self.token = token
        super().__init__(message, operation=operation)


class APIStatusError(APIError):
    """The API answered with an error.

    `error` is the body as the document's model of it (None where the document has none or the body is not of it), `body`
    the body as JSON value, as text, or None. `error_code` is the code that the body names, if it does.
    """

    def __init__(
        self,
        status_code: int,
        *,
        reason: str = "",
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        error: Any = None,
        operation: str | None = None,
    ) -> None:
        self.status_code = status_code
        self.headers = headers or {}
        self.body = body
        self.error = error
        super().__init__(_status_line(status_code, reason, body), operation=operation)

    @property
    def message(self) -> str:
        """The message that the body has, else what the exception itself says."""
        told = getattr(self.error, "message", None)
        return told if isinstance(told, str) else super().message

    def __getattr__(self, name: str) -> Any:
        """Attributes of the error model, such as `e.error_code`, where it has them."""
        if name.startswith("_") or name == "error":
            raise AttributeError(name)
        try:
            return getattr(self.error, name)
        except AttributeError:
            raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}") from None

    @property
    def excerpt(self) -> str:
        """The beginning of the body, without secrets."""
        return _excerpt_of(self.body if isinstance(self.body, str) else json.dumps(self.body, ensure_ascii=False))

    @property
    def request_id(self) -> str | None:
        """What the server calls this request, for its support: the header `x-request-id` or one like it."""
        return request_id(self.headers)


_REQUEST_IDS = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-trace-id")


def request_id(headers: Mapping[str, str]) -> str | None:
    """What a server calls a request, by the headers of its answer: `x-request-id` or one like it."""
    lower = {name.lower(): value for name, value in headers.items()}
    return next((lower[name] for name in _REQUEST_IDS if name in lower), None)


class BadRequestError(APIStatusError):
    """400: the request is not understood or not valid."""


class AuthenticationError(APIStatusError):
    """401: the credentials are missing, wrong or expired."""


class PermissionDeniedError(APIStatusError):
    """403: the credentials do not allow this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing."""


class ConflictError(APIStatusError):
    """409: the state of the thing does not allow this."""


class PreconditionFailedError(APIStatusError):
    """412: something that must come first did not."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is understood but its content is not acceptable."""


class FailedDependencyError(APIStatusError):
    """424: another service that the API asked has failed."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class InternalServerError(APIStatusError):
    """5xx: the server failed."""


_BY_STATUS: Mapping[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    412: PreconditionFailedError,
    422: UnprocessableEntityError,
    424: FailedDependencyError,
    429: RateLimitError,
}


def status_class(status: int) -> type[APIStatusError]:
    """The class of errors with this status; `APIStatusError` itself where there is no closer one."""
    return _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)


def excerpt(value: Any) -> str:
    """`repr(value)`, cut to a length that a message can hold."""
    text = repr(value)
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"


def field_name(pointer: str) -> str:
    """`/senders/3/createTime` as `senders[3].createTime`."""
    tokens = [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]
    return "".join(f"[{token}]" if token.isdigit() else f".{token}" for token in tokens).removeprefix(".") or "the body"


def _excerpt_of(body: str) -> str:
    shown = redaction.text(body[:2000])
    return shown if len(shown) <= 500 else f"{shown[:500]}…"


_CODES = ("errorCode", "error_code", "code", "error", "type")
_TEXTS = ("message", "detail", "error_description", "title", "description", "resolution")


def _status_line(status: int, reason: str, body: Any) -> str:
    """`404 Not Found: WEBHOOK_NOT_FOUND: There is no such webhook`, with as much of it as the body tells."""
    parts = [f"{status} {reason}".strip(), *_told(body)]
    return ": ".join(dict.fromkeys(part for part in parts if part))


def _told(body: Any) -> Sequence[str]:
    if isinstance(body, Mapping):
        inner = body.get("error")
        source = inner if isinstance(inner, Mapping) else body
        return [text for text in (_first(source, _CODES), _first(source, _TEXTS)) if text]
    if isinstance(body, str):
        line = _one_line(body)
        return [line if line[:1] != "<" else "an HTML page" if "html" in line.lower() else "a markup document"]
    return []


def _first(body: Mapping[str, Any], names: Sequence[str]) -> str:
    found = (body[name] for name in names if isinstance(body.get(name), (str, int)))
    return _one_line(str(next(found, "")))


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 2 * _EXCERPT else f"{line[: 2 * _EXCERPT]}…"
