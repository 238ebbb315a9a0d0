from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model, RequestModel
from .shared import WhatsappInputBusinessManagersEnum


class WhatsappLongLivedAccessTokenDto(Model):
    long_lived_access_token: Annotated[str, Field(alias="longLivedAccessToken")]


class WhatsappLongLivedAccessTokenInputDto(RequestModel):
    business_manager: Annotated[WhatsappInputBusinessManagersEnum | str | None, Field(alias="businessManager")] = None
    """Sinch business manager."""
    facebook_code: Annotated[str | None, Field(alias="facebookCode", min_length=1)] = None
    """Single-use code; needed when facebookToken is absent. Format: uri."""
    facebook_token: Annotated[str | None, Field(alias="facebookToken", min_length=1)] = None
    """Long-lived user token; needed when facebookCode is absent. Format: uri."""


class WhatsappWabaDetailsDto(Model):
    id: str
    """WABA id."""
    name: str | None = None
    """Name of the WABA."""
    numbers: list[WhatsappWabaNumbersDto]
    """Numbers shared to the WABA."""


class WhatsappWabaDetailsListDto(Model):
    wabas: list[WhatsappWabaDetailsDto]


class WhatsappWabaDetailsListInputDto(RequestModel):
    business_manager: Annotated[WhatsappInputBusinessManagersEnum | str | None, Field(alias="businessManager")] = None
    """Sinch business manager."""
    facebook_token: Annotated[str, Field(alias="facebookToken")]
    """Long-lived user token."""


class WhatsappWabaNumbersDto(Model):
    display_phone_number: Annotated[str, Field(alias="displayPhoneNumber")]
    """Number as it is shown."""
    id: str
    """Identifier of the number."""
    provisioned: bool
    """Whether the number can be used."""
