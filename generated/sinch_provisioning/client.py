"""The client: start here. Provisioning API"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.auth import Scheme
from ._runtime.client import AsyncBaseClient, SyncClient
from ._runtime.configuration import (
    About,
    AsyncClientOptions,
    ClientOptions,
    Secrets,
    Server,
    TokenArgument,
    environment,
)

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

    from .resources.bundles import AsyncBundlesResource, BundlesResource
    from .resources.conversation import AsyncConversationResource, ConversationResource
    from .resources.kakaotalk_categories import AsyncKakaotalkCategoriesResource, KakaotalkCategoriesResource
    from .resources.kakaotalk_senders import AsyncKakaotalkSendersResource, KakaotalkSendersResource
    from .resources.kakaotalk_templates import AsyncKakaotalkTemplatesResource, KakaotalkTemplatesResource
    from .resources.rcs_accounts import AsyncRcsAccountsResource, RcsAccountsResource
    from .resources.rcs_questionnaire import AsyncRcsQuestionnaireResource, RcsQuestionnaireResource
    from .resources.rcs_senders import AsyncRcsSendersResource, RcsSendersResource
    from .resources.webhooks import AsyncWebhooksResource, WebhooksResource
    from .resources.whatsapp import AsyncWhatsappResource, WhatsappResource
    from .resources.whatsapp_accounts import AsyncWhatsappAccountsResource, WhatsappAccountsResource
    from .resources.whatsapp_flows import AsyncWhatsappFlowsResource, WhatsappFlowsResource
    from .resources.whatsapp_senders import AsyncWhatsappSendersResource, WhatsappSendersResource
    from .resources.whatsapp_solutions import AsyncWhatsappSolutionsResource, WhatsappSolutionsResource
    from .resources.whatsapp_templates import AsyncWhatsappTemplatesResource, WhatsappTemplatesResource

_ABOUT = About(
    "sinch_provisioning",
    "1.2.36",
    "SINCH",
    parameters=("project_id",),
    schemes=(
        Scheme("BasicAuth", "http", scheme="basic"),
        Scheme("BearerAuth", "http", scheme="bearer"),
        Scheme("OAuth2Production", "oauth2", token_url="https://auth.sinch.com/oauth2/token"),
    ),
    security=(("OAuth2Production",), ("BearerAuth",), ("BasicAuth",)),
    key_scheme="OAuth2Production",
)

_SERVERS: Mapping[str, Server] = {
    "production": Server("https://provisioning.api.sinch.com", "Production"),
}


class Client(SyncClient):
    """The client of Provisioning API, version 1.2.36.

    Args:
        project_id: Project that owns the resource. Look it up in the dashboard.
        key_id: Key or user name.
        key_secret: Secret or password that belongs to it.
        access_token: Bearer token, or a function that yields one for each request.
        auth: Other credentials: BasicAuth, BearerAuth, ApiKeyAuth, ClientCredentials, NoAuth; several, or some by
            scheme.
        base_url: Where requests go: a URL, or one of `servers` or its name. The document's first server by default.
        timeout: Seconds for each phase of an attempt (60, connecting 10), None for no limit.
        deadline: Seconds for a whole call with all its attempts; none by default.
        max_retries: How often a call is repeated, if that is safe, after what may pass (3).
        headers: Sent with every request.
        on_drift: Called with each departure of an answer from the document.
        strict: Whether such departures are errors.
        http_client: An HTTP client of your own, with proxies or hooks; it is not closed with this one.
        transport: A transport of the HTTP library, for tests.
        clock: Where time and chance come from, for tests."""

    _about = _ABOUT
    servers: ClassVar[Mapping[str, Server]] = _SERVERS

    def __init__(
        self,
        *,
        project_id: str | None = None,
        key_id: str | None = None,
        key_secret: str | None = None,
        access_token: TokenArgument | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            {"projectId": project_id}, Secrets(key_id=key_id, key_secret=key_secret, access_token=access_token), options
        )

    @classmethod
    def from_env(cls, **options: Unpack[ClientOptions]) -> Self:
        """A client whose arguments are read from environment variables: SINCH_PROJECT_ID, SINCH_KEY_ID,
        SINCH_KEY_SECRET, SINCH_ACCESS_TOKEN."""
        return cls(**environment(_ABOUT, ["key_id", "key_secret", "access_token"], options))

    @cached_property
    def bundles(self) -> BundlesResource:
        """A bundle sets up several account resources in one go."""
        from .resources.bundles import BundlesResource

        return BundlesResource(self)

    @cached_property
    def conversation(self) -> ConversationResource:
        """Look at channels that are used with the Conversation API."""
        from .resources.conversation import ConversationResource

        return ConversationResource(self)

    @cached_property
    def kakaotalk_categories(self) -> KakaotalkCategoriesResource:
        """Look up the categories of KakaoTalk senders and templates."""
        from .resources.kakaotalk_categories import KakaotalkCategoriesResource

        return KakaotalkCategoriesResource(self)

    @cached_property
    def kakaotalk_senders(self) -> KakaotalkSendersResource:
        """Create, register, verify and change KakaoTalk senders."""
        from .resources.kakaotalk_senders import KakaotalkSendersResource

        return KakaotalkSendersResource(self)

    @cached_property
    def kakaotalk_templates(self) -> KakaotalkTemplatesResource:
        """Write, submit, change and delete KakaoTalk templates."""
        from .resources.kakaotalk_templates import KakaotalkTemplatesResource

        return KakaotalkTemplatesResource(self)

    @cached_property
    def rcs_accounts(self) -> RcsAccountsResource:
        """Operations on RCS Accounts."""
        from .resources.rcs_accounts import RcsAccountsResource

        return RcsAccountsResource(self)

    @cached_property
    def rcs_questionnaire(self) -> RcsQuestionnaireResource:
        """Operations on RCS Questionnaire."""
        from .resources.rcs_questionnaire import RcsQuestionnaireResource

        return RcsQuestionnaireResource(self)

    @cached_property
    def rcs_senders(self) -> RcsSendersResource:
        """Operations on RCS Senders."""
        from .resources.rcs_senders import RcsSendersResource

        return RcsSendersResource(self)

    @cached_property
    def webhooks(self) -> WebhooksResource:
        """Webhooks carry events from Sinch to your own server. Create, change and remove them here."""
        from .resources.webhooks import WebhooksResource

        return WebhooksResource(self)

    @cached_property
    def whatsapp(self) -> WhatsappResource:
        """he WhatsApp endpoint holds helpers around the Meta log-in of an account."""
        from .resources.whatsapp import WhatsappResource

        return WhatsappResource(self)

    @cached_property
    def whatsapp_accounts(self) -> WhatsappAccountsResource:
        """Create and change the WhatsApp account of a project, read its history and comment on it."""
        from .resources.whatsapp_accounts import WhatsappAccountsResource

        return WhatsappAccountsResource(self)

    @cached_property
    def whatsapp_flows(self) -> WhatsappFlowsResource:
        """Look up the WhatsApp Flows that belong to the project."""
        from .resources.whatsapp_flows import WhatsappFlowsResource

        return WhatsappFlowsResource(self)

    @cached_property
    def whatsapp_senders(self) -> WhatsappSendersResource:
        """Channels (business profiles) that talk to end users on WhatsApp. Set them up by embedded sign-up or in the
        partner-initiated way."""
        from .resources.whatsapp_senders import WhatsappSendersResource

        return WhatsappSendersResource(self)

    @cached_property
    def whatsapp_solutions(self) -> WhatsappSolutionsResource:
        """Create and look up WhatsApp solutions and assign them to the project."""
        from .resources.whatsapp_solutions import WhatsappSolutionsResource

        return WhatsappSolutionsResource(self)

    @cached_property
    def whatsapp_templates(self) -> WhatsappTemplatesResource:
        """Templates open a conversation on WhatsApp. Write, submit, change and delete them here."""
        from .resources.whatsapp_templates import WhatsappTemplatesResource

        return WhatsappTemplatesResource(self)


class AsyncClient(AsyncBaseClient):
    """The client of Provisioning API, version 1.2.36.

    Args:
        project_id: Project that owns the resource. Look it up in the dashboard.
        key_id: Key or user name.
        key_secret: Secret or password that belongs to it.
        access_token: Bearer token, or a function that yields one for each request.
        auth: Other credentials: BasicAuth, BearerAuth, ApiKeyAuth, ClientCredentials, NoAuth; several, or some by
            scheme.
        base_url: Where requests go: a URL, or one of `servers` or its name. The document's first server by default.
        timeout: Seconds for each phase of an attempt (60, connecting 10), None for no limit.
        deadline: Seconds for a whole call with all its attempts; none by default.
        max_retries: How often a call is repeated, if that is safe, after what may pass (3).
        headers: Sent with every request.
        on_drift: Called with each departure of an answer from the document.
        strict: Whether such departures are errors.
        http_client: An HTTP client of your own, with proxies or hooks; it is not closed with this one.
        transport: A transport of the HTTP library, for tests.
        clock: Where time and chance come from, for tests."""

    _about = _ABOUT
    servers: ClassVar[Mapping[str, Server]] = _SERVERS

    def __init__(
        self,
        *,
        project_id: str | None = None,
        key_id: str | None = None,
        key_secret: str | None = None,
        access_token: TokenArgument | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        super().__init__(
            {"projectId": project_id}, Secrets(key_id=key_id, key_secret=key_secret, access_token=access_token), options
        )

    @classmethod
    def from_env(cls, **options: Unpack[AsyncClientOptions]) -> Self:
        """A client whose arguments are read from environment variables: SINCH_PROJECT_ID, SINCH_KEY_ID,
        SINCH_KEY_SECRET, SINCH_ACCESS_TOKEN."""
        return cls(**environment(_ABOUT, ["key_id", "key_secret", "access_token"], options))

    @cached_property
    def bundles(self) -> AsyncBundlesResource:
        """A bundle sets up several account resources in one go."""
        from .resources.bundles import AsyncBundlesResource

        return AsyncBundlesResource(self)

    @cached_property
    def conversation(self) -> AsyncConversationResource:
        """Look at channels that are used with the Conversation API."""
        from .resources.conversation import AsyncConversationResource

        return AsyncConversationResource(self)

    @cached_property
    def kakaotalk_categories(self) -> AsyncKakaotalkCategoriesResource:
        """Look up the categories of KakaoTalk senders and templates."""
        from .resources.kakaotalk_categories import AsyncKakaotalkCategoriesResource

        return AsyncKakaotalkCategoriesResource(self)

    @cached_property
    def kakaotalk_senders(self) -> AsyncKakaotalkSendersResource:
        """Create, register, verify and change KakaoTalk senders."""
        from .resources.kakaotalk_senders import AsyncKakaotalkSendersResource

        return AsyncKakaotalkSendersResource(self)

    @cached_property
    def kakaotalk_templates(self) -> AsyncKakaotalkTemplatesResource:
        """Write, submit, change and delete KakaoTalk templates."""
        from .resources.kakaotalk_templates import AsyncKakaotalkTemplatesResource

        return AsyncKakaotalkTemplatesResource(self)

    @cached_property
    def rcs_accounts(self) -> AsyncRcsAccountsResource:
        """Operations on RCS Accounts."""
        from .resources.rcs_accounts import AsyncRcsAccountsResource

        return AsyncRcsAccountsResource(self)

    @cached_property
    def rcs_questionnaire(self) -> AsyncRcsQuestionnaireResource:
        """Operations on RCS Questionnaire."""
        from .resources.rcs_questionnaire import AsyncRcsQuestionnaireResource

        return AsyncRcsQuestionnaireResource(self)

    @cached_property
    def rcs_senders(self) -> AsyncRcsSendersResource:
        """Operations on RCS Senders."""
        from .resources.rcs_senders import AsyncRcsSendersResource

        return AsyncRcsSendersResource(self)

    @cached_property
    def webhooks(self) -> AsyncWebhooksResource:
        """Webhooks carry events from Sinch to your own server. Create, change and remove them here."""
        from .resources.webhooks import AsyncWebhooksResource

        return AsyncWebhooksResource(self)

    @cached_property
    def whatsapp(self) -> AsyncWhatsappResource:
        """he WhatsApp endpoint holds helpers around the Meta log-in of an account."""
        from .resources.whatsapp import AsyncWhatsappResource

        return AsyncWhatsappResource(self)

    @cached_property
    def whatsapp_accounts(self) -> AsyncWhatsappAccountsResource:
        """Create and change the WhatsApp account of a project, read its history and comment on it."""
        from .resources.whatsapp_accounts import AsyncWhatsappAccountsResource

        return AsyncWhatsappAccountsResource(self)

    @cached_property
    def whatsapp_flows(self) -> AsyncWhatsappFlowsResource:
        """Look up the WhatsApp Flows that belong to the project."""
        from .resources.whatsapp_flows import AsyncWhatsappFlowsResource

        return AsyncWhatsappFlowsResource(self)

    @cached_property
    def whatsapp_senders(self) -> AsyncWhatsappSendersResource:
        """Channels (business profiles) that talk to end users on WhatsApp. Set them up by embedded sign-up or in the
        partner-initiated way."""
        from .resources.whatsapp_senders import AsyncWhatsappSendersResource

        return AsyncWhatsappSendersResource(self)

    @cached_property
    def whatsapp_solutions(self) -> AsyncWhatsappSolutionsResource:
        """Create and look up WhatsApp solutions and assign them to the project."""
        from .resources.whatsapp_solutions import AsyncWhatsappSolutionsResource

        return AsyncWhatsappSolutionsResource(self)

    @cached_property
    def whatsapp_templates(self) -> AsyncWhatsappTemplatesResource:
        """Templates open a conversation on WhatsApp. Write, submit, change and delete them here."""
        from .resources.whatsapp_templates import AsyncWhatsappTemplatesResource

        return AsyncWhatsappTemplatesResource(self)
