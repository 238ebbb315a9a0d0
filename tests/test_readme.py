"""What the README shows runs, and what it lists is there."""

from __future__ import annotations

import re
from typing import Any

import pytest
import sinch_provisioning
from click.testing import CliRunner

from generator.cli import provgen
from tests.generated.examples import DOCUMENT
from tests.generated.vendor import KEY, serving
from tests.rendered import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_example_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """As printed, against the vendor on loopback; only the credentials and the addresses are filled in."""
    found = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert found is not None

    class Client(sinch_provisioning.Client):
        def __init__(self, **options: Any) -> None:
            assert options.keys() == {"project_id", "key_id", "key_secret"}
            auth = sinch_provisioning.ClientCredentials(*KEY, token_url=f"{vendor.url}/oauth2/token")
            super().__init__(project_id="p", base_url=vendor.url, auth=auth)

    shown = ("/v1/projects/{projectId}/webhooks", "/v1/projects/{projectId}/whatsapp/templates")
    with serving({"paths": {path: DOCUMENT.value["paths"][path] for path in shown}}) as vendor:
        monkeypatch.setattr(sinch_provisioning, "Client", Client)
        exec(compile(found.group(1), "README.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert "<WebhookWebhookTriggers." in printed[0]
    assert len(printed) > 2
    assert "404" in printed[-1]
    assert "not_found" in printed[-1]


def test_every_command_of_the_table_exists() -> None:
    commands = set(re.findall(r"^\| `provgen ([a-z]+)", README, re.MULTILINE))
    assert commands == set(provgen.commands)
    for command in commands:
        shown = CliRunner().invoke(provgen, [command, "--help"])
        assert (shown.exit_code, "Examples" in shown.output or command == "check") == (0, True)


def test_every_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z0-9-]+): ", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"^make ([a-z0-9-]+)  ", README, re.MULTILINE))
    assert {"regenerate", "test"} <= named <= targets
    assert targets - named == {"help"} | {target for target in targets if f"`{target}`" in README}


def test_every_setting_is_documented() -> None:
    from dataclasses import fields

    from generator.settings import ChangeSettings, ClientSettings, NameSettings, PagingSettings, WebhookSettings

    tables: dict[str, type] = {
        "names": NameSettings,
        "client": ClientSettings,
        "paging": PagingSettings,
        "webhooks": WebhookSettings,
    }
    tables |= {"changes": ChangeSettings}
    for prefix, kind in tables.items():
        for field in fields(kind):
            assert f"`{prefix}.{field.name}`" in README or field.name in ("package", *tables)
