"""What git would leave out of a commit: a rule such as `models/` in a repository makes a copy incomplete for everybody else."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Severity
from generator.vendoring.places import Target

_SHOWN = 5


def ignored(target: Target, paths: Iterable[str]) -> list[Diagnostic]:
    """A warning if git ignores files of a copy; nothing where there is no git, or no repository of it."""
    command = ["git", "-C", str(target.repository), "check-ignore", "--stdin", "-z"]
    names = "\0".join(f"{target.path}/{path}" for path in paths)
    try:
        done = subprocess.run(command, input=names, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    found = [name for name in done.stdout.split("\0") if name] if done.returncode == 0 else []
    if not found:
        return []
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    message = f"git ignores files of the copy, which will be missing in commits: {', '.join(found[:_SHOWN])}{more}"
    hint = f"`git add --force {target.path}`, or change the rule that `git check-ignore --verbose FILE` shows"
    return [Diagnostic("ignored-files", message, Severity.WARNING, hint=hint)]
