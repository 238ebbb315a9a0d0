"""From operation and arguments to a request, and from an answer to a value: the pure core."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import Field
from runtime.errors import InvalidRequestError
from runtime.messages import CallOptions, PreparedRequest, Target
from runtime.operation import Operation, content, json_body, json_response, kind_of, response
from runtime.parameters import cookie, header, path, query
from runtime.requests import prepare
from runtime.unset import UNSET

from tests.runtime.sample import GET, TARGET


def call(
    operation: Operation[Any], target: Target = TARGET, options: CallOptions | None = None, **arguments: Any
) -> PreparedRequest:
    return prepare(operation, arguments, options or {}, target)


def path_operation(template: str, *names: str) -> Operation[Any]:
    return Operation("get", f"GET {template}", parameters=tuple(path(name, name, str) for name in names))


def test_a_request_is_method_url_and_headers() -> None:
    request = call(GET, project_id="p", thing_id="t/1", page_size=3)
    assert (request.method, request.url) == ("GET", "https://api.example/v1/projects/p/things/t%2F1?pageSize=3")
    assert request.headers == {"Accept": "application/json"}
    assert request.content is None


@pytest.mark.parametrize("base", ["https://api.example", "https://api.example/v1"])
def test_slashes_never_double(base: str) -> None:
    assert call(path_operation("/a"), Target(base)).url == f"{base}/a"
    assert call(path_operation("a"), Target(base)).url == f"{base}/a"
    assert call(path_operation("/"), Target(base)).url == f"{base}/"


def test_the_clients_parameters_are_defaults_of_path_parameters_only() -> None:
    target = Target("https://x.example", arguments={"projectId": "mine", "pageSize": 7})
    assert call(GET, target, thing_id="t").url == "https://x.example/projects/mine/things/t"
    assert call(GET, target, thing_id="t", project_id="other").url == "https://x.example/projects/other/things/t"


def test_everything_wrong_is_told_at_once() -> None:
    with pytest.raises(InvalidRequestError) as caught:
        call(GET, thing_id="..", page_size=17)
    assert [problem.where for problem in caught.value.problems] == ["project_id", "page_size", "thing_id"]
    text = str(caught.value)
    assert text.startswith("get_thing: GET /projects/{projectId}/things/{thingId}: ")
    assert "15" in text and "17" in text and "'..'" in text and isinstance(caught.value, ValueError)


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_empty_and_dot_segments_are_refused(value: str) -> None:
    with pytest.raises(InvalidRequestError, match="x"):
        call(path_operation("/a/{x}", "x"), x=value)


def test_dots_that_only_meet_in_a_mixed_segment_are_refused() -> None:
    mixed = path_operation("/a/{x}.{y}", "x", "y")
    assert call(mixed, x="1", y="2").url.endswith("/a/1.2")
    assert call(path_operation("/a/v{x}", "x"), x="..").url.endswith("/a/v..")
    for template, values in [("/a/{x}{y}", {"x": ".", "y": "."}), ("/a/.{x}", {"x": "."}), ("/%2E{x}", {"x": "."})]:
        with pytest.raises(InvalidRequestError, match="'.' or '..'"):
            prepare(path_operation(template, *values), values, {}, TARGET)


def test_templates_are_percent_encoded_once_and_may_have_a_query() -> None:
    assert call(path_operation("/a b/é%20/{x}:go", "x"), x="1").url.endswith("/a%20b/%C3%A9%20/1:go")
    beta: Operation[Any] = Operation("get", "GET /a?beta=true", parameters=(query("q", "q", str),))
    assert call(beta, q="1").url == "https://api.example/v1/a?beta=true&q=1"


def test_templates_may_name_variables_as_rfc_6570_does() -> None:
    operation: Operation[Any] = Operation(
        "get",
        "GET /{.a*}/{;b}/{c}",
        parameters=(path("a", "a", list[int], style="label", explode=True), path("b", "b", int, style="matrix")),
    )
    assert call(operation, a=[1, 2], b=3).url.endswith("/.1.2/;b=3/%7Bc%7D")


def test_none_and_unset_are_not_sent() -> None:
    operation: Operation[Any] = Operation("get", "GET /a", parameters=(query("q", "q", str), header("h", "H", str)))
    assert call(operation, q=None, h=UNSET).url == "https://api.example/v1/a"


def test_headers_and_cookies() -> None:
    operation: Operation[Any] = Operation(
        "get",
        "GET /a",
        parameters=(
            header("trace", "X-Trace", int),
            cookie("one", "one", str),
            cookie("two", "two", list[str]),
        ),
    )
    headers = call(operation, trace=5, one="a b", two=["x", "y"]).headers
    assert headers == {"Accept": "*/*", "X-Trace": "5", "Cookie": "one=a%20b; two=x; two=y"}


def test_a_header_parameter_stands_in_place_of_what_the_client_says_itself() -> None:
    operation: Operation[Any] = Operation("get", "GET /a", parameters=(header("agent", "user-agent", str),))
    target = Target("https://x.example", headers={"User-Agent": "me"})
    assert prepare(operation, {"agent": "you"}, {}, target).headers == {"User-Agent": "you", "Accept": "*/*"}


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\0", "\x7f"])
def test_headers_cannot_be_split(value: str) -> None:
    operation: Operation[Any] = Operation("get", "GET /a", parameters=(header("trace", "X-Trace", str),))
    with pytest.raises(InvalidRequestError, match="trace"):
        call(operation, trace=value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [1.0, float("-inf")]])
def test_numbers_must_be_finite(value: Any) -> None:
    operation: Operation[Any] = Operation("get", "GET /a", parameters=(query("x", "x", Any),))
    with pytest.raises(InvalidRequestError, match="x"):
        call(operation, x=value)


@pytest.mark.parametrize("value", ["a\ud800", ["\udfff"], {"\ud800": 1}])
def test_text_must_be_unicode(value: Any) -> None:
    operation: Operation[Any] = Operation("get", "GET /{x}", parameters=(path("x", "x", Any),))
    with pytest.raises(InvalidRequestError, match="x: expected text without lone surrogates"):
        call(operation, x=value)


def test_accept_names_successes_first() -> None:
    operation: Operation[Any] = Operation(
        "get",
        "GET /a",
        responses=(
            json_response("400", str),
            response("200", content("application/pdf"), content("application/vnd.a+json; v=1", str)),
        ),
    )
    assert call(operation).headers["Accept"] == "application/pdf, application/vnd.a+json; v=1, application/json"


def test_call_options() -> None:
    options: CallOptions = {
        "extra_headers": {"accept": "text/csv", "X-A": "1", "User-Agent": None},
        "extra_query": {"a b": [1, 2]},
        "timeout": 3,
    }
    target = Target("https://x.example", headers={"User-Agent": "me"})
    request = prepare(GET, {"project_id": "p", "thing_id": "t"}, options, target)
    assert request.headers == {"accept": "text/csv", "X-A": "1"}
    assert request.url.endswith("/t?a%20b=1&a%20b=2")
    assert request.timeout == 3


def test_unknown_options_are_type_errors() -> None:
    with pytest.raises(TypeError, match=r"get_thing\(\) got an unexpected keyword argument: tiemout"):
        prepare(GET, {"project_id": "p", "thing_id": "t"}, {"tiemout": 3}, TARGET)  # type: ignore[typeddict-unknown-key]


def body_operation(required: bool = True, fields: dict[str, str] | None = None) -> Operation[Any]:
    type_ = dict[str, Annotated[int, Field(le=10)]]
    return Operation("put", "PUT /a", body=json_body(type_, fields=fields, required=required))


def test_a_body_is_given_whole_or_by_its_fields() -> None:
    operation = body_operation(fields={"display_name": "displayName", "age": "age"})
    assert call(operation, body={"age": 1}).content == b'{"age":1}'
    assert call(operation, display_name=2, age=UNSET).content == b'{"displayName":2}'
    assert call(operation).content == b"{}"
    with pytest.raises(InvalidRequestError, match="age: expected either `body` or its fields, not both, got 1"):
        call(operation, body={}, age=1)


def test_problems_of_bodies_are_named_as_they_were_given() -> None:
    operation = body_operation(fields={"age": "age"})
    with pytest.raises(InvalidRequestError) as fields:
        call(operation, age=11)
    with pytest.raises(InvalidRequestError) as whole:
        call(operation, body={"age": 11})
    assert fields.value.problems[0].where.startswith("age")
    assert whole.value.problems[0].where.startswith("body.age")


def test_optional_and_required_bodies() -> None:
    assert call(body_operation(required=False)).content is None
    assert "Content-Type" not in call(body_operation(required=False)).headers
    with pytest.raises(InvalidRequestError, match="body: expected a value"):
        call(body_operation())


def test_extra_body_is_merged_into_json_objects_only() -> None:
    assert call(body_operation(), options={"extra_body": {"x": [1]}}, body={"age": 1}).content == b'{"age":1,"x":[1]}'
    assert call(GET, options={"extra_body": {"x": 1}}, project_id="p", thing_id="t").content == b'{"x":1}'
    text: Operation[Any] = Operation("put", "PUT /a", body=json_body(str))
    with pytest.raises(InvalidRequestError, match="extra_body"):
        call(text, options={"extra_body": {"x": 1}}, body="t")


def test_an_operations_own_server() -> None:
    absolute: Operation[Any] = Operation("up", "GET /a", server="https://upload.example/v9")
    relative: Operation[Any] = Operation("up", "GET /a", server="/other/")
    assert call(absolute).url == "https://upload.example/v9/a"
    assert call(absolute, Target("https://mine.example", chosen=True)).url == "https://mine.example/a"
    assert call(relative).url == "https://api.example/other/a"


def test_a_requests_repr_shows_no_query_and_no_header() -> None:
    request = PreparedRequest("GET", "https://x.example/a?key=hidden", {"Authorization": "hidden"}, b"hidden")
    assert repr(request) == "<PreparedRequest GET /a>"


@pytest.mark.parametrize(
    ("status", "expected"),
    [(200, "200"), (201, "2XX"), (404, "404"), (418, "4XX"), (500, "default"), (302, None)],
)
def test_a_status_means_itself_then_its_range_then_the_default(status: int, expected: str | None) -> None:
    operation: Operation[Any] = Operation(
        "get", "GET /", responses=tuple(response(s) for s in ("200", "2xx", "404 410", "4XX", "default"))
    )
    found = operation.response(status)
    assert (found.status.upper() if found else None) == (
        {"404": "404 410", "default": "DEFAULT"}.get(expected or "", expected)
    )


def test_the_default_is_a_success_where_no_other_is_declared() -> None:
    assert Operation[Any]("get", "GET /", responses=(response("default"),)).response(200) is not None


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json", "json"),
        ("Application/JSON; charset=utf-8", "json"),
        ("application/vnd.acme.v1+json", "json"),
        ("application/x-www-form-urlencoded", "form"),
        ("multipart/form-data", "multipart"),
        ("text/csv", "text"),
        ("application/xml", "text"),
        ("application/octet-stream", "binary"),
        ("image/png", "binary"),
    ],
)
def test_kinds_of_media_types(media_type: str, kind: str) -> None:
    assert kind_of(media_type) == kind
