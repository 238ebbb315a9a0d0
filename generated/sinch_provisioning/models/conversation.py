from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model, OpenStrEnum


class ConversationChannelStatusEnum(OpenStrEnum):
    """State of the channel link."""

    ACTIVE = "ACTIVE"
    ERROR = "ERROR"
    FAILING = "FAILING"
    PENDING = "PENDING"
    UNRECOGNIZED = "UNRECOGNIZED"


class ConversationAccountLocationDto(Model):
    lat: float
    """Latitude."""
    lon: float
    """Longitude."""


class ConversationInstagramInfoDto(Model):
    biography: str | None = None
    """Profile text."""
    followers_count: Annotated[float | None, Field(alias="followersCount")] = None
    """How many accounts follow this one."""
    follows_count: Annotated[float | None, Field(alias="followsCount")] = None
    """How many accounts this one follows."""
    id: str | None = None
    """Instagram identifier."""
    media_count: Annotated[float | None, Field(alias="mediaCount")] = None
    """How many media are published."""
    name: str | None = None
    """Profile name."""
    profile_picture_url: Annotated[str | None, Field(alias="profilePictureUrl")] = None
    """Address of the profile picture."""
    status: ConversationChannelStatusEnum | str
    """State of the channel link."""
    status_description: Annotated[str | None, Field(alias="statusDescription")] = None
    """Explanation, given with an error or failing status."""
    username: str | None = None
    """Handle."""
    website: str | None = None
    """Web site of the profile."""


class ConversationMessengerInfoDto(Model):
    global_brand_page_name: Annotated[str | None, Field(alias="globalBrandPageName")] = None
    """Page name with country suffix for global pages (page admins only)."""
    id: str | None = None
    """Page identifier."""
    name: str | None = None
    """Page name."""
    status: ConversationChannelStatusEnum | str
    """State of the channel link."""
    status_description: Annotated[str | None, Field(alias="statusDescription")] = None
    """Explanation, given with an error or failing status."""


class ConversationTelegramBotInfoDto(Model):
    can_join_groups: Annotated[bool | None, Field(alias="canJoinGroups")] = None
    """Whether the bot may be invited to groups."""
    can_read_all_group_messages: Annotated[bool | None, Field(alias="canReadAllGroupMessages")] = None
    """Whether <a href="https://core.telegram.org/bots#privacy-mode">privacy mode</a> is off."""
    name: str | None = None
    """Bot name."""
    status: ConversationChannelStatusEnum | str
    """State of the channel link."""
    status_description: Annotated[str | None, Field(alias="statusDescription")] = None
    """Explanation, given with an error or failing status."""
    supports_inline_queries: Annotated[bool | None, Field(alias="supportsInlineQueries")] = None
    """Whether inline queries work."""
    username: str | None = None
    """Bot handle."""


class ConversationViberBotInfoDto(Model):
    category: str | None = None
    """Category of the account."""
    country: str | None = None
    """Long country name."""
    icon: str | None = None
    """Icon address."""
    id: str | None = None
    """Account identifier."""
    location: ConversationAccountLocationDto | None = None
    """Where the account is located."""
    name: str | None = None
    """Name of the account."""
    status: ConversationChannelStatusEnum | str
    """State of the channel link."""
    status_description: Annotated[str | None, Field(alias="statusDescription")] = None
    """Explanation, given with an error or failing status."""
    subcategory: str | None = None
    """Subcategory of the account."""
    subscribers_count: Annotated[float | None, Field(alias="subscribersCount")] = None
    """How many subscribers the account has."""
    uri: str | None = None
    """URI of the account."""
