"""One client for the whole shop; others import it from here."""

import os
from contextlib import contextmanager
from collections.abc import Iterator

from sinch_provisioning import Client, errors, models as m

NotFound = errors.NotFoundError


def make() -> Client:
    return Client(project_id=os.environ["PROJECT"], key_id="k", key_secret="s")


@contextmanager
def session() -> Iterator[Client]:
    with make() as client:
        yield client


Webhook = m.WebhookWebhookDto
