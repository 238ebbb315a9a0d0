"""Documents for the bench, made from an archived one."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

from generator.document.load import read

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def load(path: Path) -> dict[str, Any]:
    """A document that may be changed."""
    value: dict[str, Any] = copy.deepcopy(read(path).value)
    return value


def store(value: dict[str, Any], path: Path) -> Path:
    """Write a document as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")
    return path


def edited(value: dict[str, Any]) -> dict[str, Any]:
    """The document with one operation edited: another summary, and one parameter more."""
    changed = copy.deepcopy(value)
    operations = [item[method] for _, item in sorted(changed["paths"].items()) for method in item if method in METHODS]
    operations[0]["summary"] = "Edited"
    added = {"name": "edited", "in": "query", "description": "New.", "schema": {"type": "string"}}
    operations[0].setdefault("parameters", []).append(added)
    return changed


def multiplied(value: dict[str, Any], times: int) -> dict[str, Any]:
    """A document of so many times the operations, tags and components."""
    result = copy.deepcopy(value)
    for number in range(2, times + 1):
        again = _renamed(value, f"Copy{number}")
        result["paths"] |= {f"/copy{number}{path}": item for path, item in again["paths"].items()}
        result["tags"] = result.get("tags", []) + again.get("tags", [])
        for section, entries in again.get("components", {}).items():
            if section != "securitySchemes":
                result["components"][section] |= entries
    return result


def _renamed(value: dict[str, Any], mark: str) -> dict[str, Any]:
    text = json.dumps(value)
    text = re.sub(r'("#/components/(?!securitySchemes)[A-Za-z]+/)', rf"\1{mark}", text)
    copied: dict[str, Any] = json.loads(text)
    for section, entries in copied.get("components", {}).items():
        if section != "securitySchemes":
            copied["components"][section] = {f"{mark}{name}": entry for name, entry in entries.items()}
    for tag in copied.get("tags", []):
        tag["name"] = f"{mark} {tag['name']}"
    for item in copied["paths"].values():
        for method in METHODS & item.keys():
            item[method]["operationId"] = f"{item[method].get('operationId', '')}{mark}"
            item[method]["tags"] = [f"{mark} {tag}" for tag in item[method].get("tags", [])]
    return copied
