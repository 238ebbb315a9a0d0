from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model, OpenStrEnum, ReadOnly, RequestModel
from .shared import WhatsappInputBusinessManagersPublicDocumentationEnum


class WhatsappFailedSolutionErrorsEnum(OpenStrEnum):
    """Why it failed."""

    ACTIVATION_FAILED = "ACTIVATION_FAILED"
    CREATION_FAILED = "CREATION_FAILED"
    UNRECOGNIZED = "UNRECOGNIZED"


class WhatsappCreateSolutionListDto(Model):
    failed_solutions: Annotated[list[WhatsappFailedSolutionDto], Field(alias="failedSolutions")]
    """Solutions that could not be made."""
    solutions: list[WhatsappSolutionDto]
    """Created solutions."""


class WhatsappFailedSolutionDto(Model):
    error_code: Annotated[ReadOnly[WhatsappFailedSolutionErrorsEnum | str], Field(alias="errorCode")]
    """Why it failed."""
    error_message: Annotated[ReadOnly[str | None], Field(alias="errorMessage")] = None
    """Human text."""
    partner_app_id: Annotated[ReadOnly[str], Field(alias="partnerAppId")]
    """Meta app id of the tech provider (string here, number in WhatsappSolutionMetaAppDto)."""


class WhatsappSolutionDetailsDto(Model):
    name: str
    """Solution name."""


class WhatsappSolutionDetailsInputDto(RequestModel):
    name: str
    """Solution name."""


class WhatsappSolutionDto(Model):
    assigned: ReadOnly[bool]
    """Whether the project is bound to it."""
    details: WhatsappSolutionDetailsDto
    """Name and the like."""
    id: ReadOnly[str]
    """Solution id."""
    owner_app: Annotated[ReadOnly[WhatsappSolutionMetaAppDto | None], Field(alias="ownerApp")] = None
    """Meta app of the solution partner, e.g. Sinch."""
    partner_app: Annotated[ReadOnly[WhatsappSolutionMetaAppDto | None], Field(alias="partnerApp")] = None
    """Meta app of the tech provider."""


class WhatsappSolutionInputDto(RequestModel):
    access_token: Annotated[str, Field(alias="accessToken")]
    """Token from the authResponse of the embedded solution flow."""
    business_manager: Annotated[
        WhatsappInputBusinessManagersPublicDocumentationEnum | str, Field(alias="businessManager")
    ]
    """Sinch business manager."""
    details: WhatsappSolutionDetailsInputDto
    """Name and the like."""


class WhatsappSolutionListDto(Model):
    solutions: list[WhatsappSolutionDto]
    """Solutions."""


class WhatsappSolutionMetaAppDto(Model):
    id: ReadOnly[float]
    """Meta app id."""
    name: ReadOnly[str]
    """Meta app name."""
