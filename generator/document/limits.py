"""Bounds on what a document may make us do. A hostile document meets them; the largest published ones do not come near."""

from __future__ import annotations

MAX_BYTES = 50_000_000
"""Size of a file, in bytes, and of a YAML document with its aliases written out, in characters."""

MAX_DEPTH = 200
"""Levels of mappings and lists inside each other. Later stages recurse a few Python frames per level."""

MAX_DIGITS = 4_000
"""Digits of a whole number; Python itself refuses to print more than 4,300."""

MAX_FILES = 10_000
"""Files that one document may reach by references."""

MAX_PARTS = 100_000
"""Schemas that judge one value, each counted as often as references put it in place. Trying a value takes time for each."""

MAX_NODES = 2_000_000
"""Objects of a bundled document, each counted as often as references put it in place."""
