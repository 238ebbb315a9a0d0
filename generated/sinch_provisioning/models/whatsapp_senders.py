from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime.models import Model, Nullable, OneOf, OpenStrEnum, RequestModel, Unique, Unknown
from .shared import (
    WhatsappActionsEnum,
    WhatsappBusinessManagersEnum,
    WhatsappInputBusinessManagersPublicDocumentationEnum,
    WhatsappRegions,
    WhatsappSenderBotRegionEnum,
    WhatsappSenderInputMetaLocalStoragesEnum,
    WhatsappSenderInputRegionEnum,
    WhatsappSenderMetaLocalStoragesEnum,
    WhatsappSenderWhatsAppVerticalEnum,
    WhatsappWabaBanStatesEnum,
)


class WhatsappConversationApiAppRegionsEnum(OpenStrEnum):
    """Region of the app."""

    BR = "BR"
    EU = "EU"
    UNRECOGNIZED = "UNRECOGNIZED"
    US = "US"


class WhatsappDailyLimitEnum(OpenStrEnum):
    """Business-initiated conversations per rolling 24 h."""

    NOT_SET = "NOT_SET"
    TIER_100K = "TIER_100K"
    TIER_10K = "TIER_10K"
    TIER_1K = "TIER_1K"
    TIER_250 = "TIER_250"
    TIER_2K = "TIER_2K"
    TIER_50 = "TIER_50"
    TIER_UNLIMITED = "TIER_UNLIMITED"
    UNRECOGNIZED = "UNRECOGNIZED"


class WhatsappQualityRatingEnum(OpenStrEnum):
    """Meta quality rating."""

    GREEN = "GREEN"
    RED = "RED"
    UNKNOWN = "UNKNOWN"
    UNRECOGNIZED = "UNRECOGNIZED"
    YELLOW = "YELLOW"


class WhatsappSenderErrorCodeEnum(OpenStrEnum):
    """Cause when status is ERROR."""

    CANNOT_ASSIGN_CREDIT_LINE = "CANNOT_ASSIGN_CREDIT_LINE"
    CANNOT_ASSIGN_SYSTEM_USER = "CANNOT_ASSIGN_SYSTEM_USER"
    CANNOT_CREATE_NEW_WHATSAPP_SENDER = "CANNOT_CREATE_NEW_WHATSAPP_SENDER"
    CANNOT_CREATE_WABA_FOR_BUSINESS = "CANNOT_CREATE_WABA_FOR_BUSINESS"
    CANNOT_GET_DETAILS_FOR_CLOUD_API = "CANNOT_GET_DETAILS_FOR_CLOUD_API"
    CANNOT_GET_WABA_DETAILS = "CANNOT_GET_WABA_DETAILS"
    CANNOT_REGISTER_NEW_WHATSAPP_SENDER = "CANNOT_REGISTER_NEW_WHATSAPP_SENDER"
    CANNOT_REGISTER_TO_CLOUD_API = "CANNOT_REGISTER_TO_CLOUD_API"
    CANNOT_SUBSCRIBE_TO_CLOUD_API = "CANNOT_SUBSCRIBE_TO_CLOUD_API"
    CANNOT_SUBSCRIBE_TO_WEBHOOK = "CANNOT_SUBSCRIBE_TO_WEBHOOK"
    DUPLICATES_ON_SENDER_PHONE_NUMBER = "DUPLICATES_ON_SENDER_PHONE_NUMBER"
    FAILED_TO_FETCH_APPROVED_MESSAGE_TEMPLATES = "FAILED_TO_FETCH_APPROVED_MESSAGE_TEMPLATES"
    MULTIPLE_WABA_FOR_PROJECT_ID = "MULTIPLE_WABA_FOR_PROJECT_ID"
    NOT_VERIFIED_REQUESTED_PHONE_NUMBER = "NOT_VERIFIED_REQUESTED_PHONE_NUMBER"
    NOT_VERIFY_BUSINESS_VIA_WHATSAPP = "NOT_VERIFY_BUSINESS_VIA_WHATSAPP"
    NOVA_ACCOUNT_ID_CONFLICT = "NOVA_ACCOUNT_ID_CONFLICT"
    NO_CERTIFICATE_AVAILABLE = "NO_CERTIFICATE_AVAILABLE"
    NO_NOVA_ACCOUNT_ID = "NO_NOVA_ACCOUNT_ID"
    NO_PRICING_PLAN = "NO_PRICING_PLAN"
    NO_PROJECT_ID = "NO_PROJECT_ID"
    NO_VERIFIED_PHONE_NUMBER = "NO_VERIFIED_PHONE_NUMBER"
    PROJECT_ID_CONFLICT = "PROJECT_ID_CONFLICT"
    REQUESTED_PHONE_NUMBER_OR_COUNTRY_CODE_CONFLICT = "REQUESTED_PHONE_NUMBER_OR_COUNTRY_CODE_CONFLICT"
    SENDER_HAS_BEEN_DELETED = "SENDER_HAS_BEEN_DELETED"
    UNKNOWN_ERROR = "UNKNOWN_ERROR"
    UNRECOGNIZED = "UNRECOGNIZED"
    WABA_CONNECTED_TO_ANOTHER_PROJECT = "WABA_CONNECTED_TO_ANOTHER_PROJECT"


class WhatsappSenderInputBotRegionEnum(OpenStrEnum):
    """Region."""

    BR = "BR"
    EU = "EU"
    US = "US"


class WhatsappSenderInputNumberProviderTypeEnum(OpenStrEnum):
    """Who supplies the number."""

    CUSTOMER = "CUSTOMER"
    SINCH = "SINCH"


class WhatsappSenderInputRegistrationMethodEnum(OpenStrEnum):
    """How to deliver the code."""

    SMS = "SMS"
    VOICE = "VOICE"


class WhatsappSenderInputWhatsAppVerticalEnum(OpenStrEnum):
    """Line of business."""

    ALCOHOL = "ALCOHOL"
    AUTOMOTIVE = "AUTOMOTIVE"
    BEAUTY_SPA_SALON = "BEAUTY_SPA_SALON"
    CLOTHING_AND_APPAREL = "CLOTHING_AND_APPAREL"
    EDUCATION = "EDUCATION"
    ENTERTAINMENT = "ENTERTAINMENT"
    EVENT_PLANNING_AND_SERVICE = "EVENT_PLANNING_AND_SERVICE"
    FINANCE_AND_BANKING = "FINANCE_AND_BANKING"
    FOOD_AND_GROCERY = "FOOD_AND_GROCERY"
    HOTEL_AND_LODGING = "HOTEL_AND_LODGING"
    MEDICAL_AND_HEALTH = "MEDICAL_AND_HEALTH"
    NON_PROFIT = "NON_PROFIT"
    ONLINE_GAMBLING = "ONLINE_GAMBLING"
    OTC_DRUGS = "OTC_DRUGS"
    OTHER = "OTHER"
    PHYSICAL_GAMBLING = "PHYSICAL_GAMBLING"
    PROFESSIONAL_SERVICES = "PROFESSIONAL_SERVICES"
    PUBLIC_SERVICE = "PUBLIC_SERVICE"
    RESTAURANT = "RESTAURANT"
    SHOPPING_AND_RETAIL = "SHOPPING_AND_RETAIL"
    TRAVEL_AND_TRANSPORTATION = "TRAVEL_AND_TRANSPORTATION"


class WhatsappSenderNotificationTypeEnum(OpenStrEnum):
    ACTIVE = "ACTIVE"
    COMMENT_ADDED = "COMMENT_ADDED"
    CREATED = "CREATED"
    DRAFT = "DRAFT"
    EDITED = "EDITED"
    ERROR = "ERROR"
    INACTIVE = "INACTIVE"
    IN_PROGRESS = "IN_PROGRESS"
    REGISTERED = "REGISTERED"
    REJECTED = "REJECTED"
    VERIFIED = "VERIFIED"


class WhatsappSenderNumberProviderTypeEnum(OpenStrEnum):
    """Who supplies the number."""

    CUSTOMER = "CUSTOMER"
    SINCH = "SINCH"
    UNRECOGNIZED = "UNRECOGNIZED"


class WhatsappSenderRegistrationMethodEnum(OpenStrEnum):
    """Delivery method used."""

    SMS = "SMS"
    UNRECOGNIZED = "UNRECOGNIZED"
    VOICE = "VOICE"


class WhatsappSenderStatesEnum(OpenStrEnum):
    """State of the sender."""

    ACTIVE = "ACTIVE"
    ERROR = "ERROR"
    INACTIVE = "INACTIVE"
    IN_PROGRESS = "IN_PROGRESS"
    PENDING_VERIFICATION = "PENDING_VERIFICATION"
    SUSPENDED = "SUSPENDED"


class WhatsappSenderStatusesEnum(OpenStrEnum):
    """Progress of the pending edits."""

    DRAFT = "DRAFT"
    ERROR = "ERROR"
    IN_PROGRESS = "IN_PROGRESS"
    REJECTED = "REJECTED"


class WhatsappConversationApiAppDto(Model):
    id: str
    """App id."""
    project_id: Annotated[str, Field(alias="projectId")]
    """Project of the app."""
    region: WhatsappConversationApiAppRegionsEnum | str
    """Region of the app."""


class WhatsappInputSenderPartnerInitiatedDetailsDto(RequestModel):
    about: Annotated[str | None, Field(max_length=139, min_length=1)] = None
    """About line; links stay plain text, no Markdown."""
    address: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """Postal address."""
    country_code: Annotated[str, Field(alias="countryCode")]
    """Numeric calling code, e.g. 48 or 44. Format: country code."""
    description: Annotated[str | None, Field(max_length=512, min_length=1)] = None
    """Business description."""
    display_name: Annotated[str, Field(alias="displayName", max_length=128, min_length=1)]
    """Name shown in WhatsApp."""
    email: Annotated[str | None, Field(max_length=128)] = None
    """Contact mail. Format: email."""
    phone_number: Annotated[str | None, Field(alias="phoneNumber", max_length=32)] = None
    """Number without calling code; must not belong to another sender. Format: numeric phone number."""
    photo_url: Annotated[str | None, Field(alias="photoUrl", max_length=256)] = None
    """Profile picture URL: jpeg/png/webp, up to 5 MB, 192x192 to 640x640 px (larger is cropped, PNG transparency turns
    black). Format: url."""
    vertical: WhatsappSenderInputWhatsAppVerticalEnum | str
    """Line of business."""
    website_one: Annotated[str | None, Field(alias="websiteOne", max_length=256)] = None
    """First website. Format: url."""
    website_two: Annotated[str | None, Field(alias="websiteTwo", max_length=256)] = None
    """Second website. Format: url."""


class WhatsappInputSenderPartnerInitiatedDto(RequestModel):
    details: WhatsappInputSenderPartnerInitiatedDetailsDto
    """Profile and number."""
    meta_local_storage: Annotated[
        WhatsappSenderInputMetaLocalStoragesEnum | str | None, Field(alias="metaLocalStorage")
    ] = None
    """Meta storage region."""
    phone_number_provider: Annotated[
        WhatsappSenderInputNumberProviderTypeEnum | str, Field(alias="phoneNumberProvider")
    ]
    """Who supplies the number."""
    region: WhatsappSenderInputBotRegionEnum | str | None = None
    """Region; default from billing country or account."""
    save_draft_on_failure: Annotated[bool | None, Field(alias="saveDraftOnFailure")] = False
    """Keep a draft if submitting fails."""
    status: WhatsappActionsEnum | str | None = WhatsappActionsEnum.SUBMIT
    """Save as draft or submit."""


class WhatsappInputSenderPhoneProvisioningDetailsDto(RequestModel):
    country_code: Annotated[str, Field(alias="countryCode")]
    """Calling code. Format: country code."""
    display_name: Annotated[str, Field(alias="displayName", max_length=128, min_length=1)]
    """Name shown in WhatsApp."""
    phone_number: Annotated[str, Field(alias="phoneNumber", max_length=32)]
    """Number without calling code. Format: numeric phone number."""


class WhatsappInputSenderPhoneProvisioningDto(RequestModel):
    details: WhatsappInputSenderPhoneProvisioningDetailsDto
    """Number and name."""
    meta_local_storage: Annotated[
        WhatsappSenderInputMetaLocalStoragesEnum | str | None, Field(alias="metaLocalStorage")
    ] = None
    """Meta storage region."""
    region: WhatsappSenderInputBotRegionEnum | str | None = None
    """Region."""


class WhatsappSenderChangesDetailsDto(Model):
    about: str | None = None
    """About line; links stay plain text, no Markdown."""
    address: str | None = None
    """Postal address."""
    description: str | None = None
    """Business description."""
    display_name: Annotated[str | None, Field(alias="displayName")] = None
    """Name shown in WhatsApp."""
    email: str | None = None
    """Contact mail."""
    photo_url: Annotated[str | None, Field(alias="photoUrl")] = None
    """Profile picture URL: jpeg/png/webp, up to 5 MB, 192x192 to 640x640 px (larger is cropped, PNG transparency turns
    black)."""
    vertical: WhatsappSenderWhatsAppVerticalEnum | str | None = None
    """Line of business."""
    website_one: Annotated[str | None, Field(alias="websiteOne")] = None
    """First website."""
    website_two: Annotated[str | None, Field(alias="websiteTwo")] = None
    """Second website."""


class WhatsappSenderChangesDto(Model):
    details: WhatsappSenderChangesDtoDetails | None = None
    """First variant for a new sender, second for an edit."""
    error_code: Annotated[WhatsappSenderErrorCodeEnum | str | None, Field(alias="errorCode")] = None
    """Cause when status is ERROR."""
    error_reason: Annotated[str | None, Field(alias="errorReason")] = None
    """Explanation when status is ERROR."""
    status: WhatsappSenderStatusesEnum | str
    """Progress of the edits."""


class WhatsappSenderDetailsDto(Model):
    about: str | None = None
    """About line; links stay plain text, no Markdown."""
    address: str | None = None
    """Postal address."""
    description: str | None = None
    """Business description."""
    display_name: Annotated[str, Field(alias="displayName")]
    """Name shown in WhatsApp."""
    email: str | None = None
    """Contact mail."""
    photo_url: Annotated[str | None, Field(alias="photoUrl")] = None
    """Profile picture URL: jpeg/png/webp, up to 5 MB, 192x192 to 640x640 px (larger is cropped, PNG transparency turns
    black)."""
    vertical: WhatsappSenderWhatsAppVerticalEnum | str
    """Line of business."""
    website_one: Annotated[str | None, Field(alias="websiteOne")] = None
    """First website."""
    website_two: Annotated[str | None, Field(alias="websiteTwo")] = None
    """Second website."""


class WhatsappSenderDto(Model):
    bearer_token: Annotated[str | None, Field(alias="bearerToken")] = None
    """Token that ties the sender to a Conversation API app."""
    business_manager: Annotated[WhatsappBusinessManagersEnum | str, Field(alias="businessManager")]
    """Sinch business manager."""
    changes: WhatsappSenderChangesDto | None = None
    """Pending edits."""
    cloud_api: Annotated[bool, Field(alias="cloudApi", deprecated=True)]
    """Hosted on Meta Cloud API."""
    compatible_regions: Annotated[Annotated[list[WhatsappRegions | str], Unique()], Field(alias="compatibleRegions")]
    """Conversation API regions that may use the sender."""
    conversation_api_app: Annotated[str | None, Field(alias="conversationApiApp", deprecated=True)] = None
    """Id of the linked Conversation API app."""
    conversation_api_app_details: Annotated[
        WhatsappConversationApiAppDto | None, Field(alias="conversationApiAppDetails")
    ] = None
    """Linked Conversation API app."""
    country_code: Annotated[str | None, Field(alias="countryCode")] = None
    """Calling code of the number."""
    created: str | None = None
    """Creation time (ISO 8601 text)."""
    daily_limit: Annotated[WhatsappDailyLimitEnum | str | None, Field(alias="dailyLimit")] = None
    """Messaging tier of the sender."""
    details: WhatsappSenderDetailsDto | None = None
    """Confirmed profile."""
    id: str
    """Sender id."""
    max_tps: Annotated[float | None, Field(alias="maxTps")] = None
    """Throughput limit in messages per second."""
    meta_local_storage: Annotated[WhatsappSenderMetaLocalStoragesEnum | str, Field(alias="metaLocalStorage")]
    """Where Meta stores its data."""
    modified: str | None = None
    """Last change (ISO 8601 text)."""
    number_provider: Annotated[WhatsappSenderNumberProviderTypeEnum | str | None, Field(alias="numberProvider")] = None
    """Who supplies the number."""
    phone_number: Annotated[str | None, Field(alias="phoneNumber")] = None
    """Number without calling code."""
    quality_rating: Annotated[WhatsappQualityRatingEnum | str | None, Field(alias="qualityRating")] = None
    """Meta quality rating."""
    region: WhatsappSenderBotRegionEnum | str
    """Region of the sender."""
    state: WhatsappSenderStatesEnum | str | None = None
    """Current state; missing while a new sender is still only in changes."""
    waba_ban_date: Annotated[str | None, Field(alias="wabaBanDate", deprecated=True)] = None
    """Moved to the account."""
    waba_ban_state: Annotated[WhatsappWabaBanStatesEnum | str | None, Field(alias="wabaBanState", deprecated=True)] = (
        None
    )
    """Moved to the account."""


class WhatsappSenderInputDetailsDto(RequestModel):
    about: Annotated[str | None, Field(max_length=139, min_length=1)] = None
    """About line; links stay plain text, no Markdown."""
    address: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """Postal address."""
    description: Annotated[str | None, Field(max_length=512, min_length=1)] = None
    """Business description."""
    display_name: Annotated[str, Field(alias="displayName", max_length=128, min_length=1)]
    """Name shown in WhatsApp."""
    email: Annotated[str | None, Field(max_length=128)] = None
    """Contact mail. Format: email."""
    photo_url: Annotated[str | None, Field(alias="photoUrl", max_length=256)] = None
    """Profile picture URL: jpeg/png/webp, up to 5 MB, 192x192 to 640x640 px (larger is cropped, PNG transparency turns
    black). Format: url."""
    vertical: WhatsappSenderInputWhatsAppVerticalEnum | str
    """Line of business."""
    website_one: Annotated[str | None, Field(alias="websiteOne", max_length=256)] = None
    """First website. Format: url."""
    website_two: Annotated[str | None, Field(alias="websiteTwo", max_length=256)] = None
    """Second website. Format: url."""


class WhatsappSenderInputDtoDeprecated(RequestModel):
    """Deprecated embedded-signup body; `SenderInputEsDto` takes its place."""

    business_manager: Annotated[
        WhatsappInputBusinessManagersPublicDocumentationEnum | str | None, Field(alias="businessManager")
    ] = None
    """Sinch business manager."""
    details: WhatsappSenderInputDetailsDto
    """Profile."""
    facebook_access_token: Annotated[str | None, Field(alias="facebookAccessToken", min_length=1)] = None
    """Long-lived token; needed without facebookCode."""
    facebook_code: Annotated[str | None, Field(alias="facebookCode", min_length=1)] = None
    """Single-use code; needed without facebookAccessToken. Format: uri."""
    meta_local_storage: Annotated[
        WhatsappSenderInputMetaLocalStoragesEnum | str | None, Field(alias="metaLocalStorage")
    ] = None
    """Meta storage region."""
    name: Annotated[str, Field(max_length=128, min_length=1)]
    """Sender name."""
    phone_number_id: Annotated[str | None, Field(alias="phoneNumberId")] = None
    """Meta id of the number."""
    region: WhatsappSenderInputRegionEnum | str | None = None
    """Region."""
    waba_id: Annotated[str | None, Field(alias="wabaId")] = None
    """WABA to attach to; looked up from the project when absent."""


class WhatsappSenderInputEsDto(RequestModel):
    authentication_code: Annotated[str | None, Field(alias="authenticationCode", min_length=1)] = None
    """Single-use code from embedded signup."""
    business_manager: Annotated[
        WhatsappInputBusinessManagersPublicDocumentationEnum | str | None, Field(alias="businessManager")
    ] = None
    """Sinch business manager."""
    meta_local_storage: Annotated[
        WhatsappSenderInputMetaLocalStoragesEnum | str | None, Field(alias="metaLocalStorage")
    ] = None
    """Meta storage region; default follows the region."""
    phone_number_id: Annotated[str, Field(alias="phoneNumberId")]
    """Meta id of the number."""
    region: WhatsappSenderInputRegionEnum | str | None = None
    """Region; default from billing country or account."""
    waba_id: Annotated[str, Field(alias="wabaId")]
    """WABA the sender is attached to."""


class WhatsappSenderInputRegisterDto(RequestModel):
    method: WhatsappSenderInputRegistrationMethodEnum | str
    """How to deliver the code."""


class WhatsappSenderInputVerifyDto(RequestModel):
    code: Annotated[str | None, Field(examples=["123456"])] = None
    """Six-character code; may be left out for numbers Meta has verified already. Format: otp."""


class WhatsappSenderListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    senders: list[WhatsappSenderDto]
    total_size: Annotated[float, Field(alias="totalSize")]
    """Number of entries that match."""


class WhatsappSenderNotificationDto(Model):
    author: str | None = None
    comment: str | None = None
    created: str | None = None
    type: WhatsappSenderNotificationTypeEnum | str


class WhatsappSenderNotificationListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    notifications: list[WhatsappSenderNotificationDto]
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """Number of entries that match."""


class WhatsappSenderRegisterDto(Model):
    accepted: str
    """When the request was taken (ISO 8601 text)."""
    id: str
    """Sender id."""
    method: WhatsappSenderRegistrationMethodEnum | str
    """Delivery method used."""
    verification_code_sent: Annotated[bool, Field(alias="verificationCodeSent")]
    """Whether a code was sent (false for numbers registered before)."""


class WhatsappUpdateSenderInputDetailsDto(RequestModel):
    about: Annotated[Nullable[str], Field(max_length=139, min_length=1)] = None
    """About line; links stay plain text, no Markdown. null removes it."""
    address: Annotated[Nullable[str], Field(max_length=256, min_length=1)] = None
    """Postal address. null removes it."""
    description: Annotated[Nullable[str], Field(max_length=512, min_length=1)] = None
    """Business description. null removes it."""
    display_name: Annotated[str | None, Field(alias="displayName", max_length=128, min_length=1)] = None
    """Name shown in WhatsApp."""
    email: Annotated[Nullable[str], Field(max_length=128)] = None
    """Contact mail. null removes it. Format: email."""
    photo_url: Annotated[Nullable[str], Field(alias="photoUrl", max_length=256)] = None
    """Profile picture URL: jpeg/png/webp, up to 5 MB, 192x192 to 640x640 px (larger is cropped, PNG transparency turns
    black). null removes it. Format: url."""
    vertical: WhatsappSenderInputWhatsAppVerticalEnum | str | None = None
    """Line of business."""
    website_one: Annotated[Nullable[str], Field(alias="websiteOne", max_length=256)] = None
    """First website. null removes it. Format: url."""
    website_two: Annotated[Nullable[str], Field(alias="websiteTwo", max_length=256)] = None
    """Second website. null removes it. Format: url."""


class WhatsappUpdateSenderInputDto(RequestModel):
    details: WhatsappUpdateSenderInputDetailsDto | None = None
    """Fields to change."""
    status: WhatsappActionsEnum | str | None = WhatsappActionsEnum.DRAFT
    """Save as draft or submit."""


WhatsappSenderChangesDtoDetails: TypeAlias = Annotated[
    WhatsappSenderDetailsDto | WhatsappSenderChangesDetailsDto | Unknown,
    OneOf(WhatsappSenderDetailsDto, WhatsappSenderChangesDetailsDto),
]
"""First variant for a new sender, second for an edit."""


WhatsappSendersCreateSenderRequest: TypeAlias = Annotated[
    WhatsappSenderInputEsDto
    | WhatsappInputSenderPhoneProvisioningDto
    | WhatsappInputSenderPartnerInitiatedDto
    | WhatsappSenderInputDtoDeprecated
    | Unknown,
    OneOf(
        WhatsappSenderInputEsDto,
        WhatsappInputSenderPhoneProvisioningDto,
        WhatsappInputSenderPartnerInitiatedDto,
        WhatsappSenderInputDtoDeprecated,
    ),
]
