"""Where our customers' events go."""

from __future__ import annotations

from acme._vendor import sinch_provisioning as sp
from acme.payloads import webhook_body
from acme.shapes import QUIET, MaybeWebhook, Trigger, Webhook  #: Hook import, Triggers import, Hook import
from acme.sinch import is_gone

from .base import Service, log


class WebhookService(Service["Webhook"]):
    """Finds, makes and removes webhooks."""

    def find(self, target: str) -> MaybeWebhook:  #: Hook annotation
        for webhook in self.hooks.list_webhooks(page_size=15):  #: W.list_webhooks call, W.list_webhooks(page_size) argument
            if webhook.target == target:  #: Hook.target field
                return webhook
        return None

    def ensure(self, target: str, secret: str) -> Webhook:  #: Hook annotation
        if (known := self.find(target)) is not None and Trigger.ALL in known.triggers:  #: Triggers reference, Triggers.ALL member, Hook.triggers field
            return known
        try:
            return self.hooks.create_webhook(webhook_body(target, secret))  #: W.create_webhook call, W.create_webhook(body) argument
        except sp.errors.ConflictError as problem:  #: errors.ConflictError except
            log.warning("%s: %s", target, problem)
            raise

    def silence(self, webhook_id: str, **changes) -> list[str]:
        webhook = self.client.webhooks.get_webhook(webhook_id)  #: W resource, W.get_webhook call, W.get_webhook(webhook_id) argument
        left = [it for it in webhook.triggers if it not in QUIET]  #: Hook.triggers field
        self.hooks.update_webhook(webhook.id, triggers=left, **changes)  #: W.update_webhook call, W.update_webhook(webhook_id) argument, Hook.id field, W.update_webhook(triggers) argument  #? keyword arguments that are only known at run time
        return [str(it) for it in left]

    def remove(self, *webhook_ids: str) -> None:
        delete = self.hooks.delete_webhook  #: W.delete_webhook reference
        for it in webhook_ids:
            try:
                delete(it)  #: W.delete_webhook call, W.delete_webhook(webhook_id) argument
            except sp.errors.APIStatusError as problem:  #: errors.APIStatusError except
                if not is_gone(problem):
                    raise

    def report(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        self.each(self.hooks.list_webhooks(), lambda it: counts.update({it.target: len(it.triggers)}))  #: W.list_webhooks call, Hook.target field, Hook.triggers field
        return counts
