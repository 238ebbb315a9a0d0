from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime.models import Model, OneOf, OpenStrEnum, RequestModel, Unique, Unknown
from .shared import (
    WhatsappBusinessManagersEnum,
    WhatsappInputBusinessManagersEnum,
    WhatsappRegions,
    WhatsappSenderBotRegionEnum,
    WhatsappSenderInputMetaLocalStoragesEnum,
    WhatsappSenderInputRegionEnum,
    WhatsappSenderMetaLocalStoragesEnum,
    WhatsappSenderWhatsAppVerticalEnum,
    WhatsappWabaBanStatesEnum,
)


class WhatsappAccountChangeStateEnum(OpenStrEnum):
    """Progress of the edits."""

    DRAFT = "DRAFT"
    IN_PROGRESS = "IN_PROGRESS"
    PENDING_FACEBOOK_VERIFICATION = "PENDING_FACEBOOK_VERIFICATION"
    REJECTED = "REJECTED"


class WhatsappAccountNotificationTypeEnum(OpenStrEnum):
    """What happened."""

    COMMENT_ADDED = "COMMENT_ADDED"
    CREATED = "CREATED"
    DRAFT = "DRAFT"
    EDITED = "EDITED"
    IN_PROGRESS = "IN_PROGRESS"
    PENDING_FACEBOOK_VERIFICATION = "PENDING_FACEBOOK_VERIFICATION"
    REJECTED = "REJECTED"


class WhatsappAccountStateEnum(OpenStrEnum):
    """Where the account stands; absent until it has reached a state."""

    ONBOARDED = "ONBOARDED"
    PENDING_FACEBOOK_VERIFICATION = "PENDING_FACEBOOK_VERIFICATION"
    REJECTED = "REJECTED"


class WhatsappCountryCodesEnum(OpenStrEnum):
    """Country, ISO 3166-1 alpha-2."""

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


class WhatsappInputAccountWhatsAppVerticalsEnum(OpenStrEnum):
    """Line of business of the account."""

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
    OTC_DRUGS = "OTC_DRUGS"
    OTHER = "OTHER"
    PHYSICAL_GAMBLING = "PHYSICAL_GAMBLING"
    PROFESSIONAL_SERVICES = "PROFESSIONAL_SERVICES"
    PUBLIC_SERVICE = "PUBLIC_SERVICE"
    RESTAURANT = "RESTAURANT"
    SHOPPING_AND_RETAIL = "SHOPPING_AND_RETAIL"
    TRAVEL_AND_TRANSPORTATION = "TRAVEL_AND_TRANSPORTATION"


class WhatsappAccountChangesDetailsDto(Model):
    client_business_manager_id: Annotated[str | None, Field(alias="clientBusinessManagerId")] = None
    """Client's Meta business manager id."""
    company_legal_name: Annotated[str | None, Field(alias="companyLegalName", deprecated=True)] = None
    """Legal name of the brand; superseded by `wabaName`."""
    sender_details: Annotated[WhatsappAccountSenderRelatedChangesDetailsDto | None, Field(alias="senderDetails")] = None
    """The first sender of the account."""
    waba_name: Annotated[str | None, Field(alias="wabaName")] = None
    """Registered brand name."""


class WhatsappAccountChangesDto(Model):
    details: WhatsappAccountChangesDtoDetails | None = None
    """First variant for a new account, second for an edit."""
    status: WhatsappAccountChangeStateEnum | str
    """Progress of the edits."""


class WhatsappAccountDetailsDto(Model):
    client_business_manager_id: Annotated[str, Field(alias="clientBusinessManagerId")]
    """Client's Meta business manager id."""
    company_legal_name: Annotated[str | None, Field(alias="companyLegalName", deprecated=True)] = None
    """Legal name of the brand; superseded by `wabaName`."""
    sender_details: Annotated[WhatsappAccountSenderRelatedDetailsDto | None, Field(alias="senderDetails")] = None
    """The first sender of the account."""
    waba_name: Annotated[str, Field(alias="wabaName")]
    """Registered brand name."""


class WhatsappAccountDto(Model):
    business_manager: Annotated[WhatsappBusinessManagersEnum | str, Field(alias="businessManager")]
    """Sinch business manager that serves the account."""
    changes: WhatsappAccountChangesDto | None = None
    """Edits that are not final yet."""
    compatible_regions: Annotated[Annotated[list[WhatsappRegions | str], Unique()], Field(alias="compatibleRegions")]
    """Conversation API regions that may use the account."""
    details: WhatsappAccountDetailsDto | None = None
    """Confirmed account data."""
    is_embedded_signup: Annotated[bool, Field(alias="isEmbeddedSignup")]
    """Whether the account came from Meta embedded signup."""
    partner_initiated_request_id: Annotated[str | None, Field(alias="partnerInitiatedRequestId", deprecated=True)] = (
        None
    )
    """No longer filled; kept for compatibility."""
    primary_business_location: Annotated[
        WhatsappCountryCodesEnum | str | None, Field(alias="primaryBusinessLocation")
    ] = None
    """Country the business is based in."""
    state: WhatsappAccountStateEnum | str | None = None
    """Where the account stands; absent until it has reached a state."""
    waba_ban_date: Annotated[str | None, Field(alias="wabaBanDate")] = None
    """When the ban was set, UTC, ISO 8601."""
    waba_ban_state: Annotated[WhatsappWabaBanStatesEnum | str | None, Field(alias="wabaBanState")] = None
    """Ban status, when Meta has acted against the account."""
    waba_enabled_for_direct_send: Annotated[bool | None, Field(alias="wabaEnabledForDirectSend")] = None
    """Whether the Direct Send API is switched on."""
    waba_enabled_for_insights: Annotated[bool | None, Field(alias="wabaEnabledForInsights")] = None
    """Template analytics switched on."""
    waba_id: Annotated[str | None, Field(alias="wabaId")] = None
    """Identifier of the WhatsApp Business Account at Meta."""
    waba_max_price_onboarded: Annotated[bool | None, Field(alias="wabaMaxPriceOnboarded")] = None
    """Whether the maximum-price feature is switched on."""


class WhatsappAccountNotificationDto(Model):
    author: str | None = None
    """Who did it."""
    comment: str | None = None
    """Text, for comment entries."""
    created: str | None = None
    """When it happened (ISO 8601 text)."""
    type: WhatsappAccountNotificationTypeEnum | str
    """What happened."""


class WhatsappAccountNotificationListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    notifications: list[WhatsappAccountNotificationDto]
    """History entries."""
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """Number of entries that match."""


class WhatsappAccountSenderRelatedChangesDetailsDto(Model):
    business_category: Annotated[WhatsappSenderWhatsAppVerticalEnum | str, Field(alias="businessCategory")]
    """Line of business."""
    display_name: Annotated[str, Field(alias="displayName", max_length=255, min_length=1)]
    """WABA name and default display name of new numbers."""
    meta_local_storage: Annotated[WhatsappSenderMetaLocalStoragesEnum | str, Field(alias="metaLocalStorage")]
    """Where Meta keeps the data of that sender."""
    region: WhatsappSenderBotRegionEnum | str
    """Region of the partner-initiated sender."""


class WhatsappAccountSenderRelatedDetailsDto(Model):
    business_category: Annotated[WhatsappSenderWhatsAppVerticalEnum | str, Field(alias="businessCategory")]
    """Line of business."""
    display_name: Annotated[str, Field(alias="displayName")]
    """WABA name and default display name of new numbers."""
    meta_local_storage: Annotated[WhatsappSenderMetaLocalStoragesEnum | str, Field(alias="metaLocalStorage")]
    """Where Meta keeps the data of that sender."""
    region: WhatsappSenderBotRegionEnum | str
    """Region of the partner-initiated sender."""


class WhatsappInputAccountDtoDeprecated(RequestModel):
    """Deprecated on-behalf-of body; Meta closed that way of onboarding on 30 September 2025."""

    business_manager: Annotated[WhatsappInputBusinessManagersEnum | str | None, Field(alias="businessManager")] = None
    """Sinch business manager to use."""
    client_business_manager_id: Annotated[str, Field(alias="clientBusinessManagerId", max_length=255, min_length=1)]
    """Client's business manager id."""
    company_legal_name: Annotated[str, Field(alias="companyLegalName", max_length=255, min_length=1)]
    """Registered brand name."""


class WhatsappInputAccountPartnerInitiatedDto(RequestModel):
    business_manager: Annotated[WhatsappInputBusinessManagersEnum | str | None, Field(alias="businessManager")] = None
    """Sinch business manager to use."""
    client_business_manager_id: Annotated[str, Field(alias="clientBusinessManagerId", max_length=255, min_length=1)]
    """Client's business manager id, found in the Meta business settings."""
    sender_details: Annotated[WhatsappInputAccountSenderRelatedDetailsDto, Field(alias="senderDetails")]
    """Sender that is created together with the account."""
    waba_name: Annotated[str, Field(alias="wabaName", max_length=255, min_length=1)]
    """Registered brand name; has to equal the name shown for the business manager id at Meta."""


class WhatsappInputAccountSenderRelatedDetailsDto(RequestModel):
    business_category: Annotated[WhatsappInputAccountWhatsAppVerticalsEnum | str, Field(alias="businessCategory")]
    """Line of business."""
    display_name: Annotated[str, Field(alias="displayName", max_length=255, min_length=1)]
    """WABA name and default display name of new numbers."""
    meta_local_storage: Annotated[
        WhatsappSenderInputMetaLocalStoragesEnum | str | None, Field(alias="metaLocalStorage")
    ] = None
    """Meta storage region; default follows the region."""
    region: WhatsappSenderInputRegionEnum | str | None = None
    """Region to provision in; default follows the billing country."""


class WhatsappInputAccountSenderRelatedUpdateDetailsDto(RequestModel):
    business_category: Annotated[
        WhatsappInputAccountWhatsAppVerticalsEnum | str | None, Field(alias="businessCategory")
    ] = None
    """Line of business."""
    display_name: Annotated[str | None, Field(alias="displayName", max_length=255, min_length=1)] = None
    """WABA name and default display name of new numbers."""
    meta_local_storage: Annotated[
        WhatsappSenderInputMetaLocalStoragesEnum | str | None, Field(alias="metaLocalStorage")
    ] = None
    """Meta storage region."""
    region: WhatsappSenderInputRegionEnum | str | None = None
    """Region to provision in."""


class WhatsappInputUpdateAccountDto(RequestModel):
    client_business_manager_id: Annotated[
        str | None, Field(alias="clientBusinessManagerId", max_length=255, min_length=1)
    ] = None
    """Client's business manager id."""
    company_legal_name: Annotated[
        str | None, Field(alias="companyLegalName", max_length=255, min_length=1, deprecated=True)
    ] = None
    """Legal name of the brand; superseded by `wabaName`."""
    sender_details: Annotated[
        WhatsappInputAccountSenderRelatedUpdateDetailsDto | None, Field(alias="senderDetails")
    ] = None
    """Sender data to correct."""
    waba_name: Annotated[str | None, Field(alias="wabaName", max_length=255, min_length=1)] = None
    """Registered brand name."""


WhatsappAccountChangesDtoDetails: TypeAlias = Annotated[
    WhatsappAccountDetailsDto | WhatsappAccountChangesDetailsDto | Unknown,
    OneOf(WhatsappAccountDetailsDto, WhatsappAccountChangesDetailsDto),
]
"""First variant for a new account, second for an edit."""


WhatsappAccountsCreateAccountRequest: TypeAlias = Annotated[
    WhatsappInputAccountPartnerInitiatedDto | WhatsappInputAccountDtoDeprecated | Unknown,
    OneOf(WhatsappInputAccountPartnerInitiatedDto, WhatsappInputAccountDtoDeprecated),
]
