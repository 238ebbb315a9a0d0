from .senders import SenderService
from .templates import *
from .webhooks import WebhookService

__all__ = ["SenderService", "TemplateService", "WebhookService"]
