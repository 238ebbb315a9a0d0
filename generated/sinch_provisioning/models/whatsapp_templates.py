from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime.models import Model, OneOf, OpenStrEnum, RequestModel, Unique, Unknown
from .shared import WhatsappActionsEnum


class WhatsappButtonTypeEnum(OpenStrEnum):
    FLOW = "FLOW"


class WhatsappButtonTypeFlowEnum(OpenStrEnum):
    FLOW = "FLOW"


class WhatsappButtonTypeOtpEnum(OpenStrEnum):
    OTP = "OTP"


class WhatsappButtonTypePhoneNumberEnum(OpenStrEnum):
    PHONE_NUMBER = "PHONE_NUMBER"


class WhatsappButtonTypeQuickReplyEnum(OpenStrEnum):
    QUICK_REPLY = "QUICK_REPLY"


class WhatsappButtonTypeRequestContactInfoEnum(OpenStrEnum):
    REQUEST_CONTACT_INFO = "REQUEST_CONTACT_INFO"


class WhatsappButtonTypeUrlEnum(OpenStrEnum):
    URL = "URL"


class WhatsappCardHeaderComponentFormatsEnum(OpenStrEnum):
    IMAGE = "IMAGE"
    VIDEO = "VIDEO"


class WhatsappComponentTypeBodyEnum(OpenStrEnum):
    BODY = "BODY"


class WhatsappComponentTypeButtonsEnum(OpenStrEnum):
    BUTTONS = "BUTTONS"


class WhatsappComponentTypeCarouselEnum(OpenStrEnum):
    CAROUSEL = "CAROUSEL"


class WhatsappComponentTypeFooterEnum(OpenStrEnum):
    FOOTER = "FOOTER"


class WhatsappComponentTypeHeaderEnum(OpenStrEnum):
    HEADER = "HEADER"


class WhatsappFlowActionEnum(OpenStrEnum):
    """Flow action as returned."""

    DATA_EXCHANGE = "DATA_EXCHANGE"
    NAVIGATE = "NAVIGATE"
    UNKNOWN = "UNKNOWN"
    UNRECOGNIZED = "UNRECOGNIZED"


class WhatsappInputCardMediaHeaderExampleSupportedMimeTypesEnum(OpenStrEnum):
    """Same, for carousel cards (no PDF)."""

    IMAGE_JPEG = "IMAGE/JPEG"
    IMAGE_PNG = "IMAGE/PNG"
    VIDEO_3GP = "VIDEO/3GP"
    VIDEO_MP4 = "VIDEO/MP4"


class WhatsappInputFlowActionEnum(OpenStrEnum):
    """Flow action as accepted."""

    DATA_EXCHANGE = "DATA_EXCHANGE"
    NAVIGATE = "NAVIGATE"


class WhatsappInputMediaHeaderExampleSupportedMimeTypesEnum(OpenStrEnum):
    """Upper-case mime types for a header sample file."""

    APPLICATION_PDF = "APPLICATION/PDF"
    IMAGE_JPEG = "IMAGE/JPEG"
    IMAGE_PNG = "IMAGE/PNG"
    VIDEO_3GP = "VIDEO/3GP"
    VIDEO_MP4 = "VIDEO/MP4"


class WhatsappInputOtpTypeEnum(OpenStrEnum):
    """OTP button flavour as accepted."""

    COPY_CODE = "COPY_CODE"
    ONE_TAP = "ONE_TAP"
    ZERO_TAP = "ZERO_TAP"


class WhatsappInputTemplateCompareTimeframesEnum(OpenStrEnum):
    """Look-back in days, sent as a string."""

    VALUE_30 = "30"
    VALUE_60 = "60"
    VALUE_7 = "7"
    VALUE_90 = "90"


class WhatsappInputTemplateLanguagesEnum(OpenStrEnum):
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


class WhatsappLocationHeaderComponentFormatEnum(OpenStrEnum):
    LOCATION = "LOCATION"


class WhatsappMediaHeaderComponentFormatEnum(OpenStrEnum):
    DOCUMENT = "DOCUMENT"
    IMAGE = "IMAGE"
    VIDEO = "VIDEO"


class WhatsappOtpTypeEnum(OpenStrEnum):
    """OTP button flavour as returned."""

    COPY_CODE = "COPY_CODE"
    ONE_TAP = "ONE_TAP"
    UNRECOGNIZED = "UNRECOGNIZED"
    ZERO_TAP = "ZERO_TAP"


class WhatsappTemplateAnalyticsButtonTypesEnum(OpenStrEnum):
    """Kind of button a click count refers to."""

    QUICK_REPLY = "QUICK_REPLY"
    UNIQUE_URL = "UNIQUE_URL"
    UNRECOGNIZED = "UNRECOGNIZED"
    URL = "URL"


class WhatsappTemplateAnalyticsDateRangesEnum(OpenStrEnum):
    """Look-back window for analytics: 1, 30, 90 or 7 days respectively."""

    DAY = "DAY"
    MONTH = "MONTH"
    QUARTER = "QUARTER"
    WEEK = "WEEK"


class WhatsappTemplateCategoryEnum(OpenStrEnum):
    """Category as returned."""

    AUTHENTICATION = "AUTHENTICATION"
    MARKETING = "MARKETING"
    UNRECOGNIZED = "UNRECOGNIZED"
    UTILITY = "UTILITY"


class WhatsappTemplateCompareBlockReasonsEnum(OpenStrEnum):
    """Most common reason recipients blocked the sender after this template."""

    NO_LONGER_NEEDED = "NO_LONGER_NEEDED"
    NO_REASON = "NO_REASON"
    NO_REASON_GIVEN = "NO_REASON_GIVEN"
    NO_SIGN_UP = "NO_SIGN_UP"
    OFFENSIVE_MESSAGES = "OFFENSIVE_MESSAGES"
    OTHER = "OTHER"
    OTP_DID_NOT_REQUEST = "OTP_DID_NOT_REQUEST"
    SPAM = "SPAM"
    UNKNOWN_BLOCK_REASON = "UNKNOWN_BLOCK_REASON"
    UNRECOGNIZED = "UNRECOGNIZED"


class WhatsappTemplateDtoFieldMaskPathsEnum(OpenStrEnum):
    """Dotted paths a caller may ask for; array elements are addressed with a literal 0."""

    ANALYTICS = "analytics"
    ANALYTICS_0_BUTTONS = "analytics.0.buttons"
    ANALYTICS_0_BUTTONS_0_CLICKS = "analytics.0.buttons.0.clicks"
    ANALYTICS_0_BUTTONS_0_CONTENT = "analytics.0.buttons.0.content"
    ANALYTICS_0_BUTTONS_0_TYPE = "analytics.0.buttons.0.type"
    ANALYTICS_0_DELIVERED = "analytics.0.delivered"
    ANALYTICS_0_END = "analytics.0.end"
    ANALYTICS_0_READ = "analytics.0.read"
    ANALYTICS_0_SENT = "analytics.0.sent"
    ANALYTICS_0_START = "analytics.0.start"
    CATEGORY = "category"
    CHANGES = "changes"
    CHANGES_ALLOW_CATEGORY_CHANGE = "changes.allowCategoryChange"
    CHANGES_DETAILS = "changes.details"
    CHANGES_DETAILS_COMPONENTS = "changes.details.components"
    CHANGES_DETAILS_COMPONENTS_0_ADD_SECURITY_RECOMMENDATION = "changes.details.components.0.addSecurityRecommendation"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS = "changes.details.components.0.buttons"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_AUTOFILL_TEXT = "changes.details.components.0.buttons.0.autofillText"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_EXAMPLE = "changes.details.components.0.buttons.0.example"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_FLOW_ACTION = "changes.details.components.0.buttons.0.flowAction"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_FLOW_ID = "changes.details.components.0.buttons.0.flowId"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_NAVIGATE_SCREEN = "changes.details.components.0.buttons.0.navigateScreen"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_OTP_TYPE = "changes.details.components.0.buttons.0.otpType"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_PACKAGE_NAME = "changes.details.components.0.buttons.0.packageName"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_PHONE_NUMBER = "changes.details.components.0.buttons.0.phoneNumber"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_SIGNATURE_HASH = "changes.details.components.0.buttons.0.signatureHash"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_SUPPORTED_APPS = "changes.details.components.0.buttons.0.supportedApps"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_SUPPORTED_APPS_0_PACKAGE_NAME = (
        "changes.details.components.0.buttons.0.supportedApps.0.packageName"
    )
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_SUPPORTED_APPS_0_SIGNATURE_HASH = (
        "changes.details.components.0.buttons.0.supportedApps.0.signatureHash"
    )
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_TEXT = "changes.details.components.0.buttons.0.text"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_TYPE = "changes.details.components.0.buttons.0.type"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_URL = "changes.details.components.0.buttons.0.url"
    CHANGES_DETAILS_COMPONENTS_0_BUTTONS_0_ZERO_TAP_TERMS_ACCEPTED = (
        "changes.details.components.0.buttons.0.zeroTapTermsAccepted"
    )
    CHANGES_DETAILS_COMPONENTS_0_CODE_EXPIRATION_MINUTES = "changes.details.components.0.codeExpirationMinutes"
    CHANGES_DETAILS_COMPONENTS_0_EXAMPLE = "changes.details.components.0.example"
    CHANGES_DETAILS_COMPONENTS_0_EXAMPLE_URL = "changes.details.components.0.example.url"
    CHANGES_DETAILS_COMPONENTS_0_EXAMPLES = "changes.details.components.0.examples"
    CHANGES_DETAILS_COMPONENTS_0_FORMAT = "changes.details.components.0.format"
    CHANGES_DETAILS_COMPONENTS_0_TEXT = "changes.details.components.0.text"
    CHANGES_DETAILS_COMPONENTS_0_TYPE = "changes.details.components.0.type"
    CHANGES_DETAILS_MESSAGE_SEND_TTL_SECONDS = "changes.details.messageSendTtlSeconds"
    CHANGES_STATUS = "changes.status"
    DETAILS = "details"
    DETAILS_COMPONENTS = "details.components"
    DETAILS_COMPONENTS_0_ADD_SECURITY_RECOMMENDATION = "details.components.0.addSecurityRecommendation"
    DETAILS_COMPONENTS_0_BUTTONS = "details.components.0.buttons"
    DETAILS_COMPONENTS_0_BUTTONS_0_AUTOFILL_TEXT = "details.components.0.buttons.0.autofillText"
    DETAILS_COMPONENTS_0_BUTTONS_0_EXAMPLE = "details.components.0.buttons.0.example"
    DETAILS_COMPONENTS_0_BUTTONS_0_FLOW_ACTION = "details.components.0.buttons.0.flowAction"
    DETAILS_COMPONENTS_0_BUTTONS_0_FLOW_ID = "details.components.0.buttons.0.flowId"
    DETAILS_COMPONENTS_0_BUTTONS_0_NAVIGATE_SCREEN = "details.components.0.buttons.0.navigateScreen"
    DETAILS_COMPONENTS_0_BUTTONS_0_OTP_TYPE = "details.components.0.buttons.0.otpType"
    DETAILS_COMPONENTS_0_BUTTONS_0_PACKAGE_NAME = "details.components.0.buttons.0.packageName"
    DETAILS_COMPONENTS_0_BUTTONS_0_PHONE_NUMBER = "details.components.0.buttons.0.phoneNumber"
    DETAILS_COMPONENTS_0_BUTTONS_0_SIGNATURE_HASH = "details.components.0.buttons.0.signatureHash"
    DETAILS_COMPONENTS_0_BUTTONS_0_SUPPORTED_APPS = "details.components.0.buttons.0.supportedApps"
    DETAILS_COMPONENTS_0_BUTTONS_0_SUPPORTED_APPS_0_PACKAGE_NAME = (
        "details.components.0.buttons.0.supportedApps.0.packageName"
    )
    DETAILS_COMPONENTS_0_BUTTONS_0_SUPPORTED_APPS_0_SIGNATURE_HASH = (
        "details.components.0.buttons.0.supportedApps.0.signatureHash"
    )
    DETAILS_COMPONENTS_0_BUTTONS_0_TEXT = "details.components.0.buttons.0.text"
    DETAILS_COMPONENTS_0_BUTTONS_0_TYPE = "details.components.0.buttons.0.type"
    DETAILS_COMPONENTS_0_BUTTONS_0_URL = "details.components.0.buttons.0.url"
    DETAILS_COMPONENTS_0_BUTTONS_0_ZERO_TAP_TERMS_ACCEPTED = "details.components.0.buttons.0.zeroTapTermsAccepted"
    DETAILS_COMPONENTS_0_CODE_EXPIRATION_MINUTES = "details.components.0.codeExpirationMinutes"
    DETAILS_COMPONENTS_0_EXAMPLE = "details.components.0.example"
    DETAILS_COMPONENTS_0_EXAMPLE_URL = "details.components.0.example.url"
    DETAILS_COMPONENTS_0_EXAMPLES = "details.components.0.examples"
    DETAILS_COMPONENTS_0_FORMAT = "details.components.0.format"
    DETAILS_COMPONENTS_0_TEXT = "details.components.0.text"
    DETAILS_COMPONENTS_0_TYPE = "details.components.0.type"
    DETAILS_MESSAGE_SEND_TTL_SECONDS = "details.messageSendTtlSeconds"
    IS_META_GENERATED = "isMetaGenerated"
    LANGUAGE = "language"
    NAME = "name"
    QUALITY_SCORE = "qualityScore"
    REJECTION_CODE = "rejectionCode"
    STATE = "state"
    WHATSAPP_ID = "whatsappId"


class WhatsappTemplateInputCategoryEnum(OpenStrEnum):
    """Category as accepted."""

    AUTHENTICATION = "AUTHENTICATION"
    MARKETING = "MARKETING"
    UTILITY = "UTILITY"


class WhatsappTemplateLanguagesEnum(OpenStrEnum):
    """Language of a template."""

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


class WhatsappTemplateNotificationTypeEnum(OpenStrEnum):
    """Kind of activity entry."""

    COMMENT_ADDED = "COMMENT_ADDED"
    CREATED = "CREATED"
    DRAFT = "DRAFT"
    EDITED = "EDITED"
    IN_PROGRESS = "IN_PROGRESS"
    REJECTED = "REJECTED"


class WhatsappTemplateQualityScoreEnum(OpenStrEnum):
    """Meta's quality rating for the template."""

    QUALITY_SCORE_GREEN = "QUALITY_SCORE_GREEN"
    QUALITY_SCORE_RED = "QUALITY_SCORE_RED"
    QUALITY_SCORE_UNKNOWN = "QUALITY_SCORE_UNKNOWN"
    QUALITY_SCORE_YELLOW = "QUALITY_SCORE_YELLOW"
    UNRECOGNIZED = "UNRECOGNIZED"


class WhatsappTemplateRejectionCodeEnum(OpenStrEnum):
    """Why Meta rejected the template."""

    ABUSIVE_CONTENT = "ABUSIVE_CONTENT"
    INCORRECT_CATEGORY = "INCORRECT_CATEGORY"
    INVALID_FORMAT = "INVALID_FORMAT"
    NONE = "NONE"
    SCAM = "SCAM"
    UNRECOGNIZED = "UNRECOGNIZED"


class WhatsappTemplateStatesEnum(OpenStrEnum):
    """Review/usage state of a template on Meta's side."""

    APPROVED = "APPROVED"
    DISABLED = "DISABLED"
    PAUSED = "PAUSED"
    REJECTED = "REJECTED"


class WhatsappTemplateStatusesEnum(OpenStrEnum):
    """Where a set of pending changes stands: kept locally, handed to Meta, or turned down."""

    DRAFT = "DRAFT"
    IN_PROGRESS = "IN_PROGRESS"
    REJECTED = "REJECTED"


class WhatsappTextHeaderComponentFormatEnum(OpenStrEnum):
    TEXT = "TEXT"


class WhatsappBodyComponentDto(Model):
    add_security_recommendation: Annotated[bool | None, Field(alias="addSecurityRecommendation")] = None
    examples: list[str] | None = None
    """Samples for the variables."""
    text: str | None = None
    type: WhatsappComponentTypeBodyEnum | str


class WhatsappBodyComponentInputDto(RequestModel):
    add_security_recommendation: Annotated[bool | None, Field(alias="addSecurityRecommendation")] = False
    """AUTHENTICATION only: append the do-not-share advice."""
    examples: list[Annotated[str, Field(min_length=1)]] | None = None
    """One sample per variable in text; optional when there is none."""
    text: Annotated[str | None, Field(max_length=1024, min_length=1)] = None
    """Body text with {{1}}, {{2}} … variables; left empty for AUTHENTICATION templates."""
    type: WhatsappComponentTypeBodyEnum | str


class WhatsappButtonsComponentDto(Model):
    buttons: list[WhatsappButtonsComponentDtoButtonsItem]
    type: WhatsappComponentTypeButtonsEnum | str


class WhatsappButtonsComponentInputDto(RequestModel):
    buttons: Annotated[list[WhatsappButtonsComponentInputDtoButtonsItem], Field(min_length=1), Unique()]
    """Buttons; no two may share both kind and label. May be left out for a draft."""
    type: WhatsappComponentTypeButtonsEnum | str


class WhatsappCardBodyComponentDto(Model):
    examples: list[str] | None = None
    """Samples for the variables."""
    text: str | None = None
    """Card text."""
    type: WhatsappComponentTypeBodyEnum | str


class WhatsappCardButtonsComponentDto(Model):
    buttons: list[WhatsappCardButtonsComponentDtoButtonsItem]
    type: WhatsappComponentTypeButtonsEnum | str


class WhatsappCardDto(Model):
    components: list[WhatsappCardDtoComponentsItem]


class WhatsappCardHeaderComponentDto(Model):
    example: WhatsappMediaHeaderExampleDto | None = None
    """Sample asset."""
    format: WhatsappCardHeaderComponentFormatsEnum | str
    type: WhatsappComponentTypeHeaderEnum | str


class WhatsappCarouselComponentDto(Model):
    cards: list[WhatsappCardDto]
    type: WhatsappComponentTypeCarouselEnum | str


class WhatsappFlowButtonDto(Model):
    flow_action: Annotated[WhatsappFlowActionEnum | str | None, Field(alias="flowAction")] = None
    flow_id: Annotated[str | None, Field(alias="flowId")] = None
    """Flow that opens."""
    navigate_screen: Annotated[str | None, Field(alias="navigateScreen")] = None
    """First screen's id (NAVIGATE)."""
    text: str | None = None
    """Button label."""
    type: WhatsappButtonTypeEnum | str


class WhatsappFlowButtonInputDto(RequestModel):
    flow_action: Annotated[WhatsappInputFlowActionEnum | str, Field(alias="flowAction")]
    """May be left out for a draft."""
    flow_id: Annotated[str, Field(alias="flowId", max_length=30, min_length=1)]
    """Flow to open. May be left out for a draft. Format: digits."""
    navigate_screen: Annotated[str | None, Field(alias="navigateScreen", max_length=432, min_length=1)] = None
    """First screen's id; needed when flowAction is NAVIGATE."""
    text: Annotated[str, Field(max_length=25, min_length=1)]
    """Button label. May be left out for a draft."""
    type: WhatsappButtonTypeFlowEnum | str


class WhatsappFooterComponentDto(Model):
    code_expiration_minutes: Annotated[float | None, Field(alias="codeExpirationMinutes")] = None
    text: str | None = None
    type: WhatsappComponentTypeFooterEnum | str


class WhatsappFooterComponentInputDto(RequestModel):
    code_expiration_minutes: Annotated[float | None, Field(alias="codeExpirationMinutes")] = None
    """AUTHENTICATION only: state after how many minutes the code lapses."""
    text: Annotated[str | None, Field(max_length=60)] = None
    """Footer text."""
    type: WhatsappComponentTypeFooterEnum | str


class WhatsappInputCardBodyComponentDto(RequestModel):
    examples: list[Annotated[str, Field(min_length=1)]] | None = None
    """One sample per variable in text."""
    text: Annotated[str, Field(max_length=160, min_length=1)]
    """Card text, variables allowed. May be left out for a draft."""
    type: WhatsappComponentTypeBodyEnum | str


class WhatsappInputCardButtonsComponentDto(RequestModel):
    buttons: Annotated[
        list[WhatsappInputCardButtonsComponentDtoButtonsItem], Field(min_length=1, max_length=2), Unique()
    ]
    """One or two buttons; kind+label must differ. May be left out for a draft."""
    type: WhatsappComponentTypeButtonsEnum | str


class WhatsappInputCardDto(RequestModel):
    components: Annotated[list[WhatsappInputCardDtoComponentsItem], Unique()]
    """Header asset, text and up to two buttons; each kind once, and the same set on every card. May be left out for a
    draft."""


class WhatsappInputCardHeaderComponentDto(RequestModel):
    example: WhatsappInputCardMediaHeaderExampleDto
    """Sample asset; WhatsApp crops it to a wide shape. May be left out for a draft."""
    format: WhatsappCardHeaderComponentFormatsEnum | str
    type: WhatsappComponentTypeHeaderEnum | str


class WhatsappInputCardMediaHeaderExampleDto(RequestModel):
    mime_type: Annotated[
        WhatsappInputCardMediaHeaderExampleSupportedMimeTypesEnum | str | None, Field(alias="mimeType")
    ] = None
    """Only needed when the type cannot be told from the file."""
    url: str
    """As for headers, images and video only. May be left out for a draft. Format: url."""


class WhatsappInputCarouselComponentDto(RequestModel):
    cards: Annotated[list[WhatsappInputCardDto], Field(max_length=10, min_length=1)]
    """Cards of equal make-up; two suffice at creation even if up to ten are sent later. May be left out for a
    draft."""
    type: WhatsappComponentTypeCarouselEnum | str


class WhatsappInputTemplateCompareDto(RequestModel):
    end_timestamp: Annotated[float | None, Field(alias="endTimestamp")] = None
    """End of the window as a Unix time; the current time when absent. Format: timestamp."""
    templates: Annotated[list[WhatsappInputTemplateCompareIdentifierDto], Field(max_length=1, min_length=1)]
    """Exactly one template to compare with."""
    timeframe: WhatsappInputTemplateCompareTimeframesEnum | str | None = (
        WhatsappInputTemplateCompareTimeframesEnum.VALUE_7
    )
    """Days to look back."""


class WhatsappInputTemplateCompareIdentifierDto(RequestModel):
    template_language: Annotated[WhatsappTemplateLanguagesEnum | str, Field(alias="templateLanguage")]
    """Its language."""
    template_name: Annotated[str, Field(alias="templateName", pattern="^[a-z0-9][a-z0-9_]*[a-z0-9]$")]
    """Name of the other template."""


class WhatsappLocationHeaderComponentDto(Model):
    format: WhatsappLocationHeaderComponentFormatEnum | str
    type: WhatsappComponentTypeHeaderEnum | str


class WhatsappLocationHeaderComponentInputDto(RequestModel):
    format: WhatsappLocationHeaderComponentFormatEnum | str
    type: WhatsappComponentTypeHeaderEnum | str


class WhatsappMediaHeaderComponentDto(Model):
    example: WhatsappMediaHeaderExampleDto | None = None
    format: WhatsappMediaHeaderComponentFormatEnum | str
    type: WhatsappComponentTypeHeaderEnum | str


class WhatsappMediaHeaderComponentInputDto(RequestModel):
    example: WhatsappMediaHeaderExampleInputDto
    """May be left out for a draft."""
    format: WhatsappMediaHeaderComponentFormatEnum | str
    type: WhatsappComponentTypeHeaderEnum | str


class WhatsappMediaHeaderExampleDto(Model):
    url: str | None = None
    """Format: url."""


class WhatsappMediaHeaderExampleInputDto(RequestModel):
    mime_type: Annotated[
        WhatsappInputMediaHeaderExampleSupportedMimeTypesEnum | str | None, Field(alias="mimeType")
    ] = None
    """Only needed when the type cannot be told from the file."""
    url: str
    """Where the sample file can be fetched. Images: 8-bit RGB/RGBA JPEG or PNG up to 5 MB; video: H.264 with AAC, one
    or no audio stream, 3GP or MP4 up to 16 MB; document: PDF up to 100 MB. May be left out for a draft. Format: url.
    """


class WhatsappOtpButtonDto(Model):
    autofill_text: Annotated[str | None, Field(alias="autofillText")] = None
    otp_type: Annotated[WhatsappOtpTypeEnum | str, Field(alias="otpType")]
    package_name: Annotated[str | None, Field(alias="packageName", deprecated=True)] = None
    signature_hash: Annotated[str | None, Field(alias="signatureHash", deprecated=True)] = None
    supported_apps: Annotated[list[WhatsappSupportedAppDto] | None, Field(alias="supportedApps")] = None
    text: str | None = None
    type: WhatsappButtonTypeOtpEnum | str
    zero_tap_terms_accepted: Annotated[bool | None, Field(alias="zeroTapTermsAccepted")] = None


class WhatsappOtpButtonInputDto(RequestModel):
    autofill_text: Annotated[str | None, Field(alias="autofillText", max_length=25)] = None
    """Label of the one-tap autofill button."""
    otp_type: Annotated[WhatsappInputOtpTypeEnum | str, Field(alias="otpType")]
    package_name: Annotated[str | None, Field(alias="packageName", deprecated=True)] = None
    """Android package name; superseded by supportedApps."""
    signature_hash: Annotated[str | None, Field(alias="signatureHash", deprecated=True)] = None
    """Signing key hash; superseded by supportedApps."""
    supported_apps: Annotated[list[WhatsappSupportedAppInputDto] | None, Field(alias="supportedApps")] = None
    """Apps the code may be handed to."""
    text: Annotated[str, Field(max_length=25, min_length=1)]
    """Button label. May be left out for a draft."""
    type: WhatsappButtonTypeOtpEnum | str
    zero_tap_terms_accepted: Annotated[bool | None, Field(alias="zeroTapTermsAccepted")] = None
    """True states that the sender accepts WhatsApp's zero-tap terms and answers for customers expecting auto-filled
    codes."""


class WhatsappPartialBodyComponentDto(Model):
    add_security_recommendation: Annotated[bool | None, Field(alias="addSecurityRecommendation")] = None
    examples: list[str] | None = None
    """Samples for the variables."""
    text: str | None = None
    type: WhatsappComponentTypeBodyEnum | str | None = None


class WhatsappPartialButtonsComponentDto(Model):
    buttons: list[WhatsappPartialButtonsComponentDtoButtonsItem] | None = None
    type: WhatsappComponentTypeButtonsEnum | str | None = None


class WhatsappPartialCardBodyComponentDto(Model):
    examples: list[str] | None = None
    """Samples for the variables."""
    text: str | None = None
    """Card text."""
    type: WhatsappComponentTypeBodyEnum | str | None = None


class WhatsappPartialCardButtonsComponentDto(Model):
    buttons: list[WhatsappPartialCardButtonsComponentDtoButtonsItem] | None = None
    type: WhatsappComponentTypeButtonsEnum | str | None = None


class WhatsappPartialCardDto(Model):
    components: list[WhatsappPartialCardDtoComponentsItem] | None = None


class WhatsappPartialCardHeaderComponentDto(Model):
    example: WhatsappPartialMediaHeaderExampleDto | None = None
    """Sample asset."""
    format: WhatsappCardHeaderComponentFormatsEnum | str | None = None
    type: WhatsappComponentTypeHeaderEnum | str | None = None


class WhatsappPartialCarouselComponentDto(Model):
    cards: list[WhatsappPartialCardDto] | None = None
    type: WhatsappComponentTypeCarouselEnum | str | None = None


class WhatsappPartialFlowButtonDto(Model):
    flow_action: Annotated[WhatsappFlowActionEnum | str | None, Field(alias="flowAction")] = None
    flow_id: Annotated[str | None, Field(alias="flowId")] = None
    """Flow that opens."""
    navigate_screen: Annotated[str | None, Field(alias="navigateScreen")] = None
    """First screen's id (NAVIGATE)."""
    text: str | None = None
    """Button label."""
    type: WhatsappButtonTypeEnum | str | None = None


class WhatsappPartialFooterComponentDto(Model):
    code_expiration_minutes: Annotated[float | None, Field(alias="codeExpirationMinutes")] = None
    text: str | None = None
    type: WhatsappComponentTypeFooterEnum | str | None = None


class WhatsappPartialLocationHeaderComponentDto(Model):
    format: WhatsappLocationHeaderComponentFormatEnum | str | None = None
    type: WhatsappComponentTypeHeaderEnum | str | None = None


class WhatsappPartialMediaHeaderComponentDto(Model):
    example: WhatsappPartialMediaHeaderExampleDto | None = None
    format: WhatsappMediaHeaderComponentFormatEnum | str | None = None
    type: WhatsappComponentTypeHeaderEnum | str | None = None


class WhatsappPartialMediaHeaderExampleDto(Model):
    url: str | None = None
    """Format: url."""


class WhatsappPartialOtpButtonDto(Model):
    autofill_text: Annotated[str | None, Field(alias="autofillText")] = None
    otp_type: Annotated[WhatsappOtpTypeEnum | str | None, Field(alias="otpType")] = None
    package_name: Annotated[str | None, Field(alias="packageName", deprecated=True)] = None
    signature_hash: Annotated[str | None, Field(alias="signatureHash", deprecated=True)] = None
    supported_apps: Annotated[list[WhatsappSupportedAppDto] | None, Field(alias="supportedApps")] = None
    text: str | None = None
    type: WhatsappButtonTypeOtpEnum | str | None = None
    zero_tap_terms_accepted: Annotated[bool | None, Field(alias="zeroTapTermsAccepted")] = None


class WhatsappPartialPhoneNumberButtonDto(Model):
    phone_number: Annotated[str | None, Field(alias="phoneNumber")] = None
    """Format: phone number."""
    text: str | None = None
    type: WhatsappButtonTypePhoneNumberEnum | str | None = None


class WhatsappPartialQuickReplyButtonDto(Model):
    text: str | None = None
    type: WhatsappButtonTypeQuickReplyEnum | str | None = None


class WhatsappPartialTemplateAnalyticsButtonsDto(Model):
    clicks: float | None = None
    """Click count."""
    content: str | None = None
    """Button label or address."""
    type: WhatsappTemplateAnalyticsButtonTypesEnum | str | None = None


class WhatsappPartialTemplateAnalyticsDto(Model):
    buttons: list[WhatsappPartialTemplateAnalyticsButtonsDto] | None = None
    """Clicks per button."""
    delivered: float | None = None
    end: str | None = None
    """End of the range, UTC ISO 8601."""
    read: float | None = None
    sent: float | None = None
    start: str | None = None
    """Start of the range, UTC ISO 8601."""


class WhatsappPartialTemplateChangesDto(Model):
    allow_category_change: Annotated[bool | None, Field(alias="allowCategoryChange")] = None
    """Whether Meta may re-categorise."""
    details: WhatsappPartialTemplateChangesDtoDetails | None = None
    """First member for a template not yet accepted by Meta, second for changes to an existing one."""
    status: WhatsappTemplateStatusesEnum | str | None = None


class WhatsappPartialTemplateDetailsDto(Model):
    components: list[WhatsappPartialTemplateDetailsDtoComponentsItem] | None = None
    """Building blocks of the template."""
    message_send_ttl_seconds: Annotated[float | None, Field(alias="messageSendTtlSeconds")] = None
    """Seconds during which delivery is retried."""


class WhatsappPartialTemplateDto(Model):
    analytics: list[WhatsappPartialTemplateAnalyticsDto] | None = None
    category: WhatsappTemplateCategoryEnum | str | None = None
    changes: WhatsappPartialTemplateChangesDto | None = None
    """Pending changes."""
    details: WhatsappPartialTemplateDetailsDto | None = None
    """Content in force."""
    is_meta_generated: Annotated[bool | None, Field(alias="isMetaGenerated")] = None
    """True when Meta created the template by itself."""
    language: WhatsappTemplateLanguagesEnum | str | None = None
    name: str | None = None
    quality_score: Annotated[WhatsappTemplateQualityScoreEnum | str | None, Field(alias="qualityScore")] = None
    rejection_code: Annotated[WhatsappTemplateRejectionCodeEnum | str | None, Field(alias="rejectionCode")] = None
    state: WhatsappTemplateStatesEnum | str | None = None
    """Absent while the template only exists as a draft."""
    whatsapp_id: Annotated[str | None, Field(alias="whatsappId")] = None
    """Meta's id of the template; absent until submitted."""


class WhatsappPartialTemplateListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    templates: list[WhatsappPartialTemplateDto]
    total_size: Annotated[float, Field(alias="totalSize")]
    """Number of matches overall."""


class WhatsappPartialTextHeaderComponentDto(Model):
    example: str | None = None
    """Sample for the variable."""
    format: WhatsappTextHeaderComponentFormatEnum | str | None = None
    text: str | None = None
    """Header text."""
    type: WhatsappComponentTypeHeaderEnum | str | None = None


class WhatsappPartialUrlButtonDto(Model):
    example: str | None = None
    """Format: url."""
    text: str | None = None
    type: WhatsappButtonTypeUrlEnum | str | None = None
    url: str | None = None
    """Format: url."""


class WhatsappPhoneNumberButtonDto(Model):
    phone_number: Annotated[str | None, Field(alias="phoneNumber")] = None
    """Format: phone number."""
    text: str | None = None
    type: WhatsappButtonTypePhoneNumberEnum | str


class WhatsappPhoneNumberButtonInputDto(RequestModel):
    phone_number: Annotated[str, Field(alias="phoneNumber")]
    """Number to dial. May be left out for a draft. Format: phone number."""
    text: Annotated[str, Field(max_length=25, min_length=1)]
    """Button label. May be left out for a draft."""
    type: WhatsappButtonTypePhoneNumberEnum | str


class WhatsappQuickReplyButtonDto(Model):
    text: str | None = None
    type: WhatsappButtonTypeQuickReplyEnum | str


class WhatsappQuickReplyButtonInputDto(RequestModel):
    text: Annotated[str, Field(max_length=25, min_length=1)]
    """Button label. May be left out for a draft."""
    type: WhatsappButtonTypeQuickReplyEnum | str


class WhatsappRequestContactInfoButtonDto(Model):
    text: str | None = None
    type: WhatsappButtonTypeRequestContactInfoEnum | str


class WhatsappRequestContactInfoButtonInputDto(RequestModel):
    type: WhatsappButtonTypeRequestContactInfoEnum | str


class WhatsappSupportedAppDto(Model):
    package_name: Annotated[str, Field(alias="packageName")]
    signature_hash: Annotated[str, Field(alias="signatureHash")]


class WhatsappSupportedAppInputDto(RequestModel):
    package_name: Annotated[str, Field(alias="packageName")]
    """Android package name."""
    signature_hash: Annotated[str, Field(alias="signatureHash")]
    """Hash of the app's signing key."""


class WhatsappTemplateAnalyticsButtonsDto(Model):
    clicks: float
    """Click count."""
    content: str
    """Button label or address."""
    type: WhatsappTemplateAnalyticsButtonTypesEnum | str


class WhatsappTemplateAnalyticsDto(Model):
    buttons: list[WhatsappTemplateAnalyticsButtonsDto]
    """Clicks per button."""
    delivered: float
    end: str
    """End of the range, UTC ISO 8601."""
    read: float
    sent: float
    start: str
    """Start of the range, UTC ISO 8601."""


class WhatsappTemplateChangesDetailsDto(Model):
    components: list[WhatsappTemplateChangesDetailsDtoComponentsItem] | None = None
    """Changed building blocks."""
    message_send_ttl_seconds: Annotated[float | None, Field(alias="messageSendTtlSeconds")] = None


class WhatsappTemplateChangesDto(Model):
    allow_category_change: Annotated[bool | None, Field(alias="allowCategoryChange")] = None
    """Whether Meta may re-categorise."""
    details: WhatsappTemplateChangesDtoDetails | None = None
    """First member for a template not yet accepted by Meta, second for changes to an existing one."""
    status: WhatsappTemplateStatusesEnum | str


class WhatsappTemplateCompareDto(Model):
    templates: list[WhatsappTemplateCompareIdentifierDto]
    """Both templates, the one in the path and the one in the body."""


class WhatsappTemplateCompareIdentifierDto(Model):
    block_order: Annotated[float, Field(alias="blockOrder")]
    """Rank by block rate."""
    language: WhatsappTemplateLanguagesEnum | str
    message_sends: Annotated[float, Field(alias="messageSends")]
    """Messages sent."""
    name: str
    top_block_reason: Annotated[WhatsappTemplateCompareBlockReasonsEnum | str, Field(alias="topBlockReason")]


class WhatsappTemplateDetailsDto(Model):
    components: list[WhatsappTemplateDetailsDtoComponentsItem]
    """Building blocks of the template."""
    message_send_ttl_seconds: Annotated[float | None, Field(alias="messageSendTtlSeconds")] = None
    """Seconds during which delivery is retried."""


class WhatsappTemplateDetailsInputDto(RequestModel):
    components: Annotated[list[WhatsappTemplateDetailsInputDtoComponentsItem], Unique()]
    """Building blocks; one BODY is a must and each kind may appear once. May be left out for a draft."""
    message_send_ttl_seconds: Annotated[float | None, Field(alias="messageSendTtlSeconds")] = None
    """Seconds WhatsApp keeps retrying an undelivered message. Default / allowed range per category: AUTHENTICATION 600
    / 10-900, MARKETING 2592000 / 43200-2592000, UTILITY 2592000 / 30-43200. AUTHENTICATION templates made before
    2024-10-23 default to 30 days."""


class WhatsappTemplateDto(Model):
    analytics: list[WhatsappTemplateAnalyticsDto]
    category: WhatsappTemplateCategoryEnum | str
    changes: WhatsappTemplateChangesDto | None = None
    """Pending changes."""
    details: WhatsappTemplateDetailsDto | None = None
    """Content in force."""
    is_meta_generated: Annotated[bool, Field(alias="isMetaGenerated")]
    """True when Meta created the template by itself."""
    language: WhatsappTemplateLanguagesEnum | str
    name: str
    quality_score: Annotated[WhatsappTemplateQualityScoreEnum | str | None, Field(alias="qualityScore")] = None
    rejection_code: Annotated[WhatsappTemplateRejectionCodeEnum | str | None, Field(alias="rejectionCode")] = None
    state: WhatsappTemplateStatesEnum | str | None = None
    """Absent while the template only exists as a draft."""
    whatsapp_id: Annotated[str | None, Field(alias="whatsappId")] = None
    """Meta's id of the template; absent until submitted."""


class WhatsappTemplateInputDto(RequestModel):
    allow_category_change: Annotated[bool | None, Field(alias="allowCategoryChange")] = False
    """Let Meta re-categorise instead of rejecting."""
    category: WhatsappTemplateInputCategoryEnum | str
    details: WhatsappTemplateDetailsInputDto
    """Content of the template. A draft may omit it."""
    language: WhatsappInputTemplateLanguagesEnum | str
    name: Annotated[str, Field(max_length=512, pattern="^[a-z0-9][a-z0-9_]*[a-z0-9]$")]
    """Template name."""
    save_draft_on_failure: Annotated[bool | None, Field(alias="saveDraftOnFailure")] = False
    """Keep a draft when submitting fails."""
    status: WhatsappActionsEnum | str | None = WhatsappActionsEnum.SUBMIT
    """Draft or submit."""


class WhatsappTemplateListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    templates: list[WhatsappTemplateDto]
    total_size: Annotated[float, Field(alias="totalSize")]
    """Number of matches overall."""


class WhatsappTemplateNotificationDto(Model):
    author: str | None = None
    """Who."""
    comment: str | None = None
    """Text, for COMMENT_ADDED."""
    created: str | None = None
    """When it happened, ISO 8601."""
    type: WhatsappTemplateNotificationTypeEnum | str


class WhatsappTemplateNotificationListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    notifications: list[WhatsappTemplateNotificationDto]
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """How many entries match in all."""


class WhatsappTextHeaderComponentDto(Model):
    example: str | None = None
    """Sample for the variable."""
    format: WhatsappTextHeaderComponentFormatEnum | str
    text: str | None = None
    """Header text."""
    type: WhatsappComponentTypeHeaderEnum | str


class WhatsappTextHeaderComponentInputDto(RequestModel):
    example: Annotated[str | None, Field(min_length=1)] = None
    """Sample for the variable; needed when text has one."""
    format: WhatsappTextHeaderComponentFormatEnum | str
    text: Annotated[str, Field(max_length=60, min_length=1)]
    """Header text, at most one variable. May be left out for a draft."""
    type: WhatsappComponentTypeHeaderEnum | str


class WhatsappUpdateTemplateDetailsInputDto(RequestModel):
    components: Annotated[list[WhatsappTemplateDetailsInputDtoComponentsItem], Unique()] | None = None
    """Building blocks of the template; they replace the present ones."""
    message_send_ttl_seconds: Annotated[float | None, Field(alias="messageSendTtlSeconds")] = None
    """Seconds WhatsApp keeps retrying an undelivered message. Default / allowed range per category: AUTHENTICATION 600
    / 10-900, MARKETING 2592000 / 43200-2592000, UTILITY 2592000 / 30-43200. AUTHENTICATION templates made before
    2024-10-23 default to 30 days."""


class WhatsappUpdateTemplateInputDto(RequestModel):
    allow_category_change: Annotated[bool | None, Field(alias="allowCategoryChange")] = None
    """Let Meta re-categorise instead of rejecting."""
    category: WhatsappTemplateInputCategoryEnum | str | None = None
    """Honoured only for drafts and for templates rejected with INCORRECT_CATEGORY."""
    details: WhatsappUpdateTemplateDetailsInputDto | None = None
    status: WhatsappActionsEnum | str | None = WhatsappActionsEnum.DRAFT
    """Draft or submit."""


class WhatsappUrlButtonDto(Model):
    example: str | None = None
    """Format: url."""
    text: str | None = None
    type: WhatsappButtonTypeUrlEnum | str
    url: str | None = None
    """Format: url."""


class WhatsappUrlButtonInputDto(RequestModel):
    example: str | None = None
    """Full address with the placeholder filled in; needed when url holds {{1}}. Format: url."""
    text: Annotated[str, Field(max_length=25, min_length=1)]
    """Button label. May be left out for a draft."""
    type: WhatsappButtonTypeUrlEnum | str
    url: str
    """Target address; a single {{1}} placeholder may stand at its end (not in the host part). wa.me and whatsapp.com
    are refused. May be left out for a draft. Format: url."""


WhatsappButtonsComponentDtoButtonsItem: TypeAlias = Annotated[
    WhatsappPhoneNumberButtonDto
    | WhatsappUrlButtonDto
    | WhatsappQuickReplyButtonDto
    | WhatsappOtpButtonDto
    | WhatsappFlowButtonDto
    | WhatsappRequestContactInfoButtonDto
    | Unknown,
    OneOf.tagged(
        "type",
        {
            "PHONE_NUMBER": WhatsappPhoneNumberButtonDto,
            "URL": WhatsappUrlButtonDto,
            "QUICK_REPLY": WhatsappQuickReplyButtonDto,
            "OTP": WhatsappOtpButtonDto,
            "FLOW": WhatsappFlowButtonDto,
            "REQUEST_CONTACT_INFO": WhatsappRequestContactInfoButtonDto,
        },
    ),
]


WhatsappButtonsComponentInputDtoButtonsItem: TypeAlias = Annotated[
    WhatsappFlowButtonInputDto
    | WhatsappOtpButtonInputDto
    | WhatsappPhoneNumberButtonInputDto
    | WhatsappQuickReplyButtonInputDto
    | WhatsappRequestContactInfoButtonInputDto
    | WhatsappUrlButtonInputDto
    | Unknown,
    OneOf.tagged(
        "type",
        {
            "FLOW": WhatsappFlowButtonInputDto,
            "OTP": WhatsappOtpButtonInputDto,
            "PHONE_NUMBER": WhatsappPhoneNumberButtonInputDto,
            "QUICK_REPLY": WhatsappQuickReplyButtonInputDto,
            "REQUEST_CONTACT_INFO": WhatsappRequestContactInfoButtonInputDto,
            "URL": WhatsappUrlButtonInputDto,
        },
    ),
]


WhatsappCardButtonsComponentDtoButtonsItem: TypeAlias = Annotated[
    WhatsappUrlButtonDto | WhatsappQuickReplyButtonDto | WhatsappPhoneNumberButtonDto | Unknown,
    OneOf.tagged(
        "type",
        {
            "URL": WhatsappUrlButtonDto,
            "QUICK_REPLY": WhatsappQuickReplyButtonDto,
            "PHONE_NUMBER": WhatsappPhoneNumberButtonDto,
        },
    ),
]


WhatsappCardDtoComponentsItem: TypeAlias = Annotated[
    WhatsappCardHeaderComponentDto | WhatsappCardBodyComponentDto | WhatsappCardButtonsComponentDto | Unknown,
    OneOf.tagged(
        "type",
        {
            "HEADER": WhatsappCardHeaderComponentDto,
            "BODY": WhatsappCardBodyComponentDto,
            "BUTTONS": WhatsappCardButtonsComponentDto,
        },
    ),
]


WhatsappInputCardButtonsComponentDtoButtonsItem: TypeAlias = Annotated[
    WhatsappUrlButtonInputDto | WhatsappQuickReplyButtonInputDto | WhatsappPhoneNumberButtonInputDto | Unknown,
    OneOf.tagged(
        "type",
        {
            "URL": WhatsappUrlButtonInputDto,
            "QUICK_REPLY": WhatsappQuickReplyButtonInputDto,
            "PHONE_NUMBER": WhatsappPhoneNumberButtonInputDto,
        },
    ),
]


WhatsappInputCardDtoComponentsItem: TypeAlias = Annotated[
    WhatsappInputCardHeaderComponentDto
    | WhatsappInputCardBodyComponentDto
    | WhatsappInputCardButtonsComponentDto
    | Unknown,
    OneOf.tagged(
        "type",
        {
            "HEADER": WhatsappInputCardHeaderComponentDto,
            "BODY": WhatsappInputCardBodyComponentDto,
            "BUTTONS": WhatsappInputCardButtonsComponentDto,
        },
    ),
]


WhatsappPartialButtonsComponentDtoButtonsItem: TypeAlias = Annotated[
    WhatsappPartialPhoneNumberButtonDto
    | WhatsappPartialUrlButtonDto
    | WhatsappPartialQuickReplyButtonDto
    | WhatsappPartialOtpButtonDto
    | WhatsappPartialFlowButtonDto
    | Unknown,
    OneOf(
        WhatsappPartialPhoneNumberButtonDto,
        WhatsappPartialUrlButtonDto,
        WhatsappPartialQuickReplyButtonDto,
        WhatsappPartialOtpButtonDto,
        WhatsappPartialFlowButtonDto,
    ),
]


WhatsappPartialCardButtonsComponentDtoButtonsItem: TypeAlias = Annotated[
    WhatsappPartialUrlButtonDto | WhatsappPartialQuickReplyButtonDto | WhatsappPartialPhoneNumberButtonDto | Unknown,
    OneOf(WhatsappPartialUrlButtonDto, WhatsappPartialQuickReplyButtonDto, WhatsappPartialPhoneNumberButtonDto),
]


WhatsappPartialCardDtoComponentsItem: TypeAlias = Annotated[
    WhatsappPartialCardHeaderComponentDto
    | WhatsappPartialCardBodyComponentDto
    | WhatsappPartialCardButtonsComponentDto
    | Unknown,
    OneOf(
        WhatsappPartialCardHeaderComponentDto,
        WhatsappPartialCardBodyComponentDto,
        WhatsappPartialCardButtonsComponentDto,
    ),
]


WhatsappPartialTemplateChangesDtoDetails: TypeAlias = Annotated[
    WhatsappPartialTemplateDetailsDto | WhatsappTemplateChangesDetailsDto | Unknown,
    OneOf(WhatsappPartialTemplateDetailsDto, WhatsappTemplateChangesDetailsDto),
]
"""First member for a template not yet accepted by Meta, second for changes to an existing one."""


WhatsappPartialTemplateDetailsDtoComponentsItem: TypeAlias = Annotated[
    WhatsappPartialTextHeaderComponentDto
    | WhatsappPartialMediaHeaderComponentDto
    | WhatsappPartialBodyComponentDto
    | WhatsappPartialFooterComponentDto
    | WhatsappPartialButtonsComponentDto
    | WhatsappPartialLocationHeaderComponentDto
    | WhatsappPartialCarouselComponentDto
    | Unknown,
    OneOf(
        WhatsappPartialTextHeaderComponentDto,
        WhatsappPartialMediaHeaderComponentDto,
        WhatsappPartialBodyComponentDto,
        WhatsappPartialFooterComponentDto,
        WhatsappPartialButtonsComponentDto,
        WhatsappPartialLocationHeaderComponentDto,
        WhatsappPartialCarouselComponentDto,
    ),
]


WhatsappTemplateChangesDetailsDtoComponentsItem: TypeAlias = Annotated[
    WhatsappTextHeaderComponentDto
    | WhatsappMediaHeaderComponentDto
    | WhatsappLocationHeaderComponentDto
    | WhatsappBodyComponentDto
    | WhatsappFooterComponentDto
    | WhatsappButtonsComponentDto
    | WhatsappCarouselComponentDto
    | Unknown,
    OneOf(
        WhatsappTextHeaderComponentDto,
        WhatsappMediaHeaderComponentDto,
        WhatsappLocationHeaderComponentDto,
        WhatsappBodyComponentDto,
        WhatsappFooterComponentDto,
        WhatsappButtonsComponentDto,
        WhatsappCarouselComponentDto,
    ),
]


WhatsappTemplateChangesDtoDetails: TypeAlias = Annotated[
    WhatsappTemplateDetailsDto | WhatsappTemplateChangesDetailsDto | Unknown,
    OneOf(WhatsappTemplateDetailsDto, WhatsappTemplateChangesDetailsDto),
]
"""First member for a template not yet accepted by Meta, second for changes to an existing one."""


WhatsappTemplateDetailsDtoComponentsItem: TypeAlias = Annotated[
    WhatsappTextHeaderComponentDto
    | WhatsappMediaHeaderComponentDto
    | WhatsappBodyComponentDto
    | WhatsappFooterComponentDto
    | WhatsappButtonsComponentDto
    | WhatsappLocationHeaderComponentDto
    | WhatsappCarouselComponentDto
    | Unknown,
    OneOf(
        WhatsappTextHeaderComponentDto,
        WhatsappMediaHeaderComponentDto,
        WhatsappBodyComponentDto,
        WhatsappFooterComponentDto,
        WhatsappButtonsComponentDto,
        WhatsappLocationHeaderComponentDto,
        WhatsappCarouselComponentDto,
    ),
]


WhatsappTemplateDetailsInputDtoComponentsItem: TypeAlias = Annotated[
    WhatsappLocationHeaderComponentInputDto
    | WhatsappTextHeaderComponentInputDto
    | WhatsappMediaHeaderComponentInputDto
    | WhatsappBodyComponentInputDto
    | WhatsappFooterComponentInputDto
    | WhatsappButtonsComponentInputDto
    | WhatsappInputCarouselComponentDto
    | Unknown,
    OneOf(
        WhatsappLocationHeaderComponentInputDto,
        WhatsappTextHeaderComponentInputDto,
        WhatsappMediaHeaderComponentInputDto,
        WhatsappBodyComponentInputDto,
        WhatsappFooterComponentInputDto,
        WhatsappButtonsComponentInputDto,
        WhatsappInputCarouselComponentDto,
    ),
]


WhatsappTemplatesGetTemplateResponse: TypeAlias = Annotated[
    WhatsappTemplateDto | WhatsappPartialTemplateDto | Unknown, OneOf(WhatsappTemplateDto, WhatsappPartialTemplateDto)
]


WhatsappTemplatesListTemplatesResponse: TypeAlias = Annotated[
    WhatsappTemplateListDto | WhatsappPartialTemplateListDto | Unknown,
    OneOf(WhatsappTemplateListDto, WhatsappPartialTemplateListDto),
]
