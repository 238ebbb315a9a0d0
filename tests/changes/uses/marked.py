"""Code that says by comments what is to be found in it.

`#: W.get_webhook call, Hook.id field` lists the uses of a line, `#? a reason` what is not followed there. Symbols may begin
with one of `SHORT`.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from generator.changes.uses.findings import Uses

SHORT = {
    "W": "resources.webhooks.WebhooksResource",
    "B": "resources.bundles.BundlesResource",
    "T": "resources.whatsapp_templates.WhatsappTemplatesResource",
    "S": "resources.whatsapp_senders.WhatsappSendersResource",
    "K": "resources.kakaotalk_senders.KakaotalkSendersResource",
    "Hook": "models.WebhookWebhookDto",
    "HookInput": "models.WebhookWebhookInputDto",
    "HookList": "models.WebhookWebhookListDto",
    "Triggers": "models.WebhookWebhookTriggers",
    "Bundle": "models.BundlesBundlesDto",
}

Found = Counter[tuple[str, int, str, str]]
"""File, line, symbol or "unfollowed", how or why."""


def expected(name: str, text: str) -> Found:
    """What the comments of a file say."""
    found: Found = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        comment = re.search(r"  #: (.*?)(?:  #|$)", line)
        for use in comment[1].split(", ") if comment else ():
            symbol, how = use.split(" ")
            head, dot, tail = symbol.partition(".")
            found[name, number, SHORT.get(head, head) + dot + tail, how] += 1
        reason = re.search(r"  #\? (.*)$", line)
        for why in reason[1].split(" / ") if reason else ():
            found[name, number, "unfollowed", why] += 1
    return found


def expected_below(root: Path) -> Found:
    """What the comments of all files below a folder say."""
    found: Found = Counter()
    for path in sorted(root.rglob("*.py")):
        found += expected(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    return found


def got(uses: Uses) -> Found:
    """What a search has found, for comparison."""
    found: Found = Counter((it.file, it.line, it.symbol, it.how) for it in uses.uses)
    return found + Counter((it.file, it.line, "unfollowed", it.reason) for it in uses.unfollowed)


def difference(wanted: Found, found: Found) -> str:
    """What is missing and what is too much, line by line."""
    lines = [f"missing {'  '.join(map(str, it))}" for it in sorted((wanted - found).elements())]
    return "\n".join(lines + [f"extra   {'  '.join(map(str, it))}" for it in sorted((found - wanted).elements())])
