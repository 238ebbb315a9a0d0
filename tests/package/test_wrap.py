"""Laying out: what black would do, and never a change of meaning."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.package.format import format_source
from generator.package.wrap import wrap

ROOT = Path(__file__).parents[2]
LONG = ", ".join(f"argument_{n}=value_{n}" for n in range(9))
NAMES = ", ".join(f"name_number_{n}" for n in range(12))
TYPED = ", ".join(f"argument_{n}: dict[str, int] | None = None" for n in range(6))

COVERED = {
    "short": "x = 1\n",
    "import": f"from somewhere import {NAMES}\n",
    "call": f"result = function({LONG})\n",
    "call-all-on-the-next-line": f"result_of_the_function = some_module.function_with_a_long_name({NAMES[:58]}, {'x' * 20})\n",
    "return": f"def f():\n    return self._call({LONG})\n",
    "await": f"async def f():\n    return await self._call({LONG})\n",
    "definition": f"def f(self, {TYPED}) -> dict[str, int]: ...\n",
    "async-definition": f"async def f(self, *, {TYPED}, **options: Any) -> None:\n    pass\n",
    "definition-of-one": f"def f{'f' * 60}(body: bytes | str | Mapping[str, Any]) -> {'R' * 40}:\n    pass\n",
    "tuple": f"x = ({NAMES})\n",
    "list": f"x = [{NAMES}]\n",
    "dict": f"x = {{{', '.join(f'{n!r}: {n}' for n in range(1000, 1030))}}}\n".replace("'", '"'),
    "nested": f"x = f(\n    parameters=(path({NAMES[:70]}), path({NAMES[:70]})),\n)\n",
    "annotated": f"_NAME: Event[Something] = Event({LONG})\n",
    "field": f"class A:\n    a_field_with_quite_a_name: Annotated[SomeTypeWithALongName | str | None, Field(alias='{'a' * 40}')]\n".replace(
        "'", '"'
    ),
    "field-with-value": f"class A:\n    a: Annotated[SomeTypeWithALongName | str | None, Field(alias='{'a' * 60}')] = {'V' * 30}\n".replace(
        "'", '"'
    ),
    "field-with-late-value": f"class A:\n    a: Annotated[SomeTypeWithALongName | str | None, Field(alias='{'a' * 48}')] = None\n".replace(
        "'", '"'
    ),
    "field-of-many": f"class A:\n    a: Annotated[str, Field(alias='{'a' * 60}', description='{'d' * 60}')] = 'text, ('\n".replace(
        "'", '"'
    ),
    "assignment": f"class A:\n    {'N' * 60} = '{'v' * 60}'\n".replace("'", '"'),
    "assignment-of-one-too-long": f"class A:\n    {'N' * 60} = '{'v' * 160}'\n".replace("'", '"'),
    "assignment-with-type": f"class A:\n    name: {'T' * 50} | str | None = {'T' * 50}.VALUE\n",
    "annotation": f"class A:\n    {'n' * 60}: {'T' * 60} | None = None\n",
    "annotation-of-parameter": f"def f(\n    {'n' * 60}: Sequence[{'T' * 30} | {'U' * 20}] | None = UNSET,\n): ...\n",
    "annotation-in-brackets": f"def f(\n    {'n' * 60}: dict[{'T' * 30}, {'U' * 30} | None] = UNSET,\n): ...\n",
    "typed-call": f"_{'N' * 60}: Operation[{'T' * 60}] = Operation(\n    1,\n)\n",
    "typed-call-of-several": f"_{'N' * 60}: Operation[{'T' * 50} | bytes] = Operation(\n    1,\n)\n",
    "typed-call-in-brackets": f"_{'N' * 50}: Operation[{'T' * 50}] = Operation(\n    {'a' * 80}({'b' * 20}, {'c' * 10}),\n    2,\n)\nx = (1, 2)\n",
    "literal-of-parameter": f"def f(\n    accept: Literal[{NAMES}],\n    b: Literal[{NAMES[:50]}, {'x' * 50}],\n): ...\n",
    "literal-with-value": f"def f(\n    accept: Literal[{NAMES}] = UNSET,\n): ...\n",
    "import-of-types": f"if TYPE_CHECKING:\n    from somewhere import {NAMES}\n",
    "union": f"X: TypeAlias = Annotated[\n    {' | '.join(f'TheNameOfVariant{n}' for n in range(9))},\n    OneOf(1),\n]\n",
    "subscript": f"x: Union[{NAMES}] = None\n",
    "strings": "x = f(" + ", ".join(f'"({n}, [{{"' for n in range(20)) + ")\n",
    "docstrings": '"""Module."""\nx = 1\n\n\nclass A:\n    """Class."""\n    x = 1\n\n    def f(self):\n        """Method."""\n        return 1\n',
    "end": "x = 1\n\n\n",
}


@pytest.mark.parametrize("name", COVERED)
def test_black_finds_nothing_to_do(name: str) -> None:
    source = COVERED[name]
    laid_out = wrap(source, 120)
    assert format_source("a.py", laid_out.encode()).decode() == laid_out
    assert format_source("a.py", source.encode()).decode() == laid_out


LEFT = {
    "operators": f"x = {' + '.join(f'summand_{n}' for n in range(20))}\n",
    "chain": f"x = function({NAMES[:50]}).method({NAMES[:50]}).other({NAMES[:50]})\n",
    "comment": f"x = function({NAMES}, {NAMES})  # a comment ( [\n",
    "string": f'x = "{"word (, " * 30}"\n',
    "docstring": f'def f():\n    """\n    from x import {NAMES}\n    call({LONG})\n    """\n',
    "string-of-lines": f"x = '''\nclass A:\n    \"\"\"B\"\"\"\n    def f({TYPED}): ...\n'''\n",
    "condition": f"if {' and '.join(f'condition_{n}' for n in range(12))}:\n    pass\n",
    "typed-call-that-goes-on": f"_{'N' * 50}: Operation[{'T' * 50}] = Operation(\n    1,\n).other()\n)\n",
    "unbalanced": "x = f(" + "a" * 130 + "\n)\n",
    "not-python": "x = ((((( )" + "," * 130 + "\n",
}


@pytest.mark.parametrize("name", LEFT)
def test_what_is_not_simple_is_left_to_black(name: str) -> None:
    assert wrap(LEFT[name], 120) == LEFT[name]


SOURCES = sorted(path for folder in ("generator", "templates") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("width", [30, 90])
def test_the_meaning_of_real_code_does_not_change(width: int) -> None:
    assert len(SOURCES) > 100
    for path in SOURCES:
        source = path.read_text()
        assert ast.dump(ast.parse(wrap(source, width))) == ast.dump(ast.parse(source)), path


@given(
    st.lists(
        st.sampled_from(
            [
                "x",
                " = ",
                "f(",
                ")",
                "[",
                "]",
                "{",
                "}",
                ", ",
                ": ",
                '"""',
                "'''",
                '"',
                "'",
                "\n",
                "    ",
                "#",
                "\\",
                "def ",
                "class ",
                "return ",
            ]
        ),
        max_size=60,
    ),
    st.text("abc (,)[]\"'\\\n#", max_size=30),
)
def test_the_meaning_never_changes(pieces: list[str], text: str) -> None:
    source = f"x = {text!r}\n" + "".join(pieces) + "\n"
    try:
        before = ast.dump(ast.parse(source))
    except (SyntaxError, ValueError):
        return
    assert ast.dump(ast.parse(wrap(source, 10))) == before
