"""Stands in for provgen, gh and curl while the shell of a pipeline runs; `make` is a line of shell.

What they know and what they are asked for is in the JSON file that `FAKE_STATE` names. Few modules are imported, and
none of the repository: one of these starts a dozen times in each pipeline.
"""

# Importing pathlib takes as long as all the rest.
# ruff: noqa: PTH103, PTH110, PTH123, PTH208

from __future__ import annotations

import json
import os
import sys
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def main() -> int:
    name, *arguments = sys.argv[1:]
    state = json.loads(read(os.environ["FAKE_STATE"]))
    state["calls"].append([name, *arguments])
    code = {"provgen": provgen, "gh": gh, "curl": curl}[name](state, arguments)
    write(os.environ["FAKE_STATE"], json.dumps(state))
    return code


def read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


# ── the toolchain ───────────────────────────────────────────────────────────────────────────────────────────────────


def provgen(state: Any, arguments: list[str]) -> int:
    assert arguments[:2] == ["-m", "generator"]
    return {"fetch": fetch, "regenerate": regenerate, "diff": diff}[arguments[2]](state, arguments[3:])


def lock() -> Any:
    return json.loads(read("spec/spec.lock"))


def archive(content: Any, version: str, text: str) -> None:
    content["versions"][version] = digest(text)
    if "/" not in version:
        os.makedirs(f"spec/{version}", exist_ok=True)
        write(f"spec/{version}/openapi.{'json' if text.startswith('{') else 'yaml'}", text)
    write("spec/spec.lock", json.dumps(content, indent=1))


def document(version: str) -> str:
    [name] = os.listdir(f"spec/{version}")
    return read(f"spec/{version}/{name}")


def digest(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"


def fetch(state: Any, arguments: list[str]) -> int:
    assert not arguments
    if state["published"] is None:
        print("nobody answers", file=sys.stderr)
        return 1
    version, text = state["published"]
    content = lock()
    for known, its_digest in content["versions"].items():
        if its_digest == digest(text):
            print(f"{known}: unchanged (spec/…)")
            return 0
    if version in content["versions"] and not state["rebuilt"]:
        version = f"{version}+{digest(text)}"
    archive(content, version, text)
    print(f"{version}: new (spec/…)")
    return 0


def regenerate(state: Any, arguments: list[str]) -> int:
    option, version = arguments
    assert option == "--to"
    text = document(version)
    if "invalid" in text:
        print("spec/…: error", file=sys.stderr)
        return 1
    write("generated/client.py", f"# {text}\n")
    write("spec/spec.lock", json.dumps({**lock(), "generated": version}, indent=1))
    return 0


def diff(state: Any, arguments: list[str]) -> int:
    old, new, *options = arguments
    texts = [read(it) if "/" in it else document(it) for it in (old, new)]
    given = dict(zip(options[::2], options[1::2]))
    # As in the real one: vendors write what they like, in Markdown too.
    report = f"{given.get('--format', 'text')}: {old} → {new}: {' → '.join(texts)} `$(touch x)`\n"
    if "--output" in given:
        write(given["--output"], report)
    else:
        print(report)
    breaks = "breaking" in texts[1] and not os.path.exists("spec/approvals.toml")
    return int(breaks and given.get("--fail-on") == "breaking")


# ── the platforms ───────────────────────────────────────────────────────────────────────────────────────────────────


def gh(state: Any, arguments: list[str]) -> int:
    assert os.environ["GH_TOKEN"] == "secret"
    if arguments == ["auth", "setup-git"]:
        return 0
    assert arguments.pop(0) == "api"
    method, given = None, {}
    places = []
    while arguments:
        it = arguments.pop(0)
        if it in ("-f", "-F"):
            key, _, value = arguments.pop(0).partition("=")
            given[key] = read(value[1:]) if it == "-F" and value.startswith("@") else value
        elif it == "--method":
            method = arguments.pop(0)
        elif it == "--jq":
            assert arguments.pop(0) == r'.[] | "\(.state) \(.number)"'
        elif it != "--silent":
            places.append(it)
    [place] = places
    assert place.startswith("repos/acme/api/")
    kind, *rest = place.removeprefix("repos/acme/api/").split("/")
    if kind == "statuses":
        state["statuses"][rest[0]] = [given["context"], given["state"]]
        return 0
    assert kind == "pulls"
    if method == "GET":
        owner, _, head = given["head"].rpartition(":")
        assert (owner, given["state"]) == ("acme", "all")
        found = [it for it in state["requests"] if (it["head"], it["base"]) == (head, given["base"])]
        print("".join(f"{it['state']} {it['number']}\n" for it in found), end="")
        return 0
    return save(state, rest, given["body"], given.get("title"), given.get("head"), given.get("base"))


def curl(state: Any, arguments: list[str]) -> int:
    method, given, url = None, {}, ""
    assert "secret" not in " ".join(arguments)
    while arguments:
        it = arguments.pop(0)
        if it == "--header":
            assert read(arguments.pop(0)[1:]) == "PRIVATE-TOKEN: secret\n"
        elif it == "--data-urlencode":
            key, sign, value = arguments.pop(0).partition("=")
            if not sign:
                key, _, value = key.partition("@")
                value = read(value)
            given[key] = value
        elif it == "--get":
            method = "GET"
        elif it == "--request":
            method = arguments.pop(0)
        elif it == "--output":
            assert arguments.pop(0) == "/dev/null"
        elif it not in ("--fail", "--silent", "--show-error"):
            url = it
    start = "https://gitlab.example/api/v4/projects/7/merge_requests"
    assert url.startswith(start)
    if method == "GET":
        found = [
            {
                "iid": it["number"],
                "state": it["state"].replace("open", "opened"),
                "project_id": 7,
                "source_project_id": 7,
            }
            for it in state["requests"]
            if (it["head"], it["base"]) == (given["source_branch"], given["target_branch"])
        ]
        # A fork always has such a branch.
        print(json.dumps([{"iid": 666, "state": "opened", "project_id": 7, "source_project_id": 8}, *found]))
        return 0
    number = [url.removeprefix(start).strip("/")] if url != start else []
    assert method == ("PUT" if number else None)
    return save(
        state, number, given["description"], given.get("title"), given.get("source_branch"), given.get("target_branch")
    )


def save(state: Any, number: list[str], body: str, title: str | None, head: str | None, base: str | None) -> int:
    """Opens a request, or gives the one of that number another text."""
    if state["down"]:
        print("503", file=sys.stderr)
        return 22
    if number:
        [found] = [it for it in state["requests"] if it["number"] == int(number[0])]
        found["body"] = body
    else:
        told = {"title": title, "head": head, "base": base, "body": body}
        state["requests"].append({"number": len(state["requests"]) + 1, "state": "open", **told})
    return 0
