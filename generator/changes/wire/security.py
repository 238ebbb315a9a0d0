"""Who may call: security requirements as alternatives of credentials, and the schemes they name.

A caller has credentials for one alternative. They still do if some alternative of the new document asks for no more than that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from generator.changes.schemas.numbers import same
from generator.changes.schemas.similar import best_pairs, names_alike
from generator.changes.side import Side
from generator.changes.wire.hits import Hit, Meeting, Where, field, hit
from generator.document.shapes import Node

Alternative = frozenset[tuple[str, str]]
"""Pairs of scheme and scope; a scheme without scopes is there with an empty one."""

_WORDS = {"description", "summary"}
_FIELDS = {
    "type": "type",
    "scheme": "scheme",
    "in": "location",
    "name": "parameter",
    "openIdConnectUrl": "open-id-connect-url",
    "bearerFormat": "bearer-format",
}
"""The fields of schemes, and how rules name them."""
_URLS = {"authorizationUrl": "authorization-url", "tokenUrl": "token-url", "refreshUrl": "refresh-url"}


def requirements(side: Side, operation: Node) -> Node | None:
    """The security that applies to an operation: its own or the document's, None if there is none."""
    for holder in (operation, side.root):
        if isinstance(holder.value.get("security"), list):
            return holder.child("security")
    return None


def compare_security(meeting: Meeting, old: Node | None, new: Node | None) -> Iterator[Hit]:
    """What differs in who may call an operation."""
    ours, theirs = alternatives(old, meeting.renamed_schemes), alternatives(new)
    if set(ours) == set(theirs):
        return
    where = meeting.where("security", "security", "request")
    if theirs == [frozenset()]:
        yield hit("security-no-longer-required", where, old, new, " or ".join(words(it) for it in ours))
        return
    gone = [it for it in ours if it not in theirs]
    fresh = [it for it in theirs if it not in ours]
    for before, after, _ in best_pairs(gone, fresh, _likeness, least=0.3):
        gone.remove(before)
        fresh.remove(after)
        yield from _changed(where, before, after, (old, new), theirs)
    if frozenset() in gone:
        gone.remove(frozenset())
        yield hit("security-required", where, old, new, " or ".join(words(it) for it in theirs))
    for it in gone:
        kept = any(other <= it for other in theirs)
        rule = "security-removed" if kept else "security-alternative-removed"
        yield hit(rule, where, old, new, words(it))
    for it in fresh:
        if frozenset() not in ours or frozenset() in theirs:
            yield hit("security-added", where, old, new, words(it))


def alternatives(node: Node | None, renamed: Mapping[str, str] = MappingProxyType({})) -> list[Alternative]:
    """The alternatives; none at all means that nobody is asked, which is one alternative without credentials.

    `renamed` leads from names of schemes to those that count instead.
    """
    found = []
    for it in node.value if node is not None else ():
        if isinstance(it, dict):
            pairs = (
                (renamed.get(str(name), str(name)), scopes if isinstance(scopes, list) else [])
                for name, scopes in it.items()
            )
            found.append(frozenset((name, str(scope)) for name, scopes in pairs for scope in (scopes or [""])))
    return found or [frozenset()]


def schemes_of(alternative: Alternative) -> frozenset[str]:
    """The names of the schemes of an alternative."""
    return frozenset(name for name, _ in alternative)


def words(alternative: Alternative) -> str:
    """An alternative as people say it."""
    return (
        " and ".join(_scheme_words(name, alternative) for name in sorted(schemes_of(alternative))) or "no credentials"
    )


def _scheme_words(name: str, alternative: Alternative) -> str:
    scopes = sorted(scope for owner, scope in alternative if owner == name and scope)
    return f"{name} ({', '.join(scopes)})" if scopes else name


def _likeness(old: Alternative, new: Alternative) -> float:
    ours, theirs = schemes_of(old), schemes_of(new)
    if not ours or not theirs:
        return 0.0
    return len(ours & theirs) / len(ours | theirs)


def _changed(
    where: Where,
    old: Alternative,
    new: Alternative,
    places: tuple[Node | None, Node | None],
    all_new: list[Alternative],
) -> Iterator[Hit]:
    gained = sorted(schemes_of(new) - schemes_of(old))
    kept = any(other <= old or _without_scopes(other) <= _without_scopes(old) for other in all_new)
    if gained and not kept:
        yield hit("security-scheme-demanded", where, *places, f"{words(old)} → {words(new)}")
        return
    if schemes_of(old) != schemes_of(new):
        yield hit("security-scheme-dropped", where, *places, f"{words(old)} → {words(new)}")
    for name, scope in sorted(new - old):
        if scope and name in schemes_of(old):
            yield hit("security-scope-added", where, *places, f"{name}: {scope}")
    for name, scope in sorted(old - new):
        if scope and name in schemes_of(new):
            yield hit("security-scope-removed", where, *places, f"{name}: {scope}")


def _without_scopes(alternative: Alternative) -> frozenset[str]:
    return schemes_of(alternative)


# ── schemes ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def compare_scheme(where: Where, name: str, old: Node, new: Node) -> Iterator[Hit]:
    """What differs in the definition of a scheme."""
    for key, rule in _FIELDS.items():
        before, after = field(old, key), field(new, key)
        if not _same_text(key, before.value, after.value):
            yield hit(f"security-scheme-{rule}-changed", where, before, after, name)
            if key == "type":
                return
    flows = [it.value.get("flows") if isinstance(it.value, dict) else None for it in (old, new)]
    ours, theirs = (it if isinstance(it, dict) else {} for it in flows)
    for flow in sorted(map(str, ours.keys() | theirs.keys())):
        if flow.startswith("x-"):
            continue
        if flow not in theirs:
            yield hit("oauth-flow-removed", where, old.child("flows", flow), None, f"{name}: {flow}")
        elif flow not in ours:
            yield hit("oauth-flow-added", where, None, new.child("flows", flow), f"{name}: {flow}")
        else:
            yield from _compare_flow(where, f"{name}: {flow}", old.child("flows", flow), new.child("flows", flow))


def _same_text(key: str, old: Any, new: Any) -> bool:
    # Names of HTTP authentication schemes do not distinguish case (RFC 9110, section 11.1).
    return str(old).lower() == str(new).lower() if key == "scheme" else same(old, new)


def _compare_flow(where: Where, subject: str, old: Node, new: Node) -> Iterator[Hit]:
    for key, rule in _URLS.items():
        before, after = field(old, key), field(new, key)
        if not same(before.value, after.value):
            yield hit(f"oauth-{rule}-changed", where, before, after, subject)
    ours, theirs = _scopes(old), _scopes(new)
    for scope in sorted(ours.keys() | theirs.keys()):
        if scope not in theirs:
            yield hit("oauth-scope-removed", where, field(old, "scopes"), None, f"{subject}: {scope}")
        elif scope not in ours:
            yield hit("oauth-scope-added", where, None, field(new, "scopes"), f"{subject}: {scope}")


def _scopes(flow: Node) -> Mapping[str, Any]:
    found = flow.value.get("scopes") if isinstance(flow.value, dict) else None
    return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}


def renamed_schemes(old: Mapping[str, Node], new: Mapping[str, Node]) -> dict[str, str]:
    """Schemes that are called otherwise: defined alike, words apart."""
    gone = [name for name in sorted(old) if name not in new]
    fresh = [name for name in sorted(new) if name not in old]

    def likeness(before: str, after: str) -> float:
        alike = same(_wordless(old[before].value), _wordless(new[after].value))
        return 0.5 + 0.5 * names_alike(before, after) if alike else 0.0

    return {before: after for before, after, _ in best_pairs(gone, fresh, likeness, least=0.5)}


def _wordless(value: Any) -> Any:
    return {k: v for k, v in value.items() if k not in _WORDS} if isinstance(value, dict) else value
