from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.models import Model, OpenStrEnum, ReadOnly, RequestModel


class KakaotalkActionsEnum(OpenStrEnum):
    """Send for review (the default) or keep as a draft."""

    DRAFT = "DRAFT"
    SUBMIT = "SUBMIT"


class KakaotalkCommentTypeEnum(OpenStrEnum):
    CREATED = "CREATED"


class RcsCommentTypeEnum(OpenStrEnum):
    CREATED = "CREATED"


class RcsInputCountryCodesEnum(OpenStrEnum):
    """Countries to launch in."""

    AT = "AT"
    BE = "BE"
    BR = "BR"
    CA = "CA"
    CZ = "CZ"
    DE = "DE"
    DK = "DK"
    ES = "ES"
    FI = "FI"
    FR = "FR"
    GB = "GB"
    GR = "GR"
    HU = "HU"
    IT = "IT"
    MX = "MX"
    NL = "NL"
    NO = "NO"
    PE = "PE"
    PL = "PL"
    PT = "PT"
    SE = "SE"
    SG = "SG"
    SK = "SK"
    US = "US"


class RcsInputSenderUseCasesEnum(OpenStrEnum):
    """Main use of the sender."""

    MULTIUSE = "MULTIUSE"
    OTP = "OTP"
    PROMOTIONAL = "PROMOTIONAL"
    TRANSACTIONAL = "TRANSACTIONAL"


class WhatsappActionsEnum(OpenStrEnum):
    """Save as draft or submit."""

    DRAFT = "DRAFT"
    SUBMIT = "SUBMIT"


class WhatsappBusinessManagersEnum(OpenStrEnum):
    """Sinch business manager that serves the account."""

    SINCH_AMERICA = "SINCH_AMERICA"
    SINCH_BR = "SINCH_BR"
    SINCH_MX = "SINCH_MX"
    SINCH_SEP = "SINCH_SEP"
    SINCH_UK = "SINCH_UK"
    UNRECOGNIZED = "UNRECOGNIZED"


class WhatsappCommentTypeEnum(OpenStrEnum):
    """Always CREATED."""

    CREATED = "CREATED"


class WhatsappInputBusinessManagersEnum(OpenStrEnum):
    """Sinch business manager to use."""

    SINCH_AMERICA = "SINCH_AMERICA"
    SINCH_BR = "SINCH_BR"
    SINCH_MX = "SINCH_MX"
    SINCH_SEP = "SINCH_SEP"
    SINCH_UK = "SINCH_UK"


class WhatsappInputBusinessManagersPublicDocumentationEnum(OpenStrEnum):
    """Sinch business manager."""

    SINCH_BR = "SINCH_BR"
    SINCH_MX = "SINCH_MX"
    SINCH_UK = "SINCH_UK"


class WhatsappRegions(OpenStrEnum):
    """Conversation API region in lower case."""

    BR = "br"
    EU = "eu"
    US = "us"


class WhatsappSenderBotRegionEnum(OpenStrEnum):
    """Region of the partner-initiated sender."""

    BR = "BR"
    EU = "EU"
    UNRECOGNIZED = "UNRECOGNIZED"
    US = "US"


class WhatsappSenderInputMetaLocalStoragesEnum(OpenStrEnum):
    """Meta storage region; default follows the region."""

    AE = "AE"
    AU = "AU"
    BH = "BH"
    BR = "BR"
    CA = "CA"
    CH = "CH"
    DE = "DE"
    GB = "GB"
    ID = "ID"
    IN = "IN"
    JP = "JP"
    KR = "KR"
    SG = "SG"
    US = "US"
    ZA = "ZA"


class WhatsappSenderInputRegionEnum(OpenStrEnum):
    """Region to provision in; default follows the billing country."""

    BR = "BR"
    EU = "EU"
    US = "US"


class WhatsappSenderMetaLocalStoragesEnum(OpenStrEnum):
    """Where Meta keeps the data of that sender."""

    AE = "AE"
    AU = "AU"
    BH = "BH"
    BR = "BR"
    CA = "CA"
    CH = "CH"
    DE = "DE"
    GB = "GB"
    ID = "ID"
    IN = "IN"
    JP = "JP"
    KR = "KR"
    SG = "SG"
    UNRECOGNIZED = "UNRECOGNIZED"
    UNSPECIFIED = "UNSPECIFIED"
    US = "US"
    ZA = "ZA"


class WhatsappSenderWhatsAppVerticalEnum(OpenStrEnum):
    """Line of business shown in the profile."""

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
    NOT_SET = "NOT_SET"
    ONLINE_GAMBLING = "ONLINE_GAMBLING"
    OTC_DRUGS = "OTC_DRUGS"
    OTHER = "OTHER"
    PHYSICAL_GAMBLING = "PHYSICAL_GAMBLING"
    PROFESSIONAL_SERVICES = "PROFESSIONAL_SERVICES"
    PUBLIC_SERVICE = "PUBLIC_SERVICE"
    RESTAURANT = "RESTAURANT"
    SHOPPING_AND_RETAIL = "SHOPPING_AND_RETAIL"
    TRAVEL_AND_TRANSPORTATION = "TRAVEL_AND_TRANSPORTATION"
    UNRECOGNIZED = "UNRECOGNIZED"


class WhatsappWabaBanStatesEnum(OpenStrEnum):
    """Ban status, when Meta has acted against the account."""

    DISABLE = "DISABLE"
    REINSTATE = "REINSTATE"
    SCHEDULE_FOR_DISABLE = "SCHEDULE_FOR_DISABLE"
    UNRECOGNIZED = "UNRECOGNIZED"


class ErrorBody(Model):
    additional_information: Annotated[
        dict[str, Any] | None,
        Field(alias="additionalInformation", examples=[{"validationErrors": ["region must be one of BR, EU, US"]}]),
    ] = None
    """Context of the error, keyed by name."""
    error_code: Annotated[str | None, Field(alias="errorCode", examples=["invalid_input"])] = None
    """Stable code of the error, for programs."""
    message: Annotated[str | None, Field(examples=["The body broke a validation rule."])] = None
    """Short text for people."""
    resolution: Annotated[str | None, Field(examples=["Fix what validationErrors lists and send again."])] = None
    """Hint on how to get past the error."""


class KakaotalkCommentDto(Model):
    comment: str
    created: str | None = None
    type: KakaotalkCommentTypeEnum | str


class KakaotalkCommentInputDto(RequestModel):
    comment: Annotated[str, Field(max_length=65535, min_length=1)]


class RcsCommentDto(Model):
    comment: str
    created: str | None = None
    type: RcsCommentTypeEnum | str


class RcsCommentInputDto(RequestModel):
    comment: Annotated[str, Field(max_length=65535, min_length=1)]


class RcsSenderDetailsQuestionnaireFRQuestionsDto(Model):
    full_company_address: Annotated[
        ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="fullCompanyAddress")
    ]
    """Full postal address."""
    siren: ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto]
    """SIREN number."""


class RcsSenderDetailsQuestionnaireGBQuestionsDto(Model):
    brand_industry: Annotated[ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="brandIndustry")]
    """Business sector."""
    campaign_length: Annotated[ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="campaignLength")]
    """How long the campaign runs."""
    company_legal_name: Annotated[
        ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="companyLegalName")
    ]
    """Registered company name."""
    company_registration_number: Annotated[
        ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="companyRegistrationNumber")
    ]
    """Company registration number."""
    full_company_address: Annotated[
        ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="fullCompanyAddress")
    ]
    """Full postal address."""
    messages_frequency: Annotated[
        ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="messagesFrequency")
    ]
    """How often messages go out."""
    messages_volume: Annotated[ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="messagesVolume")]
    """Expected total volume."""


class RcsSenderDetailsQuestionnaireGeneralQuestionsDto(Model):
    interactions_description: Annotated[
        ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="interactionsDescription")
    ]
    """How users interact with the agent."""
    opt_in_description: Annotated[
        ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="optInDescription")
    ]
    """How users opt in."""
    opt_out_description: Annotated[
        ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="optOutDescription")
    ]
    """Text sent when a user opts out."""
    screenshot_uris: Annotated[ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="screenshotUris")]
    """Public screenshot addresses shown to reviewers."""
    trigger_description: Annotated[
        ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="triggerDescription")
    ]
    """What makes the business send a message."""
    video_uris: Annotated[ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="videoUris")]
    """Public video addresses shown to reviewers."""


class RcsSenderDetailsQuestionnaireQuestionObjectDto(Model):
    question: ReadOnly[str]
    """Question text."""
    suggested_answers: Annotated[ReadOnly[list[str]], Field(alias="suggestedAnswers")]
    """Proposed answers, may be empty."""


class RcsSenderDetailsQuestionnaireUSQuestionsDto(Model):
    brand_industry: Annotated[ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="brandIndustry")]
    """Business sector."""
    company_legal_name: Annotated[
        ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="companyLegalName")
    ]
    """Registered company name."""
    ein: ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto]
    """US Employer Identification Number."""
    full_company_address: Annotated[
        ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="fullCompanyAddress")
    ]
    """Full postal address."""
    messages_volume: Annotated[ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="messagesVolume")]
    """Expected volume."""
    sms_campaign: Annotated[ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto], Field(alias="smsCampaign")]
    """SMS campaign used as fallback."""


class RcsSenderDetailsQuestionnaireVerificationQuestionsDto(Model):
    email: ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto]
    """E-mail of that contact."""
    name: ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto]
    """Name of the contact who verifies the brand."""
    title: ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto]
    """Job title of that contact."""
    website: ReadOnly[RcsSenderDetailsQuestionnaireQuestionObjectDto]
    """Web site of that contact or brand."""


class WhatsappCommentDto(Model):
    comment: str
    """Comment text."""
    created: str | None = None
    """When it was stored, ISO 8601."""
    type: WhatsappCommentTypeEnum | str
    """Always CREATED."""


class WhatsappCommentInputDto(RequestModel):
    comment: Annotated[str, Field(max_length=65535, min_length=1)]
    """Comment text."""
