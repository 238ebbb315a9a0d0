from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime.models import Model, Nullable, OneOf, OpenStrEnum, RequestModel, Unique, Unknown
from .shared import KakaotalkActionsEnum


class KakaotalkInputKakaoTalkButtonTypeEnum(OpenStrEnum):
    APP_LINK = "APP_LINK"
    BOT_FOR_CONSULTATION = "BOT_FOR_CONSULTATION"
    BOT_KEYWORD = "BOT_KEYWORD"
    BOT_TRANSFER = "BOT_TRANSFER"
    BUSINESS_FORM = "BUSINESS_FORM"
    CHANNEL_ID_ADDED = "CHANNEL_ID_ADDED"
    DELIVERY_SEARCH = "DELIVERY_SEARCH"
    IMAGE_SECURE_TRANSMISSION_PLUGIN_ID = "IMAGE_SECURE_TRANSMISSION_PLUGIN_ID"
    MESSAGE_DELIVERY = "MESSAGE_DELIVERY"
    ONE_CLICK_PAYMENT_PLUGIN = "ONE_CLICK_PAYMENT_PLUGIN"
    PERSONAL_INFORMATION_USE_PLUGIN_ID = "PERSONAL_INFORMATION_USE_PLUGIN_ID"
    WEB_LINK = "WEB_LINK"


class KakaotalkInputKakaoTalkTemplateEmphasizeTypeEnum(OpenStrEnum):
    """How the message is highlighted."""

    EMPHASIZE_TYPE_IMAGE = "EMPHASIZE_TYPE_IMAGE"
    EMPHASIZE_TYPE_NONE = "EMPHASIZE_TYPE_NONE"
    EMPHASIZE_TYPE_TEXT = "EMPHASIZE_TYPE_TEXT"


class KakaotalkInputKakaoTalkTemplateMessageTypeEnum(OpenStrEnum):
    """Kind of message."""

    AD_INCLUDED = "AD_INCLUDED"
    BASIC = "BASIC"
    EXTRA_INFORMATION = "EXTRA_INFORMATION"
    MIXED = "MIXED"


class KakaotalkInputTemplateLanguagesEnum(OpenStrEnum):
    """Language of the template."""

    AF = "AF"
    AR = "AR"
    AZ = "AZ"
    BG = "BG"
    BN = "BN"
    CA = "CA"
    CS = "CS"
    DA = "DA"
    DE = "DE"
    EL = "EL"
    EN = "EN"
    EN_GB = "EN_GB"
    EN_US = "EN_US"
    ES = "ES"
    ES_AR = "ES_AR"
    ES_ES = "ES_ES"
    ES_MX = "ES_MX"
    ET = "ET"
    FA = "FA"
    FI = "FI"
    FIL = "FIL"
    FR = "FR"
    GA = "GA"
    GU = "GU"
    HA = "HA"
    HE = "HE"
    HI = "HI"
    HR = "HR"
    HU = "HU"
    ID = "ID"
    IT = "IT"
    JA = "JA"
    KA = "KA"
    KK = "KK"
    KN = "KN"
    KO = "KO"
    KY_KG = "KY_KG"
    LO = "LO"
    LT = "LT"
    LV = "LV"
    MK = "MK"
    ML = "ML"
    MR = "MR"
    MS = "MS"
    NB = "NB"
    NL = "NL"
    PA = "PA"
    PL = "PL"
    PT_BR = "PT_BR"
    PT_PT = "PT_PT"
    RO = "RO"
    RU = "RU"
    RW_RW = "RW_RW"
    SK = "SK"
    SL = "SL"
    SQ = "SQ"
    SR = "SR"
    SV = "SV"
    SW = "SW"
    TA = "TA"
    TE = "TE"
    TH = "TH"
    TR = "TR"
    UK = "UK"
    UR = "UR"
    UZ = "UZ"
    VI = "VI"
    ZH_CN = "ZH_CN"
    ZH_HK = "ZH_HK"
    ZH_TW = "ZH_TW"
    ZU = "ZU"


class KakaotalkKakaoTalkButtonTypeEnum(OpenStrEnum):
    APP_LINK = "APP_LINK"
    BOT_FOR_CONSULTATION = "BOT_FOR_CONSULTATION"
    BOT_KEYWORD = "BOT_KEYWORD"
    BOT_TRANSFER = "BOT_TRANSFER"
    BUSINESS_FORM = "BUSINESS_FORM"
    BUTTON_TYPE_UNSPECIFIED = "BUTTON_TYPE_UNSPECIFIED"
    CHANNEL_ID_ADDED = "CHANNEL_ID_ADDED"
    DELIVERY_SEARCH = "DELIVERY_SEARCH"
    IMAGE_SECURE_TRANSMISSION_PLUGIN_ID = "IMAGE_SECURE_TRANSMISSION_PLUGIN_ID"
    MESSAGE_DELIVERY = "MESSAGE_DELIVERY"
    ONE_CLICK_PAYMENT_PLUGIN = "ONE_CLICK_PAYMENT_PLUGIN"
    PERSONAL_INFORMATION_USE_PLUGIN_ID = "PERSONAL_INFORMATION_USE_PLUGIN_ID"
    UNRECOGNIZED = "UNRECOGNIZED"
    WEB_LINK = "WEB_LINK"


class KakaotalkKakaoTalkTemplateEmphasizeTypeEnum(OpenStrEnum):
    """How the message is highlighted."""

    EMPHASIZE_TYPE_IMAGE = "EMPHASIZE_TYPE_IMAGE"
    EMPHASIZE_TYPE_NONE = "EMPHASIZE_TYPE_NONE"
    EMPHASIZE_TYPE_TEXT = "EMPHASIZE_TYPE_TEXT"
    EMPHASIZE_TYPE_UNSPECIFIED = "EMPHASIZE_TYPE_UNSPECIFIED"
    UNRECOGNIZED = "UNRECOGNIZED"


class KakaotalkKakaoTalkTemplateMessageTypeEnum(OpenStrEnum):
    """Kind of message."""

    AD_INCLUDED = "AD_INCLUDED"
    BASIC = "BASIC"
    EXTRA_INFORMATION = "EXTRA_INFORMATION"
    MIXED = "MIXED"
    TEMPLATE_MESSAGE_TYPE_UNSPECIFIED = "TEMPLATE_MESSAGE_TYPE_UNSPECIFIED"
    UNRECOGNIZED = "UNRECOGNIZED"


class KakaotalkTemplateLanguagesEnum(OpenStrEnum):
    """Language of the template."""

    AF = "AF"
    AR = "AR"
    AZ = "AZ"
    BG = "BG"
    BN = "BN"
    CA = "CA"
    CS = "CS"
    DA = "DA"
    DE = "DE"
    EL = "EL"
    EN = "EN"
    EN_GB = "EN_GB"
    EN_US = "EN_US"
    ES = "ES"
    ES_AR = "ES_AR"
    ES_ES = "ES_ES"
    ES_MX = "ES_MX"
    ET = "ET"
    FA = "FA"
    FI = "FI"
    FIL = "FIL"
    FR = "FR"
    GA = "GA"
    GU = "GU"
    HA = "HA"
    HE = "HE"
    HI = "HI"
    HR = "HR"
    HU = "HU"
    ID = "ID"
    IT = "IT"
    JA = "JA"
    KA = "KA"
    KK = "KK"
    KN = "KN"
    KO = "KO"
    KY_KG = "KY_KG"
    LO = "LO"
    LT = "LT"
    LV = "LV"
    MK = "MK"
    ML = "ML"
    MR = "MR"
    MS = "MS"
    NB = "NB"
    NL = "NL"
    PA = "PA"
    PL = "PL"
    PT_BR = "PT_BR"
    PT_PT = "PT_PT"
    RO = "RO"
    RU = "RU"
    RW_RW = "RW_RW"
    SK = "SK"
    SL = "SL"
    SQ = "SQ"
    SR = "SR"
    SV = "SV"
    SW = "SW"
    TA = "TA"
    TE = "TE"
    TH = "TH"
    TR = "TR"
    UK = "UK"
    UNRECOGNIZED = "UNRECOGNIZED"
    UR = "UR"
    UZ = "UZ"
    VI = "VI"
    ZH_CN = "ZH_CN"
    ZH_HK = "ZH_HK"
    ZH_TW = "ZH_TW"
    ZU = "ZU"


class KakaotalkTemplateNotificationTypeEnum(OpenStrEnum):
    COMMENT_ADDED = "COMMENT_ADDED"
    CREATED = "CREATED"
    DRAFT = "DRAFT"
    EDITED = "EDITED"
    IN_PROGRESS = "IN_PROGRESS"
    REJECTED = "REJECTED"


class KakaotalkTemplateStatesEnum(OpenStrEnum):
    """Where the template stands now."""

    APPROVED = "APPROVED"
    REJECTED = "REJECTED"


class KakaotalkTemplateStatusesEnum(OpenStrEnum):
    """Progress of the edits."""

    DRAFT = "DRAFT"
    IN_PROGRESS = "IN_PROGRESS"
    REJECTED = "REJECTED"


class KakaotalkButtonDto(Model):
    link_mo: Annotated[str | None, Field(alias="linkMo")] = None
    """Address for mobile devices. Format: url."""
    link_pc: Annotated[str | None, Field(alias="linkPc")] = None
    """Address for desktops. Format: url."""
    name: str | None = None
    """Name."""
    ordering: float | None = None
    """Position of the button, counted from 1."""
    scheme_android: Annotated[str | None, Field(alias="schemeAndroid")] = None
    """App scheme on Android."""
    scheme_ios: Annotated[str | None, Field(alias="schemeIos")] = None
    """App scheme on iOS."""
    type: KakaotalkKakaoTalkButtonTypeEnum | str | None = None


class KakaotalkInputButtonDto(RequestModel):
    link_mo: Annotated[str | None, Field(alias="linkMo", max_length=500, min_length=1)] = None
    """Address for mobile devices. Format: url."""
    link_pc: Annotated[str | None, Field(alias="linkPc", max_length=500, min_length=1)] = None
    """Address for desktops. Format: url."""
    name: Annotated[str, Field(max_length=14, min_length=1)]
    """Described as optional for drafts."""
    ordering: Annotated[float, Field(ge=1, le=5)]
    """Position of the button, counted from 1."""
    scheme_android: Annotated[str | None, Field(alias="schemeAndroid", max_length=500, min_length=1)] = None
    """App scheme on Android. Format: url."""
    scheme_ios: Annotated[str | None, Field(alias="schemeIos", max_length=500, min_length=1)] = None
    """App scheme on iOS. Format: url."""
    type: KakaotalkInputKakaoTalkButtonTypeEnum | str


class KakaotalkInputTemplateDetailsDto(RequestModel):
    buttons: Annotated[list[KakaotalkInputButtonDto], Field(min_length=0, max_length=5), Unique()] | None = None
    """`type` must differ between buttons."""
    category_code: Annotated[str | None, Field(alias="categoryCode", max_length=6, min_length=1)] = "999999"
    """Template category of six digits."""
    content: Annotated[str, Field(max_length=1000, min_length=1)]
    """Message body."""
    emphasize_type: Annotated[
        KakaotalkInputKakaoTalkTemplateEmphasizeTypeEnum | str | None, Field(alias="emphasizeType")
    ] = KakaotalkInputKakaoTalkTemplateEmphasizeTypeEnum.EMPHASIZE_TYPE_NONE
    """How the message is highlighted."""
    extra: Annotated[str | None, Field(max_length=500, min_length=1)] = None
    """Extra information block."""
    image_name: Annotated[str | None, Field(alias="imageName", max_length=250, min_length=1)] = None
    """File name of the image."""
    image_url: Annotated[str | None, Field(alias="imageUrl")] = None
    """JPEG or PNG, at most 500 KB, at least 500x250 px, 2:1 ratio. Format: url."""
    language: KakaotalkInputTemplateLanguagesEnum | str
    """Language of the template."""
    message_type: Annotated[KakaotalkInputKakaoTalkTemplateMessageTypeEnum | str | None, Field(alias="messageType")] = (
        KakaotalkInputKakaoTalkTemplateMessageTypeEnum.BASIC
    )
    """Kind of message."""
    name: Annotated[str, Field(max_length=150, min_length=1)]
    """Name of the template. A draft may omit it."""
    security_flag: Annotated[bool | None, Field(alias="securityFlag")] = False
    """For OTP-like texts: hidden on all but the recipient's main device."""
    subtitle: Annotated[str | None, Field(max_length=50, min_length=1)] = None
    """Phones shorten it: >18 chars Android, >21 iOS."""
    title: Annotated[str | None, Field(max_length=50, min_length=1)] = None
    """Phones shorten it past two lines: >23 chars Android, >27 iOS."""


class KakaotalkInputTemplateDto(RequestModel):
    details: KakaotalkInputTemplateDetailsDto
    """Content of the template."""
    save_draft_on_failure: Annotated[bool | None, Field(alias="saveDraftOnFailure")] = False
    """Keep a draft when the submission fails; off by default."""
    status: KakaotalkActionsEnum | str | None = KakaotalkActionsEnum.SUBMIT
    """Send for review (the default) or keep as a draft."""


class KakaotalkInputUpdateTemplateDetailsDto(RequestModel):
    buttons: Nullable[Annotated[list[KakaotalkInputButtonDto], Field(min_length=0, max_length=5), Unique()]] = None
    """`type` must differ between buttons."""
    category_code: Annotated[str | None, Field(alias="categoryCode", max_length=6, min_length=1)] = None
    """Template category of six digits."""
    content: Annotated[str | None, Field(max_length=1000, min_length=1)] = None
    """Message body."""
    emphasize_type: Annotated[
        KakaotalkInputKakaoTalkTemplateEmphasizeTypeEnum | str | None, Field(alias="emphasizeType")
    ] = None
    """How the message is highlighted."""
    extra: Annotated[Nullable[str], Field(max_length=500, min_length=1)] = None
    """Extra information block."""
    image_name: Annotated[Nullable[str], Field(alias="imageName", max_length=250, min_length=1)] = None
    """File name of the image."""
    image_url: Annotated[Nullable[str], Field(alias="imageUrl")] = None
    """JPEG or PNG, at most 500 KB, at least 500x250 px, 2:1 ratio. Format: url."""
    message_type: Annotated[KakaotalkInputKakaoTalkTemplateMessageTypeEnum | str | None, Field(alias="messageType")] = (
        None
    )
    """Kind of message."""
    name: Annotated[str | None, Field(max_length=150, min_length=1)] = None
    """Name of the template."""
    security_flag: Annotated[bool | None, Field(alias="securityFlag")] = None
    """For OTP-like texts: hidden on all but the recipient's main device."""
    subtitle: Annotated[Nullable[str], Field(max_length=50, min_length=1)] = None
    """Phones shorten it: >18 chars Android, >21 iOS."""
    title: Annotated[Nullable[str], Field(max_length=50, min_length=1)] = None
    """Phones shorten it past two lines: >23 chars Android, >27 iOS."""


class KakaotalkInputUpdateTemplateDto(RequestModel):
    details: KakaotalkInputUpdateTemplateDetailsDto | None = None
    """Content to change."""
    status: KakaotalkActionsEnum | str | None = KakaotalkActionsEnum.DRAFT
    """Keep as a draft (the default) or send for review."""


class KakaotalkTemplateChangesDetailsDto(Model):
    ad: str | None = None
    """Consent request or short ad wording."""
    buttons: list[KakaotalkButtonDto] | None = None
    """Buttons below the message."""
    category_code: Annotated[str | None, Field(alias="categoryCode")] = None
    """Template category of six digits."""
    content: str | None = None
    """Message body."""
    emphasize_type: Annotated[
        KakaotalkKakaoTalkTemplateEmphasizeTypeEnum | str | None, Field(alias="emphasizeType")
    ] = None
    """How the message is highlighted."""
    extra: str | None = None
    """Extra information block."""
    image_name: Annotated[str | None, Field(alias="imageName")] = None
    """File name of the image."""
    image_url: Annotated[str | None, Field(alias="imageUrl")] = None
    """Address of the image. Format: url."""
    language: KakaotalkTemplateLanguagesEnum | str | None = None
    """Language of the template."""
    message_type: Annotated[KakaotalkKakaoTalkTemplateMessageTypeEnum | str | None, Field(alias="messageType")] = None
    """Kind of message."""
    name: str | None = None
    """Name."""
    security_flag: Annotated[bool | None, Field(alias="securityFlag")] = None
    """Show on the main device only."""
    subtitle: str | None = None
    """Highlighted subtitle."""
    title: str | None = None
    """Highlighted title."""


class KakaotalkTemplateChangesDto(Model):
    details: KakaotalkTemplateChangesDtoDetails
    """Edited content of the template."""
    status: KakaotalkTemplateStatusesEnum | str
    """Progress of the edits."""


class KakaotalkTemplateDetailsDto(Model):
    ad: str | None = None
    """Consent request or short ad wording."""
    buttons: list[KakaotalkButtonDto]
    """Buttons below the message."""
    category_code: Annotated[str, Field(alias="categoryCode")]
    """Template category of six digits."""
    content: str | None = None
    """Message body."""
    emphasize_type: Annotated[KakaotalkKakaoTalkTemplateEmphasizeTypeEnum | str, Field(alias="emphasizeType")]
    """How the message is highlighted."""
    extra: str | None = None
    """Extra information block."""
    image_name: Annotated[str | None, Field(alias="imageName")] = None
    """File name of the image."""
    image_url: Annotated[str | None, Field(alias="imageUrl")] = None
    """Address of the image. Format: url."""
    language: KakaotalkTemplateLanguagesEnum | str
    """Language of the template."""
    message_type: Annotated[KakaotalkKakaoTalkTemplateMessageTypeEnum | str, Field(alias="messageType")]
    """Kind of message."""
    name: str
    """Name."""
    security_flag: Annotated[bool, Field(alias="securityFlag")]
    """Show on the main device only."""
    subtitle: str | None = None
    """Highlighted subtitle."""
    title: str | None = None
    """Highlighted title."""


class KakaotalkTemplateDto(Model):
    changes: KakaotalkTemplateChangesDto | None = None
    """Edits that are not in force yet."""
    code: str
    """Code of the template, used in paths."""
    created: str | None = None
    """When it was created, UTC, ISO 8601."""
    details: KakaotalkTemplateDetailsDto | None = None
    """Content in force."""
    id: str | None = None
    """Identifier of the template."""
    modified: str | None = None
    """When it was last changed, UTC, ISO 8601."""
    state: KakaotalkTemplateStatesEnum | str | None = None
    """Where the template stands now."""


class KakaotalkTemplateListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    templates: list[KakaotalkTemplateDto]
    """Templates on this page."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """How many entries match in all."""


class KakaotalkTemplateNotificationDto(Model):
    author: str | None = None
    comment: str | None = None
    created: str | None = None
    type: KakaotalkTemplateNotificationTypeEnum | str


class KakaotalkTemplateNotificationListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    notifications: list[KakaotalkTemplateNotificationDto]
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """How many entries match in all."""


KakaotalkTemplateChangesDtoDetails: TypeAlias = Annotated[
    KakaotalkTemplateDetailsDto | KakaotalkTemplateChangesDetailsDto | Unknown,
    OneOf(KakaotalkTemplateDetailsDto, KakaotalkTemplateChangesDetailsDto),
]
"""Edited content of the template."""
