from .models.webhooks import WebhookWebhookDto


class Client:
    def first(self) -> WebhookWebhookDto: ...
