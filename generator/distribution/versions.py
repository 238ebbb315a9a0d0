"""From an API's version to a release's: whatever vendors write, read by one rule, or refused with a way out.

1. The rules of the setting `distribution.version` are applied: pairs of pattern and replacement.
2. What stands after a `+` is dropped: build metadata, which Semantic Versioning does not order and no index takes.
3. A date, `2024-06-01` or `2024-06`, is a version of its numbers: `2024.6.1`, `2024.6`.
4. The rest is read as PEP 440 reads it: a leading `v` means nothing, `-alpha.1`, `-beta.3`, `-rc.1`, `-preview` and
   `-dev` are what they are in Semantic Versioning.

What PEP 440 would read in another order than its vendor means is refused: a bare number after a hyphen is earlier in
Semantic Versioning and later in PEP 440. A post release counts releases of one API version; so the API cannot have one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from packaging.version import InvalidVersion, Version

from generator.diagnostics import ProvgenError, error

LONGEST = 100
"""Characters of a version that are looked at. What is longer is no version."""

_DATE = re.compile(r"\A(v?[0-9]{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?(?![0-9])", re.IGNORECASE)


def release(api: str, rules: Sequence[tuple[str, str]] = (), post: int = 0) -> Version:
    """The version of a release of the API's version `api`, its `post`th if that is not 0.

    Raises `ProvgenError` for a text that is no version, and for a post release of one that is in development.
    """
    version = _read(api, _rewritten(api, rules))
    if not post:
        return version
    if version.dev is not None:
        message = f"{version} is in development: a post release of it would come after the finished version"
        raise error(
            "no-post-release", message, hint="leave the post number out, or wait for the next version of the API"
        )
    return Version(f"{version}.post{post}")


def _rewritten(api: str, rules: Sequence[tuple[str, str]]) -> str:
    text = api
    for pattern, replacement in rules:
        text = re.sub(pattern, replacement, text)
    return _DATE.sub(_numbers, text.partition("+")[0].strip())


def _numbers(date: re.Match[str]) -> str:
    return ".".join(part for part in date.groups() if part)


def _read(api: str, text: str) -> Version:
    if len(text) > LONGEST:
        raise _refused(api, "is too long")
    try:
        version = Version(text)
    except InvalidVersion:
        raise _refused(
            api, "does not begin with numbers, or something else follows them than a stage such as `-beta.2`"
        ) from None
    if version.post is not None:
        raise _refused(api, "may come before or after the version without its last number")
    if version.epoch:
        raise _refused(api, "has an epoch")
    return version


def _refused(api: str, why: str) -> ProvgenError:
    written = api if len(api) <= LONGEST else f"{api[:LONGEST]}…"
    hint = (
        "rewrite it by pairs of pattern and replacement: "
        r"[tool.provgen.distribution] version = [['^(\d+)\.(\d+) \(draft\)$', '\1.\2.dev0']]"
    )
    return error("no-version", f"the API's version {written!r} is none that a release can have: it {why}", hint=hint)
