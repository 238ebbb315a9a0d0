"""The command line: arguments in, one call into the pipeline, its outcome printed.

Results go to standard output; progress (on a terminal only), warnings and errors go to standard error. Exit codes:
0 done, 1 a problem or a difference, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

import click

from generator import interrupts
from generator.cli import archives, changes, copies, documents
from generator.cli.group import provgen
from generator.cli.telling import colorful, print_errors
from generator.diagnostics import Diagnostic, ProvgenError, in_order, render_text

__all__ = ["main", "provgen", "run"]

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""

COMMANDS = (documents, changes, copies, archives)
"""The modules that add their commands to `provgen`."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process."""
    from generator.workers import collect_rarely

    collect_rarely()
    signal.signal(signal.SIGTERM, _terminated)
    code = run(sys.argv[1:] if arguments is None else arguments)
    if code == INTERRUPTED:
        # An interrupt that went through `exec` of a library would make Python end itself by the signal instead.
        os._exit(code)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit code. Never raises, whatever happens."""
    debug = False
    try:
        with interrupts.remembered(), provgen.make_context("provgen", list(arguments)) as context:
            debug = bool(context.params.get("debug"))
            code = provgen.invoke(context)
            sys.stdout.flush()
            return int(code or 0)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except ProvgenError as problem:
        print_errors(render_text(in_order(problem.diagnostics), color=colorful(sys.stderr)))
        return 1
    except (KeyboardInterrupt, click.Abort):
        print_errors("provgen: interrupted; nothing is left half-done\n")
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_gone()
    except Exception as bug:
        return _internal_error(bug, debug)


# ── the ends that nobody wants ──────────────────────────────────────────────────────────────────────────────────────


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    # An orderly end: the staged copy is removed and helpers are stopped on the way out.
    raise SystemExit(128 + number)


def _reader_gone() -> int:
    # Whoever read our output has enough. Python must not try to flush the rest when it exits.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _internal_error(bug: Exception, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    reason = str(bug).strip().rpartition("\n")[2] or type(bug).__name__
    message = f"internal error: {type(bug).__name__}: {reason}"
    hint = None if debug else "this is a mistake of provgen; nothing was changed; `provgen --debug …` shows where"
    print_errors(render_text([Diagnostic("internal-error", message, hint=hint)], color=colorful(sys.stderr)))
    return 1
