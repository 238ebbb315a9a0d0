from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model, OpenStrEnum


class RcsAccountNotificationTypeEnum(OpenStrEnum):
    COMMENT_ADDED = "COMMENT_ADDED"
    CREATED = "CREATED"


class RcsAccountNotificationDto(Model):
    author: str | None = None
    comment: str | None = None
    created: str | None = None
    type: RcsAccountNotificationTypeEnum | str


class RcsAccountNotificationListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after."""
    notifications: list[RcsAccountNotificationDto]
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """Number of matching entries."""
