"""The pipeline files that users copy: their form by the schemas and linters of others, their shell by running it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import provgen
from tests.ci.platforms import CI, Failed, GitHub, GitLab, Platform, World, load
from tests.projects import document, encoded, project

GITHUB = sorted(CI.glob("github/*.yml"))
GITLAB = sorted(CI.glob("gitlab/*.yml"))
RENEWAL = CI / "renewal.sh"
TOOLS = Path(sys.executable).parent

SCHEMA = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
GITHUB_SCHEMA = [*SCHEMA, "vendor.github-workflows"]
GITLAB_SCHEMA = [*SCHEMA, "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
ZIZMOR = [str(TOOLS / "zizmor"), "--offline", "--no-config", "--quiet"]
SHELLCHECK = [str(TOOLS / "shellcheck"), "--norc", "--shell=bash"]


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as it is before anything happens."""
    world = World(tmp_path_factory.mktemp("seed"))
    world.begin()
    return world.origin


@pytest.fixture
def world(tmp_path: Path, origin: Path) -> World:
    result = World(tmp_path)
    shutil.copytree(origin, result.origin)
    return result


@pytest.fixture(params=[GitHub, GitLab])
def platform(request: pytest.FixtureRequest, world: World) -> Platform:
    kind: type[Platform] = request.param
    return kind(world)


# ── form ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def accepts(command: list[str], *files: Path) -> bool:
    ended = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    print(ended.stdout, ended.stderr)
    return ended.returncode == 0


@pytest.mark.parametrize(
    ("command", "files", "right", "wrong"),
    [
        (GITHUB_SCHEMA, GITHUB, "timeout-minutes:", "timeout-minute:"),
        (GITLAB_SCHEMA, GITLAB, "rules:", "rule:"),
        (ZIZMOR, GITHUB, r"@[0-9a-f]{40} # (\S+)", r"@\1"),
        (ZIZMOR, GITHUB, "persist-credentials: false", "fetch-tags: true"),
        (SHELLCHECK, [RENEWAL], r'-- "\$\{@:2\}"', "-- ${@:2}"),
    ],
    ids=["github-schema", "gitlab-schema", "zizmor-pins", "zizmor-credentials", "shellcheck"],
)
def test_others_accept_the_files_but_not_a_mistake_in_them(
    command: list[str], files: list[Path], right: str, wrong: str, tmp_path: Path
) -> None:
    assert len(files) > 0
    assert accepts(command, *files)
    # Where zizmor looks at a file for what it is.
    spoiled = tmp_path / ".github/workflows" / files[0].name
    spoiled.parent.mkdir(parents=True)
    text, count = re.subn(right, wrong, files[0].read_text())
    assert count
    spoiled.write_text(text)
    assert not accepts(command, spoiled)


def scripts() -> dict[str, str]:
    """Every script in the files, by the names of file and job."""
    found = {}
    for path in GITHUB:
        for name, job in load(f"github/{path.name}")["jobs"].items():
            for number, step in enumerate(job["steps"]):
                if "run" in step:
                    found[f"github/{path.name}:{name}:{number}"] = step["run"]
    for path in GITLAB:
        for name, job in load(f"gitlab/{path.name}").items():
            found[f"gitlab/{path.name}:{name}"] = "\n".join(job["script"])
    return found


def test_shellcheck_accepts_each_script(tmp_path: Path) -> None:
    files = []
    for number, script in enumerate(scripts().values()):
        files.append(tmp_path / f"{number}.sh")
        files[-1].write_text(script)
    assert len(files) > 6
    # What the one credential helper quotes is for another shell.
    assert accepts([*SHELLCHECK, "--exclude=SC2016"], *files)


def test_nothing_is_written_into_a_script_but_by_the_shell() -> None:
    # What somebody else chose (a branch, a title, a version) comes in variables and files.
    for name, script in scripts().items():
        assert "${{" not in script, name
        assert "eval" not in script, name


def test_every_job_has_an_end() -> None:
    for path in GITHUB:
        for name, job in load(f"github/{path.name}")["jobs"].items():
            assert 0 < job["timeout-minutes"] <= 30, name
    for path in GITLAB:
        for name, job in load(f"gitlab/{path.name}").items():
            assert re.fullmatch("([1-9]|[12][0-9]|30) minutes", job["timeout"]), name


def test_what_reads_the_document_can_write_nothing() -> None:
    workflow = load("github/api-renewal.yml")
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        runs = [step["run"] for step in job["steps"] if "run" in step]
        reads = any("renewal.sh" in run for run in runs)
        assert reads is (name == "renew")
        assert reads is (job["permissions"] == {"contents": "read"})
        assert reads is not any("token" in str(step.get("env")) for step in job["steps"])
    for name, job in load("gitlab/api-changes.yml").items():
        reads = any("renewal.sh" in line for line in job["script"])
        assert reads is (name != "api-request")
        assert reads is not ("environment" in job)
        assert reads is not ("API_TOKEN" in str(job["script"]))


# ── renewal, on both platforms ──────────────────────────────────────────────────────────────────────────────────────


def test_nothing_new_is_no_request(platform: Platform, world: World) -> None:
    platform.renew()
    assert world.branches() == {}
    assert world.asked("gh") == world.asked("curl") == []


def test_a_new_document_is_two_commits_and_one_request(platform: Platform, world: World) -> None:
    # The first time, the platform fails between the branch and the request; the second time makes up for it.
    world.let(published=["1.1.0", "second"], down=True)
    with pytest.raises(Failed, match="503"):
        platform.renew()
    assert set(world.branches()) == {"api/1.1.0"}
    assert world.known("requests") == []
    tip = world.branches()["api/1.1.0"]
    world.let(down=False)
    platform.renew()
    assert world.branches() == {"api/1.1.0": tip}
    assert world.git(world.origin, "log", "--format=%s", f"main..{tip}").splitlines() == [
        "Regenerate from document 1.1.0",
        "Archive document 1.1.0",
    ]
    assert world.files(f"{tip}^") == {"spec/1.1.0/openapi.yaml", "spec/spec.lock"}
    assert world.files(tip) == {"generated/client.py", "spec/spec.lock"}
    body = "markdown: 1.0.0 → 1.1.0: first → second `$(touch x)`\n"
    request = {"number": 1, "state": "open", "title": "API 1.1.0", "head": "api/1.1.0", "base": "main", "body": body}
    assert world.known("requests") == [request]
    assert platform.status("api/1.1.0")
    assert not list(world.folder.glob("**/x"))


def test_an_open_request_is_left_alone_or_renewed_and_a_closed_one_stays_closed(
    platform: Platform, world: World
) -> None:
    world.let(published=["1.1.0", "second"])
    platform.renew()
    [request] = world.known("requests")
    tip = world.branches()["api/1.1.0"]

    # Somebody has closed it: the next day changes nothing.
    closed = {**request, "state": "closed", "body": "edited"}
    world.let(requests=[closed], statuses={})
    platform.renew()
    assert (world.branches(), world.known("requests"), world.known("statuses")) == ({"api/1.1.0": tip}, [closed], {})

    # While it is open, the vendor publishes the version once more: the same request tells of all that it brings.
    world.let(published=["1.1.0", "{third}"], requests=[request])
    platform.renew()
    [(branch, renewal)] = world.branches().items()
    assert (branch, world.git(world.origin, "merge-base", tip, renewal)) == ("api/1.1.0", tip)
    assert world.git(world.origin, "ls-tree", "--name-only", renewal, "spec/1.1.0/") == "spec/1.1.0/openapi.yaml"
    [renewed] = world.known("requests")
    assert re.fullmatch(r"markdown: 1\.0\.0 → 1\.1\.0\+[0-9a-f]{8}: first → \{third\} .*\n", renewed["body"])
    assert renewed == {**request, "body": renewed["body"]}
    assert platform.status("api/1.1.0")


def test_a_break_is_red_until_somebody_approves_it(platform: Platform, world: World) -> None:
    world.let(published=["2.0.0", "breaking"])
    platform.renew()
    assert len(world.known("requests")) == 1
    assert not platform.status("api/2.0.0")
    assert not platform.gate("api/2.0.0")
    world.push("api/2.0.0", "spec/approvals.toml", "approved")
    assert platform.gate("api/2.0.0")
    # The next day keeps the approval, and the request as it is.
    approved = world.branches()
    edited = [{**it, "body": "edited"} for it in world.known("requests")]
    world.let(requests=edited)
    platform.renew()
    assert (world.branches(), world.known("requests")) == (approved, edited)


def test_no_branch_is_pushed_but_one_of_its_own(platform: Platform, world: World) -> None:
    # As if the job before, which has read the document, had been taken over.
    place = world.checkout()
    before = world.git(place, "rev-parse", "main")
    (place / "evil").write_text("")
    world.commit(place, "Evil")
    (place / "renewal").mkdir()
    (place / "renewal/branch").write_text("main\n")
    world.git(place, "bundle", "create", "--quiet", "renewal/commits.bundle", "HEAD")
    variables = {"BRANCH": "main", "GH_TOKEN": "secret", "API_TOKEN": "secret"}
    with pytest.raises(Failed):
        world.run(place, platform.request, platform.environment | variables)
    assert world.git(world.origin, "rev-parse", "main") == before


def test_a_request_without_a_new_document_passes_and_installs_nothing(platform: Platform, world: World) -> None:
    world.git(world.origin, "branch", "docs", "main")
    world.push("docs", "README.md", "breaking")
    assert platform.gate("docs")
    assert world.asked("provgen") == []
    assert not list(world.folder.glob("job*/.venv"))


# ── what the platforms share ────────────────────────────────────────────────────────────────────────────────────────


def propose(world: World) -> Path:
    """The place where `renewal.sh propose` ran; what it leaves is in `renewal`."""
    place = world.checkout()
    world.run(place, "bash templates/ci/renewal.sh propose renewal")
    return place


def test_an_address_that_cannot_be_reached_is_a_failure(world: World) -> None:
    world.let(published=None)
    with pytest.raises(Failed, match="nobody answers") as told:
        propose(world)
    assert "refused" not in str(told.value)
    assert not list(world.folder.glob("job*/renewal"))


def test_a_document_without_a_client_is_a_failure(world: World) -> None:
    world.let(published=["1.1.0", "invalid"])
    with pytest.raises(Failed, match="error"):
        propose(world)
    assert not list(world.folder.glob("job*/renewal"))


VERSIONS = [
    "1; touch x",
    "$(touch x)",
    "`touch x`",
    "-rf",
    "../../x",
    "1..2",
    "1.lock",
    "1.",
    "",
    "1 2",
    "ä",
    "1" * 65,
    "x\ny",
]


def test_a_version_that_is_more_than_a_name_is_refused(world: World) -> None:
    # The toolchain refuses them as well; here it lets them through.
    fake = world.bin / "provgen"
    fake.write_text(fake.read_text().replace('"$@"', '"$@" | sed "s,/: new,: new,"'))
    place = world.checkout()
    for number, version in enumerate(VERSIONS):
        world.let(published=[f"{version}/", str(number)])
        with pytest.raises(Failed, match="is not fit for a version"):
            world.run(place, "bash templates/ci/renewal.sh propose renewal")
    assert not list(world.folder.glob("**/renewal"))
    assert not list(world.folder.glob("**/x"))


def test_the_published_document_in_the_place_of_a_rebuilt_one_is_compared_with_it(world: World) -> None:
    world.let(published=["1.0.0", "breaking"], rebuilt=True)
    place = propose(world)
    assert (place / "renewal/branch").read_text() == "api/1.0.0\n"
    assert (place / "renewal/gate").read_text() == "failure\n"
    report = (place / "renewal/body.md").read_text()
    assert report.startswith("markdown: before/spec/1.0.0/openapi.yaml → 1.0.0: first → breaking")


def test_the_branch_that_was_checked_out_stays_where_it_was(world: World) -> None:
    world.let(published=["1.1.0", "second"])
    place = propose(world)
    assert world.git(place, "rev-parse", "main") == world.git(world.origin, "rev-parse", "main")


def test_the_real_toolchain_answers_as_the_script_reads_it(tmp_path: Path) -> None:
    project(tmp_path, document("1.0.0"))
    published = tmp_path / "published.json"
    for value in (document("1.1.0"), document("1.1.0", cats="listCats")):
        published.write_bytes(encoded(value))
        config = str(tmp_path / "pyproject.toml")
        answer = CliRunner().invoke(provgen, ["fetch", "--url", str(published), "--config", config]).stdout
        assert (tmp_path / "spec" / answer.partition(":")[0] / "openapi.json").read_bytes() == encoded(value)


def test_the_token_goes_to_git_and_into_no_command_line(world: World) -> None:
    found = re.search(r"credential\.helper='(.*)' \\\n", GitLab.request)
    assert found is not None
    asked = 'printf "protocol=https\\nhost=x\\n" | git -c credential.helper= -c "credential.helper=$1" credential fill'
    answer = world.run(world.folder, asked, {"API_TOKEN": "a $ecret"}, (found[1],))
    assert "password=a $ecret\n" in answer


# ── the repository of a user ────────────────────────────────────────────────────────────────────────────────────────

VERIFY = [script for name, script in scripts().items() if "vendored-client" in name]
VERIFIER = """\
import pathlib, sys
same = pathlib.Path(sys.argv[0]).with_name("client.py").read_text() == "as vendored"
print(sys.argv[0], same)
sys.exit(not same)
"""


def vendored(folder: Path) -> Path:
    manifest = (CI.parents[1] / "generated").glob("*/MANIFEST.json")
    folder.mkdir(parents=True)
    (folder / "MANIFEST.json").write_bytes(next(manifest).read_bytes())
    (folder / "verify.py").write_text(VERIFIER)
    (folder / "client.py").write_text("as vendored")
    return folder


def test_both_platforms_verify_by_the_same_words() -> None:
    assert len(VERIFY) == 2
    assert VERIFY[0] == VERIFY[1]


def test_every_vendored_copy_is_verified(world: World) -> None:
    place = world.folder / "shop"
    copies = [vendored(place / name) for name in ("src/acme/_vendor/api", "tools/one more\nplace")]
    (place / "extension").mkdir()
    (place / "extension/MANIFEST.json").write_text('{"name": "of something else"}')
    printed = world.run(place, VERIFY[0])
    assert printed.count("verify.py True") == 2
    for copy in copies:
        for name, content in (("client.py", "edited"), ("verify.py", None)):
            kept = (copy / name).read_text()
            (copy / name).unlink() if content is None else (copy / name).write_text(content)
            with pytest.raises(Failed, match="one is not what was vendored"):
                world.run(place, VERIFY[0])
            (copy / name).write_text(kept)


def test_no_vendored_copy_is_a_failure(world: World) -> None:
    place = world.folder / "shop"
    place.mkdir()
    with pytest.raises(Failed, match="there is no vendored client"):
        world.run(place, VERIFY[0])
