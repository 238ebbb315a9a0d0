from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model, OpenStrEnum, RequestModel, Unique


class WebhookWebhookTriggers(OpenStrEnum):
    """Events that fire the webhook."""

    ALL = "ALL"
    BUNDLE_DONE = "BUNDLE_DONE"
    KAKAOTALK_SENDER_ACTIVE = "KAKAOTALK_SENDER_ACTIVE"
    KAKAOTALK_SENDER_COMMENT_ADDED = "KAKAOTALK_SENDER_COMMENT_ADDED"
    KAKAOTALK_SENDER_INACTIVE = "KAKAOTALK_SENDER_INACTIVE"
    KAKAOTALK_SENDER_REJECTED = "KAKAOTALK_SENDER_REJECTED"
    KAKAOTALK_TEMPLATE_APPROVED = "KAKAOTALK_TEMPLATE_APPROVED"
    KAKAOTALK_TEMPLATE_COMMENT_ADDED = "KAKAOTALK_TEMPLATE_COMMENT_ADDED"
    KAKAOTALK_TEMPLATE_REJECTED = "KAKAOTALK_TEMPLATE_REJECTED"
    RCS_ACCOUNT_COMMENT_ADDED = "RCS_ACCOUNT_COMMENT_ADDED"
    RCS_SENDER_COMMENT_ADDED = "RCS_SENDER_COMMENT_ADDED"
    RCS_SENDER_OPERATOR_STATUS_UPDATED = "RCS_SENDER_OPERATOR_STATUS_UPDATED"
    RCS_SENDER_STATUS_UPDATED = "RCS_SENDER_STATUS_UPDATED"
    WHATSAPP_ACCOUNT_COMMENT_ADDED = "WHATSAPP_ACCOUNT_COMMENT_ADDED"
    WHATSAPP_ACCOUNT_ONBOARDED = "WHATSAPP_ACCOUNT_ONBOARDED"
    WHATSAPP_ACCOUNT_PENDING_VERIFICATION = "WHATSAPP_ACCOUNT_PENDING_VERIFICATION"
    WHATSAPP_ACCOUNT_REJECTED = "WHATSAPP_ACCOUNT_REJECTED"
    WHATSAPP_SENDER_ACTIVE = "WHATSAPP_SENDER_ACTIVE"
    WHATSAPP_SENDER_COMMENT_ADDED = "WHATSAPP_SENDER_COMMENT_ADDED"
    WHATSAPP_SENDER_DAILY_LIMIT_CHANGED = "WHATSAPP_SENDER_DAILY_LIMIT_CHANGED"
    WHATSAPP_SENDER_ERROR = "WHATSAPP_SENDER_ERROR"
    WHATSAPP_SENDER_INACTIVE = "WHATSAPP_SENDER_INACTIVE"
    WHATSAPP_SENDER_PENDING_VERIFICATION = "WHATSAPP_SENDER_PENDING_VERIFICATION"
    WHATSAPP_SENDER_QUALITY_RATING_CHANGED = "WHATSAPP_SENDER_QUALITY_RATING_CHANGED"
    WHATSAPP_SENDER_REJECTED = "WHATSAPP_SENDER_REJECTED"
    WHATSAPP_TEMPLATE_APPROVED = "WHATSAPP_TEMPLATE_APPROVED"
    WHATSAPP_TEMPLATE_CATEGORY_FUTURE_UPDATE = "WHATSAPP_TEMPLATE_CATEGORY_FUTURE_UPDATE"
    WHATSAPP_TEMPLATE_CATEGORY_UPDATED = "WHATSAPP_TEMPLATE_CATEGORY_UPDATED"
    WHATSAPP_TEMPLATE_COMMENT_ADDED = "WHATSAPP_TEMPLATE_COMMENT_ADDED"
    WHATSAPP_TEMPLATE_DELETED = "WHATSAPP_TEMPLATE_DELETED"
    WHATSAPP_TEMPLATE_QUALITY_SCORE_UPDATED = "WHATSAPP_TEMPLATE_QUALITY_SCORE_UPDATED"
    WHATSAPP_TEMPLATE_REJECTED = "WHATSAPP_TEMPLATE_REJECTED"
    WHATSAPP_TEMPLATE_STATUS_UPDATED = "WHATSAPP_TEMPLATE_STATUS_UPDATED"
    WHATSAPP_WABA_ACCOUNT_CHANGED = "WHATSAPP_WABA_ACCOUNT_CHANGED"


class WebhookUpdateWebhookInputDto(RequestModel):
    secret: Annotated[str | None, Field(max_length=128, min_length=1)] = None
    """New signing key."""
    target: Annotated[str | None, Field(max_length=742, min_length=1)] = None
    """New URL. Format: url."""
    triggers: Annotated[list[WebhookWebhookTriggers | str], Field(min_length=1), Unique()] | None = None
    """New set of events."""


class WebhookWebhookDto(Model):
    id: str
    """Identifier of the webhook."""
    project_id: Annotated[str, Field(alias="projectId")]
    """Project the webhook belongs to."""
    target: str
    """URL that receives the events."""
    triggers: Annotated[list[WebhookWebhookTriggers | str], Unique()]
    """Events that fire the webhook."""


class WebhookWebhookInputDto(RequestModel):
    secret: Annotated[str, Field(max_length=128, min_length=1)]
    """Key used to sign deliveries; choose a high-entropy value."""
    target: Annotated[str, Field(max_length=742, min_length=1)]
    """URL to send events to; unique within the project. Format: url."""
    triggers: Annotated[list[WebhookWebhookTriggers | str], Field(min_length=1), Unique()]
    """Events to receive; ALL stands for every event and is not meant to be combined."""


class WebhookWebhookListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after."""
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page length used."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """Number of matching entries."""
    webhooks: list[WebhookWebhookDto]
