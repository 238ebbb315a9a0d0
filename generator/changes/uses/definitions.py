"""Functions and classes where they are defined: what their decorators, annotations, defaults and bases say."""

from __future__ import annotations

import ast

from generator.changes.uses.annotations import annotated
from generator.changes.uses.classes import inherit
from generator.changes.uses.containers import carried
from generator.changes.uses.frames import Frame
from generator.changes.uses.functions import FIXTURE, marks_of, returned
from generator.changes.uses.scopes import FunctionNode, Unit, parameters
from generator.changes.uses.values import NOTHING, ClassType, Function, Instance, just


def define_function(frame: Frame, node: FunctionNode) -> None:
    """Binds the name of a function and learns what is known of it before it is called."""
    unit = frame.module.scopes.by_node[node]
    marks: frozenset[str] = frozenset()
    for it in node.decorator_list:
        frame.value(it)
        marks |= marks_of(frame.value(it.func if isinstance(it, ast.Call) else it))
        marks |= {"property"} if isinstance(it, ast.Attribute) and it.attr in ("setter", "deleter") else set()
    function = Function(unit, marks)
    if frame.module.relevant:  # a module without the client has no types of it
        _signature(frame, node, unit)
    _receiver(frame, node, function)
    known = frame.state.names.get(node.name, NOTHING)
    overloads = frozenset(it for it in known if isinstance(it, Function) and "overload" in it.marks)
    frame.bind(node.name, overloads | {function})
    what = carried(frame, returned(frame, function)) if FIXTURE in marks else ""
    if what:
        frame.lose(frame.place(node), f"{what} from a fixture is only followed where parameters are annotated")


def _signature(frame: Frame, node: FunctionNode, unit: Unit) -> None:
    facts = frame.world.facts
    for it in parameters(node):
        facts.add(("parameter", unit, it.arg), annotated(frame, it.annotation))
    positional = [*node.args.posonlyargs, *node.args.args]
    for it, default in zip(reversed(positional), reversed(node.args.defaults)):
        facts.add(("parameter", unit, it.arg), frame.value(default))
    for it, default_ in zip(node.args.kwonlyargs, node.args.kw_defaults):
        facts.add(("parameter", unit, it.arg), frame.value(default_))
    facts.add(("annotated", unit, ""), annotated(frame, node.returns))


def _receiver(frame: Frame, node: FunctionNode, function: Function) -> None:
    """What the first parameter of a method holds."""
    positional = [*node.args.posonlyargs, *node.args.args]
    if frame.owner is None or not frame.body or not positional or "static" in function.marks:
        return
    of_class = "class" in function.marks or node.name in ("__new__", "__init_subclass__", "__class_getitem__")
    held = ClassType(frame.owner) if of_class else Instance(frame.owner)
    frame.world.facts.add(("parameter", function.unit, positional[0].arg), just(held))


def define_class(frame: Frame, node: ast.ClassDef) -> None:
    """Binds the name of a class, learns its bases, and follows its body."""
    scope = frame.module.scopes.classes[node]
    for decorator in node.decorator_list:
        frame.value(decorator)
    inherit(frame, scope, NOTHING.union(*(frame.value(it) for it in node.bases)))
    for keyword in node.keywords:
        frame.value(keyword.value)
    frame.bind(node.name, just(ClassType(scope)))
    Frame(frame.world, frame.unit, frame.module, owner=scope, body=True, around=frame).run(node.body)
