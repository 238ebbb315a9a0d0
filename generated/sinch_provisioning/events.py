"""The messages that the API sends to you, each with its `parse`, and `EVENTS`, the table of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime.codec import Codec
from ._runtime.event import Event
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

bundles_bundle_done: Event[BundlesBundleDoneEvent] = Event(
    "bundles_bundle_done",
    "BundleDone",
    "POST",
    Codec(BundlesBundleDoneEvent),
    expression="{$request.body#webhooks.target}",
)
"""Bundle Done Event

Delivered to each subscribed target once the bundle has been completed.
"""
kakaotalk_senders_active: Event[KakaotalkSendersActiveEvent] = Event(
    "kakaotalk_senders_active",
    "Active",
    "POST",
    Codec(KakaotalkSendersActiveEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender state active

Fired once verification is finished and the sender can be used.
"""
kakaotalk_senders_comment: Event[KakaotalkSendersCommentEvent] = Event(
    "kakaotalk_senders_comment",
    "Comment",
    "POST",
    Codec(KakaotalkSendersCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""Comment on sender

Fired when somebody adds a comment to the sender.
"""
kakaotalk_senders_inactive: Event[KakaotalkSendersActiveEvent] = Event(
    "kakaotalk_senders_inactive",
    "Inactive",
    "POST",
    Codec(KakaotalkSendersActiveEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender inactive

Fired when a sender has been made inactive.
"""
kakaotalk_senders_rejected: Event[KakaotalkSendersActiveEvent] = Event(
    "kakaotalk_senders_rejected",
    "Rejected",
    "POST",
    Codec(KakaotalkSendersActiveEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender rejected

Fired when the review turned a sender down.
"""
kakaotalk_templates_approved: Event[KakaotalkTemplatesApprovedEvent] = Event(
    "kakaotalk_templates_approved",
    "Approved",
    "POST",
    Codec(KakaotalkTemplatesApprovedEvent),
    expression="{$request.body#webhooks.target}",
)
"""KakaoTalk Template approved

Fired on template approval.
"""
kakaotalk_templates_comment: Event[KakaotalkTemplatesCommentEvent] = Event(
    "kakaotalk_templates_comment",
    "Comment",
    "POST",
    Codec(KakaotalkTemplatesCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""KakaoTalk Template received a comment

Fired when a comment lands on a template.
"""
kakaotalk_templates_rejected: Event[KakaotalkTemplatesApprovedEvent] = Event(
    "kakaotalk_templates_rejected",
    "Rejected",
    "POST",
    Codec(KakaotalkTemplatesApprovedEvent),
    expression="{$request.body#webhooks.target}",
)
"""KakaoTalk Template rejected

Fired on template rejection.
"""
rcs_accounts_comment: Event[RcsAccountsCommentEvent] = Event(
    "rcs_accounts_comment",
    "Comment",
    "POST",
    Codec(RcsAccountsCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""Comment on account

A comment was added to the account.
"""
rcs_senders_comment: Event[RcsSendersCommentEvent] = Event(
    "rcs_senders_comment",
    "Comment",
    "POST",
    Codec(RcsSendersCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""Comment on sender

Somebody commented on the sender.
"""
rcs_senders_operator_status_update: Event[RcsSendersOperatorStatusUpdateEvent] = Event(
    "rcs_senders_operator_status_update",
    "OperatorStatusUpdate",
    "POST",
    Codec(RcsSendersOperatorStatusUpdateEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender operator status updated

The launch status at one operator changed.
"""
rcs_senders_status_update: Event[RcsSendersStatusUpdateEvent] = Event(
    "rcs_senders_status_update",
    "StatusUpdate",
    "POST",
    Codec(RcsSendersStatusUpdateEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender status updated

The sender moved to another state.
"""
whatsapp_accounts_comment: Event[WhatsappAccountsCommentEvent] = Event(
    "whatsapp_accounts_comment",
    "Comment",
    "POST",
    Codec(WhatsappAccountsCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""Comment on account

Somebody commented on the account.
"""
whatsapp_accounts_onboard: Event[WhatsappAccountsOnboardEvent] = Event(
    "whatsapp_accounts_onboard",
    "Onboard",
    "POST",
    Codec(WhatsappAccountsOnboardEvent),
    expression="{$request.body#webhooks.target}",
)
"""Account onboarded

Account finished onboarding.
"""
whatsapp_accounts_pending_verification: Event[WhatsappAccountsOnboardEvent] = Event(
    "whatsapp_accounts_pending_verification",
    "PendingVerification",
    "POST",
    Codec(WhatsappAccountsOnboardEvent),
    expression="{$request.body#webhooks.target}",
)
"""Account pending verification

Account waits for Meta verification.
"""
whatsapp_accounts_rejected: Event[WhatsappAccountsOnboardEvent] = Event(
    "whatsapp_accounts_rejected",
    "Rejected",
    "POST",
    Codec(WhatsappAccountsOnboardEvent),
    expression="{$request.body#webhooks.target}",
)
"""Account rejected

Account was refused.
"""
whatsapp_accounts_waba_information_changed: Event[WhatsappAccountsOnboardEvent] = Event(
    "whatsapp_accounts_waba_information_changed",
    "WabaInformationChanged",
    "POST",
    Codec(WhatsappAccountsOnboardEvent),
    expression="{$request.body#webhooks.target}",
)
"""Account business information changed

Meta changed business data of the account.
"""
whatsapp_senders_create_sender_active: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_create_sender_active",
    "Active",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender completed

Sender is ready to be used.
"""
whatsapp_senders_create_sender_comment: Event[WhatsappSendersCommentEvent] = Event(
    "whatsapp_senders_create_sender_comment",
    "Comment",
    "POST",
    Codec(WhatsappSendersCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""Comment on sender

Somebody commented on the sender.
"""
whatsapp_senders_create_sender_daily_limit_changed: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_create_sender_daily_limit_changed",
    "DailyLimitChanged",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Daily limit changed for Sender

Old per-sender messaging tier changed.
"""
whatsapp_senders_create_sender_error: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_create_sender_error",
    "Error",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender in error

Provisioning of the sender failed; sample carries changes.errorReason.
"""
whatsapp_senders_create_sender_inactive: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_create_sender_inactive",
    "Inactive",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender inactive

Sender was deactivated.
"""
whatsapp_senders_create_sender_pending_verification: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_create_sender_pending_verification",
    "PendingVerification",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender in pending verification

Sender waits for number verification.
"""
whatsapp_senders_create_sender_quality_rating_changed: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_create_sender_quality_rating_changed",
    "QualityRatingChanged",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Quality rating changed for Sender

Meta quality rating changed.
"""
whatsapp_senders_create_sender_rejected: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_create_sender_rejected",
    "Rejected",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender in rejected

Sender (or its pending change) was refused.
"""
whatsapp_senders_update_active: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_update_active",
    "Active",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender completed

Sender is ready to be used.
"""
whatsapp_senders_update_comment: Event[WhatsappSendersCommentEvent] = Event(
    "whatsapp_senders_update_comment",
    "Comment",
    "POST",
    Codec(WhatsappSendersCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""Comment on sender

Somebody commented on the sender.
"""
whatsapp_senders_update_daily_limit_changed: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_update_daily_limit_changed",
    "DailyLimitChanged",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Daily limit changed for Sender

Old per-sender messaging tier changed.
"""
whatsapp_senders_update_error: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_update_error",
    "Error",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender in error

Provisioning of the sender failed; sample carries changes.errorReason.
"""
whatsapp_senders_update_inactive: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_update_inactive",
    "Inactive",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender inactive

Sender was deactivated.
"""
whatsapp_senders_update_pending_verification: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_update_pending_verification",
    "PendingVerification",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender in pending verification

Sender waits for number verification.
"""
whatsapp_senders_update_quality_rating_changed: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_update_quality_rating_changed",
    "QualityRatingChanged",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Quality rating changed for Sender

Meta quality rating changed.
"""
whatsapp_senders_update_rejected: Event[WhatsappSendersErrorEvent] = Event(
    "whatsapp_senders_update_rejected",
    "Rejected",
    "POST",
    Codec(WhatsappSendersErrorEvent),
    expression="{$request.body#webhooks.target}",
)
"""Sender in rejected

Sender (or its pending change) was refused.
"""
whatsapp_templates_create_template_approved: Event[WhatsappTemplatesCommentEvent] = Event(
    "whatsapp_templates_create_template_approved",
    "Approved",
    "POST",
    Codec(WhatsappTemplatesCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template approved

Meta approved the template.
"""
whatsapp_templates_create_template_category_updated: Event[WhatsappTemplatesCommentEvent] = Event(
    "whatsapp_templates_create_template_category_updated",
    "CategoryUpdated",
    "POST",
    Codec(WhatsappTemplatesCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template category updated

The category changed.
"""
whatsapp_templates_create_template_comment: Event[WhatsappTemplatesCommentEvent] = Event(
    "whatsapp_templates_create_template_comment",
    "Comment",
    "POST",
    Codec(WhatsappTemplatesCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template received a comment

Someone commented on the template.
"""
whatsapp_templates_create_template_deleted: Event[WhatsappTemplatesDeletedEvent] = Event(
    "whatsapp_templates_create_template_deleted",
    "Deleted",
    "POST",
    Codec(WhatsappTemplatesDeletedEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template deleted

The template is gone.
"""
whatsapp_templates_create_template_future_category_update: Event[WhatsappTemplatesFutureCategoryUpdateEvent] = Event(
    "whatsapp_templates_create_template_future_category_update",
    "FutureCategoryUpdate",
    "POST",
    Codec(WhatsappTemplatesFutureCategoryUpdateEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template category coming update

The category is about to change.
"""
whatsapp_templates_create_template_quality_score_updated: Event[WhatsappTemplatesCommentEvent] = Event(
    "whatsapp_templates_create_template_quality_score_updated",
    "QualityScoreUpdated",
    "POST",
    Codec(WhatsappTemplatesCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template quality score updated

The quality rating changed.
"""
whatsapp_templates_create_template_rejected: Event[WhatsappTemplatesCommentEvent] = Event(
    "whatsapp_templates_create_template_rejected",
    "Rejected",
    "POST",
    Codec(WhatsappTemplatesCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template rejected

Meta rejected the template.
"""
whatsapp_templates_create_template_status_updated: Event[WhatsappTemplatesStatusUpdatedEvent] = Event(
    "whatsapp_templates_create_template_status_updated",
    "StatusUpdated",
    "POST",
    Codec(WhatsappTemplatesStatusUpdatedEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template status updated

The template moved to another state.
"""
whatsapp_templates_update_template_approved: Event[WhatsappTemplatesCommentEvent] = Event(
    "whatsapp_templates_update_template_approved",
    "Approved",
    "POST",
    Codec(WhatsappTemplatesCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template approved

Meta approved the template.
"""
whatsapp_templates_update_template_category_updated: Event[WhatsappTemplatesCommentEvent] = Event(
    "whatsapp_templates_update_template_category_updated",
    "CategoryUpdated",
    "POST",
    Codec(WhatsappTemplatesCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template category updated

The category changed.
"""
whatsapp_templates_update_template_comment: Event[WhatsappTemplatesCommentEvent] = Event(
    "whatsapp_templates_update_template_comment",
    "Comment",
    "POST",
    Codec(WhatsappTemplatesCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template received a comment

Someone commented on the template.
"""
whatsapp_templates_update_template_deleted: Event[WhatsappTemplatesDeletedEvent] = Event(
    "whatsapp_templates_update_template_deleted",
    "Deleted",
    "POST",
    Codec(WhatsappTemplatesDeletedEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template deleted

The template is gone.
"""
whatsapp_templates_update_template_future_category_update: Event[WhatsappTemplatesFutureCategoryUpdateEvent] = Event(
    "whatsapp_templates_update_template_future_category_update",
    "FutureCategoryUpdate",
    "POST",
    Codec(WhatsappTemplatesFutureCategoryUpdateEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template category coming update

The category is about to change.
"""
whatsapp_templates_update_template_quality_score_updated: Event[WhatsappTemplatesCommentEvent] = Event(
    "whatsapp_templates_update_template_quality_score_updated",
    "QualityScoreUpdated",
    "POST",
    Codec(WhatsappTemplatesCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template quality score updated

The quality rating changed.
"""
whatsapp_templates_update_template_rejected: Event[WhatsappTemplatesCommentEvent] = Event(
    "whatsapp_templates_update_template_rejected",
    "Rejected",
    "POST",
    Codec(WhatsappTemplatesCommentEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template rejected

Meta rejected the template.
"""
whatsapp_templates_update_template_status_updated: Event[WhatsappTemplatesStatusUpdatedEvent] = Event(
    "whatsapp_templates_update_template_status_updated",
    "StatusUpdated",
    "POST",
    Codec(WhatsappTemplatesStatusUpdatedEvent),
    expression="{$request.body#webhooks.target}",
)
"""WhatsApp Template status updated

The template moved to another state.
"""

EVENTS: Mapping[str, Event[Any]] = {
    "bundles_bundle_done": bundles_bundle_done,
    "kakaotalk_senders_active": kakaotalk_senders_active,
    "kakaotalk_senders_comment": kakaotalk_senders_comment,
    "kakaotalk_senders_inactive": kakaotalk_senders_inactive,
    "kakaotalk_senders_rejected": kakaotalk_senders_rejected,
    "kakaotalk_templates_approved": kakaotalk_templates_approved,
    "kakaotalk_templates_comment": kakaotalk_templates_comment,
    "kakaotalk_templates_rejected": kakaotalk_templates_rejected,
    "rcs_accounts_comment": rcs_accounts_comment,
    "rcs_senders_comment": rcs_senders_comment,
    "rcs_senders_operator_status_update": rcs_senders_operator_status_update,
    "rcs_senders_status_update": rcs_senders_status_update,
    "whatsapp_accounts_comment": whatsapp_accounts_comment,
    "whatsapp_accounts_onboard": whatsapp_accounts_onboard,
    "whatsapp_accounts_pending_verification": whatsapp_accounts_pending_verification,
    "whatsapp_accounts_rejected": whatsapp_accounts_rejected,
    "whatsapp_accounts_waba_information_changed": whatsapp_accounts_waba_information_changed,
    "whatsapp_senders_create_sender_active": whatsapp_senders_create_sender_active,
    "whatsapp_senders_create_sender_comment": whatsapp_senders_create_sender_comment,
    "whatsapp_senders_create_sender_daily_limit_changed": whatsapp_senders_create_sender_daily_limit_changed,
    "whatsapp_senders_create_sender_error": whatsapp_senders_create_sender_error,
    "whatsapp_senders_create_sender_inactive": whatsapp_senders_create_sender_inactive,
    "whatsapp_senders_create_sender_pending_verification": whatsapp_senders_create_sender_pending_verification,
    "whatsapp_senders_create_sender_quality_rating_changed": whatsapp_senders_create_sender_quality_rating_changed,
    "whatsapp_senders_create_sender_rejected": whatsapp_senders_create_sender_rejected,
    "whatsapp_senders_update_active": whatsapp_senders_update_active,
    "whatsapp_senders_update_comment": whatsapp_senders_update_comment,
    "whatsapp_senders_update_daily_limit_changed": whatsapp_senders_update_daily_limit_changed,
    "whatsapp_senders_update_error": whatsapp_senders_update_error,
    "whatsapp_senders_update_inactive": whatsapp_senders_update_inactive,
    "whatsapp_senders_update_pending_verification": whatsapp_senders_update_pending_verification,
    "whatsapp_senders_update_quality_rating_changed": whatsapp_senders_update_quality_rating_changed,
    "whatsapp_senders_update_rejected": whatsapp_senders_update_rejected,
    "whatsapp_templates_create_template_approved": whatsapp_templates_create_template_approved,
    "whatsapp_templates_create_template_category_updated": whatsapp_templates_create_template_category_updated,
    "whatsapp_templates_create_template_comment": whatsapp_templates_create_template_comment,
    "whatsapp_templates_create_template_deleted": whatsapp_templates_create_template_deleted,
    "whatsapp_templates_create_template_future_category_update": whatsapp_templates_create_template_future_category_update,
    "whatsapp_templates_create_template_quality_score_updated": whatsapp_templates_create_template_quality_score_updated,
    "whatsapp_templates_create_template_rejected": whatsapp_templates_create_template_rejected,
    "whatsapp_templates_create_template_status_updated": whatsapp_templates_create_template_status_updated,
    "whatsapp_templates_update_template_approved": whatsapp_templates_update_template_approved,
    "whatsapp_templates_update_template_category_updated": whatsapp_templates_update_template_category_updated,
    "whatsapp_templates_update_template_comment": whatsapp_templates_update_template_comment,
    "whatsapp_templates_update_template_deleted": whatsapp_templates_update_template_deleted,
    "whatsapp_templates_update_template_future_category_update": whatsapp_templates_update_template_future_category_update,
    "whatsapp_templates_update_template_quality_score_updated": whatsapp_templates_update_template_quality_score_updated,
    "whatsapp_templates_update_template_rejected": whatsapp_templates_update_template_rejected,
    "whatsapp_templates_update_template_status_updated": whatsapp_templates_update_template_status_updated,
}
"""All events by name."""
