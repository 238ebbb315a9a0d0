"""Mutants of the client, of its credentials and servers, and of the messages."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.mutants.kinds import of_package
from tests.mutants.sources import Change, Source, called, found, keyword, literal, value

CLIENT, EVENTS, WEBHOOKS = "client.py", "events.py", "webhooks.py"


def _resources(source: Source) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The resources of both clients, with the client's name."""
    for cls in (it for it in source.tree.body if isinstance(it, ast.ClassDef)):
        for node in cls.body:
            if isinstance(node, ast.FunctionDef) and "cached_property" in [
                ast.unparse(it) for it in node.decorator_list
            ]:
                yield cls.name, node


def _alternating(source: Source, odd: bool) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Each resource once, in the one client or in the other by turns."""
    every = list(_resources(source))
    half = len(every) // 2
    yield from (every[index + half * ((index + odd) % 2)] for index in range(half))


@of_package(CLIENT, most=99)
def resource_missing(source: Source) -> Iterator[Change]:
    """A client without one of its resources."""
    for client, node in _alternating(source, False):
        edit = source.inside(node, f"def {node.name}(", f"def _{node.name}(")
        yield Change(f"{client}.{node.name}", f"resources.{node.name}", (edit,))


@of_package(CLIENT, most=8)
def resource_wrong(source: Source) -> Iterator[Change]:
    """A resource that is another one."""
    every = list(_alternating(source, True))
    for (client, node), (other_client, other) in zip(every, every[2:]):
        assert client == other_client
        text = source.text(other.body[-1]), source.text(other.body[-2])
        edits = (source.replace(node.body[-1], text[0]), source.replace(node.body[-2], text[1]))
        yield Change(f"{client}.{node.name}", f"resources.{node.name}", edits)


@of_package(CLIENT, most=8)
def resource_of_other_colour(source: Source) -> Iterator[Change]:
    """An asynchronous client with a synchronous resource."""
    for client, node in _resources(source):
        if client == "AsyncClient":
            cls = ast.unparse(node.returns) if node.returns else ""
            plain = cls.removeprefix("Async")
            edits = (source.inside(node.body[-1], cls, plain), source.inside(node.body[-2], cls, plain))
            yield Change(f"{client}.{node.name}", f"resources.{node.name}", edits)


def _about(source: Source) -> ast.Call:
    return next(it for it in found(source.tree, ast.Call) if called(it) == "About")


def _schemes(source: Source) -> list[ast.Call]:
    return [it for it in found(_about(source), ast.Call) if called(it) == "Scheme"]


@of_package(CLIENT, most=9)
def server_wrong(source: Source) -> Iterator[Change]:
    """Requests that go to another server."""
    for call in (it for it in found(source.tree, ast.Call) if called(it) == "Server"):
        yield Change("host", "", (source.inside(call.args[0], "https://", "https://eu."),))
        yield Change("scheme", "", (source.inside(call.args[0], "https://", "http://"),))
        yield Change("path", "", (source.inside(call.args[0], '.com"', '.com/api"'),))


@of_package(CLIENT, most=9)
def token_url_wrong(source: Source) -> Iterator[Change]:
    """A token that is fetched elsewhere."""
    for scheme in _schemes(source):
        url = keyword(scheme, "token_url")
        if url:
            yield Change(literal(scheme.args[0]), "", (source.inside(url.value, "/oauth2", "/oauth"),))


@of_package(CLIENT, most=9)
def scheme_wrong(source: Source) -> Iterator[Change]:
    """A security scheme of another kind."""
    instead = {'"http"': '"apiKey"', '"oauth2"': '"http"'}
    for scheme in _schemes(source):
        edit = source.replace(scheme.args[1], instead[source.text(scheme.args[1])])
        yield Change(literal(scheme.args[0]), "", (edit,))


@of_package(CLIENT, most=9)
def scheme_missing(source: Source) -> Iterator[Change]:
    """A security scheme that the client does not know."""
    for scheme in _schemes(source):
        yield Change(literal(scheme.args[0]), "", (source.without(scheme, _schemes(source)),))


@of_package(CLIENT, most=9)
def alternative_missing(source: Source) -> Iterator[Change]:
    """A scheme that does not suffice by itself."""
    security = value(_about(source), "security")
    for it in security.elts if isinstance(security, ast.Tuple) else []:
        place = source.text(it).strip("(),\"'")
        yield Change(place, "", (source.without(it, security.elts if isinstance(security, ast.Tuple) else []),))


@of_package(CLIENT)
def alternatives_combined(source: Source) -> Iterator[Change]:
    """All schemes asked for at once."""
    security = value(_about(source), "security")
    if isinstance(security, ast.Tuple):
        names = [source.text(it).strip("(),") for it in security.elts]
        yield Change("security", "", (source.replace(security, f"(({', '.join(names)}),)"),))


@of_package(CLIENT)
def keys_for_another_scheme(source: Source) -> Iterator[Change]:
    """Keys that are used by themselves in place of for a token."""
    scheme = value(_about(source), "key_scheme")
    if scheme is not None:
        yield Change("key_scheme", "", (source.replace(scheme, '"BasicAuth"'),))


@of_package(CLIENT, most=9)
def secret_not_passed(source: Source) -> Iterator[Change]:
    """Credentials that the client does not hand on, or takes for others."""
    for call in (it for it in found(source.tree, ast.Call) if called(it) == "Secrets"):
        for one in call.keywords:
            yield Change(f"{one.arg} lost", "", (source.replace(one.value, "None"),))
        yield Change("key_id and key_secret", "", source.swapped(call.keywords[0].value, call.keywords[1].value))


@of_package(CLIENT, most=4)
def client_parameter_lost(source: Source) -> Iterator[Change]:
    """A parameter of the client that does not come into paths."""
    for call in (it for it in found(source.tree, ast.Call) if called(it) == "super().__init__"):
        yield Change("projectId", "", (source.inside(call.args[0], '"projectId"', '"project_id"'),))


def _events(source: Source) -> Iterator[tuple[str, ast.Call, ast.Assign]]:
    for node in source.tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and called(node.value) == "Event":
            yield ast.unparse(node.targets[0]), node.value, node


@of_package(EVENTS, most=8)
def event_missing(source: Source) -> Iterator[Change]:
    """A message without its constant."""
    for name, _, node in _events(source):
        yield Change(name, f"events.{name}", (source.replace(node, "..."),))


@of_package(EVENTS, most=6)
def event_renamed(source: Source) -> Iterator[Change]:
    """A message whose constant has another name."""
    for name, _, node in _events(source):
        yield Change(name, f"events.{name}", (source.replace(node.targets[0], f"the_{name}"),))


@of_package(EVENTS, most=6)
def event_added(source: Source) -> Iterator[Change]:
    """A message that the document does not have."""
    for name, call, node in _events(source):
        yield Change(name, f"events.{name}", (source.before(node, f"left_over_{name} = {source.text(call)}\n"),))


@of_package(EVENTS, most=8)
def event_type_wrong(source: Source) -> Iterator[Change]:
    """A message that is recognised by another type."""
    for name, call, _ in _events(source):
        yield Change(name, f"events.{name}", (source.inside(call.args[2], '",', '_",'),))


@of_package(EVENTS, most=6)
def event_type_lost(source: Source) -> Iterator[Change]:
    """A message that is recognised by no type."""
    for name, call, _ in _events(source):
        yield Change(name, f"events.{name}", (source.replace(call.args[2], "()"),))


@of_package(EVENTS, most=6)
def event_type_of_another(source: Source) -> Iterator[Change]:
    """Two messages with each other's type."""
    every = list(_events(source))
    for (name, call, _), (other_name, other, _) in zip(every, every[1:]):
        if source.text(call.args[1]) != source.text(other.args[1]):
            edits = source.swapped(call.args[2], other.args[2])
            yield Change(f"{name} and {other_name}", f"events.{name}", edits)


@of_package(EVENTS, most=8)
def event_model_wrong(source: Source) -> Iterator[Change]:
    """A message that is read as another model."""
    every = list(_events(source))
    names = sorted({source.text(call.args[1]) for _, call, _ in every})
    for name, call, _ in every:
        other = names[names.index(source.text(call.args[1])) - 1]
        yield Change(name, f"events.{name}", (source.replace(call.args[1], other),))


@of_package(EVENTS, most=3)
def event_key_wrong(source: Source) -> Iterator[Change]:
    """A message with another name of the document."""
    for name, call, _ in _events(source):
        yield Change(name, f"events.{name}", (source.replace(call.args[0], f'"{literal(call.args[0])}s"'),))


@of_package(EVENTS, most=3)
def event_expression_lost(source: Source) -> Iterator[Change]:
    """A callback that does not say where it is sent."""
    for name, call, _ in _events(source):
        yield Change(name, f"events.{name}", (source.replace(call.args[3], "None"),))


@of_package(EVENTS)
def event_property_wrong(source: Source) -> Iterator[Change]:
    """Messages told apart by another property."""
    for call in (it for it in found(source.tree, ast.Call) if called(it) == "Reader"):
        yield Change("READER", "", (source.replace(call.args[1], '"event"'),))


@of_package(EVENTS)
def events_unknown(source: Source) -> Iterator[Change]:
    """A reader of messages that knows none."""
    for call in (it for it in found(source.tree, ast.Call) if called(it) == "Reader"):
        yield Change("READER", "", (source.replace(call.args[0], "()"),))


def _signing(source: Source) -> ast.Call:
    return next(it for it in found(source.tree, ast.Call) if called(it) == "Signing")


@of_package(WEBHOOKS, most=9)
def signature_header_wrong(source: Source) -> Iterator[Change]:
    """A header of the signature with another name, or none."""
    signing = _signing(source)
    named = {"signature": signing.args[0]}
    named |= {str(it.arg): it.value for it in signing.keywords if it.arg in ("algorithm", "nonce", "timestamp")}
    for name, node in named.items():
        yield Change(name, "", (source.inside(node, '"x-', '"y-'),))
        if name != "signature":
            yield Change(f"{name} lost", "", (source.replace(node, "None"),))


@of_package(WEBHOOKS, most=9)
def signed_wrong(source: Source) -> Iterator[Change]:
    """Something else that is hashed."""
    node = _signing(source).args[1]
    for place, text in {
        "order": '"{nonce}.{body}.{timestamp}"',
        "without nonce": '"{body}.{timestamp}"',
        "without timestamp": '"{body}.{nonce}"',
        "body alone": '"{body}"',
        "glue": '"{body}{nonce}{timestamp}"',
    }.items():
        yield Change(place, "", (source.replace(node, text),))


@of_package(WEBHOOKS, most=9)
def algorithm_wrong(source: Source) -> Iterator[Change]:
    """Another hash function, another name of it, another writing."""
    signing = _signing(source)
    yield Change("hash", "", (source.inside(signing.args[2], '"sha256"', '"sha1"'),))
    yield Change("name", "", (source.inside(signing.args[2], '"HmacSHA256"', '"HmacSHA512"'),))
    yield Change("encoding", "", (source.after(signing.args[2], ', encoding="hex"'),))


@of_package(WEBHOOKS, most=9)
def signature_not_verified(source: Source) -> Iterator[Change]:
    """Messages that are taken without looking at their signature."""
    for call in (it for it in found(source.tree, ast.Call) if called(it) == "verify"):
        yield Change("receive", "", (source.replace(call, "None"),))
        for name in ("tolerance", "seen"):
            one = keyword(call, name)
            if one:
                instead = "1e12" if name == "tolerance" else "None"
                yield Change(f"receive({name})", "", (source.replace(one.value, instead),))
    for node in (it for it in source.tree.body if isinstance(it, ast.Assign)):
        if ast.unparse(node.value) == "SIGNING.verify":
            edit = source.replace(node.value, "lambda body, headers, secret, **more: None")
            yield Change("verify", "", (edit,))
    for function in (it for it in found(source.tree, ast.FunctionDef) if it.name == "receive"):
        default = function.args.kw_defaults[0]
        if default is not None:
            yield Change("receive(default of tolerance)", "", (source.replace(default, "30000000"),))


@of_package(WEBHOOKS, most=9)
def message_not_read(source: Source) -> Iterator[Change]:
    """Messages that are not parsed, or whose drift is not told."""
    for function in (it for it in source.tree.body if isinstance(it, ast.FunctionDef)):
        last = function.body[-1]
        if isinstance(last, ast.Return) and last.value:
            yield Change(function.name, "", (source.replace(last.value, "None"),))
        for call in found(function, ast.Call):
            for drift in (
                it for it in [*call.args, *(one.value for one in call.keywords)] if ast.unparse(it) == "on_drift"
            ):
                yield Change(f"{function.name}(on_drift)", "", (source.replace(drift, "None"),))
