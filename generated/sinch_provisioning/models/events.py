from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model, OpenStrEnum
from .bundles import BundlesBundlesDto
from .kakaotalk_senders import KakaotalkSenderDto
from .kakaotalk_templates import KakaotalkTemplateDto
from .rcs_senders import RcsSenderDto
from .whatsapp_accounts import WhatsappAccountDto
from .whatsapp_senders import WhatsappSenderDto
from .whatsapp_templates import WhatsappTemplateDto


class BundlesBundleDoneEventXSinchWebhookSignatureAlgorithm(OpenStrEnum):
    HMAC_SHA256 = "HmacSHA256"


class RcsSendersOperatorStatusUpdateEventOperator(OpenStrEnum):
    """Operator."""

    VALUE_1UND_1 = "1und1"
    VALUE_3 = "3"
    VALUE_9_MOBILE = "9 Mobile"
    A1 = "A1"
    AT_T = "AT&T"
    AFRICELL = "Africell"
    AIRTEL = "Airtel"
    ALTAN = "Altan"
    BSNL = "BSNL"
    BELL = "Bell"
    BOUYGUES = "Bouygues"
    C_SPIRE = "C-Spire"
    CELL_C = "Cell C"
    CLARO = "Claro"
    CORIOLIS_TELECOM = "Coriolis Telecom"
    COSMOTE = "Cosmote"
    DISH_WIRELESS = "DISH Wireless"
    DNA = "DNA"
    DEUTSCHE_TELEKOM = "Deutsche Telekom"
    DIALOG_AXIATA_PLC = "Dialog Axiata PLC"
    DIGI = "Digi"
    EE = "EE"
    EASTLINK = "Eastlink"
    ELISA = "Elisa"
    ENTEL = "Entel"
    ETHIO_TELECOM = "Ethio Telecom"
    FIZZ = "Fizz"
    FREE = "Free"
    FREEDOM = "Freedom"
    GLO = "Glo"
    GOOGLE_FI = "Google Fi"
    HRVATSKI_TELECOM = "Hrvatski Telecom"
    HUTCHISON_3G = "Hutchison 3G"
    ILIAD = "Iliad"
    INDOSAT_OOREDOO_HUTCHISON = "Indosat Ooredoo Hutchison"
    JIO = "JIO"
    KDDI = "KDDI"
    KPN = "Kpn"
    KYIVSTAR = "Kyivstar"
    LEBARA_MOBILE = "Lebara Mobile"
    LEGOS = "Legos"
    LYCAMOBILE = "Lycamobile"
    M1 = "M1"
    MEO = "MEO"
    MTN = "MTN"
    MAGENTA = "Magenta"
    MOBI_FONE = "MobiFone"
    MOVISTAR = "Movistar"
    NOS = "NOS"
    NRJ_MOBILE = "NRJ Mobile"
    NTT_DOCOMO = "NTTDocomo"
    O2 = "O2"
    ODIDO = "Odido"
    OOREDOO = "Ooredoo"
    ORANGE = "Orange"
    PERSONAL = "Personal"
    PROXIMUS = "Proximus"
    RELIANCE_JIO = "Reliance JIO"
    ROBI_AXIATA = "Robi Axiata"
    ROGERS = "Rogers"
    SFR = "SFR"
    SASKTEL = "Sasktel"
    SIMBA = "Simba"
    SINGTEL = "Singtel"
    SKY = "Sky"
    SMART = "Smart"
    SMARTFREN = "Smartfren"
    SOFTBANK = "Softbank"
    SPECTRUM = "Spectrum"
    STARHUB = "Starhub"
    SWISSCOM = "Swisscom"
    T_MOBILE = "T-Mobile"
    TIM = "TIM"
    TELCEL = "Telcel"
    TELE2 = "Tele2"
    TELEFONICA = "Telefonica"
    TELEKOM = "Telekom"
    TELENET = "Telenet"
    TELENOR = "Telenor"
    TELIA = "Telia"
    TELKOM = "Telkom"
    TELKOMSEL = "Telkomsel"
    TELUS = "Telus"
    THREE = "Three"
    TRAC_FONE = "TracFone"
    US_CELLULAR = "US Cellular"
    UNRECOGNIZED = "Unrecognized"
    VERIZON = "Verizon"
    VIDEOTRON = "Videotron"
    VIVO = "Vivo"
    VODACOM = "Vodacom"
    VODAFONE_IDEA = "Vodafone Idea"
    VODAFONE = "Vodafone"
    WIND_TRE = "WindTre"
    XL = "XL"
    XFINITY = "Xfinity"
    YOIGO = "Yoigo"
    LIFECELL = "lifecell"


class RcsSendersOperatorStatusUpdateEventOperatorCountry(OpenStrEnum):
    """Country of the operator."""

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


class RcsSendersOperatorStatusUpdateEventOperatorCurrentStatus(OpenStrEnum):
    """Status now."""

    INVALID_IN_GOOGLE_MY_BUSINESS = "INVALID_IN_GOOGLE_MY_BUSINESS"
    LAUNCHED = "LAUNCHED"
    NOT_LAUNCHED = "NOT_LAUNCHED"
    PENDING = "PENDING"
    PENDING_UNLAUNCHED = "PENDING_UNLAUNCHED"
    REJECTED = "REJECTED"
    SUSPENDED = "SUSPENDED"
    UNLAUNCHED = "UNLAUNCHED"
    UNRECOGNIZED = "UNRECOGNIZED"


class RcsSendersStatusUpdateEventCurrentState(OpenStrEnum):
    """State now."""

    DRAFT = "DRAFT"
    IN_PROGRESS = "IN_PROGRESS"
    IN_TEST = "IN_TEST"
    LAUNCHED = "LAUNCHED"
    LAUNCHING = "LAUNCHING"
    PREPARING_LAUNCH = "PREPARING_LAUNCH"
    UNKNOWN = "UNKNOWN"
    UNLAUNCHED = "UNLAUNCHED"


class WhatsappTemplatesFutureCategoryUpdateEventFutureCategory(OpenStrEnum):
    """Category to come."""

    AUTHENTICATION = "AUTHENTICATION"
    MARKETING = "MARKETING"
    UNRECOGNIZED = "UNRECOGNIZED"
    UTILITY = "UTILITY"


class WhatsappTemplatesStatusUpdatedEventNewState(OpenStrEnum):
    """State reached."""

    ARCHIVED = "ARCHIVED"
    DISABLED = "DISABLED"
    FLAGGED = "FLAGGED"
    PAUSED = "PAUSED"
    REINSTATED = "REINSTATED"
    UNPAUSED = "UNPAUSED"


class BundlesBundleDoneEvent(Model):
    payload: BundlesBundlesDto
    """Bundle as it was when the event fired."""
    type: str
    """Name of the event, here `BUNDLE_DONE`."""


class KakaotalkSendersActiveEvent(Model):
    comment: str | None = None
    """Remark that goes with the event."""
    payload: KakaotalkSenderDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `KAKAOTALK_SENDER_ACTIVE`."""


class KakaotalkSendersCommentEvent(Model):
    comment: str
    """Remark that goes with the event."""
    payload: KakaotalkSenderDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `KAKAOTALK_SENDER_COMMENT_ADDED`."""


class KakaotalkTemplatesApprovedEvent(Model):
    payload: KakaotalkTemplateDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `KAKAOTALK_TEMPLATE_APPROVED`."""


class KakaotalkTemplatesCommentEvent(Model):
    comment: str
    """Remark that goes with the event."""
    payload: KakaotalkTemplateDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `KAKAOTALK_TEMPLATE_COMMENT_ADDED`."""


class RcsAccountsCommentEvent(Model):
    comment: str
    """Remark that goes with the event."""
    type: str
    """Name of the event, here `RCS_ACCOUNT_COMMENT_ADDED`."""


class RcsSendersCommentEvent(Model):
    comment: str | None = None
    """Remark that goes with the event."""
    payload: RcsSenderDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `RCS_SENDER_COMMENT_ADDED`."""


class RcsSendersOperatorStatusUpdateEvent(Model):
    comment: str | None = None
    """Remark that goes with the event."""
    operator: RcsSendersOperatorStatusUpdateEventOperator | str
    """Operator."""
    operator_country: Annotated[
        RcsSendersOperatorStatusUpdateEventOperatorCountry | str, Field(alias="operatorCountry")
    ]
    """Country of the operator."""
    operator_current_status: Annotated[
        RcsSendersOperatorStatusUpdateEventOperatorCurrentStatus | str, Field(alias="operatorCurrentStatus")
    ]
    """Status now."""
    operator_previous_status: Annotated[
        RcsSendersOperatorStatusUpdateEventOperatorCurrentStatus | str, Field(alias="operatorPreviousStatus")
    ]
    """Status before."""
    payload: RcsSenderDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `RCS_SENDER_OPERATOR_STATUS_UPDATED`."""


class RcsSendersStatusUpdateEvent(Model):
    comment: str | None = None
    """Remark that goes with the event."""
    current_state: Annotated[RcsSendersStatusUpdateEventCurrentState | str, Field(alias="currentState")]
    """State now."""
    payload: RcsSenderDto
    """Resource as it was when the event fired."""
    previous_state: Annotated[RcsSendersStatusUpdateEventCurrentState | str, Field(alias="previousState")]
    """State before."""
    type: str
    """Name of the event, here `RCS_SENDER_STATUS_UPDATED`."""


class WhatsappAccountsCommentEvent(Model):
    comment: str
    """Remark that goes with the event."""
    payload: WhatsappAccountDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `WHATSAPP_ACCOUNT_COMMENT_ADDED`."""


class WhatsappAccountsOnboardEvent(Model):
    comment: str | None = None
    """Remark that goes with the event."""
    payload: WhatsappAccountDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `WHATSAPP_ACCOUNT_ONBOARDED`."""


class WhatsappSendersCommentEvent(Model):
    comment: str
    """Remark that goes with the event."""
    payload: WhatsappSenderDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `WHATSAPP_SENDER_COMMENT_ADDED`."""


class WhatsappSendersErrorEvent(Model):
    comment: str | None = None
    """Remark that goes with the event."""
    payload: WhatsappSenderDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `WHATSAPP_SENDER_ACTIVE`."""


class WhatsappTemplatesCommentEvent(Model):
    comment: str | None = None
    """Remark that goes with the event."""
    payload: WhatsappTemplateDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `WHATSAPP_TEMPLATE_APPROVED`."""


class WhatsappTemplatesDeletedEvent(Model):
    type: str
    """Name of the event, here `WHATSAPP_TEMPLATE_DELETED`."""


class WhatsappTemplatesFutureCategoryUpdateEvent(Model):
    comment: str | None = None
    """Remark that goes with the event."""
    future_category: Annotated[
        WhatsappTemplatesFutureCategoryUpdateEventFutureCategory | str, Field(alias="futureCategory")
    ]
    """Category to come."""
    payload: WhatsappTemplateDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `WHATSAPP_TEMPLATE_CATEGORY_FUTURE_UPDATE`."""


class WhatsappTemplatesStatusUpdatedEvent(Model):
    comment: str | None = None
    """Remark that goes with the event."""
    new_state: Annotated[WhatsappTemplatesStatusUpdatedEventNewState | str, Field(alias="newState")]
    """State reached."""
    payload: WhatsappTemplateDto
    """Resource as it was when the event fired."""
    type: str
    """Name of the event, here `WHATSAPP_TEMPLATE_STATUS_UPDATED`."""
