"""Request bodies of every media type, down to the bytes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import Field
from runtime.bodies import encode, raw_bytes
from runtime.errors import InvalidRequestError
from runtime.models import Model
from runtime.operation import Operation, body, content, part

from tests.runtime.sample import execute, sync_client


class Upload(Model):
    """What a multipart body holds."""

    title: str
    page_count: int | None = Field(default=None, alias="pageCount")
    document: bytes | None = None
    scan: bytes | None = Field(default=None, alias="scan-1")


def test_json_is_sent_as_its_exact_media_type() -> None:
    payload = encode(content("application/vnd.acme+json; version=2", dict[str, Any]), {"a": "é", "b": None})
    assert payload.content_type == "application/vnd.acme+json; version=2"
    assert payload.content == '{"a":"é","b":null}'.encode()


@pytest.mark.parametrize(
    ("parts", "value", "expected"),
    [
        ({}, {"a": "x y&=", "b": True, "c": 1.5}, b"a=x%20y%26%3D&b=true&c=1.5"),
        ({}, {"a": [1, 2], "n": None}, b"a=1&a=2"),
        ({}, {"a": {"b": 1}}, b"a=%7B%22b%22%3A1%7D"),
        ({"a": part(styled=True, explode=False)}, {"a": [1, 2]}, b"a=1,2"),
        ({"a": part(styled=True, style="pipeDelimited", explode=False)}, {"a": [1, 2]}, b"a=1%7C2"),
        ({"a": part(styled=True, style="deepObject")}, {"a": {"b": {"c": 1}}}, b"a%5Bb%5D%5Bc%5D=1"),
        ({"a": part(styled=True)}, {"a": {"b": 1}}, b"b=1"),
        ({"a": part(styled=True, reserved=True)}, {"a": "x/y"}, b"a=x/y"),
        ({"a": part(content_type="application/json")}, {"a": [1, 2]}, b"a=%5B1%2C2%5D"),
    ],
)
def test_forms(parts: dict[str, Any], value: Any, expected: bytes) -> None:
    payload = encode(content("application/x-www-form-urlencoded", dict[str, Any], parts=parts), value)
    assert (payload.content_type, payload.content) == ("application/x-www-form-urlencoded", expected)


def test_multipart_parts() -> None:
    described = content(
        "multipart/form-data",
        Upload,
        parts={
            "document": part(file=True, content_type="application/pdf"),
            "pageCount": part(content_type="application/json"),
        },
    )
    value = {"title": "é", "pageCount": 3, "document": ("a.pdf", b"\xff\0")}
    assert encode(described, value).parts == (
        ("title", (None, "é".encode(), "text/plain; charset=utf-8")),
        ("pageCount", (None, b"3", "application/json")),
        ("document", ("a.pdf", b"\xff\0", "application/pdf")),
    )


def test_multipart_takes_python_names() -> None:
    described = content("multipart/form-data", Upload, parts={"scan-1": part(file=True)})
    parts = encode(described, {"title": "t", "page_count": 3, "scan": b"S"}).parts
    assert parts is not None and [(name, found[1]) for name, found in parts] == [
        ("title", b"t"),
        ("pageCount", b"3"),
        ("scan-1", b"S"),
    ]


def test_multipart_takes_models_with_bytes() -> None:
    described = content("multipart/form-data", Upload, parts={"document": part(file=True)})
    parts = encode(described, Upload(title="t", document=b"\xff")).parts
    assert parts is not None and ("document", ("document", b"\xff", "application/octet-stream")) in parts


def test_files_are_bytes_open_files_or_tuples_and_lists_of_them(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"B")
    described = content("multipart/form-data", parts={"files": part(file=True)})
    with (tmp_path / "b.txt").open("rb") as file:
        value = {"files": [b"A", file, ("c.csv", io.BytesIO(b"C"), "text/csv")], "tags": ["x", {"y": 1}]}
        assert encode(described, value).parts == (
            ("files", ("files", b"A", "application/octet-stream")),
            ("files", ("b.txt", b"B", "application/octet-stream")),
            ("files", ("c.csv", b"C", "text/csv")),
            ("tags", (None, b"x", "text/plain; charset=utf-8")),
            ("tags", (None, b'{"y":1}', "application/json")),
        )


def test_the_rest_of_a_multipart_body_is_validated() -> None:
    described = content("multipart/form-data", Upload, parts={"document": part(file=True)})
    with pytest.raises(InvalidRequestError, match="pageCount"):
        encode(described, {"title": "t", "pageCount": "many", "document": b""})


def test_text_is_sent_in_the_charset_that_its_media_type_names() -> None:
    latin = content("text/plain; charset=ISO-8859-1")
    sent = encode(latin, "é")
    assert (sent.content_type, sent.content) == ("text/plain; charset=ISO-8859-1", b"\xe9")
    assert encode(latin, b"\xff").content == b"\xff"
    for name, media_type in (("iso-8859-1", latin.media_type), ("x-unknown", "text/plain; charset=x-unknown")):
        with pytest.raises(InvalidRequestError, match=f"text that can be written in {name}"):
            encode(content(media_type), "日")


def test_text_and_bytes() -> None:
    assert encode(content("text/csv"), "a,b").content_type == "text/csv"
    accented = encode(content("text/csv"), "é")
    assert (accented.content_type, accented.content) == ("text/csv; charset=utf-8", "é".encode())
    assert encode(content("application/octet-stream"), b"\0").content == b"\0"
    assert encode(content("image/png"), bytearray(b"x")).content_type == "image/png"
    assert encode(content("image/*"), b"x").content_type == "application/octet-stream"
    assert encode(content("*/*"), b"x").content_type == "application/octet-stream"
    assert encode(content("application/yaml"), "a: 1").content == b"a: 1"


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
@pytest.mark.parametrize("value", ["\ud800", float("nan")])
def test_what_has_no_form_on_the_wire_is_refused(media_type: str, value: Any) -> None:
    given = value if media_type == "text/plain" and isinstance(value, str) else {"a": value}
    with pytest.raises(InvalidRequestError):
        encode(content(media_type, parts={}), given)


@pytest.mark.parametrize("value", [1, None, {"a": 1}, io.StringIO("text")])
def test_what_has_no_bytes_is_refused(value: Any) -> None:
    with pytest.raises(InvalidRequestError, match="binary"):
        raw_bytes(value)


@pytest.mark.parametrize("media_type", ["multipart/form-data", "multipart/mixed"])
def test_multipart_on_the_wire(media_type: str) -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(204)

    operation: Operation[None] = Operation(
        "up", "POST /up", body=body(content(media_type, parts={"f": part(file=True)}))
    )
    with sync_client(handler) as client:
        execute(client, operation, {"body": {"f": ('a".txt', b"DATA"), "n": 1}}, {})
    kind, _, boundary = seen[0].headers["content-type"].partition("; boundary=")
    assert kind == media_type
    assert seen[0].content.count(b"--" + boundary.encode()) == 3
    assert b'name="f"; filename="a%22.txt"\r\nContent-Type: application/octet-stream\r\n\r\nDATA' in seen[0].content
    assert b'name="n"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n1' in seen[0].content
