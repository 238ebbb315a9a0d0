from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime.models import Model, Nullable, OneOf, OpenStrEnum, Regex, Unknown


class Kind(OpenStrEnum):
    """\"\"\"
    import os\\N{BULLET}\\ '"{x}{{y}}#

"""

    A = '"""\nimport os\\N{BULLET}\\ \'"{x}{{y}}#\r\u2028\x00\x1b'
    B = '\\'
    C = "'"
    D = "\ud800"


class Hostile(Model):
    """\"\"\"
    import os\\N{BULLET}\\ '"{x}{{y}}#



    Example: `'\"\"\"\\nimport os\\\\N{BULLET}\\\\ \\'"{x}{{y}}#\\r\\u2028\\x00\\x1b'`"""
    first: Annotated[str | None, Field(alias='"""\nimport os\\N{BULLET}\\ \'"{x}{{y}}#\r\u2028\x00\x1b', pattern=Regex('(?s:.*?)(?:"""\nimport os\\N{BULLET}\\ \'"{x}{{y}}#\r\u2028\x00\x1b)'), examples=['"""\nimport os\\N{BULLET}\\ \'"{x}{{y}}#\r\u2028\x00\x1b'])] = '"""\nimport os\\N{BULLET}\\ \'"{x}{{y}}#\r\u2028\x00\x1b'
    """\"\"\"
    import os\\N{BULLET}\\ '"{x}{{y}}#



    Format: \"\"\"
    import os\\N{BULLET}\\ '"{x}{{y}}#

      ."""
    second: Annotated[Nullable[str], Field(alias='a"b', pattern='^\'\\"$')] = None
    """ends with " """
    kind: Kind | str | None = Kind.A


class Other(Model):
    first: Annotated[str | None, Field(alias='"""\nimport os\\N{BULLET}\\ \'"{x}{{y}}#\r\u2028\x00\x1b')] = None


One: TypeAlias = Annotated[Hostile | Other | Unknown, OneOf.tagged('"""\nimport os\\N{BULLET}\\ \'"{x}{{y}}#\r\u2028\x00\x1b', {'"""\nimport os\\N{BULLET}\\ \'"{x}{{y}}#\r\u2028\x00\x1b': Hostile, "'": Other})]
"""\"\"\"
import os\\N{BULLET}\\ '"{x}{{y}}#

"""
