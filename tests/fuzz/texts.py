"""Mutations of a document as bytes: what is no JSON, no YAML, no text, or too much of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.fuzz.values import MARK, NUMBERS, RAW, TEXTS

YAML = (
    "&a [*a, *a]",
    "*a",
    "&a {b: *a}",
    f"!!python/object/apply:os.system ['{MARK}']",
    f"!!python/name:os.{MARK}",
    "!!python/object/new:type {}",
    "!!binary /w==",
    "!!set {a, b}",
    "!!omap [a: 1]",
    "!!timestamp 2020-13-45",
    "!!float x",
    "!!int 0b2",
    "!a b",
    "! a",
    "<<: {a: 1}",
    "{<<: [{a: 1}, {a: 2}]}",
    "? [a]\n: b",
    "? {a: b}\n: c",
    "---\na: 1\n...\n---\n",
    "%YAML 9.9\n---\n",
    "%TAG ! tag:x,2000:\n---\n",
    "|9\n a",
    "> \n\n x",
    "'",
    '"\\x"',
    '"\\ud800"',
    "\t",
    "# c\r",
    "a: b: c",
    "- - - -",
    "[" * 150,
    "{a: " * 150,
    "- " * 400,
    ".inf",
    ".nan",
    "0o777",
    "1_000",
    "190:20:30",
    "2020-01-01",
    "~",
    "NO",
    "=",
    "0x" + "f" * 5_000,
    "\ufeff",
    "\u0085",
    "\u2028",
    "\x00",
    "\x7f",
)
BYTES = (
    b"\xff",
    b"\xc3\x28",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\x00",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\x1b[31m",
    b"\r",
    b"\x1a",
)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\w.+-]+|\n *')


def mutated(text: str, rng: Random) -> bytes:
    """The bytes of a text with one to three mutations."""
    data = text.encode("utf-8", "surrogatepass")
    for _ in range(rng.randrange(1, 4)):
        data = rng.choice(_MUTATIONS)(data, rng)
    return data


def _cut(data: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    end = rng.choice((len(data), min(len(data), start + rng.randrange(1, 200))))
    return data[:start] + data[end:]


def _flip(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randrange(1, 4) if data else 0):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _bytes(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1) if rng.random() < 0.8 else 0
    return data[:at] + rng.choice(BYTES) + data[at:]


def _token(data: bytes, rng: Random) -> bytes:
    """Something of YAML's, a text or a number in place of a token, or before it."""
    tokens = list(_TOKEN.finditer(data.decode("utf-8", "replace")))
    if not tokens:
        return data
    text, token = data.decode("utf-8", "replace"), rng.choice(tokens)
    new = rng.choice((rng.choice(YAML), rng.choice(TEXTS), str(rng.choice(NUMBERS)).removeprefix(RAW)))
    end = rng.choice((token.start(), token.end()))
    return (text[: token.start()] + new + text[end:]).encode("utf-8", "surrogatepass")


def _repeat(data: bytes, rng: Random) -> bytes:
    """A few lines, or a stretch, twice: keys that are there already."""
    start = rng.randrange(len(data) + 1)
    end = min(len(data), start + rng.randrange(1, 300))
    lines = data.splitlines(keepends=True)
    if len(lines) > 3 and rng.random() < 0.7:
        at = rng.randrange(len(lines))
        return b"".join([*lines[: at + 3], *lines[at:]])
    return data[:end] + data[start:]


def _indent(data: bytes, rng: Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = rng.randrange(len(lines))
    lines[at] = rng.choice((b" ", b"  ", b"\t", b"- ", b"? ", b": ", b"# ")) + lines[at]
    return b"".join(lines)


def _laughs(data: bytes, rng: Random) -> bytes:
    """Aliases of aliases, ten of each: exponential when they are written out."""
    levels = rng.choice((3, 9, 25))
    lines = ["x-0: &l0 [lol, lol]"]
    form = rng.choice(("[{}]", "{{{}}}"))
    for level in range(1, levels):
        inner = (
            ", ".join([f"*l{level - 1}"] * 10)
            if form == "[{}]"
            else ", ".join(f"k{at}: *l{level - 1}" for at in range(10))
        )
        lines.append(f"x-{level}: &l{level} {form.format(inner)}")
    return "\n".join(lines).encode() + b"\n" + data


def _nested(data: bytes, rng: Random) -> bytes:
    """Brackets inside of brackets in front of, behind or instead of it all."""
    depth = rng.choice((50, 190, 210, 1_000, 20_000))
    opening, closing = rng.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"- ", b""), (b"{a: ", b"}")))
    inner = rng.choice((data, b"1", b""))
    return opening * depth + inner + closing * rng.choice((depth, depth, 0))


def _ends(data: bytes, rng: Random) -> bytes:
    return data.replace(b"\n", rng.choice((b"\r", b"\r\n", b"\n\n", "\u2028".encode())))


_MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_token, _token, _token, _token, _flip, _flip, _cut, _bytes, _repeat, _repeat, _indent, _laughs, _nested, _ends),
)
