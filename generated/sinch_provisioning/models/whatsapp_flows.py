from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model, OpenStrEnum


class WhatsappWhatsAppFlowStatusesEnum(OpenStrEnum):
    """Life-cycle stage of a flow."""

    FLOW_STATUS_DEPRECATED = "FLOW_STATUS_DEPRECATED"
    FLOW_STATUS_DRAFT = "FLOW_STATUS_DRAFT"
    FLOW_STATUS_PUBLISHED = "FLOW_STATUS_PUBLISHED"
    UNRECOGNIZED = "UNRECOGNIZED"


class WhatsappFlowDto(Model):
    id: str
    """Flow id."""
    name: str
    """Flow name."""
    status: WhatsappWhatsAppFlowStatusesEnum | str


class WhatsappFlowListDto(Model):
    flows: list[WhatsappFlowDto]
    """Flows of the WABA tied to the project."""
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """How many entries match in all."""


class WhatsappFlowScreenDto(Model):
    id: str
    """Identifier of the screen inside its flow."""


class WhatsappFlowScreenListDto(Model):
    screens: list[WhatsappFlowScreenDto]
