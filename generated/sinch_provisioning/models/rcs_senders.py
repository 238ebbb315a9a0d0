from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model, Nullable, OpenStrEnum, ReadOnly, RequestModel, Unique
from .shared import (
    RcsInputCountryCodesEnum,
    RcsInputSenderUseCasesEnum,
    RcsSenderDetailsQuestionnaireFRQuestionsDto,
    RcsSenderDetailsQuestionnaireGBQuestionsDto,
    RcsSenderDetailsQuestionnaireGeneralQuestionsDto,
    RcsSenderDetailsQuestionnaireUSQuestionsDto,
    RcsSenderDetailsQuestionnaireVerificationQuestionsDto,
)


class RcsConversationApiAppRegionsEnum(OpenStrEnum):
    """Region of the app."""

    BR = "BR"
    EU = "EU"
    UNRECOGNIZED = "UNRECOGNIZED"
    US = "US"


class RcsCountryCodesEnum(OpenStrEnum):
    """Countries to launch in."""

    AD = "AD"
    AE = "AE"
    AF = "AF"
    AG = "AG"
    AI = "AI"
    AL = "AL"
    AM = "AM"
    AO = "AO"
    AQ = "AQ"
    AR = "AR"
    AS = "AS"
    AT = "AT"
    AU = "AU"
    AW = "AW"
    AZ = "AZ"
    BA = "BA"
    BB = "BB"
    BD = "BD"
    BE = "BE"
    BF = "BF"
    BG = "BG"
    BH = "BH"
    BI = "BI"
    BJ = "BJ"
    BM = "BM"
    BN = "BN"
    BO = "BO"
    BQ = "BQ"
    BR = "BR"
    BS = "BS"
    BT = "BT"
    BW = "BW"
    BY = "BY"
    BZ = "BZ"
    CA = "CA"
    CD = "CD"
    CF = "CF"
    CG = "CG"
    CH = "CH"
    CI = "CI"
    CK = "CK"
    CL = "CL"
    CM = "CM"
    CN = "CN"
    CO = "CO"
    CR = "CR"
    CU = "CU"
    CV = "CV"
    CW = "CW"
    CY = "CY"
    CZ = "CZ"
    DE = "DE"
    DJ = "DJ"
    DK = "DK"
    DM = "DM"
    DO = "DO"
    DZ = "DZ"
    EC = "EC"
    EE = "EE"
    EG = "EG"
    ER = "ER"
    ES = "ES"
    ET = "ET"
    FI = "FI"
    FJ = "FJ"
    FK = "FK"
    FM = "FM"
    FO = "FO"
    FR = "FR"
    GA = "GA"
    GB = "GB"
    GD = "GD"
    GE = "GE"
    GF = "GF"
    GG = "GG"
    GH = "GH"
    GI = "GI"
    GL = "GL"
    GM = "GM"
    GN = "GN"
    GP = "GP"
    GQ = "GQ"
    GR = "GR"
    GT = "GT"
    GU = "GU"
    GW = "GW"
    GY = "GY"
    HK = "HK"
    HN = "HN"
    HR = "HR"
    HT = "HT"
    HU = "HU"
    ID = "ID"
    IE = "IE"
    IL = "IL"
    IM = "IM"
    IN = "IN"
    IO = "IO"
    IQ = "IQ"
    IR = "IR"
    IS = "IS"
    IT = "IT"
    JE = "JE"
    JM = "JM"
    JO = "JO"
    JP = "JP"
    KE = "KE"
    KG = "KG"
    KH = "KH"
    KI = "KI"
    KM = "KM"
    KN = "KN"
    KP = "KP"
    KR = "KR"
    KW = "KW"
    KY = "KY"
    KZ = "KZ"
    LA = "LA"
    LB = "LB"
    LC = "LC"
    LI = "LI"
    LK = "LK"
    LR = "LR"
    LS = "LS"
    LT = "LT"
    LU = "LU"
    LV = "LV"
    LY = "LY"
    MA = "MA"
    MC = "MC"
    MD = "MD"
    ME = "ME"
    MG = "MG"
    MH = "MH"
    MK = "MK"
    ML = "ML"
    MM = "MM"
    MN = "MN"
    MO = "MO"
    MP = "MP"
    MQ = "MQ"
    MR = "MR"
    MS = "MS"
    MT = "MT"
    MU = "MU"
    MV = "MV"
    MW = "MW"
    MX = "MX"
    MY = "MY"
    MZ = "MZ"
    NA = "NA"
    NC = "NC"
    NE = "NE"
    NF = "NF"
    NG = "NG"
    NI = "NI"
    NL = "NL"
    NO = "NO"
    NP = "NP"
    NR = "NR"
    NU = "NU"
    NZ = "NZ"
    OM = "OM"
    PA = "PA"
    PE = "PE"
    PF = "PF"
    PG = "PG"
    PH = "PH"
    PK = "PK"
    PL = "PL"
    PM = "PM"
    PR = "PR"
    PS = "PS"
    PT = "PT"
    PW = "PW"
    PY = "PY"
    QA = "QA"
    RE = "RE"
    RO = "RO"
    RS = "RS"
    RU = "RU"
    RW = "RW"
    SA = "SA"
    SB = "SB"
    SC = "SC"
    SD = "SD"
    SE = "SE"
    SG = "SG"
    SH = "SH"
    SI = "SI"
    SK = "SK"
    SL = "SL"
    SM = "SM"
    SN = "SN"
    SO = "SO"
    SR = "SR"
    SS = "SS"
    ST = "ST"
    SV = "SV"
    SX = "SX"
    SY = "SY"
    SZ = "SZ"
    TC = "TC"
    TD = "TD"
    TG = "TG"
    TH = "TH"
    TJ = "TJ"
    TK = "TK"
    TL = "TL"
    TM = "TM"
    TN = "TN"
    TO = "TO"
    TR = "TR"
    TT = "TT"
    TV = "TV"
    TW = "TW"
    TZ = "TZ"
    UA = "UA"
    UG = "UG"
    UM = "UM"
    UNRECOGNIZED = "UNRECOGNIZED"
    US = "US"
    UY = "UY"
    UZ = "UZ"
    VC = "VC"
    VE = "VE"
    VG = "VG"
    VI = "VI"
    VN = "VN"
    VU = "VU"
    WF = "WF"
    WS = "WS"
    XK = "XK"
    YE = "YE"
    YT = "YT"
    ZA = "ZA"
    ZM = "ZM"
    ZW = "ZW"


class RcsInputSenderBillingCategoriesEnum(OpenStrEnum):
    """Billing model. `BASIC_MESSAGE` and `SINGLE_MESSAGE` are deprecated in favour of `NON_CONVERSATIONAL`,
    `CONVERSATIONAL_LEGACY` in favour of `CONVERSATIONAL`."""

    BASIC_MESSAGE = "BASIC_MESSAGE"
    CONVERSATIONAL = "CONVERSATIONAL"
    CONVERSATIONAL_LEGACY = "CONVERSATIONAL_LEGACY"
    NON_CONVERSATIONAL = "NON_CONVERSATIONAL"
    SINGLE_MESSAGE = "SINGLE_MESSAGE"


class RcsInputSenderRegionsEnum(OpenStrEnum):
    """Region the sender lives in."""

    BR = "BR"
    EU = "EU"
    US = "US"


class RcsOperatorStatusEnum(OpenStrEnum):
    """Launch status at the operator."""

    INVALID_IN_GOOGLE_MY_BUSINESS = "INVALID_IN_GOOGLE_MY_BUSINESS"
    LAUNCHED = "LAUNCHED"
    NOT_LAUNCHED = "NOT_LAUNCHED"
    PENDING = "PENDING"
    PENDING_UNLAUNCHED = "PENDING_UNLAUNCHED"
    REJECTED = "REJECTED"
    SUSPENDED = "SUSPENDED"
    UNLAUNCHED = "UNLAUNCHED"
    UNRECOGNIZED = "UNRECOGNIZED"


class RcsSenderBillingCategoriesEnum(OpenStrEnum):
    """Billing model. `BASIC_MESSAGE` and `SINGLE_MESSAGE` are deprecated in favour of `NON_CONVERSATIONAL`,
    `CONVERSATIONAL_LEGACY` in favour of `CONVERSATIONAL`."""

    BASIC_MESSAGE = "BASIC_MESSAGE"
    CONVERSATIONAL = "CONVERSATIONAL"
    CONVERSATIONAL_LEGACY = "CONVERSATIONAL_LEGACY"
    NON_CONVERSATIONAL = "NON_CONVERSATIONAL"
    SINGLE_MESSAGE = "SINGLE_MESSAGE"


class RcsSenderHostingRegionsEnum(OpenStrEnum):
    """Where Google hosts it."""

    ASIA_PACIFIC = "ASIA_PACIFIC"
    EUROPE = "EUROPE"
    NORTH_AMERICA = "NORTH_AMERICA"


class RcsSenderNotificationTypeEnum(OpenStrEnum):
    """Kind of activity."""

    ACTIVE = "ACTIVE"
    COMMENT_ADDED = "COMMENT_ADDED"
    CREATED = "CREATED"
    DELETED = "DELETED"
    EDITED = "EDITED"
    INACTIVE = "INACTIVE"
    TEST = "TEST"


class RcsSenderRegionsEnum(OpenStrEnum):
    """Region."""

    BR = "BR"
    EU = "EU"
    US = "US"


class RcsSenderSortColumnsEnum(OpenStrEnum):
    CREATED = "CREATED"
    MODIFIED = "MODIFIED"
    NAME = "NAME"
    STATE = "STATE"


class RcsSenderStatesEnum(OpenStrEnum):
    """Lifecycle state."""

    DRAFT = "DRAFT"
    IN_PROGRESS = "IN_PROGRESS"
    IN_TEST = "IN_TEST"
    LAUNCHED = "LAUNCHED"
    LAUNCHING = "LAUNCHING"
    PREPARING_LAUNCH = "PREPARING_LAUNCH"
    UNKNOWN = "UNKNOWN"
    UNLAUNCHED = "UNLAUNCHED"


class RcsSenderUseCasesEnum(OpenStrEnum):
    """Use case."""

    MULTIUSE = "MULTIUSE"
    OTP = "OTP"
    PROMOTIONAL = "PROMOTIONAL"
    TRANSACTIONAL = "TRANSACTIONAL"


class RcsSortDirectionsEnum(OpenStrEnum):
    ASC = "ASC"
    DESC = "DESC"


class RcsTestNumberCapabilitiesFeaturesEnum(OpenStrEnum):
    """RBM features of the device."""

    ACTION_COMPOSE = "ACTION_COMPOSE"
    ACTION_CREATE_CALENDAR_EVENT = "ACTION_CREATE_CALENDAR_EVENT"
    ACTION_DIAL = "ACTION_DIAL"
    ACTION_OPEN_URL = "ACTION_OPEN_URL"
    ACTION_OPEN_URL_IN_WEBVIEW = "ACTION_OPEN_URL_IN_WEBVIEW"
    ACTION_SHARE_LOCATION = "ACTION_SHARE_LOCATION"
    ACTION_VIEW_LOCATION = "ACTION_VIEW_LOCATION"
    FEATURE_UNSPECIFIED = "FEATURE_UNSPECIFIED"
    REVOCATION = "REVOCATION"
    RICHCARD_CAROUSEL = "RICHCARD_CAROUSEL"
    RICHCARD_STANDALONE = "RICHCARD_STANDALONE"
    UNRECOGNIZED = "UNRECOGNIZED"


class RcsTestNumberStatesEnum(OpenStrEnum):
    """Where the invite stands."""

    DECLINED = "DECLINED"
    INVALID = "INVALID"
    PENDING = "PENDING"
    REJECTED = "REJECTED"
    UNRECOGNIZED = "UNRECOGNIZED"
    UNVERIFIED = "UNVERIFIED"
    VERIFIED = "VERIFIED"


class RcsConversationApiAppDto(Model):
    id: str
    """App id."""
    project_id: Annotated[str, Field(alias="projectId")]
    """Project of the app."""
    region: RcsConversationApiAppRegionsEnum | str
    """Region of the app."""


class RcsCountryStatusDto(Model):
    country: RcsCountryCodesEnum | str
    """Country."""
    operators: list[RcsOperatorDto]
    """Status per operator."""
    status: RcsOperatorStatusEnum | str
    """Launch status in the country."""


class RcsEmailDto(Model):
    address: str
    """The e-mail address. Format: email."""
    label: str
    """Caption of the contact."""


class RcsEmailInputDto(RequestModel):
    address: str
    """The e-mail address. Format: email."""
    label: Annotated[str, Field(max_length=25, min_length=0)]
    """Caption of the contact."""


class RcsOperatorDto(Model):
    modified: str | None = None
    """When the status last changed."""
    name: str
    """Operator name."""
    remark: str | None = None
    """Note on the status."""
    status: RcsOperatorStatusEnum | str
    """Launch status at the operator."""


class RcsPhoneDto(Model):
    label: str
    """Caption of the contact."""
    number: str
    """The phone number (E.164, or without country code and separators)."""


class RcsPhoneInputDto(RequestModel):
    label: Annotated[str, Field(max_length=25, min_length=0)]
    """Caption of the contact."""
    number: Annotated[str, Field(max_length=15, min_length=6, pattern="^\\+?[0-9+\\s]{6,15}$")]
    """The phone number (E.164, or without country code and separators)."""


class RcsSenderDetailsBrandDto(Model):
    banner_url: Annotated[str | None, Field(alias="bannerUrl")] = None
    """Banner image address. Format: url."""
    color: str | None = None
    """Brand colour as HEX. Format: hex."""
    description: str | None = None
    """Short brand text."""
    emails: list[RcsEmailDto] | None = None
    """Contact emails."""
    logo_url: Annotated[str | None, Field(alias="logoUrl")] = None
    """Logo image address. Format: url."""
    name: str | None = None
    """Brand name shown to users."""
    phones: list[RcsPhoneDto] | None = None
    """Contact phones."""
    privacy_policy_url: Annotated[str | None, Field(alias="privacyPolicyUrl")] = None
    """Privacy policy address. Format: url."""
    terms_of_service_url: Annotated[str | None, Field(alias="termsOfServiceUrl")] = None
    """Terms of service address. Format: url."""
    websites: list[RcsWebsiteDto] | None = None
    """Contact websites."""


class RcsSenderDetailsBrandInputDto(RequestModel):
    banner_url: Annotated[str | None, Field(alias="bannerUrl")] = None
    """Banner image address (JPEG/PNG, at most 200 KB, exactly 1440x448 px). Format: url."""
    color: str | None = "#000000"
    """Brand colour as HEX. Format: hex."""
    description: Annotated[str | None, Field(max_length=100, min_length=0)] = None
    """Short brand text."""
    emails: Annotated[list[RcsEmailInputDto], Field(min_length=1, max_length=3), Unique()] | None = None
    """Contact emails; address must differ between entries."""
    logo_url: Annotated[str | None, Field(alias="logoUrl")] = None
    """Logo image address (JPEG/PNG, at most 50 KB, exactly 224x224 px). Format: url."""
    name: Annotated[str | None, Field(max_length=40, min_length=0)] = "RCS Sender"
    """Brand name shown to users."""
    phones: Annotated[list[RcsPhoneInputDto], Field(min_length=1, max_length=3), Unique()] | None = None
    """Contact phones; number must differ between entries."""
    privacy_policy_url: Annotated[str | None, Field(alias="privacyPolicyUrl")] = None
    """Privacy policy address. Format: url."""
    terms_of_service_url: Annotated[str | None, Field(alias="termsOfServiceUrl")] = None
    """Terms of service address. Format: url."""
    websites: Annotated[list[RcsWebsiteInputDto], Field(min_length=1, max_length=3), Unique()] | None = None
    """Contact websites; url must differ between entries."""


class RcsSenderDetailsDto(Model):
    brand: RcsSenderDetailsBrandDto | None = None
    """Brand data."""
    callback_url: Annotated[str | None, Field(alias="callbackUrl")] = None
    """Address that receives callbacks of this sender. Format: url."""
    countries: list[RcsCountryCodesEnum | str] | None = None
    """Countries to launch in."""
    questionnaire: RcsSenderDetailsQuestionnaireDto
    """Launch questions and answers."""
    test_numbers: Annotated[list[str] | None, Field(alias="testNumbers")] = None
    """Tester numbers; at most 20 new invites a day and 200 in all."""


class RcsSenderDetailsInputDto(RequestModel):
    brand: RcsSenderDetailsBrandInputDto | None = None
    """Brand data."""
    callback_url: Annotated[str | None, Field(alias="callbackUrl")] = None
    """Address that receives callbacks of this sender. Format: url."""
    countries: Annotated[list[RcsInputCountryCodesEnum | str], Field(min_length=1), Unique()] | None = None
    """Countries to launch in."""
    questionnaire: RcsSenderDetailsQuestionnaireInputDto | None = None
    """Launch answers."""
    test_numbers: Annotated[
        Annotated[list[str], Field(max_length=200), Unique()] | None, Field(alias="testNumbers")
    ] = None
    """Tester numbers; at most 20 new invites a day and 200 in all."""


class RcsSenderDetailsQuestionnaireAnswerMetadataDto(Model):
    ignore: str | None = None
    """Piece of the answer to drop at launch."""


class RcsSenderDetailsQuestionnaireAnswerMetadataInputDto(RequestModel):
    ignore: Annotated[str | None, Field(min_length=1)] = None
    """Piece of the answer (for example a delimiter) to drop at launch."""


class RcsSenderDetailsQuestionnaireDto(Model):
    fr: RcsSenderDetailsQuestionnaireFRDto | None = None
    """France section."""
    gb: RcsSenderDetailsQuestionnaireGBDto | None = None
    """United Kingdom section."""
    general: RcsSenderDetailsQuestionnaireGeneralDto
    """Section for every sender."""
    us: RcsSenderDetailsQuestionnaireUSDto | None = None
    """United States section."""
    verification: RcsSenderDetailsQuestionnaireVerificationDto
    """Section about the verification contact."""


class RcsSenderDetailsQuestionnaireFRAnswersDto(Model):
    full_company_address: Annotated[str | None, Field(alias="fullCompanyAddress")] = None
    """Full postal address."""
    full_company_address_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataDto | None, Field(alias="fullCompanyAddressMetadata")
    ] = None
    """Extra hint for the address answer."""
    siren: str | None = None
    """French SIREN company number (9 digits)."""


class RcsSenderDetailsQuestionnaireFRAnswersInputDto(RequestModel):
    full_company_address: Annotated[str | None, Field(alias="fullCompanyAddress", min_length=1)] = None
    """Full postal address."""
    full_company_address_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="fullCompanyAddressMetadata")
    ] = None
    """Extra hint for the address answer."""
    siren: Annotated[str | None, Field(max_length=9, min_length=9, pattern="^[0-9]+$")] = None
    """French SIREN company number (9 digits)."""


class RcsSenderDetailsQuestionnaireFRDto(Model):
    answers: RcsSenderDetailsQuestionnaireFRAnswersDto
    """Answers of the section."""
    questions: ReadOnly[RcsSenderDetailsQuestionnaireFRQuestionsDto]
    """Questions of the section."""


class RcsSenderDetailsQuestionnaireFRInputDto(RequestModel):
    answers: RcsSenderDetailsQuestionnaireFRAnswersInputDto
    """Answers of the section."""


class RcsSenderDetailsQuestionnaireGBAnswersDto(Model):
    brand_industry: Annotated[str | None, Field(alias="brandIndustry")] = None
    """Business sector."""
    campaign_length: Annotated[str | None, Field(alias="campaignLength")] = None
    """How long the campaign runs."""
    company_legal_name: Annotated[str | None, Field(alias="companyLegalName")] = None
    """Registered company name."""
    company_registration_number: Annotated[str | None, Field(alias="companyRegistrationNumber")] = None
    """Company registration number."""
    full_company_address: Annotated[str | None, Field(alias="fullCompanyAddress")] = None
    """Full postal address."""
    full_company_address_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataDto | None, Field(alias="fullCompanyAddressMetadata")
    ] = None
    """Extra hint for the address answer."""
    messages_frequency: Annotated[str | None, Field(alias="messagesFrequency")] = None
    """How often messages go out."""
    messages_volume: Annotated[str | None, Field(alias="messagesVolume")] = None
    """Expected total volume."""


class RcsSenderDetailsQuestionnaireGBAnswersInputDto(RequestModel):
    brand_industry: Annotated[str | None, Field(alias="brandIndustry", min_length=1)] = None
    """Business sector."""
    campaign_length: Annotated[str | None, Field(alias="campaignLength", min_length=1)] = None
    """How long the campaign runs."""
    company_legal_name: Annotated[str | None, Field(alias="companyLegalName", min_length=1)] = None
    """Registered company name."""
    company_registration_number: Annotated[str | None, Field(alias="companyRegistrationNumber", min_length=1)] = None
    """Company registration number."""
    full_company_address: Annotated[str | None, Field(alias="fullCompanyAddress", min_length=1)] = None
    """Full postal address."""
    full_company_address_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="fullCompanyAddressMetadata")
    ] = None
    """Extra hint for the address answer."""
    messages_frequency: Annotated[str | None, Field(alias="messagesFrequency", min_length=1)] = None
    """How often messages go out."""
    messages_volume: Annotated[str | None, Field(alias="messagesVolume", min_length=1)] = None
    """Expected total volume."""


class RcsSenderDetailsQuestionnaireGBDto(Model):
    answers: RcsSenderDetailsQuestionnaireGBAnswersDto
    """Answers of the section."""
    questions: ReadOnly[RcsSenderDetailsQuestionnaireGBQuestionsDto]
    """Questions of the section."""


class RcsSenderDetailsQuestionnaireGBInputDto(RequestModel):
    answers: RcsSenderDetailsQuestionnaireGBAnswersInputDto
    """Answers of the section."""


class RcsSenderDetailsQuestionnaireGeneralAnswersDto(Model):
    interactions_description: Annotated[str | None, Field(alias="interactionsDescription")] = None
    """How users interact with the agent."""
    interactions_description_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataDto | None, Field(alias="interactionsDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    opt_in_description: Annotated[str | None, Field(alias="optInDescription")] = None
    """How users opt in."""
    opt_in_description_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataDto | None, Field(alias="optInDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    opt_out_description: Annotated[str | None, Field(alias="optOutDescription")] = None
    """Text sent when a user opts out."""
    opt_out_description_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataDto | None, Field(alias="optOutDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    screenshot_uris: Annotated[list[str] | None, Field(alias="screenshotUris")] = None
    """Public screenshot addresses shown to reviewers."""
    trigger_description: Annotated[str | None, Field(alias="triggerDescription")] = None
    """What makes the business send a message."""
    trigger_description_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataDto | None, Field(alias="triggerDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    video_uris: Annotated[list[str] | None, Field(alias="videoUris")] = None
    """Public video addresses shown to reviewers."""


class RcsSenderDetailsQuestionnaireGeneralAnswersInputDto(RequestModel):
    interactions_description: Annotated[str | None, Field(alias="interactionsDescription", min_length=1)] = None
    """How users interact with the agent."""
    interactions_description_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="interactionsDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    opt_in_description: Annotated[str | None, Field(alias="optInDescription", min_length=1)] = None
    """How users opt in."""
    opt_in_description_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="optInDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    opt_out_description: Annotated[str | None, Field(alias="optOutDescription", min_length=1)] = None
    """Text sent when a user opts out."""
    opt_out_description_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="optOutDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    screenshot_uris: Annotated[list[str] | None, Field(alias="screenshotUris", min_length=1)] = None
    """Public screenshot addresses shown to reviewers."""
    trigger_description: Annotated[str | None, Field(alias="triggerDescription", min_length=1)] = None
    """What makes the business send a message."""
    trigger_description_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="triggerDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    video_uris: Annotated[list[str] | None, Field(alias="videoUris", min_length=1)] = None
    """Public video addresses shown to reviewers."""


class RcsSenderDetailsQuestionnaireGeneralDto(Model):
    answers: RcsSenderDetailsQuestionnaireGeneralAnswersDto
    """Answers of the section."""
    questions: ReadOnly[RcsSenderDetailsQuestionnaireGeneralQuestionsDto]
    """Questions of the section."""


class RcsSenderDetailsQuestionnaireGeneralInputDto(RequestModel):
    answers: RcsSenderDetailsQuestionnaireGeneralAnswersInputDto
    """Answers of the section."""


class RcsSenderDetailsQuestionnaireInputDto(RequestModel):
    fr: RcsSenderDetailsQuestionnaireFRInputDto | None = None
    """France section."""
    gb: RcsSenderDetailsQuestionnaireGBInputDto | None = None
    """United Kingdom section."""
    general: RcsSenderDetailsQuestionnaireGeneralInputDto | None = None
    """Section for every sender."""
    us: RcsSenderDetailsQuestionnaireUSInputDto | None = None
    """United States section."""
    verification: RcsSenderDetailsQuestionnaireVerificationInputDto | None = None
    """Section about the verification contact."""


class RcsSenderDetailsQuestionnaireUSAnswersDto(Model):
    brand_industry: Annotated[str | None, Field(alias="brandIndustry")] = None
    """Business sector."""
    company_legal_name: Annotated[str | None, Field(alias="companyLegalName")] = None
    """Registered company name."""
    ein: str | None = None
    """US Employer Identification Number."""
    full_company_address: Annotated[str | None, Field(alias="fullCompanyAddress")] = None
    """Full postal address."""
    full_company_address_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataDto | None, Field(alias="fullCompanyAddressMetadata")
    ] = None
    """Extra hint for the address answer."""
    messages_volume: Annotated[str | None, Field(alias="messagesVolume")] = None
    """Expected volume."""
    sms_campaign: Annotated[str | None, Field(alias="smsCampaign")] = None
    """SMS campaign used as fallback."""


class RcsSenderDetailsQuestionnaireUSAnswersInputDto(RequestModel):
    brand_industry: Annotated[str | None, Field(alias="brandIndustry", min_length=0)] = None
    """Business sector."""
    company_legal_name: Annotated[str | None, Field(alias="companyLegalName", min_length=0)] = None
    """Registered company name."""
    ein: Annotated[str | None, Field(pattern="^[0-9]{2}-[0-9]{7}$")] = None
    """US Employer Identification Number."""
    full_company_address: Annotated[str | None, Field(alias="fullCompanyAddress", min_length=0)] = None
    """Full postal address."""
    full_company_address_metadata: Annotated[
        RcsSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="fullCompanyAddressMetadata")
    ] = None
    """Extra hint for the address answer."""
    messages_volume: Annotated[str | None, Field(alias="messagesVolume", min_length=0)] = None
    """Expected volume."""
    sms_campaign: Annotated[str | None, Field(alias="smsCampaign", min_length=0)] = None
    """SMS campaign used as fallback."""


class RcsSenderDetailsQuestionnaireUSDto(Model):
    answers: RcsSenderDetailsQuestionnaireUSAnswersDto
    """Answers of the section."""
    questions: ReadOnly[RcsSenderDetailsQuestionnaireUSQuestionsDto]
    """Questions of the section."""


class RcsSenderDetailsQuestionnaireUSInputDto(RequestModel):
    answers: RcsSenderDetailsQuestionnaireUSAnswersInputDto
    """Answers of the US section."""


class RcsSenderDetailsQuestionnaireVerificationAnswersDto(Model):
    email: str | None = None
    """E-mail of that contact. Format: email."""
    name: str | None = None
    """Name of the contact who verifies the brand."""
    title: str | None = None
    """Job title of that contact."""
    website: str | None = None
    """Web site of that contact or brand. Format: url."""


class RcsSenderDetailsQuestionnaireVerificationAnswersInputDto(RequestModel):
    email: Annotated[str, Field(max_length=100)]
    """E-mail of that contact. Format: email."""
    name: Annotated[str, Field(min_length=1)]
    """Name of the contact who verifies the brand."""
    title: Annotated[str | None, Field(max_length=100, min_length=1)] = None
    """Job title of that contact."""
    website: str
    """Web site of that contact or brand. Format: url."""


class RcsSenderDetailsQuestionnaireVerificationDto(Model):
    answers: RcsSenderDetailsQuestionnaireVerificationAnswersDto
    """Answers of the section."""
    questions: ReadOnly[RcsSenderDetailsQuestionnaireVerificationQuestionsDto]
    """Questions of the section."""


class RcsSenderDetailsQuestionnaireVerificationInputDto(RequestModel):
    answers: RcsSenderDetailsQuestionnaireVerificationAnswersInputDto
    """Answers of the section."""


class RcsSenderDto(Model):
    auth_name: Annotated[str | None, Field(alias="authName")] = None
    """Name to give the Conversation app channel."""
    auth_token: Annotated[str | None, Field(alias="authToken")] = None
    """Secret to give the Conversation app channel."""
    billing_category: Annotated[RcsSenderBillingCategoriesEnum | str, Field(alias="billingCategory")]
    """Billing model."""
    conversation_api_app: Annotated[str | None, Field(alias="conversationApiApp", deprecated=True)] = None
    """Id of the linked Conversation app; use conversationApiAppDetails."""
    conversation_api_app_details: Annotated[
        RcsConversationApiAppDto | None, Field(alias="conversationApiAppDetails")
    ] = None
    """Linked Conversation app."""
    country_status: Annotated[list[RcsCountryStatusDto] | None, Field(alias="countryStatus")] = None
    """Launch status per country."""
    created: str | None = None
    """Creation time."""
    details: RcsSenderDetailsDto | None = None
    """Brand, countries, testers, questionnaire."""
    hosting_region: Annotated[RcsSenderHostingRegionsEnum | str, Field(alias="hostingRegion")]
    """Where Google hosts it."""
    id: str
    """Sender id."""
    launched: str | None = None
    """Last launch."""
    modified: str | None = None
    """Last change."""
    region: RcsSenderRegionsEnum | str
    """Region."""
    state: RcsSenderStatesEnum | str | None = None
    """Lifecycle state."""
    supplier_details: Annotated[RcsSupplierDetailsDto | None, Field(alias="supplierDetails")] = None
    """Supplier ids."""
    test_number_states: Annotated[list[RcsTestNumberStateDto] | None, Field(alias="testNumberStates")] = None
    """Tester numbers and their states."""
    use_case: Annotated[RcsSenderUseCasesEnum | str, Field(alias="useCase")]
    """Use case."""


class RcsSenderInputDto(RequestModel):
    billing_category: Annotated[RcsInputSenderBillingCategoriesEnum | str, Field(alias="billingCategory")]
    """Billing model."""
    details: RcsSenderDetailsInputDto | None = None
    """Everything else; can be filled later."""
    region: RcsInputSenderRegionsEnum | str
    """Region the sender lives in."""
    use_case: Annotated[RcsInputSenderUseCasesEnum | str, Field(alias="useCase")]
    """Main use of the sender."""


class RcsSenderListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after."""
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before."""
    senders: list[RcsSenderDto]
    """Senders."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """Number of matching entries."""


class RcsSenderNotificationDto(Model):
    author: str | None = None
    """Who did it."""
    comment: str | None = None
    """Text, for comments."""
    created: str | None = None
    """When it happened."""
    type: RcsSenderNotificationTypeEnum | str
    """Kind of activity."""


class RcsSenderNotificationListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after."""
    notifications: list[RcsSenderNotificationDto]
    """Activities, newest first."""
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """Number of matching entries."""


class RcsSupplierDetailsDto(Model):
    google: RcsSupplierDetailsGoogleDto | None = None
    """Google ids."""


class RcsSupplierDetailsGoogleDto(Model):
    agent_id: Annotated[str | None, Field(alias="agentId")] = None
    """Google agent id."""
    brand_id: Annotated[str | None, Field(alias="brandId")] = None
    """Google brand id."""


class RcsTestNumberCapabilitiesDto(Model):
    features: list[RcsTestNumberCapabilitiesFeaturesEnum | str]
    """RBM features of the device."""


class RcsTestNumberStateDto(Model):
    number: str
    """Tester number. Format: e.164 phone number."""
    state: RcsTestNumberStatesEnum | str
    """Where the invite stands."""
    submitted: str
    """When the number was submitted."""


class RcsTestNumbersDto(Model):
    test_numbers: Annotated[list[RcsTestNumberStateDto], Field(alias="testNumbers")]
    """State of every tester number."""


class RcsTestNumbersInputDto(RequestModel):
    test_numbers: Annotated[Annotated[list[str], Field(max_length=200), Unique()], Field(alias="testNumbers")]
    """Tester numbers; at most 20 new invites a day and 200 in all."""


class RcsUpdateSenderDetailsBrandInputDto(RequestModel):
    banner_url: Annotated[str | None, Field(alias="bannerUrl")] = None
    """Banner image address (JPEG/PNG, at most 200 KB, exactly 1440x448 px). Format: url."""
    color: str | None = None
    """Brand colour as HEX. Format: hex."""
    description: Annotated[str | None, Field(max_length=100, min_length=0)] = None
    """Short brand text."""
    emails: Nullable[Annotated[list[RcsEmailInputDto], Field(min_length=1, max_length=3), Unique()]] = None
    """Contact emails; address must differ between entries. Null clears the list."""
    logo_url: Annotated[str | None, Field(alias="logoUrl")] = None
    """Logo image address (JPEG/PNG, at most 50 KB, exactly 224x224 px). Format: url."""
    name: Annotated[str | None, Field(max_length=40, min_length=0)] = None
    """Brand name shown to users."""
    phones: Nullable[Annotated[list[RcsPhoneInputDto], Field(min_length=1, max_length=3), Unique()]] = None
    """Contact phones; number must differ between entries. Null clears the list."""
    privacy_policy_url: Annotated[str | None, Field(alias="privacyPolicyUrl")] = None
    """Privacy policy address. Format: url."""
    terms_of_service_url: Annotated[str | None, Field(alias="termsOfServiceUrl")] = None
    """Terms of service address. Format: url."""
    websites: Nullable[Annotated[list[RcsWebsiteInputDto], Field(min_length=1, max_length=3), Unique()]] = None
    """Contact websites; url must differ between entries. Null clears the list."""


class RcsUpdateSenderDetailsInputDto(RequestModel):
    brand: RcsUpdateSenderDetailsBrandInputDto | None = None
    """Brand data."""
    countries: Nullable[Annotated[list[RcsInputCountryCodesEnum | str], Field(min_length=1), Unique()]] = None
    """Countries to launch in; null clears them."""
    questionnaire: RcsUpdateSenderDetailsQuestionnaireInputDto | None = None
    """Launch answers."""
    test_numbers: Annotated[
        Nullable[Annotated[list[str], Field(max_length=200), Unique()]], Field(alias="testNumbers")
    ] = None
    """Tester numbers; at most 20 new invites a day and 200 in all."""


class RcsUpdateSenderDetailsQuestionnaireAnswerMetadataInputDto(RequestModel):
    ignore: Annotated[Nullable[str], Field(min_length=1)] = None
    """Piece of the answer (for example a delimiter) to drop at launch. Null clears it."""


class RcsUpdateSenderDetailsQuestionnaireFRAnswersInputDto(RequestModel):
    full_company_address: Annotated[Nullable[str], Field(alias="fullCompanyAddress", min_length=1)] = None
    """Full postal address."""
    full_company_address_metadata: Annotated[
        RcsUpdateSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="fullCompanyAddressMetadata")
    ] = None
    """Extra hint for the address answer."""
    siren: Annotated[Nullable[str], Field(max_length=9, min_length=9, pattern="^[0-9]+$")] = None
    """French SIREN company number (9 digits)."""


class RcsUpdateSenderDetailsQuestionnaireFRInputDto(RequestModel):
    answers: RcsUpdateSenderDetailsQuestionnaireFRAnswersInputDto
    """Answers of the section."""


class RcsUpdateSenderDetailsQuestionnaireGBAnswersInputDto(RequestModel):
    brand_industry: Annotated[Nullable[str], Field(alias="brandIndustry", min_length=1)] = None
    """Business sector."""
    campaign_length: Annotated[Nullable[str], Field(alias="campaignLength", min_length=1)] = None
    """How long the campaign runs."""
    company_legal_name: Annotated[Nullable[str], Field(alias="companyLegalName", min_length=1)] = None
    """Registered company name."""
    company_registration_number: Annotated[Nullable[str], Field(alias="companyRegistrationNumber", min_length=1)] = None
    """Company registration number."""
    full_company_address: Annotated[Nullable[str], Field(alias="fullCompanyAddress", min_length=1)] = None
    """Full postal address."""
    full_company_address_metadata: Annotated[
        RcsUpdateSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="fullCompanyAddressMetadata")
    ] = None
    """Extra hint for the address answer."""
    messages_frequency: Annotated[Nullable[str], Field(alias="messagesFrequency", min_length=1)] = None
    """How often messages go out."""
    messages_volume: Annotated[Nullable[str], Field(alias="messagesVolume", min_length=1)] = None
    """Expected total volume."""


class RcsUpdateSenderDetailsQuestionnaireGBInputDto(RequestModel):
    answers: RcsUpdateSenderDetailsQuestionnaireGBAnswersInputDto
    """Answers of the section."""


class RcsUpdateSenderDetailsQuestionnaireGeneralAnswersInputDto(RequestModel):
    interactions_description: Annotated[Nullable[str], Field(alias="interactionsDescription", min_length=1)] = None
    """How users interact with the agent. Null clears it."""
    interactions_description_metadata: Annotated[
        RcsUpdateSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="interactionsDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    opt_in_description: Annotated[Nullable[str], Field(alias="optInDescription", min_length=1)] = None
    """How users opt in. Null clears it."""
    opt_in_description_metadata: Annotated[
        RcsUpdateSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="optInDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    opt_out_description: Annotated[Nullable[str], Field(alias="optOutDescription", min_length=1)] = None
    """Text sent when a user opts out. Null clears it."""
    opt_out_description_metadata: Annotated[
        RcsUpdateSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="optOutDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    screenshot_uris: Annotated[Nullable[list[str]], Field(alias="screenshotUris", min_length=1)] = None
    """Public screenshot addresses shown to reviewers. Null clears it."""
    trigger_description: Annotated[Nullable[str], Field(alias="triggerDescription", min_length=1)] = None
    """What makes the business send a message. Null clears it."""
    trigger_description_metadata: Annotated[
        RcsUpdateSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="triggerDescriptionMetadata")
    ] = None
    """Extra hint for the answer above."""
    video_uris: Annotated[Nullable[list[str]], Field(alias="videoUris", min_length=1)] = None
    """Public video addresses shown to reviewers. Null clears it."""


class RcsUpdateSenderDetailsQuestionnaireGeneralInputDto(RequestModel):
    answers: RcsUpdateSenderDetailsQuestionnaireGeneralAnswersInputDto
    """Answers of the section."""


class RcsUpdateSenderDetailsQuestionnaireInputDto(RequestModel):
    fr: RcsUpdateSenderDetailsQuestionnaireFRInputDto | None = None
    """France section."""
    gb: RcsUpdateSenderDetailsQuestionnaireGBInputDto | None = None
    """United Kingdom section."""
    general: RcsUpdateSenderDetailsQuestionnaireGeneralInputDto | None = None
    """Section for every sender."""
    us: RcsUpdateSenderDetailsQuestionnaireUSInputDto | None = None
    """United States section."""
    verification: RcsUpdateSenderDetailsQuestionnaireVerificationInputDto | None = None
    """Section about the verification contact."""


class RcsUpdateSenderDetailsQuestionnaireUSAnswersInputDto(RequestModel):
    brand_industry: Annotated[Nullable[str], Field(alias="brandIndustry", min_length=0)] = None
    """Business sector."""
    company_legal_name: Annotated[Nullable[str], Field(alias="companyLegalName", min_length=0)] = None
    """Registered company name."""
    ein: Annotated[Nullable[str], Field(pattern="^[0-9]{2}-[0-9]{7}$")] = None
    """US Employer Identification Number."""
    full_company_address: Annotated[Nullable[str], Field(alias="fullCompanyAddress", min_length=0)] = None
    """Full postal address."""
    full_company_address_metadata: Annotated[
        RcsUpdateSenderDetailsQuestionnaireAnswerMetadataInputDto | None, Field(alias="fullCompanyAddressMetadata")
    ] = None
    """Extra hint for the address answer."""
    messages_volume: Annotated[Nullable[str], Field(alias="messagesVolume", min_length=0)] = None
    """Expected volume."""
    sms_campaign: Annotated[Nullable[str], Field(alias="smsCampaign", min_length=0)] = None
    """SMS campaign used as fallback."""


class RcsUpdateSenderDetailsQuestionnaireUSInputDto(RequestModel):
    answers: RcsUpdateSenderDetailsQuestionnaireUSAnswersInputDto
    """Answers of the US section."""


class RcsUpdateSenderDetailsQuestionnaireVerificationAnswersInputDto(RequestModel):
    email: Annotated[Nullable[str], Field(max_length=100)] = None
    """E-mail of that contact. Format: email."""
    name: Annotated[Nullable[str], Field(min_length=1)] = None
    """Name of the contact who verifies the brand."""
    title: Annotated[Nullable[str], Field(max_length=100, min_length=1)] = None
    """Job title of that contact."""
    website: Nullable[str] = None
    """Web site of that contact or brand. Format: url."""


class RcsUpdateSenderDetailsQuestionnaireVerificationInputDto(RequestModel):
    answers: RcsUpdateSenderDetailsQuestionnaireVerificationAnswersInputDto
    """Answers of the section."""


class RcsUpdateSenderInputDto(RequestModel):
    details: RcsUpdateSenderDetailsInputDto
    """Fields to change."""


class RcsWebsiteDto(Model):
    label: str
    """Caption of the contact."""
    url: str
    """The web address. Format: url."""


class RcsWebsiteInputDto(RequestModel):
    label: Annotated[str, Field(max_length=25, min_length=0)]
    """Caption of the contact."""
    url: Annotated[str, Field(max_length=255)]
    """The web address. Format: url."""
