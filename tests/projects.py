"""Small projects for the tests of the pipeline and the command line: settings, an archive, documents."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from generator.settings import Settings, load_settings
from generator.specs import archive

SETTINGS = """\
[tool.provgen]
package = "pets_client"
"""


def operation(name: str, **more: Any) -> dict[str, Any]:
    """A GET operation of the tag Pets that answers with a Pet."""
    answer = {"description": "A pet", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}
    problem = {
        "description": "A problem",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    return {"operationId": name, "tags": ["Pets"], "responses": {"200": answer, "default": problem}, **more}


def document(version: str = "1.0.0", **operations: str) -> dict[str, Any]:
    """An API of pets; `operations` adds GET operations by path segment."""
    pet = {
        "type": "object",
        "required": ["name"],
        "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
    }
    problem = {"type": "object", "properties": {"message": {"type": "string"}}}
    named = {"name": "petId", "in": "path", "required": True, "schema": {"type": "string"}}
    paths: dict[str, Any] = {"/pets/{petId}": {"get": operation("getPet", parameters=[named])}}
    paths |= {f"/{path}": {"get": operation(name)} for path, name in operations.items()}
    info = {"title": "Pets", "version": version, "description": "Pets."}
    servers = [{"url": "https://pets.example"}]
    return {
        "openapi": "3.1.0",
        "info": info,
        "servers": servers,
        "paths": paths,
        "components": {"schemas": {"Pet": pet, "Problem": problem}},
    }


def encoded(value: Any) -> bytes:
    """A document as the file that holds it."""
    return json.dumps(value, indent=1).encode()


def archived(folder: Path, value: Any) -> None:
    """Put a document into the archive of a project."""
    data = encoded(value)
    entry = archive.Entry(
        value["info"]["version"], "openapi.json", hashlib.sha256(data).hexdigest(), len(data), "rebuilt"
    )
    archive.store(folder / "spec", archive.read_lock(folder / "spec"), entry, data)


def project(folder: Path, *documents: Any, settings: str = SETTINGS) -> Settings:
    """A project in `folder` with these documents in its archive."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pyproject.toml").write_text(settings)
    for value in documents:
        archived(folder, value)
    return load_settings(folder / "pyproject.toml")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but for caches, by path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
