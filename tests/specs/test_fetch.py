"""Fetching, against a real HTTP server on this machine."""

from __future__ import annotations

import gzip
import signal
import socket
import subprocess
import sys
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, ProvgenError, Severity
from generator.specs.archive import Lock, document_path, read_document, read_lock, verify, write_lock
from generator.specs.download import Limits, UnreachableError, display_url, download
from generator.specs.fetch import FetchResult, fetch
from tests.specs.origin import Answer, Origin, broken_off, conditional, document, redirect, running

NOW = datetime(2026, 1, 31, 12, 0, 0, tzinfo=timezone.utc)
ROOT = Path(__file__).parents[2]


def openapi(version: str = "1.2.91", title: str = "Pets") -> bytes:
    return f"openapi: 3.1.0\ninfo:\n  title: {title}\n  version: '{version}'\npaths: {{}}\n".encode()


@pytest.fixture
def origin() -> Iterator[Origin]:
    with running() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "spec"


def take(address: str, folder: Path, limits: Limits | None = None) -> FetchResult:
    return fetch(address, folder, read_lock(folder), now=NOW, limits=limits)


def failure(address: str, folder: Path, limits: Limits | None = None) -> Diagnostic:
    """The one diagnostic of a fetch that fails; the archive is as it was."""
    before = tree(folder)
    with pytest.raises(ProvgenError) as caught:
        take(address, folder, limits)
    assert tree(folder) == before
    [diagnostic] = caught.value.diagnostics
    return diagnostic


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# What a fetch does to the archive


def test_new_version_is_archived_with_where_it_came_from(origin: Origin, folder: Path) -> None:
    answer = conditional(openapi(), '"v1"', "Sat, 31 Jan 2026 10:00:00 GMT")
    result = take(origin.serve("/api.yaml?download", answer), folder)
    assert result.outcome == "new"
    assert result.path == folder / "1.2.91" / "openapi.yaml"
    assert result.path.read_bytes() == openapi()
    entry = read_lock(folder).entries["1.2.91"]
    assert entry == result.entry
    assert (entry.source, entry.url, entry.date) == (
        "published",
        f"{origin.url}/api.yaml?download",
        "2026-01-31T12:00:00Z",
    )
    assert (entry.etag, entry.last_modified) == ('"v1"', "Sat, 31 Jan 2026 10:00:00 GMT")


def test_json_is_archived_as_json(origin: Origin, folder: Path) -> None:
    data = b'{"openapi": "3.0.3", "info": {"title": "Pets", "version": "7"}, "paths": {}}'
    result = take(origin.serve("/api", document(data)), folder)
    assert result.path == folder / "7" / "openapi.json"
    assert result.path.read_bytes() == data


def test_second_fetch_asks_conditionally_and_changes_nothing(origin: Origin, folder: Path) -> None:
    address = origin.serve("/api.yaml", conditional(openapi(), '"v1"', "Sat, 31 Jan 2026 10:00:00 GMT"))
    take(address, folder)
    before = tree(folder)
    result = take(address, folder)
    assert result.outcome == "unchanged"
    assert result.entry.version == "1.2.91"
    assert tree(folder) == before
    headers = origin.requests[1][1]
    assert headers["If-None-Match"] == '"v1"'
    assert headers["If-Modified-Since"] == "Sat, 31 Jan 2026 10:00:00 GMT"


def test_first_fetch_asks_without_conditions(origin: Origin, folder: Path) -> None:
    take(origin.serve("/api.yaml", document(openapi())), folder)
    assert not {"If-None-Match", "If-Modified-Since"} & set(origin.requests[0][1])


def test_same_bytes_again_change_nothing_even_with_other_validators(origin: Origin, folder: Path) -> None:
    take(origin.serve("/api.yaml", document(openapi(), ETag='"v1"')), folder)
    before = tree(folder)
    result = take(origin.serve("/api.yaml", document(openapi(), ETag='"v2"')), folder)
    assert result.outcome == "unchanged"
    assert tree(folder) == before


def test_damaged_archive_is_not_asked_about_but_healed(origin: Origin, folder: Path) -> None:
    address = origin.serve("/api.yaml", conditional(openapi(), '"v1"', "x"))
    entry = take(address, folder).entry
    document_path(folder, entry).write_bytes(b"half")
    result = take(address, folder)
    assert "If-None-Match" not in origin.requests[1][1]
    assert (result.outcome, result.entry) == ("unchanged", entry)
    assert read_document(folder, entry) == openapi()


def test_published_document_replaces_the_rebuilt_one_of_its_version(origin: Origin, folder: Path) -> None:
    rebuilt = folder.parent / "rebuilt.yaml"
    rebuilt.write_bytes(openapi(title="Rebuilt"))
    first = fetch(str(rebuilt), folder, Lock(), source="rebuilt")
    write_lock(folder, first.lock.with_generated("1.2.91", {"a": 1}))
    assert (first.outcome, first.entry.source, first.entry.url, first.entry.date) == ("new", "rebuilt", None, None)
    result = take(origin.serve("/api.yaml", document(openapi())), folder)
    assert (result.outcome, result.entry.version, result.entry.source) == ("replaced", "1.2.91", "published")
    assert result.path.read_bytes() == openapi()
    assert sorted(tree(folder)) == ["1.2.91/openapi.yaml", "spec.lock"]
    lock = read_lock(folder)
    assert (lock.generated, lock.names) == ("1.2.91", {"a": 1})


def test_replacement_in_the_other_format_leaves_one_file(origin: Origin, folder: Path) -> None:
    rebuilt = folder.parent / "rebuilt.yaml"
    rebuilt.write_bytes(openapi("7"))
    fetch(str(rebuilt), folder, Lock(), source="rebuilt")
    data = b'{"openapi": "3.0.3", "info": {"title": "Pets", "version": "7"}, "paths": {}}'
    assert take(origin.serve("/api", document(data)), folder).outcome == "replaced"
    assert sorted(tree(folder)) == ["7/openapi.json", "spec.lock"]


def test_version_published_again_is_kept_beside_with_a_warning(origin: Origin, folder: Path) -> None:
    first = take(origin.serve("/api.yaml", document(openapi())), folder)
    result = take(origin.serve("/api.yaml", document(openapi(title="Changed"))), folder)
    assert result.outcome == "republished"
    assert result.entry.version == f"1.2.91+{result.entry.sha256[:8]}"
    assert first.path.read_bytes() == openapi()
    assert result.path.read_bytes() == openapi(title="Changed")
    [warning] = result.diagnostics
    assert (warning.code, warning.severity) == ("republished-version", Severity.WARNING)
    assert warning.location is not None and warning.location.line == 4
    again = take(origin.serve("/api.yaml", document(openapi(title="Changed"))), folder)
    assert (again.outcome, again.entry, again.diagnostics) == ("unchanged", result.entry, ())
    assert verify(folder, read_lock(folder)) == []


def test_going_back_to_an_archived_document_is_no_change(origin: Origin, folder: Path) -> None:
    old = take(origin.serve("/api.yaml", document(openapi("1.2.90"))), folder)
    take(origin.serve("/api.yaml", document(openapi("1.2.91"))), folder)
    result = take(origin.serve("/api.yaml", document(openapi("1.2.90"))), folder)
    assert (result.outcome, result.entry) == ("unchanged", old.entry)


def test_secrets_of_an_address_are_neither_stored_nor_shown(origin: Origin, folder: Path) -> None:
    address = origin.serve("/api.yaml?download&token=geheim", document(openapi()))
    address = address.replace("http://", "http://user:sesame@") + "#part"
    take(address, folder)
    recorded = (folder / "spec.lock").read_text()
    assert "geheim" not in recorded and "sesame" not in recorded and "user" not in recorded
    assert read_lock(folder).entries["1.2.91"].url == f"{origin.url}/api.yaml?download&token=***"
    shown = failure(address.replace("api.yaml", "gone.yaml"), folder).message
    assert "geheim" not in shown and "sesame" not in shown
    assert origin.requests[0][0] == "/api.yaml?download&token=geheim"


# Files


@pytest.mark.parametrize("form", ["path", "url", "encoded"])
def test_files_are_fetched_too(form: str, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "new document.yaml"
    file.write_bytes(openapi())
    address = {"path": str(file), "url": f"file://{file}", "encoded": file.as_uri()}[form]
    result = take(address, folder)
    assert result.outcome == "new"
    assert (result.entry.source, result.entry.url) == ("published", "file:new document.yaml")
    assert str(tmp_path) not in (folder / "spec.lock").read_text()


def test_missing_file_folder_and_pipe(folder: Path, tmp_path: Path) -> None:
    assert failure(str(tmp_path / "none.yaml"), folder).code == "file-not-found"
    assert failure(str(tmp_path), folder).code == "not-a-file"
    assert failure("/dev/null", folder).code == "not-a-file"
    assert failure("nul\0byte", folder).code == "file-not-found"


def test_file_too_large(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(openapi() + b"#" * 1000)
    assert failure(str(file), folder, Limits(size=500)).code == "too-large"


@pytest.mark.parametrize("address", ["", "  ", "ftp://127.0.0.1/api.yaml", "file://other.host/api.yaml", "http://[::1"])
def test_addresses_that_are_none(address: str, folder: Path) -> None:
    assert failure(address, folder).code == "invalid-address"


def test_http_is_for_this_machine_only(folder: Path) -> None:
    diagnostic = failure("http://example.invalid/api.yaml", folder)
    assert (diagnostic.code, "https" in diagnostic.message) == ("invalid-address", True)
    assert failure("http://127.0.0.1.example.invalid/api.yaml", folder).code == "invalid-address"


# What came is no document


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (document(b"<!DOCTYPE html><html><body>Log in</body></html>"), "not-openapi", "web page"),
        (document(b"\xef\xbb\xbf\n <HTML lang=en>"), "not-openapi", "web page"),
        (document(b"Log in", Content_Type="text/html; charset=utf-8"), "not-openapi", "web page"),
        (document(PNG, Content_Type="image/png"), "not-openapi", "image/png"),
        (document(b"title: a list\nitems: []\n"), "not-openapi", "no `openapi"),
        (document(b"- openapi\n"), "not-an-object", ""),
        (document(b"just text"), "not-an-object", ""),
        (document(b"openapi: 4.0.0\ninfo: {version: '1'}\n"), "not-openapi", "OpenAPI 3"),
        (document(b"swagger: '2.0'\ninfo: {version: '1'}\n"), "not-openapi", "Swagger 2"),
        (document(b"openapi: 3.0.0\npaths: {}\n"), "no-version", "info.version"),
        (document(b"openapi: 3.0.0\ninfo: {version: ''}\n"), "no-version", "info.version"),
        (document(b"openapi: 3.0.0\ninfo: [version]\n"), "no-version", "info.version"),
        (document(b"openapi: 3.0.0\ninfo: {version: 1.10}\n"), "no-version", "number"),
        (document(b"openapi: 3.0.0\ninfo: {version: ../../../etc}\n"), "unfit-version", "folder"),
        (document(b"openapi: 3.0.0\ninfo: {version: overlays}\n"), "unfit-version", "folder"),
        (document(b""), "empty-document", "empty"),
        (document(b" \n\n"), "empty-document", "empty"),
        (document(b"", status=404), "http-error", "404"),
        (document(b"", status=500), "http-error", "500"),
        (document(openapi(), status=206), "http-error", "206"),
        (document(b"", status=304), "http-error", "304"),
        (document(openapi(), Content_Encoding="br"), "unsupported-encoding", "br"),
        (document(openapi(), Content_Encoding="gzip, gzip"), "unsupported-encoding", "gzip, gzip"),
        (document(openapi(), Content_Encoding="gzip"), "truncated-body", "damaged"),
        (document(gzip.compress(openapi())[:-9], Content_Encoding="gzip"), "truncated-body", "not whole"),
        (document(gzip.compress(openapi()) + b"more", Content_Encoding="gzip"), "truncated-body", "not whole"),
        (broken_off(openapi(), 1000), "truncated-body", "broke off"),
        (redirect(""), "bad-redirect", "nowhere"),
        (redirect("http://example.invalid/api.yaml"), "insecure-redirect", "example.invalid"),
        (redirect("file:///etc/passwd"), "insecure-redirect", "redirected"),
        (redirect("ftp://127.0.0.1/api.yaml"), "insecure-redirect", "redirected"),
    ],
)
def test_wrong_answers(answer: Answer, code: str, words: str, origin: Origin, folder: Path) -> None:
    diagnostic = failure(origin.serve("/api.yaml", answer), folder)
    assert diagnostic.code == code
    assert words in diagnostic.message


def test_png_without_a_type_and_broken_yaml_are_located_errors(origin: Origin, folder: Path) -> None:
    assert failure(origin.serve("/a.png", document(PNG)), folder).location is not None
    broken = openapi() + b"x:\n  - [1, 2\n"
    diagnostic = failure(origin.serve("/b.yaml", document(broken)), folder)
    assert diagnostic.location is not None
    assert diagnostic.location.file == f"{origin.url}/b.yaml"
    assert diagnostic.location.line > 5


def test_bad_version_is_located(origin: Origin, folder: Path) -> None:
    data = b"openapi: 3.0.0\ninfo:\n  title: Pets\n  version: a/b\n"
    diagnostic = failure(origin.serve("/api.yaml", document(data)), folder)
    assert diagnostic.location is not None
    assert (diagnostic.location.line, diagnostic.pointer) == (4, "/info/version")


# Transport


def test_compressed_answer_is_unpacked(origin: Origin, folder: Path) -> None:
    packed = gzip.compress(openapi())
    result = take(origin.serve("/api.yaml", document(packed, Content_Encoding="gzip")), folder)
    assert result.path.read_bytes() == openapi()
    assert origin.requests[0][1]["Accept-Encoding"] == "gzip"


def test_answer_in_chunks(origin: Origin, folder: Path) -> None:
    def chunks(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        data = openapi()
        for piece in (data[:30], data[30:]):
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.wfile.write(b"0\r\n\r\n")

    assert take(origin.serve("/api.yaml", chunks), folder).path.read_bytes() == openapi()


def test_chunks_that_break_off(origin: Origin, folder: Path) -> None:
    def half(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(openapi()), openapi()))
        handler.close_connection = True

    assert failure(origin.serve("/api.yaml", half), folder).code == "truncated-body"


def test_endless_answer_stops_at_the_limit(origin: Origin, folder: Path) -> None:
    sent = []

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        for _ in range(2000):
            handler.wfile.write(b"#" * 65536)
            sent.append(65536)

    assert failure(origin.serve("/api.yaml", endless), folder, Limits(size=100_000)).code == "too-large"
    assert sum(sent) < 100_000_000


def test_gzip_bomb_is_never_unpacked(origin: Origin, folder: Path) -> None:
    packer = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    bomb = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(200)) + packer.flush()
    address = origin.serve("/api.yaml", document(bomb, Content_Encoding="gzip"))
    tracemalloc.start()
    try:
        diagnostic = failure(address, folder, Limits(size=1_000_000))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert diagnostic.code == "too-large"
    assert peak < 20_000_000


def test_document_of_exactly_the_limit_is_fine(origin: Origin, folder: Path) -> None:
    address = origin.serve("/api.yaml", document(openapi()))
    assert take(address, folder, Limits(size=len(openapi()))).outcome == "new"
    assert failure(origin.serve("/b.yaml", document(openapi("2"))), folder, Limits(size=10)).code == "too-large"


def test_redirects_are_followed_and_counted(origin: Origin, folder: Path) -> None:
    origin.serve("/api.yaml", document(openapi()))
    for step in range(1, 6):
        origin.serve(f"/{step}", redirect("/api.yaml" if step == 1 else f"{origin.url}/{step - 1}"))
    result = take(f"{origin.url}/5", folder)
    assert (result.outcome, result.entry.url) == ("new", f"{origin.url}/5")
    origin.serve("/6", redirect("/5"))
    assert failure(f"{origin.url}/6", folder).code == "too-many-redirects"
    origin.serve("/loop", redirect("/loop"))
    assert failure(f"{origin.url}/loop", folder).code == "too-many-redirects"


def test_malformed_redirect(origin: Origin, folder: Path) -> None:
    code = failure(origin.serve("/api.yaml", redirect("http://[half")), folder).code
    assert code in ("invalid-address", "insecure-redirect", "truncated-body", "download-failed")


def test_redirect_target_is_shown_without_its_secrets(origin: Origin, folder: Path) -> None:
    target = "http://me:sesame@example.invalid/x?signature=geheim"
    message = failure(origin.serve("/api.yaml", redirect(target)), folder).message
    assert "example.invalid/x?signature=***" in message
    assert "sesame" not in message and "geheim" not in message


def test_nobody_listens(folder: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/api.yaml"
        with pytest.raises(UnreachableError) as caught:
            take(address, folder)
    assert [d.code for d in caught.value.diagnostics] == ["unreachable"]


def test_server_that_says_nothing(origin: Origin, folder: Path) -> None:
    release = threading.Event()

    def silent(handler: BaseHTTPRequestHandler) -> None:
        release.wait(5)

    try:
        diagnostic = failure(origin.serve("/api.yaml", silent), folder, Limits(read=0.1))
    finally:
        release.set()
    assert diagnostic.code == "timeout"


def test_server_that_drips(origin: Origin, folder: Path) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"#")
            time.sleep(0.02)

    diagnostic = failure(origin.serve("/api.yaml", drip), folder, Limits(read=1, total=0.1))
    assert diagnostic.code == "timeout"


def test_connection_that_breaks_before_the_answer(origin: Origin, folder: Path) -> None:
    def nothing(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True

    assert failure(origin.serve("/api.yaml", nothing), folder).code == "truncated-body"


def test_odd_validators_are_not_kept(origin: Origin) -> None:
    got = download(origin.serve("/api.yaml", document(openapi(), ETag='"' + "x" * 600 + '"', Last_Modified="sometime")))
    assert got is not None
    assert (got.validators.etag, got.validators.last_modified) == (None, "sometime")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/x?download", "https://a.example/x?download"),
        ("https://u:p@a.example:8443/x?a=1&b#c", "https://a.example:8443/x?a=***&b"),
        ("https://[::1]:8443/x", "https://[::1]:8443/x"),
        ("https://a.example:port/x", "(malformed address)"),
    ],
)
def test_display_of_addresses(url: str, shown: str) -> None:
    assert display_url(url) == shown


def test_fetches_at_once_lose_nothing(folder: Path, tmp_path: Path) -> None:
    program = "import sys; from pathlib import Path; from generator.specs.archive import Lock; "
    program += "from generator.specs.fetch import fetch; fetch(sys.argv[1], Path(sys.argv[2]), Lock())"
    running = []
    for number, version in enumerate(["1", "1", "2"]):
        file = tmp_path / f"{number}.yaml"
        file.write_bytes(openapi(version, title=f"Pets {number}"))
        running.append(subprocess.Popen([sys.executable, "-c", program, str(file), str(folder)], cwd=ROOT))
    assert [process.wait(30) for process in running] == [0, 0, 0]
    lock = read_lock(folder)
    assert sorted(version.partition("+")[0] for version in lock.entries) == ["1", "1", "2"]
    assert verify(folder, lock) == []


# Killed in the middle

KILLED = """
import os, signal, sys
from pathlib import Path
from generator.specs.archive import read_lock
from generator.specs.fetch import fetch

address, folder, moment = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
calls = 0

def die(real):
    def function(*arguments, **options):
        global calls
        calls += 1
        if calls == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)
    return function

os.fsync = die(os.fsync)
os.replace = os.rename = die(os.replace)
os.mkdir = die(os.mkdir)
fetch(address, folder, read_lock(folder))
"""


@pytest.mark.parametrize("moment", range(1, 8))
def test_killed_at_any_moment_the_archive_holds_whole_files(moment: int, folder: Path, tmp_path: Path) -> None:
    first = tmp_path / "first.yaml"
    first.write_bytes(openapi("1"))
    take(str(first), folder)
    second = tmp_path / "second.yaml"
    second.write_bytes(openapi("2", title="x" * 100_000))
    command = [sys.executable, "-c", KILLED, str(second), str(folder), str(moment)]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    # Two files are written, each synced with its folder: four moments at least.
    assert ended.returncode == -signal.SIGKILL or (moment > 4 and ended.returncode == 0)
    lock = read_lock(folder)
    assert "1" in lock.entries
    assert [d for d in verify(folder, lock) if d.severity is Severity.ERROR] == []
    for path in folder.glob("*/openapi.yaml"):
        assert path.read_bytes() in (first.read_bytes(), second.read_bytes())
    assert take(str(second), folder).outcome in ("new", "unchanged")
    assert verify(folder, read_lock(folder)) == []
    assert sorted(tree(folder)) in (
        ["1/openapi.yaml", "2/openapi.yaml", "spec.lock"],
        # Killed between the rename of the lock and the end: nothing is left to write, so nothing to clear.
        [".lock", "1/openapi.yaml", "2/openapi.yaml", "spec.lock"],
    )
