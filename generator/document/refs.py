"""Bundling: one document, in which every reference is local and leads somewhere.

Parts of other files are placed under `components` of the root, one component for each part, in the section of the
objects that refer to it. A component of the root that is nothing but a reference to a foreign part becomes that part and
names it (the alphabetically first one, if there are several). The others are named by the last word of the reference
(`pets.yaml#/Pet` → `Pet`) or, without one, by the file (`pets.yaml` → `pets`). If that is taken in its section, all that
want it are preceded by the file's name (`pets_Pet`); if that does not set them apart either, by its path too, and at last
a hash of file and pointer follows. So a name depends on what is referred to, and not on the order of the document.

Objects for which `components` has no section (path items, operations, maps of objects) are put in place of the
reference; what stands beside the reference prevails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Location, ProvgenError, Severity
from generator.document.cycles import find_cycles
from generator.document.files import BadReference, File, Files, Place, Resource
from generator.document.grammar import SECTIONS, field
from generator.document.limits import MAX_DEPTH, MAX_NODES
from generator.document.load import Document
from generator.document.parts import Part, name_parts
from generator.document.places import Tokens
from generator.document.pointers import join

_REF = "$ref"
_FILE_ENDINGS = (".yaml", ".yml", ".json")


def bundle(document: Document, folder: Path | None, *, remote: Callable[[str], bytes] | None = None) -> Document:
    """`document` with everything that its references reach, so that each `$ref` begins with `#/` and resolves.

    The document lies in `folder`; relative references are read from there and below, and from nowhere else (from nowhere
    at all if it is None). https references are read by `remote` if it is given. Nodes are located in the file they
    came from. References are rewritten in plain form (`#/paths/~1a b`, only `%` percent-encoded).

    Raises ProvgenError with every dangling, forbidden or circular reference of all files.
    """
    bundled, problems = bundle_leniently(document, folder, remote=remote)
    if problems:
        raise ProvgenError(problems)
    return bundled


def bundle_leniently(
    document: Document, folder: Path | None, *, remote: Callable[[str], bytes] | None = None
) -> tuple[Document, list[Diagnostic]]:
    """Like `bundle`, but references that lead nowhere stay as they are written, and come back as errors beside the document."""
    files = Files(document, folder, remote)
    walk = _Walk(files)
    value = walk.run()
    if value is document.value:
        return document, walk.problems
    return Document(value, document.name, _BundleOrigin(walk, files.root)), walk.problems


class _Walk:
    """One walk over the root and every foreign part, which follows and rewrites references."""

    def __init__(self, files: Files) -> None:
        self.placed: dict[Tokens, Place] = {}
        """Where each component that was placed came from."""
        self.inlined: dict[Place, tuple[Place, frozenset[str]]] = {}
        """What was put in place of a reference, and the members that stood beside it."""
        self.problems: list[Diagnostic] = []
        """Every reference that does not lead where it should."""
        self._files = files
        self._parts: dict[Part, Any] = {}
        self._waiting: list[tuple[str, Place]] = []
        self._unnamed: list[tuple[dict[str, Any], str, Part]] = []
        self._edges: dict[Place, list[Place]] = {}
        self._inlining: list[Place] = []
        self._nodes = 0
        self._resource: Resource | None = None
        """The schema with an `$id` that is walked through."""

    def run(self) -> Any:
        """The bundled value; the root's own if nothing had to be changed. Raises ProvgenError if there is too much of it."""
        root = Place(self._files.root, ())
        value = self._node(root.node, "openapi", root, 1)
        while self._waiting:
            kind, place = self._waiting.pop()
            self._parts[Part(SECTIONS[kind], place)] = self._node(place.node, kind, place, 1)
        self.problems += [_problem_of_cycle(cycle) for cycle in find_cycles(self._edges)]
        return self._with_components(value) if self._parts else value

    # Walking. A level of nesting takes two Python frames at most: _node and _children.

    def _node(self, node: Any, kind: str, place: Place, depth: int) -> Any:
        """`node`, an object of `kind`, with its references rewritten."""
        if not isinstance(node, dict):
            return node
        self._count(place, depth)
        if kind == "schema" and "$id" in node and (resource := Resource.of(node, place, self._resource)) is not None:
            around, self._resource = self._resource, resource
            # Nothing depends on it once references lead to places; validators would read those as relative to it.
            found = self._node({name: value for name, value in node.items() if name != "$id"}, kind, place, depth)
            self._resource = around
            return found
        changes: dict[str, Any] = {}
        for name, value in node.items():
            known = field(kind, name)
            if known is not None and isinstance(value, (dict, list)):
                new = self._child(value, known, place / name, depth + 1)
                if new is not value:
                    changes[name] = new
        if isinstance(node.get(_REF), str):
            return self._reference(node, changes, kind, place, depth)
        return {**node, **changes} if changes else node

    def _child(self, value: dict[str, Any] | list[Any], kind: str, place: Place, depth: int) -> Any:
        """The value of a field that holds an object of `kind`, or a list of them."""
        if kind == "discriminator":
            return self._discriminator(value, place)
        if isinstance(value, dict):
            return self._node(value, kind, place, depth)
        items = [self._node(item, kind, place / index, depth + 1) for index, item in enumerate(value)]
        return items if any(new is not old for new, old in zip(items, value)) else value

    def _count(self, place: Place, depth: int) -> None:
        self._nodes += 1
        if depth > MAX_DEPTH:
            message = f"with its references put in place the document is nested more than {MAX_DEPTH} levels deep"
        elif self._nodes > MAX_NODES:
            message = f"with its references put in place the document has more than {MAX_NODES:,} objects"
        else:
            return
        raise ProvgenError([*self.problems, _problem("too-large", message, place)])

    # References

    def _reference(self, node: dict[str, Any], changes: dict[str, Any], kind: str, place: Place, depth: int) -> Any:
        """What stands in the bundle for `node`, which refers to an object of `kind`."""
        target = self._target(node[_REF], kind, place / _REF)
        if target is None:
            return node
        if kind not in SECTIONS:
            beside = {name: value for name, value in {**node, **changes}.items() if name != _REF}
            self.inlined[place] = (target, frozenset(beside))
            return {**self._in_place(target, kind, place, depth), **beside}
        for owner in _owners(place):
            self._edges.setdefault(owner, []).append(target)
        if target.file is not self._files.root:
            new = {**node, **changes}
            self._refer(new, _REF, kind, target)
            return new
        local = _local(target.tokens)
        return node if local == node[_REF] and not changes else {**node, **changes, _REF: local}

    def _target(self, reference: str, kind: str, place: Place) -> Place | None:
        """What `reference`, standing at `place`, leads to; None, and a problem, if it does not lead to an object."""
        try:
            target = self._files.resolve(reference, place.file, self._resource)
        except BadReference as problem:
            self.problems += [_problem(problem.code, problem.message, place, problem.hint), *problem.causes]
            return None
        node = target.node
        if isinstance(node, dict) or (kind == "schema" and isinstance(node, bool)):
            return target
        message = f"{reference!r} leads to {'a list' if isinstance(node, list) else 'a plain value'}, not to an object"
        self.problems.append(_problem("reference-kind", message, place))
        return None

    def _refer(self, holder: dict[str, Any], key: str, kind: str, target: Place) -> None:
        """Let `holder[key]` become the reference to a foreign part, once that has a name."""
        part = Part(SECTIONS[kind], target)
        self._unnamed.append((holder, key, part))
        if part not in self._parts:
            self._parts[part] = None
            self._waiting.append((kind, target))

    def _in_place(self, target: Place, kind: str, place: Place, depth: int) -> dict[str, Any]:
        if target in self._inlining:
            message = "the reference leads to the object that it stands in, which would be without end"
            self.problems.append(_problem("reference-cycle", message, place / _REF))
            return {}
        self._inlining.append(target)
        node: dict[str, Any] = self._node(target.node, kind, target, depth + 1)
        self._inlining.pop()
        return node

    def _discriminator(self, value: Any, place: Place) -> Any:
        """A discriminator whose mapping leads to the bundle's components."""
        mapping = value.get("mapping") if isinstance(value, dict) else None
        if not isinstance(mapping, dict):
            return value
        found = {tag: self._variant(meant, place / "mapping" / tag) for tag, meant in mapping.items()}
        new = {**mapping, **{tag: _local(target.tokens) for tag, target in found.items() if target is not None}}
        foreign = {
            tag: target for tag, target in found.items() if target is not None and target.file is not self._files.root
        }
        for tag, target in foreign.items():
            self._refer(new, tag, "schema", target)
        return {**value, "mapping": new} if foreign or new != mapping else value

    def _variant(self, meant: Any, place: Place) -> Place | None:
        """The schema that a mapping means by a reference, or in foreign files by a name in their `components`."""
        if not isinstance(meant, str):
            return None
        if "#" in meant or "/" in meant or meant.endswith(_FILE_ENDINGS):
            return self._target(meant, "schema", place)
        named = Place(place.file, ("components", "schemas", meant))
        return named if place.file is not self._files.root and named.exists() else None

    # Placing the foreign parts

    def _with_components(self, value: dict[str, Any]) -> dict[str, Any]:
        components = _mapping(value.get("components"))
        sections = {
            name: dict(_mapping(components.get(name))) for name in sorted({part.section for part in self._parts})
        }
        names = name_parts(self._parts, sections, self._adopted(sections))
        for part, name in sorted(names.items(), key=lambda item: (item[0].section, item[1])):
            sections[part.section][name] = self._parts[part]
            self.placed["components", part.section, name] = part.place
        for holder, key, part in self._unnamed:
            holder[key] = _local(("components", part.section, names[part]))
        return {**value, "components": {**components, **sections}}

    def _adopted(self, sections: dict[str, dict[str, Any]]) -> dict[Part, str]:
        """The foreign parts that are components already: in a section that was put in place, or by nothing but a reference."""
        adopted: dict[Part, str] = {}
        meant = {id(holder): part for holder, _, part in self._unnamed}
        for section, members in sections.items():
            source = self.inlined.get(Place(self._files.root, ("components", section)))
            for name, node in sorted(members.items()):
                place = source[0] / name if source and name not in source[1] else None
                part = Part(section, place) if place else None
                if part is None or part not in self._parts:
                    part = meant.get(id(node)) if isinstance(node, dict) and len(node) == 1 else None
                if part is not None and part.section == section:
                    adopted.setdefault(part, name)
        return adopted


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _local(tokens: Tokens) -> str:
    """The reference to the node of the bundle at `tokens`."""
    return "#" + join("", *tokens).replace("%", "%25")


def _owners(place: Place) -> Iterator[Place]:
    """The objects that cannot be known before the reference at `place` is: itself, and those it is an allOf member of."""
    yield place
    tokens = place.tokens
    while len(tokens) >= 2 and tokens[-2] == "allOf" and tokens[-1].isdecimal():
        tokens = tokens[:-2]
        yield Place(place.file, tokens)


def _problem(code: str, message: str, place: Place, hint: str | None = None) -> Diagnostic:
    pointer = join("", *place.tokens)
    return Diagnostic(code, message, Severity.ERROR, pointer, place.file.document.locate(pointer), hint)


def _problem_of_cycle(cycle: list[Place]) -> Diagnostic:
    way = " → ".join(str(place) for place in [*cycle, cycle[0]])
    hint = "a schema may contain itself in a property or an item, but nothing can be defined as itself"
    return _problem("reference-cycle", f"references lead in a circle: {way}", cycle[0], hint)


class _BundleOrigin:
    """Finds the nodes of a bundle in the files they came from."""

    def __init__(self, walk: _Walk, root: File) -> None:
        self._root = root
        self._placed = walk.placed
        self._inlined = walk.inlined

    def find(self, tokens: Tokens) -> Location | None:
        """The place of the node."""
        place = Place(self._root, ())
        for depth, token in enumerate(tokens, 1):
            beneath = self._beneath(place, token) / token
            place = self._placed.get(tokens[:depth], beneath)
        origin = place.file.document.origin
        return origin.find(place.tokens) if origin else None

    def _beneath(self, place: Place, token: str) -> Place:
        """The object that the member `token` comes from: the one at `place`, or what was put there."""
        while place in self._inlined:
            target, beside = self._inlined[place]
            if token in beside:
                break
            place = target
        return place
