"""What the rest of Acme calls the things of Sinch."""

from typing import Optional, Union

from ._vendor.sinch_provisioning.models import (
    WebhookWebhookDto as Webhook,  #: Hook import
    WebhookWebhookTriggers as Trigger,  #: Triggers import
    WhatsappPartialTemplateDto,  #: models.WhatsappPartialTemplateDto import
    WhatsappTemplateDto,  #: models.WhatsappTemplateDto import
)

Template = Union[WhatsappTemplateDto, WhatsappPartialTemplateDto]  #: models.WhatsappTemplateDto reference, models.WhatsappPartialTemplateDto reference
MaybeWebhook = Optional[Webhook]  #: Hook reference

QUIET = {Trigger.KAKAOTALK_SENDER_COMMENT_ADDED, Trigger["RCS_SENDER_COMMENT_ADDED"]}  #: Triggers reference, Triggers.KAKAOTALK_SENDER_COMMENT_ADDED member, Triggers reference, Triggers.RCS_SENDER_COMMENT_ADDED member
