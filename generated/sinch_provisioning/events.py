"""The messages that the API sends to you, each with its `parse`, and `EVENTS`, the table of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime.event import Event
from ._runtime.webhooks import Reader, UnknownEvent
from .models.events import (
    BundlesBundleDoneEvent,
    KakaotalkSendersActiveEvent,
    KakaotalkSendersCommentEvent,
    KakaotalkTemplatesApprovedEvent,
    KakaotalkTemplatesCommentEvent,
    RcsAccountsCommentEvent,
    RcsSendersCommentEvent,
    RcsSendersOperatorStatusUpdateEvent,
    RcsSendersStatusUpdateEvent,
    WhatsappAccountsCommentEvent,
    WhatsappAccountsOnboardEvent,
    WhatsappSendersCommentEvent,
    WhatsappSendersErrorEvent,
    WhatsappTemplatesCommentEvent,
    WhatsappTemplatesDeletedEvent,
    WhatsappTemplatesFutureCategoryUpdateEvent,
    WhatsappTemplatesStatusUpdatedEvent,
)

_TO = "{$request.body#webhooks.target}"
bundles_bundle_done = Event("BundleDone", BundlesBundleDoneEvent, ("BUNDLE_DONE",), _TO)
"""Bundle Done Event. Delivered to each subscribed target once the bundle has been completed."""
kakaotalk_senders_active = Event("Active", KakaotalkSendersActiveEvent, ("KAKAOTALK_SENDER_ACTIVE",), _TO)
"""Sender state active. Fired once verification is finished and the sender can be used."""
kakaotalk_senders_comment = Event("Comment", KakaotalkSendersCommentEvent, ("KAKAOTALK_SENDER_COMMENT_ADDED",), _TO)
"""Comment on sender. Fired when somebody adds a comment to the sender."""
kakaotalk_senders_inactive = Event("Inactive", KakaotalkSendersActiveEvent, ("KAKAOTALK_SENDER_INACTIVE",), _TO)
"""Sender inactive. Fired when a sender has been made inactive."""
kakaotalk_senders_rejected = Event("Rejected", KakaotalkSendersActiveEvent, ("KAKAOTALK_SENDER_REJECTED",), _TO)
"""Sender rejected. Fired when the review turned a sender down."""
kakaotalk_templates_approved = Event("Approved", KakaotalkTemplatesApprovedEvent, ("KAKAOTALK_TEMPLATE_APPROVED",), _TO)
"""KakaoTalk Template approved. Fired on template approval."""
kakaotalk_templates_comment = Event(
    "Comment", KakaotalkTemplatesCommentEvent, ("KAKAOTALK_TEMPLATE_COMMENT_ADDED",), _TO
)
"""KakaoTalk Template received a comment. Fired when a comment lands on a template."""
kakaotalk_templates_rejected = Event("Rejected", KakaotalkTemplatesApprovedEvent, ("KAKAOTALK_TEMPLATE_REJECTED",), _TO)
"""KakaoTalk Template rejected. Fired on template rejection."""
rcs_accounts_comment = Event("Comment", RcsAccountsCommentEvent, ("RCS_ACCOUNT_COMMENT_ADDED",), _TO)
"""Comment on account. A comment was added to the account."""
rcs_senders_comment = Event("Comment", RcsSendersCommentEvent, ("RCS_SENDER_COMMENT_ADDED",), _TO)
"""Comment on sender. Somebody commented on the sender."""
rcs_senders_operator_status_update = Event(
    "OperatorStatusUpdate", RcsSendersOperatorStatusUpdateEvent, ("RCS_SENDER_OPERATOR_STATUS_UPDATED",), _TO
)
"""Sender operator status updated. The launch status at one operator changed."""
rcs_senders_status_update = Event("StatusUpdate", RcsSendersStatusUpdateEvent, ("RCS_SENDER_STATUS_UPDATED",), _TO)
"""Sender status updated. The sender moved to another state."""
whatsapp_accounts_comment = Event("Comment", WhatsappAccountsCommentEvent, ("WHATSAPP_ACCOUNT_COMMENT_ADDED",), _TO)
"""Comment on account. Somebody commented on the account."""
whatsapp_accounts_onboard = Event("Onboard", WhatsappAccountsOnboardEvent, ("WHATSAPP_ACCOUNT_ONBOARDED",), _TO)
"""Account onboarded. Account finished onboarding."""
whatsapp_accounts_pending_verification = Event(
    "PendingVerification", WhatsappAccountsOnboardEvent, ("WHATSAPP_ACCOUNT_PENDING_VERIFICATION",), _TO
)
"""Account pending verification. Account waits for Meta verification."""
whatsapp_accounts_rejected = Event("Rejected", WhatsappAccountsOnboardEvent, ("WHATSAPP_ACCOUNT_REJECTED",), _TO)
"""Account rejected. Account was refused."""
whatsapp_accounts_waba_information_changed = Event(
    "WabaInformationChanged", WhatsappAccountsOnboardEvent, ("WHATSAPP_WABA_ACCOUNT_CHANGED",), _TO
)
"""Account business information changed. Meta changed business data of the account."""
whatsapp_senders_create_sender_active = Event("Active", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_ACTIVE",), _TO)
"""Sender completed. Sender is ready to be used."""
whatsapp_senders_create_sender_comment = Event(
    "Comment", WhatsappSendersCommentEvent, ("WHATSAPP_SENDER_COMMENT_ADDED",), _TO
)
"""Comment on sender. Somebody commented on the sender."""
whatsapp_senders_create_sender_daily_limit_changed = Event(
    "DailyLimitChanged", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_DAILY_LIMIT_CHANGED",), _TO
)
"""Daily limit changed for Sender. Old per-sender messaging tier changed."""
whatsapp_senders_create_sender_error = Event("Error", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_ERROR",), _TO)
"""Sender in error. Provisioning of the sender failed; sample carries changes.errorReason."""
whatsapp_senders_create_sender_inactive = Event(
    "Inactive", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_INACTIVE",), _TO
)
"""Sender inactive. Sender was deactivated."""
whatsapp_senders_create_sender_pending_verification = Event(
    "PendingVerification", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_PENDING_VERIFICATION",), _TO
)
"""Sender in pending verification. Sender waits for number verification."""
whatsapp_senders_create_sender_quality_rating_changed = Event(
    "QualityRatingChanged", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_QUALITY_RATING_CHANGED",), _TO
)
"""Quality rating changed for Sender. Meta quality rating changed."""
whatsapp_senders_create_sender_rejected = Event(
    "Rejected", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_REJECTED",), _TO
)
"""Sender in rejected. Sender (or its pending change) was refused."""
whatsapp_senders_update_active = Event("Active", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_ACTIVE",), _TO)
"""Sender completed. Sender is ready to be used."""
whatsapp_senders_update_comment = Event("Comment", WhatsappSendersCommentEvent, ("WHATSAPP_SENDER_COMMENT_ADDED",), _TO)
"""Comment on sender. Somebody commented on the sender."""
whatsapp_senders_update_daily_limit_changed = Event(
    "DailyLimitChanged", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_DAILY_LIMIT_CHANGED",), _TO
)
"""Daily limit changed for Sender. Old per-sender messaging tier changed."""
whatsapp_senders_update_error = Event("Error", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_ERROR",), _TO)
"""Sender in error. Provisioning of the sender failed; sample carries changes.errorReason."""
whatsapp_senders_update_inactive = Event("Inactive", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_INACTIVE",), _TO)
"""Sender inactive. Sender was deactivated."""
whatsapp_senders_update_pending_verification = Event(
    "PendingVerification", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_PENDING_VERIFICATION",), _TO
)
"""Sender in pending verification. Sender waits for number verification."""
whatsapp_senders_update_quality_rating_changed = Event(
    "QualityRatingChanged", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_QUALITY_RATING_CHANGED",), _TO
)
"""Quality rating changed for Sender. Meta quality rating changed."""
whatsapp_senders_update_rejected = Event("Rejected", WhatsappSendersErrorEvent, ("WHATSAPP_SENDER_REJECTED",), _TO)
"""Sender in rejected. Sender (or its pending change) was refused."""
whatsapp_templates_create_template_approved = Event(
    "Approved", WhatsappTemplatesCommentEvent, ("WHATSAPP_TEMPLATE_APPROVED",), _TO
)
"""WhatsApp Template approved. Meta approved the template."""
whatsapp_templates_create_template_category_updated = Event(
    "CategoryUpdated", WhatsappTemplatesCommentEvent, ("WHATSAPP_TEMPLATE_CATEGORY_UPDATED",), _TO
)
"""WhatsApp Template category updated. The category changed."""
whatsapp_templates_create_template_comment = Event(
    "Comment", WhatsappTemplatesCommentEvent, ("WHATSAPP_TEMPLATE_COMMENT_ADDED",), _TO
)
"""WhatsApp Template received a comment. Someone commented on the template."""
whatsapp_templates_create_template_deleted = Event(
    "Deleted", WhatsappTemplatesDeletedEvent, ("WHATSAPP_TEMPLATE_DELETED",), _TO
)
"""WhatsApp Template deleted. The template is gone."""
whatsapp_templates_create_template_future_category_update = Event(
    "FutureCategoryUpdate",
    WhatsappTemplatesFutureCategoryUpdateEvent,
    ("WHATSAPP_TEMPLATE_CATEGORY_FUTURE_UPDATE",),
    _TO,
)
"""WhatsApp Template category coming update. The category is about to change."""
whatsapp_templates_create_template_quality_score_updated = Event(
    "QualityScoreUpdated", WhatsappTemplatesCommentEvent, ("WHATSAPP_TEMPLATE_QUALITY_SCORE_UPDATED",), _TO
)
"""WhatsApp Template quality score updated. The quality rating changed."""
whatsapp_templates_create_template_rejected = Event(
    "Rejected", WhatsappTemplatesCommentEvent, ("WHATSAPP_TEMPLATE_REJECTED",), _TO
)
"""WhatsApp Template rejected. Meta rejected the template."""
whatsapp_templates_create_template_status_updated = Event(
    "StatusUpdated", WhatsappTemplatesStatusUpdatedEvent, ("WHATSAPP_TEMPLATE_STATUS_UPDATED",), _TO
)
"""WhatsApp Template status updated. The template moved to another state."""
whatsapp_templates_update_template_approved = Event(
    "Approved", WhatsappTemplatesCommentEvent, ("WHATSAPP_TEMPLATE_APPROVED",), _TO
)
"""WhatsApp Template approved. Meta approved the template."""
whatsapp_templates_update_template_category_updated = Event(
    "CategoryUpdated", WhatsappTemplatesCommentEvent, ("WHATSAPP_TEMPLATE_CATEGORY_UPDATED",), _TO
)
"""WhatsApp Template category updated. The category changed."""
whatsapp_templates_update_template_comment = Event(
    "Comment", WhatsappTemplatesCommentEvent, ("WHATSAPP_TEMPLATE_COMMENT_ADDED",), _TO
)
"""WhatsApp Template received a comment. Someone commented on the template."""
whatsapp_templates_update_template_deleted = Event(
    "Deleted", WhatsappTemplatesDeletedEvent, ("WHATSAPP_TEMPLATE_DELETED",), _TO
)
"""WhatsApp Template deleted. The template is gone."""
whatsapp_templates_update_template_future_category_update = Event(
    "FutureCategoryUpdate",
    WhatsappTemplatesFutureCategoryUpdateEvent,
    ("WHATSAPP_TEMPLATE_CATEGORY_FUTURE_UPDATE",),
    _TO,
)
"""WhatsApp Template category coming update. The category is about to change."""
whatsapp_templates_update_template_quality_score_updated = Event(
    "QualityScoreUpdated", WhatsappTemplatesCommentEvent, ("WHATSAPP_TEMPLATE_QUALITY_SCORE_UPDATED",), _TO
)
"""WhatsApp Template quality score updated. The quality rating changed."""
whatsapp_templates_update_template_rejected = Event(
    "Rejected", WhatsappTemplatesCommentEvent, ("WHATSAPP_TEMPLATE_REJECTED",), _TO
)
"""WhatsApp Template rejected. Meta rejected the template."""
whatsapp_templates_update_template_status_updated = Event(
    "StatusUpdated", WhatsappTemplatesStatusUpdatedEvent, ("WHATSAPP_TEMPLATE_STATUS_UPDATED",), _TO
)
"""WhatsApp Template status updated. The template moved to another state."""

EVENTS: Mapping[str, Event[Any]] = Event.table(__name__)
"""All events by name."""
READER = Reader(EVENTS.values(), "type")
"""Reads any of them."""
AnyEvent = (
    BundlesBundleDoneEvent
    | KakaotalkSendersActiveEvent
    | KakaotalkSendersCommentEvent
    | KakaotalkTemplatesApprovedEvent
    | KakaotalkTemplatesCommentEvent
    | RcsAccountsCommentEvent
    | RcsSendersCommentEvent
    | RcsSendersOperatorStatusUpdateEvent
    | RcsSendersStatusUpdateEvent
    | WhatsappAccountsCommentEvent
    | WhatsappAccountsOnboardEvent
    | WhatsappSendersErrorEvent
    | WhatsappSendersCommentEvent
    | WhatsappTemplatesCommentEvent
    | WhatsappTemplatesDeletedEvent
    | WhatsappTemplatesFutureCategoryUpdateEvent
    | WhatsappTemplatesStatusUpdatedEvent
    | UnknownEvent
)
"""What any of them may be."""
