"""Operations, parameters, responses and callbacks as a client meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.document.findings import Finding, listed, quoted
from generator.document.pointers import join
from generator.document.walk import Site, Survey

_IGNORED_HEADERS = {"accept": "the media types of responses", "content-type": "the media type of the body"}
_IGNORED_HEADERS |= {"authorization": "the security schemes"}
_WITHOUT_BODY = ("get", "head", "trace")


def _is_call(site: Site) -> bool:
    """Whether an operation is one that the client calls, not one that the API calls."""
    path = site.owner
    holder = path.owner if path else None
    return holder is not None and holder.kind == "document" and site.pointer.startswith("/paths/")


def missing_operation_id(site: Site, survey: Survey) -> Iterator[Finding]:
    """An operation without operationId: its method is named after HTTP method and path, and changes with them."""
    if _is_call(site) and not site.value.get("operationId"):
        message = f"{site.label} has no operationId, so its method is named after its path"
        hint = "give it one; it makes a better name, and one that stays when the path changes"
        yield Finding("missing-operation-id", message, site.pointer, hint, Severity.WARNING, "document")


def undeclared_errors(site: Site, survey: Survey) -> Iterator[Finding]:
    """An operation that names no error: neither a 4xx or 5xx status nor `default`."""
    statuses = _statuses(site)
    if _is_call(site) and statuses and not any(status[0] in "45" or status == "default" for status in statuses):
        message = f"{site.label} declares no error response"
        hint = "declare at least `default`, with the body that errors have"
        yield Finding("undeclared-errors", message, site.pointer, hint, Severity.WARNING, "document")


def undeclared_success(site: Site, survey: Survey) -> Iterator[Finding]:
    """An operation that names no success, so that nobody knows what its method returns."""
    statuses = _statuses(site)
    if _is_call(site) and statuses and not any(status[0] in "123" or status == "default" for status in statuses):
        message = f"{site.label} declares no successful response, so its method returns nothing"
        hint = "declare a 2xx response"
        yield Finding("undeclared-success", message, join(site.pointer, "responses"), hint, Severity.WARNING)


def undeclared_content(site: Site, survey: Survey) -> Iterator[Finding]:
    """A GET none of whose successes has content, though a 200 to GET always has some (RFC 9110, section 15.3.1)."""
    successes = [status for status in _statuses(site) if status[0] == "2" and status not in ("204", "205")]
    if not _is_call(site) or site.name != "get" or not successes:
        return
    places = [join(site.pointer, "responses", status) for status in successes]
    answers = [
        survey.resolve(site.value["responses"][status], at)[0] for status, at in zip(successes, places, strict=True)
    ]
    if not any(not isinstance(answer, dict) or answer.get("content") for answer in answers):
        message = f"{site.label} says nothing of what it answers, so its method returns nothing, whatever comes"
        hint = "declare the `content` of the response; without it `with_raw_response` gives what comes"
        yield Finding("undeclared-content", message, places[0], hint, Severity.WARNING, "document")


def _statuses(site: Site) -> list[str]:
    responses = site.value.get("responses")
    return [key for key in responses if key and not key.startswith("x-")] if isinstance(responses, dict) else []


def undeclared_error_body(site: Site, survey: Survey) -> Iterator[Finding]:
    """An error response without content: what the error says can be kept as text only."""
    if not _is_call(site) or site.name == "head":
        return
    for status in _statuses(site):
        if status[0] not in "45" and status != "default":
            continue
        pointer = join(site.pointer, "responses", status)
        response, target = survey.resolve(site.value["responses"][status], pointer)
        if isinstance(response, dict) and not response.get("content"):
            where = (
                f"the {status} response of {site.label}"
                if target == pointer
                else f"the error response {quoted(target)}"
            )
            cause = "document" if target == pointer else target
            hint = "declare its `content`, so that the error's fields can be read"
            yield Finding("undeclared-error-body", f"{where} declares no body", target, hint, Severity.WARNING, cause)


def body_without_meaning(site: Site, survey: Survey) -> Iterator[Finding]:
    """A request body where HTTP gives it none: servers and proxies may drop it."""
    if _is_call(site) and site.name in _WITHOUT_BODY and site.value.get("requestBody") is not None:
        message = f"{site.label} declares a request body, which HTTP gives no meaning for {site.name.upper()}"
        hint = "the client sends it, but servers and proxies may drop it"
        yield Finding("body-without-meaning", message, join(site.pointer, "requestBody"), hint, Severity.WARNING)


def ignored_header(site: Site, survey: Survey) -> Iterator[Finding]:
    """A header parameter that OpenAPI says to ignore, because another part of the document decides the header."""
    name = str(site.value.get("name"))
    instead = _IGNORED_HEADERS.get(name.lower())
    if site.value.get("in") == "header" and instead:
        message = f"the header parameter {quoted(name)} is ignored, as OpenAPI demands; {instead} decide it"
        message = message.replace("body decide", "body decides")
        yield Finding("ignored-header", message, site.pointer, "remove it", Severity.WARNING, name.lower())


def path_template(site: Site, survey: Survey) -> Iterator[Finding]:
    """A path whose braces do not pair, hold nothing, or name one parameter twice, which a client can serve."""
    if not site.pointer.startswith("/paths/") or site.owner is None or site.owner.kind != "document":
        return
    rest = re.sub(r"\{[^{}]*\}", "", site.name)
    names = re.findall(r"\{([^{}]*)\}", site.name)
    hint = "every parameter stands in its own pair of braces: /pets/{id}"
    if "{" in rest or "}" in rest:
        yield Finding("path-template", f"the braces of {quoted(site.name)} do not pair", site.pointer, hint)
    if "" in names:
        yield Finding("path-template", f"{quoted(site.name)} has a parameter without a name", site.pointer, hint)
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        message = f"{quoted(site.name)} has the parameter {quoted(name)} twice, and one value for both places"
        yield Finding("path-template", message, site.pointer, hint, Severity.WARNING)


def similar_paths(site: Site, survey: Survey) -> Iterator[Finding]:
    """Paths that differ in the names of their parameters only: to HTTP they are one path."""
    paths = site.value.get("paths")
    groups: dict[str, list[str]] = {}
    for path in paths if isinstance(paths, dict) else ():
        groups.setdefault(re.sub(r"\{[^{}]*\}", "{}", path), []).append(path)
    for group in groups.values():
        if len(group) > 1:
            message = f"the paths {listed(map(quoted, group), 'and')} differ in the names of parameters only"
            yield Finding("similar-paths", message, join("/paths", group[1]), "put them into one", Severity.WARNING)


_EXPRESSION = re.compile(
    r"\$url|\$method|\$statusCode|\$(request|response)\."
    r"(header\.[!#$%&'*+.^_`|~0-9A-Za-z-]+|(query|path)\..+|body(#(/([^~/]|~[01])*)*)?)"
)
_EMBEDDED = re.compile(r"\{([^{}]*)\}")


def callback_expression(site: Site, survey: Survey) -> Iterator[Finding]:
    """A callback whose key neither is nor holds a runtime expression, nor is a URL: nobody knows where it is sent."""
    for key in site.value:
        if key.startswith("x-") or _leads_somewhere(key):
            continue
        message = f"{quoted(key)} is no runtime expression, so it is unknown where this callback is sent"
        hint = "write what holds the URL, as in {$request.body#/callbackUrl}"
        yield Finding("callback-expression", message, join(site.pointer, key), hint, Severity.WARNING, key)


def _leads_somewhere(key: str) -> bool:
    embedded = _EMBEDDED.findall(key)
    if embedded:
        return all(_EXPRESSION.fullmatch(expression) for expression in embedded)
    return bool(_EXPRESSION.fullmatch(key)) or key.startswith(("http://", "https://", "/"))


_READABLE = re.compile(
    r"application/(.+\+)?json|application/(x-www-form-urlencoded|octet-stream)|multipart/form-data|text/.+|\*/\*"
    r"|application/\*|(image|audio|video|font)/.+|application/(pdf|zip|gzip)"
)
_STREAM = re.compile(r"application/((x-)?(ndjson|jsonl|jsonlines)|json-seq)")
"""What is read item by item in an answer."""


def unsupported_media_type(site: Site, survey: Survey) -> Iterator[Finding]:
    """A schema for a media type whose bodies the client passes on as bytes, unread."""
    media_type = site.name.partition(";")[0].strip().lower()
    if site.owner is None or site.owner.kind == "header" or not site.value.get("schema"):
        return
    if _STREAM.fullmatch(media_type) and site.owner.kind == "response":
        return
    if not _READABLE.fullmatch(media_type):
        message = f"bodies of the media type {quoted(site.name)} are passed on as bytes; their schema is not applied"
        yield Finding("unsupported-media-type", message, site.pointer, None, Severity.WARNING, media_type)


def unsupported_links(site: Site, survey: Survey) -> Iterator[Finding]:
    """Links: no method is made of them."""
    message = f"the link {quoted(site.name)} makes no method: links are documentation only"
    yield Finding("unsupported-links", message, site.pointer, None, Severity.INFO, "document")
