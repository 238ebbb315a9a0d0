from unittest.mock import patch

from acme import Client  #: Client import
from acme._vendor.sinch_provisioning import models, testing
from acme.services import WebhookService


def test_ensure(api: testing.MockApi, client: Client):  #: Client annotation
    api.webhooks.list_webhooks.pages([testing.make(models.WebhookWebhookDto, target="x", triggers=["ALL"])])  #: W resource, W.list_webhooks reference, Hook reference, Hook.target field, Hook.triggers field, Triggers.ALL member
    found = WebhookService(client).ensure("x", "secret")
    assert found.target == "x" and not api.webhooks.create_webhook.called  #: Hook.target field, W resource, W.create_webhook reference


def test_unannotated(client):
    assert client.webhooks


@patch("acme._vendor.sinch_provisioning.client.Client")  #: Client reference
def test_patched(fake):
    fake.return_value.webhooks.get_webhook.return_value = None
