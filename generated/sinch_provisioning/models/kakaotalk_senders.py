from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime.models import Model, Nullable, OneOf, OpenStrEnum, RequestModel, Unknown
from .shared import KakaotalkActionsEnum


class KakaotalkSenderNotificationTypeEnum(OpenStrEnum):
    ACTIVE = "ACTIVE"
    COMMENT_ADDED = "COMMENT_ADDED"
    CREATED = "CREATED"
    DRAFT = "DRAFT"
    EDITED = "EDITED"
    INACTIVE = "INACTIVE"
    IN_PROGRESS = "IN_PROGRESS"
    REJECTED = "REJECTED"


class KakaotalkSenderStatesEnum(OpenStrEnum):
    """Where the sender stands now."""

    ACTIVE = "ACTIVE"
    BLOCKED = "BLOCKED"
    INACTIVE = "INACTIVE"
    SUSPENDED = "SUSPENDED"
    VERIFYING = "VERIFYING"


class KakaotalkSenderStatusesEnum(OpenStrEnum):
    """Progress of the edits."""

    DRAFT = "DRAFT"
    IN_PROGRESS = "IN_PROGRESS"
    REJECTED = "REJECTED"


class KakaotalkInputSenderDetailsDto(RequestModel):
    admin_phone_no: Annotated[str, Field(alias="adminPhoneNo", max_length=15, min_length=1)]
    """Phone number of the channel administrator. A draft may omit it. Format: phone number."""
    logo_image: Annotated[str | None, Field(alias="logoImage")] = None
    """Address of the logo.
    - Accepted types: `image/jpeg`, `image/png`.
    - Size: 5 MB at most.

    Format: url."""
    mid_level_category_code: Annotated[str, Field(alias="midLevelCategoryCode")]
    """Second-level category code of four digits (0001 and up). A draft may omit it."""
    name: Annotated[str, Field(max_length=512, min_length=1)]
    """Name of the sender. A draft may omit it."""
    sub_level_category_code: Annotated[str, Field(alias="subLevelCategoryCode")]
    """Third-level category code of four digits (0001 and up). A draft may omit it."""
    top_level_category_code: Annotated[str, Field(alias="topLevelCategoryCode")]
    """First-level category code of three digits (001 and up). A draft may omit it."""


class KakaotalkInputSenderDto(RequestModel):
    details: KakaotalkInputSenderDetailsDto
    """Data of the sender. A draft may omit it."""
    plus_friend_id: Annotated[str, Field(alias="plusFriendId", max_length=30, min_length=1)]
    """Handle of the KakaoTalk channel (PlusFriend id)."""
    save_draft_on_failure: Annotated[bool | None, Field(alias="saveDraftOnFailure")] = False
    """Keep a draft when the submission fails; off by default."""
    status: KakaotalkActionsEnum | str | None = KakaotalkActionsEnum.SUBMIT
    """Send for review (the default) or keep as a draft."""


class KakaotalkInputUpdateSenderDetailsDto(RequestModel):
    admin_phone_no: Annotated[str | None, Field(alias="adminPhoneNo", max_length=15, min_length=1)] = None
    """Phone number of the channel administrator. Format: phone number."""
    logo_image: Annotated[Nullable[str], Field(alias="logoImage")] = None
    """Address of the logo. Format: url."""
    mid_level_category_code: Annotated[str | None, Field(alias="midLevelCategoryCode")] = None
    """Second-level category code of four digits (0001 and up)."""
    name: Annotated[str | None, Field(max_length=512, min_length=1)] = None
    """Name of the sender."""
    sub_level_category_code: Annotated[str | None, Field(alias="subLevelCategoryCode")] = None
    """Third-level category code of four digits (0001 and up)."""
    top_level_category_code: Annotated[str | None, Field(alias="topLevelCategoryCode")] = None
    """First-level category code of three digits (001 and up)."""


class KakaotalkInputUpdateSenderDto(RequestModel):
    details: KakaotalkInputUpdateSenderDetailsDto | None = None
    """Data of the sender to change."""
    status: KakaotalkActionsEnum | str | None = KakaotalkActionsEnum.DRAFT
    """Keep as a draft (the default) or send for review."""


class KakaotalkInputVerifySenderDto(RequestModel):
    code: Annotated[float, Field(examples=[123456])]
    """One-time code that confirms the sender."""


class KakaotalkSenderChangesDetailsDto(Model):
    admin_phone_no: Annotated[str | None, Field(alias="adminPhoneNo")] = None
    """Phone number of the channel administrator."""
    logo_image: Annotated[str | None, Field(alias="logoImage")] = None
    """Address of the logo."""
    mid_level_category_code: Annotated[str | None, Field(alias="midLevelCategoryCode")] = None
    """Second-level category code of four digits (0001 and up)."""
    name: str | None = None
    """Name of the sender."""
    sub_level_category_code: Annotated[str | None, Field(alias="subLevelCategoryCode")] = None
    """Third-level category code of four digits (0001 and up)."""
    top_level_category_code: Annotated[str | None, Field(alias="topLevelCategoryCode")] = None
    """First-level category code of three digits (001 and up)."""


class KakaotalkSenderChangesDto(Model):
    details: KakaotalkSenderChangesDtoDetails
    """Edited data of the sender."""
    status: KakaotalkSenderStatusesEnum | str
    """Progress of the edits."""


class KakaotalkSenderDetailsDto(Model):
    admin_phone_no: Annotated[str, Field(alias="adminPhoneNo")]
    """Phone number of the channel administrator."""
    logo_image: Annotated[str | None, Field(alias="logoImage")] = None
    """Address of the logo."""
    mid_level_category_code: Annotated[str, Field(alias="midLevelCategoryCode")]
    """Second-level category code of four digits (0001 and up)."""
    name: str
    """Name of the sender."""
    sub_level_category_code: Annotated[str, Field(alias="subLevelCategoryCode")]
    """Third-level category code of four digits (0001 and up)."""
    top_level_category_code: Annotated[str, Field(alias="topLevelCategoryCode")]
    """First-level category code of three digits (001 and up)."""


class KakaotalkSenderDto(Model):
    changes: KakaotalkSenderChangesDto | None = None
    """Edits that are not in force yet."""
    created: str | None = None
    """When it was created, UTC, ISO 8601."""
    details: KakaotalkSenderDetailsDto | None = None
    """Data of the sender that is in force."""
    id: str | None = None
    """Identifier of the sender."""
    modified: str | None = None
    """When it was last changed, UTC, ISO 8601."""
    plus_friend_id: Annotated[str, Field(alias="plusFriendId")]
    """Handle of the KakaoTalk channel (PlusFriend id)."""
    state: KakaotalkSenderStatesEnum | str | None = None
    """Where the sender stands now."""


class KakaotalkSenderListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    senders: list[KakaotalkSenderDto]
    """Senders on this page."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """How many entries match in all."""


class KakaotalkSenderNotificationDto(Model):
    author: str | None = None
    comment: str | None = None
    """Present on COMMENT_ADDED."""
    created: str | None = None
    type: KakaotalkSenderNotificationTypeEnum | str


class KakaotalkSenderNotificationListDto(Model):
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    notifications: list[KakaotalkSenderNotificationDto]
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """How many entries match in all."""


KakaotalkSenderChangesDtoDetails: TypeAlias = Annotated[
    KakaotalkSenderDetailsDto | KakaotalkSenderChangesDetailsDto | Unknown,
    OneOf(KakaotalkSenderDetailsDto, KakaotalkSenderChangesDetailsDto),
]
"""Edited data of the sender."""
