from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime.models import Model, OneOf, OpenIntEnum, OpenStrEnum, RequestModel, Unique, Unknown


class BundlesBundleServicesStateEnum(OpenStrEnum):
    """Progress."""

    DONE = "DONE"
    FAILED = "FAILED"
    IN_PROGRESS = "IN_PROGRESS"


class BundlesBundlesInputRegionEnum(OpenStrEnum):
    """Where to create resources."""

    BR = "BR"
    EU = "EU"
    US = "US"


class BundlesBundlesRegionEnum(OpenStrEnum):
    """Region used."""

    BR = "BR"
    EU = "EU"
    US = "US"


class BundlesConversationAppChannelIntegrationStatusEnum(OpenStrEnum):
    """State of the SMS channel credentials."""

    ACTIVE = "ACTIVE"
    FAILING = "FAILING"
    PENDING = "PENDING"
    UNRECOGNIZED = "UNRECOGNIZED"


class BundlesConversationAppConsentManagerSettingsModesEnum(OpenStrEnum):
    """Mode of the consent manager."""

    DISABLED = "DISABLED"
    PRIMARY = "PRIMARY"
    SECONDARY = "SECONDARY"
    UNRECOGNIZED = "UNRECOGNIZED"


class BundlesConversationAppProcessingModesEnum(OpenStrEnum):
    """Processing mode of the app."""

    CONVERSATION = "CONVERSATION"
    DISPATCH = "DISPATCH"
    UNRECOGNIZED = "UNRECOGNIZED"
    UNSPECIFIED = "UNSPECIFIED"


class BundlesConversationAppRetentionPolicyTypesEnum(OpenStrEnum):
    """Kind of retention."""

    CONVERSATION_EXPIRE_POLICY = "CONVERSATION_EXPIRE_POLICY"
    MESSAGE_EXPIRE_POLICY = "MESSAGE_EXPIRE_POLICY"
    PERSIST_RETENTION_POLICY = "PERSIST_RETENTION_POLICY"
    UNRECOGNIZED = "UNRECOGNIZED"


class BundlesHttpStatusCodeEnum(OpenIntEnum):
    """Status the target answered."""

    VALUE_100 = 100
    VALUE_101 = 101
    VALUE_102 = 102
    VALUE_103 = 103
    VALUE_200 = 200
    VALUE_201 = 201
    VALUE_202 = 202
    VALUE_203 = 203
    VALUE_204 = 204
    VALUE_205 = 205
    VALUE_206 = 206
    VALUE_207 = 207
    VALUE_208 = 208
    VALUE_226 = 226
    VALUE_300 = 300
    VALUE_301 = 301
    VALUE_302 = 302
    VALUE_303 = 303
    VALUE_304 = 304
    VALUE_305 = 305
    VALUE_306 = 306
    VALUE_307 = 307
    VALUE_308 = 308
    VALUE_400 = 400
    VALUE_401 = 401
    VALUE_402 = 402
    VALUE_403 = 403
    VALUE_404 = 404
    VALUE_405 = 405
    VALUE_406 = 406
    VALUE_407 = 407
    VALUE_408 = 408
    VALUE_409 = 409
    VALUE_410 = 410
    VALUE_411 = 411
    VALUE_412 = 412
    VALUE_413 = 413
    VALUE_414 = 414
    VALUE_415 = 415
    VALUE_416 = 416
    VALUE_417 = 417
    VALUE_418 = 418
    VALUE_421 = 421
    VALUE_422 = 422
    VALUE_423 = 423
    VALUE_424 = 424
    VALUE_425 = 425
    VALUE_426 = 426
    VALUE_428 = 428
    VALUE_429 = 429
    VALUE_431 = 431
    VALUE_451 = 451
    VALUE_500 = 500
    VALUE_501 = 501
    VALUE_502 = 502
    VALUE_503 = 503
    VALUE_504 = 504
    VALUE_505 = 505
    VALUE_506 = 506
    VALUE_507 = 507
    VALUE_508 = 508
    VALUE_510 = 510
    VALUE_511 = 511


class BundlesInputConversationAppConsentManagerSettingsModesEnum(OpenStrEnum):
    """Mode of the consent manager."""

    DISABLED = "DISABLED"
    PRIMARY = "PRIMARY"
    SECONDARY = "SECONDARY"


class BundlesInputConversationAppConversationRetentionPolicyTypesEnum(OpenStrEnum):
    """Kind of retention."""

    CONVERSATION_EXPIRE_POLICY = "CONVERSATION_EXPIRE_POLICY"
    MESSAGE_EXPIRE_POLICY = "MESSAGE_EXPIRE_POLICY"
    PERSIST_RETENTION_POLICY = "PERSIST_RETENTION_POLICY"


class BundlesInputConversationAppDispatchRetentionPolicyTypesEnum(OpenStrEnum):
    """Kind of retention."""

    MESSAGE_EXPIRE_POLICY = "MESSAGE_EXPIRE_POLICY"


class BundlesInputConversationAppProcessingModesEnum(OpenStrEnum):
    """Can be changed later through the Conversation API."""

    CONVERSATION = "CONVERSATION"
    DISPATCH = "DISPATCH"


class BundlesInputWebhookTargetTypesEnum(OpenStrEnum):
    """How events are delivered."""

    DISMISS = "DISMISS"
    GRPC = "GRPC"
    HTTP = "HTTP"


class BundlesProvisioningStatesEnum(OpenStrEnum):
    """Where provisioning stands."""

    ACTIVE = "ACTIVE"
    BLOCKED = "BLOCKED"
    DELETED = "DELETED"
    DEPROVISIONING = "DEPROVISIONING"
    DEPROVISIONING_FAILED = "DEPROVISIONING_FAILED"
    FAILED_ADD = "FAILED_ADD"
    FAILED_BLOCK = "FAILED_BLOCK"
    FAILED_DELETE = "FAILED_DELETE"
    FAILED_UNBLOCK = "FAILED_UNBLOCK"
    FAILED_UPDATE = "FAILED_UPDATE"
    IN_PROGRESS_ADD = "IN_PROGRESS_ADD"
    IN_PROGRESS_BLOCK = "IN_PROGRESS_BLOCK"
    IN_PROGRESS_DELETE = "IN_PROGRESS_DELETE"
    IN_PROGRESS_UNBLOCK = "IN_PROGRESS_UNBLOCK"
    IN_PROGRESS_UPDATE = "IN_PROGRESS_UPDATE"
    PENDING_ADD = "PENDING_ADD"
    PENDING_BLOCK = "PENDING_BLOCK"
    PENDING_DELETE = "PENDING_DELETE"
    PENDING_UNBLOCK = "PENDING_UNBLOCK"
    PENDING_UPDATE = "PENDING_UPDATE"
    PROVISIONING = "PROVISIONING"
    PROVISIONING_ADD = "PROVISIONING_ADD"
    PROVISIONING_ADD_FAILED = "PROVISIONING_ADD_FAILED"
    PROVISIONING_BLOCK = "PROVISIONING_BLOCK"
    PROVISIONING_BLOCK_FAILED = "PROVISIONING_BLOCK_FAILED"
    PROVISIONING_FAILED = "PROVISIONING_FAILED"
    PROVISIONING_UNBLOCK = "PROVISIONING_UNBLOCK"
    PROVISIONING_UNBLOCK_FAILED = "PROVISIONING_UNBLOCK_FAILED"
    PROVISIONING_UPDATE = "PROVISIONING_UPDATE"
    PROVISIONING_UPDATE_FAILED = "PROVISIONING_UPDATE_FAILED"
    STATUS_UNSPECIFIED = "STATUS_UNSPECIFIED"
    UNRECOGNIZED = "UNRECOGNIZED"


class BundlesSubprojectStatusEnum(OpenStrEnum):
    """Where provisioning stands."""

    PENDING = "PENDING"
    READY = "READY"


class BundlesWebhookTriggersEnum(OpenStrEnum):
    """Provisioning API events that fire the webhook."""

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


class BundlesWebhooksInputWebhookTriggerEnum(OpenStrEnum):
    """Conversation API events to receive."""

    BATCH_DELIVERY_REPORT_FULL = "BATCH_DELIVERY_REPORT_FULL"
    BATCH_DELIVERY_REPORT_SUMMARY = "BATCH_DELIVERY_REPORT_SUMMARY"
    BATCH_STATUS_UPDATE = "BATCH_STATUS_UPDATE"
    BILLING_CREDIT_LIMIT_BREACHED = "BILLING_CREDIT_LIMIT_BREACHED"
    CAPABILITY = "CAPABILITY"
    CHANNEL_EVENT = "CHANNEL_EVENT"
    CONSENT_BATCH_COMPLETE = "CONSENT_BATCH_COMPLETE"
    CONTACT_CREATE = "CONTACT_CREATE"
    CONTACT_DELETE = "CONTACT_DELETE"
    CONTACT_IDENTITIES_DUPLICATION = "CONTACT_IDENTITIES_DUPLICATION"
    CONTACT_MERGE = "CONTACT_MERGE"
    CONTACT_UPDATE = "CONTACT_UPDATE"
    CONVERSATION_DELETE = "CONVERSATION_DELETE"
    CONVERSATION_START = "CONVERSATION_START"
    CONVERSATION_STOP = "CONVERSATION_STOP"
    EVENT_DELIVERY = "EVENT_DELIVERY"
    EVENT_INBOUND = "EVENT_INBOUND"
    MESSAGE_DELIVERY = "MESSAGE_DELIVERY"
    MESSAGE_INBOUND = "MESSAGE_INBOUND"
    MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION = "MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION"
    MESSAGE_SUBMIT = "MESSAGE_SUBMIT"
    OPT_IN = "OPT_IN"
    OPT_OUT = "OPT_OUT"
    RECORD_NOTIFICATION = "RECORD_NOTIFICATION"
    SMART_CONVERSATION = "SMART_CONVERSATION"
    UNSUPPORTED = "UNSUPPORTED"


class BundlesWebhooksWebhookTriggerEnum(OpenStrEnum):
    """Events that fire the webhook."""

    BATCH_DELIVERY_REPORT_FULL = "BATCH_DELIVERY_REPORT_FULL"
    BATCH_DELIVERY_REPORT_SUMMARY = "BATCH_DELIVERY_REPORT_SUMMARY"
    BATCH_STATUS_UPDATE = "BATCH_STATUS_UPDATE"
    BILLING_CREDIT_LIMIT_BREACHED = "BILLING_CREDIT_LIMIT_BREACHED"
    CAPABILITY = "CAPABILITY"
    CHANNEL_EVENT = "CHANNEL_EVENT"
    CONSENT_BATCH_COMPLETE = "CONSENT_BATCH_COMPLETE"
    CONTACT_CREATE = "CONTACT_CREATE"
    CONTACT_DELETE = "CONTACT_DELETE"
    CONTACT_IDENTITIES_DUPLICATION = "CONTACT_IDENTITIES_DUPLICATION"
    CONTACT_MERGE = "CONTACT_MERGE"
    CONTACT_UPDATE = "CONTACT_UPDATE"
    CONVERSATION_DELETE = "CONVERSATION_DELETE"
    CONVERSATION_START = "CONVERSATION_START"
    CONVERSATION_STOP = "CONVERSATION_STOP"
    EVENT_DELIVERY = "EVENT_DELIVERY"
    EVENT_INBOUND = "EVENT_INBOUND"
    MESSAGE_DELIVERY = "MESSAGE_DELIVERY"
    MESSAGE_INBOUND = "MESSAGE_INBOUND"
    MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION = "MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION"
    MESSAGE_SUBMIT = "MESSAGE_SUBMIT"
    OPT_IN = "OPT_IN"
    OPT_OUT = "OPT_OUT"
    RECORD_NOTIFICATION = "RECORD_NOTIFICATION"
    SMART_CONVERSATION = "SMART_CONVERSATION"
    UNRECOGNIZED = "UNRECOGNIZED"
    UNSPECIFIED_TRIGGER = "UNSPECIFIED_TRIGGER"
    UNSUPPORTED = "UNSUPPORTED"


class BundlesBundlesDto(Model):
    conv_app: Annotated[BundlesConversationAppDto | None, Field(alias="convApp")] = None
    """Present when asked for."""
    id: str
    """Bundle identifier."""
    name: Annotated[str | None, Field(max_length=255)] = None
    """Bundle name."""
    project_id: Annotated[str, Field(alias="projectId")]
    """Project or subproject in which resources were made."""
    region: BundlesBundlesRegionEnum | str
    """Region used."""
    sms_app: Annotated[BundlesBundlesSmsAppDto | None, Field(alias="smsApp")] = None
    """Present when asked for."""
    state: BundlesBundleServicesStateEnum | str
    """Progress."""
    subproject: BundlesSubprojectDto | None = None
    """Present when asked for."""
    webhook_delivery_statuses: Annotated[
        list[BundlesWebhookDeliveryStatusDto] | None, Field(alias="webhookDeliveryStatuses")
    ] = None
    """Outcome of each BUNDLE_DONE delivery."""
    webhooks: list[BundlesWebhookDto] | None = None
    """Provisioning webhooks registered."""


class BundlesBundlesSmsAppDto(Model):
    id: str
    """SMS App identifier."""
    name: str
    """Name."""
    sms_service_id: Annotated[str, Field(alias="smsServiceId")]
    """SMS service the app belongs to."""
    status: BundlesProvisioningStatesEnum | str
    """Where provisioning stands."""


class BundlesConversationAppConsentManagerSettingsDto(Model):
    mode: BundlesConversationAppConsentManagerSettingsModesEnum | str
    """Mode of the consent manager."""


class BundlesConversationAppConsentManagerSettingsInputDto(RequestModel):
    mode: BundlesInputConversationAppConsentManagerSettingsModesEnum | str
    """Mode of the consent manager."""


class BundlesConversationAppConversationRetentionPolicyInputDto(RequestModel):
    retention_policy_type: Annotated[
        BundlesInputConversationAppConversationRetentionPolicyTypesEnum | str | None, Field(alias="retentionPolicyType")
    ] = BundlesInputConversationAppConversationRetentionPolicyTypesEnum.MESSAGE_EXPIRE_POLICY
    """Kind of retention."""
    ttl: Annotated[float | None, Field(ge=1, le=3650)] = 180
    """Days."""


class BundlesConversationAppDispatchRetentionPolicyInputDto(RequestModel):
    retention_policy_type: Annotated[
        BundlesInputConversationAppDispatchRetentionPolicyTypesEnum | str | None, Field(alias="retentionPolicyType")
    ] = BundlesInputConversationAppDispatchRetentionPolicyTypesEnum.MESSAGE_EXPIRE_POLICY
    """Kind of retention."""
    ttl: Annotated[float | None, Field(ge=0, le=7)] = 7
    """Days."""


class BundlesConversationAppDto(Model):
    consent_manager_settings: Annotated[
        BundlesConversationAppConsentManagerSettingsDto | None, Field(alias="consentManagerSettings")
    ] = None
    """Consent manager settings."""
    id: str
    """Identifier."""
    name: Annotated[str, Field(max_length=255)]
    """Name."""
    processing_mode: Annotated[BundlesConversationAppProcessingModesEnum | str, Field(alias="processingMode")]
    """Processing mode of the app."""
    retention_policy: Annotated[BundlesConversationAppRetentionPolicyDto | None, Field(alias="retentionPolicy")] = None
    """How long data is kept."""
    sms_channel_status: Annotated[
        BundlesConversationAppChannelIntegrationStatusEnum | str | None, Field(alias="smsChannelStatus")
    ] = None
    """State of the SMS channel credentials."""
    webhooks: Annotated[list[BundlesConversationAppWebhooksDto] | None, Field(max_length=5)] = None
    """Conversation API webhooks of the app."""


class BundlesConversationAppInputDto(RequestModel):
    consent_manager_settings: Annotated[
        BundlesConversationAppConsentManagerSettingsInputDto | None, Field(alias="consentManagerSettings")
    ] = None
    """Consent manager mode."""
    name: Annotated[str | None, Field(max_length=255, min_length=1)] = None
    """Falls back on the root name."""
    processing_mode: Annotated[
        BundlesInputConversationAppProcessingModesEnum | str | None, Field(alias="processingMode")
    ] = BundlesInputConversationAppProcessingModesEnum.DISPATCH
    """Can be changed later through the Conversation API."""
    retention_policy: Annotated[
        BundlesConversationAppInputDtoRetentionPolicy | None, Field(alias="retentionPolicy")
    ] = None
    """How long messages/conversations are kept."""
    webhooks: Annotated[list[BundlesConversationAppWebhooksInputDto] | None, Field(max_length=5)] = None
    """Conversation API webhooks for the new app."""


class BundlesConversationAppRetentionPolicyDto(Model):
    retention_policy_type: Annotated[
        BundlesConversationAppRetentionPolicyTypesEnum | str, Field(alias="retentionPolicyType")
    ]
    """Kind of retention."""
    ttl: float | None = None
    """Days."""


class BundlesConversationAppWebhooksDto(Model):
    id: str
    """Identifier."""
    secret: str | None = None
    """Signing key."""
    target: Annotated[str, Field(max_length=742)]
    """Address that receives the events."""
    triggers: Annotated[list[BundlesWebhooksWebhookTriggerEnum | str], Field(max_length=20), Unique()]
    """Events that fire the webhook."""


class BundlesConversationAppWebhooksInputDto(RequestModel):
    secret: str | None = None
    """Optional signing key."""
    target: Annotated[str, Field(max_length=742)]
    """URL for Conversation API events; conversation-api.*.sinch.com hosts are refused."""
    target_type: Annotated[BundlesInputWebhookTargetTypesEnum | str | None, Field(alias="targetType")] = (
        BundlesInputWebhookTargetTypesEnum.HTTP
    )
    """How events are delivered."""
    triggers: Annotated[list[BundlesWebhooksInputWebhookTriggerEnum | str], Field(max_length=20), Unique()]
    """Conversation API events to receive."""


class BundlesInputBundlesDto(RequestModel):
    conv_app: Annotated[BundlesInputBundlesDtoConvApp | None, Field(alias="convApp")] = None
    """True/object = make a Conversation App and tie the other resources to it; false or absent = none."""
    name: Annotated[str | None, Field(max_length=255, min_length=1)] = None
    """Default name for the bundle and for resource blocks that carry none."""
    region: BundlesBundlesInputRegionEnum | str
    """Where to create resources."""
    sms_app: Annotated[BundlesInputBundlesDtoSmsApp | None, Field(alias="smsApp")] = None
    """True/object = make an SMS App; false or absent = none."""
    subproject: BundlesInputBundlesDtoSubproject | None = None
    """True = make a subproject with default values; object = with name/labels; false or absent = create in the given
    project."""
    webhooks: Annotated[list[BundlesWebhookInputDto], Field(min_length=1, max_length=15), Unique()] | None = None
    """Provisioning webhooks to register; targets must differ from each other."""


class BundlesSmsAppInputDto(RequestModel):
    name: Annotated[str | None, Field(max_length=255, min_length=1)] = None
    """Falls back on the root name."""
    test: bool | None = False
    """Make a test app."""


class BundlesSubprojectDto(Model):
    id: str
    """Identifier."""
    labels: dict[str, str] | None = None
    """Free labels."""
    name: Annotated[str, Field(max_length=255)]
    """Name."""
    parent_project_id: Annotated[str, Field(alias="parentProjectId")]
    """Project under which it was made."""
    status: BundlesSubprojectStatusEnum | str
    """Where provisioning stands."""


class BundlesSubprojectInputDto(RequestModel):
    labels: dict[str, str] | None = None
    """Free key/value labels."""
    name: Annotated[str | None, Field(max_length=255, min_length=1)] = None
    """Falls back on the root name; the request fails when both are missing."""


class BundlesWebhookDeliveryStatusDto(Model):
    date_: Annotated[str, Field(alias="date")]
    """When the delivery was attempted, ISO 8601."""
    error_message: Annotated[str | None, Field(alias="errorMessage")] = None
    """Failure text, if any."""
    http_status_code: Annotated[BundlesHttpStatusCodeEnum | int, Field(alias="httpStatusCode")]
    """Status the target answered."""
    webhook_id: Annotated[str, Field(alias="webhookId")]
    """Webhook concerned."""


class BundlesWebhookDto(Model):
    id: str
    """Identifier."""
    project_id: Annotated[str, Field(alias="projectId")]
    """Project of the webhook."""
    target: str
    """Address that receives the events."""
    triggers: Annotated[list[BundlesWebhookTriggersEnum | str], Unique()]
    """Events that fire the webhook."""


class BundlesWebhookInputDto(RequestModel):
    secret: Annotated[str, Field(max_length=128, min_length=1)]
    """Signing key."""
    target: Annotated[str, Field(max_length=742, min_length=1)]
    """URL for Provisioning API events. Format: url."""
    triggers: Annotated[list[BundlesWebhookTriggersEnum | str], Field(min_length=1), Unique()]
    """Provisioning API events; ALL for every one."""


BundlesConversationAppInputDtoRetentionPolicy: TypeAlias = Annotated[
    BundlesConversationAppConversationRetentionPolicyInputDto
    | BundlesConversationAppDispatchRetentionPolicyInputDto
    | Unknown,
    OneOf(
        BundlesConversationAppConversationRetentionPolicyInputDto, BundlesConversationAppDispatchRetentionPolicyInputDto
    ),
]
"""How long messages/conversations are kept."""


BundlesInputBundlesDtoConvApp: TypeAlias = Annotated[
    BundlesConversationAppInputDto | bool | Unknown, OneOf(BundlesConversationAppInputDto, bool)
]
"""True/object = make a Conversation App and tie the other resources to it; false or absent = none."""


BundlesInputBundlesDtoSmsApp: TypeAlias = Annotated[
    BundlesSmsAppInputDto | bool | Unknown, OneOf(BundlesSmsAppInputDto, bool)
]
"""True/object = make an SMS App; false or absent = none."""


BundlesInputBundlesDtoSubproject: TypeAlias = Annotated[
    BundlesSubprojectInputDto | bool | Unknown, OneOf(BundlesSubprojectInputDto, bool)
]
"""True = make a subproject with default values; object = with name/labels; false or absent = create in the given
project."""
