"""What a platform does with a pipeline: checkouts, artifacts, variables.

The shell is taken out of the files that users copy, so it is theirs that is tested.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from abc import ABC, abstractmethod
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CI = Path(__file__).parents[2] / "templates" / "ci"
START = f'import sys; sys.path.insert(0, "{Path(__file__).parent}"); import fake; sys.exit(fake.main())'
"""How a fake starts: imported, so that it is compiled once."""
MAKE = """\
#!/bin/sh
test "$*" = .venv/ready && mkdir -p .venv/bin && ln -sf "$(dirname "$0")/provgen" .venv/bin/python
"""


@cache
def load(path: str) -> Any:
    """A pipeline file. `on` is no truth value to those who write workflows."""
    return {"on" if key is True else key: value for key, value in yaml.safe_load((CI / path).read_text()).items()}


class Failed(Exception):
    """A job has ended with an error; its words."""


class World:
    """A project at a vendor's hands: its repository, what is published, and what fakes know and were asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.origin = folder / "origin"
        self.state = folder / "state.json"
        self.jobs = 0
        self.bin = folder / "bin"
        self.bin.mkdir()
        (self.bin / "make").write_text(MAKE)
        for name in ("gh", "curl", "provgen"):
            (self.bin / name).write_text(f"#!/bin/sh\nexec '{sys.executable}' -I -S -c '{START}' {name} \"$@\"\n")
        for file in self.bin.iterdir():
            file.chmod(0o755)
        # Others in the path may be shims, which are slow.
        (self.bin / "python3").symlink_to(sys.executable)
        (folder / ".gitconfig").write_text("[maintenance]\nauto = false\n[gc]\nauto = 0\n[core]\nfsync = none\n")
        self.environment = {
            "PATH": f"{self.bin}:{os.environ['PATH']}",
            "HOME": str(folder),
            "FAKE_STATE": str(self.state),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
        }
        fresh = {"published": ["1.0.0", "first"], "rebuilt": False, "down": False}
        self.state.write_text(json.dumps({**fresh, "requests": [], "statuses": {}, "calls": []}))

    def begin(self) -> None:
        """Makes the repository, with the client of one document."""
        work = self.folder / "seed"
        (work / "templates/ci").mkdir(parents=True)
        shutil.copy(CI / "renewal.sh", work / "templates/ci")
        (work / ".gitignore").write_text(".venv/\n")
        (work / "generated").mkdir()
        (work / "spec").mkdir()
        (work / "spec/spec.lock").write_text('{"generated": null, "versions": {}}')
        self.git(work, "init", "--quiet", "--initial-branch=main")
        self.run(work, "make .venv/ready && .venv/bin/python -m generator fetch")
        self.run(work, ".venv/bin/python -m generator regenerate --to 1.0.0")
        self.commit(work, "Begin")
        self.git(self.folder, "clone", "--quiet", "--bare", str(work), str(self.origin))

    def known(self, key: str) -> Any:
        return json.loads(self.state.read_text())[key]

    def let(self, **values: Any) -> None:
        self.state.write_text(json.dumps({**json.loads(self.state.read_text()), **values}))

    def asked(self, name: str) -> list[list[str]]:
        """What a command was asked for."""
        return [arguments for called, *arguments in self.known("calls") if called == name]

    def git(self, where: Path, *arguments: str) -> str:
        return self.run(where, 'git "$@"', arguments=arguments).strip()

    def commit(self, where: Path, message: str) -> None:
        self.git(where, "add", "--all")
        self.git(where, "-c", "user.name=jo", "-c", "user.email=jo@example.org", "commit", "--quiet", "-m", message)

    def run(
        self, where: Path, script: str, variables: dict[str, str] | None = None, arguments: tuple[str, ...] = ()
    ) -> str:
        """What a script prints, run as both platforms run bash."""
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script, "bash", *arguments]
        environment = self.environment | (variables or {})
        ended = subprocess.run(
            command, cwd=where, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if ended.returncode:
            raise Failed(ended.stdout + ended.stderr)
        return ended.stdout

    def checkout(self, ref: str = "main") -> Path:
        """A new place with everything of the repository, as pipelines that want the whole history get it."""
        self.jobs += 1
        place = self.folder / f"job{self.jobs}"
        self.git(self.folder, "clone", "--quiet", "--branch", ref, str(self.origin), str(place))
        return place

    def branches(self) -> dict[str, str]:
        """The commit of each branch that the repository has but `main`."""
        listed = self.git(self.origin, "for-each-ref", "--format=%(refname:short) %(objectname)", "refs/heads")
        return {name: commit for name, commit in (line.split() for line in listed.splitlines()) if name != "main"}

    def push(self, branch: str, path: str, content: str) -> None:
        """Somebody commits a file to a branch."""
        work = self.checkout(branch)
        (work / path).write_text(content)
        self.commit(work, "By hand")
        self.git(work, "push", "--quiet", "origin", f"HEAD:{branch}")

    def files(self, commit: str) -> set[str]:
        """What a commit changes."""
        return set(self.git(self.origin, "show", "--format=", "--name-only", commit).split())


class Platform(ABC):
    """Runs the pipelines of one platform in a world."""

    environment: dict[str, str]
    request: str
    """The script that pushes and opens requests."""

    def __init__(self, world: World) -> None:
        self.world = world

    @abstractmethod
    def renew(self) -> None:
        """What the schedule starts. Raises `Failed`."""

    @abstractmethod
    def gate(self, branch: str) -> bool:
        """Whether the job passes that a person's push to a request starts."""

    @abstractmethod
    def status(self, branch: str) -> bool:
        """Whether the request's newest commit passes, after the schedule has pushed it."""


class GitHub(Platform):
    request = load("github/api-renewal.yml")["jobs"]["request"]["steps"][-1]["run"]
    environment = {
        "GITHUB_REPOSITORY": "acme/api",
        "GITHUB_REPOSITORY_OWNER": "acme",
        "GITHUB_REF_NAME": "main",
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_RUN_ID": "1",
    }

    def renew(self) -> None:
        contexts = {"github.token": "secret"}
        artifact = self.world.folder / "artifact"
        shutil.rmtree(artifact, ignore_errors=True)
        for name, job in load("github/api-renewal.yml")["jobs"].items():
            if not self._wanted(job, contexts):
                continue
            place = self.world.checkout()
            for step in job["steps"]:
                if self._wanted(step, contexts):
                    self._step(step, place, artifact, contexts)
            for output, value in job.get("outputs", {}).items():
                contexts[f"needs.{name}.outputs.{output}"] = self._filled(value, contexts)

    def _wanted(self, it: Any, contexts: dict[str, str]) -> bool:
        if "if" not in it:
            return True
        context, _, compared = it["if"].partition(" != ")
        assert compared == "''"
        return contexts.get(context, "") != ""

    def _filled(self, value: str, contexts: dict[str, str]) -> str:
        return re.sub(r"\$\{\{ (\S+) }}", lambda found: contexts.get(found[1], ""), value)

    def _step(self, step: Any, place: Path, artifact: Path, contexts: dict[str, str]) -> None:
        action = step.get("uses", "").partition("@")[0]
        if action == "actions/checkout":
            assert step["with"] == {"fetch-depth": 0, "persist-credentials": False}
        elif action == "actions/upload-artifact":
            shutil.copytree(place / step["with"]["path"], artifact)
        elif action == "actions/download-artifact":
            shutil.copytree(artifact, place / step["with"]["path"])
        else:
            outputs = place.with_suffix(".outputs")
            outputs.touch()
            variables = {key: self._filled(value, contexts) for key, value in step.get("env", {}).items()}
            self.world.run(place, step["run"], self.environment | variables | {"GITHUB_OUTPUT": str(outputs)})
            for line in outputs.read_text().splitlines():
                key, _, value = line.partition("=")
                contexts[f"steps.{step['id']}.outputs.{key}"] = value

    def gate(self, branch: str) -> bool:
        [job] = load("github/api-changes.yml")["jobs"].values()
        place = self.world.checkout()
        who = ("-c", "user.name=github", "-c", "user.email=github@example.org")
        self.world.git(place, *who, "merge", "--quiet", "--no-ff", f"origin/{branch}")
        try:
            self.world.run(place, job["steps"][-1]["run"], self.environment)
        except Failed:
            return False
        return True

    def status(self, branch: str) -> bool:
        # Without it, git has nothing to show when it pushes.
        assert self.world.asked("gh")[0] == ["auth", "setup-git"]
        context, state = self.world.known("statuses")[self.world.branches()[branch]]
        [job] = load("github/api-changes.yml")["jobs"]
        assert context == job
        assert state in ("success", "failure")
        return bool(state == "success")


class GitLab(Platform):
    request = "\n".join(load("gitlab/api-changes.yml")["api-request"]["script"])

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.environment = {
            "CI_PROJECT_URL": str(world.origin),
            "CI_API_V4_URL": "https://gitlab.example/api/v4",
            "CI_PROJECT_ID": "7",
            "CI_COMMIT_BRANCH": "main",
        }
        # `.git` is what an address of a repository ends with there.
        world.origin.with_suffix(".git").symlink_to(world.origin)

    def _job(self, name: str, place: Path, **variables: str) -> None:
        job = load("gitlab/api-changes.yml")[name]
        token = {"API_TOKEN": "secret"} if "environment" in job else {}
        self.world.run(place, "\n".join(job["script"]), self.environment | job["variables"] | token | variables)

    def renew(self) -> None:
        pipeline = load("gitlab/api-changes.yml")
        [kept] = pipeline["api-renew"]["artifacts"]["paths"]
        assert pipeline["api-request"]["needs"] == ["api-renew"]
        place = self.world.checkout()
        self._job("api-renew", place)
        following = self.world.checkout()
        if (place / kept).exists():
            shutil.copytree(place / kept, following / kept)
        self._job("api-request", following)

    def gate(self, branch: str) -> bool:
        place = self.world.checkout(branch)
        base = self.world.git(place, "merge-base", "HEAD", "origin/main")
        try:
            self._job("api-changes", place, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        except Failed:
            return False
        return True

    def status(self, branch: str) -> bool:
        # Pushes with a project's token start its pipelines.
        return self.gate(branch)
