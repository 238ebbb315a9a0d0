"""Look at channels that are used with the Conversation API."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.messages import CallOptions
from .._runtime.operation import Operation, json_response
from .._runtime.parameters import path
from .._runtime.resource import AsyncResource, Resource, Views
from .._runtime.views import viewed, viewed_async
from ..models.conversation import (
    ConversationInstagramInfoDto,
    ConversationMessengerInfoDto,
    ConversationTelegramBotInfoDto,
    ConversationViberBotInfoDto,
)
from ..models.shared import ErrorBody

_GET_INSTAGRAM: Operation[ConversationInstagramInfoDto] = Operation(
    "get_instagram",
    "GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/instagram",
    parameters=(path("project_id", "projectId", str), path("conversation_app_id", "conversationAppId", str)),
    responses=(json_response("200", ConversationInstagramInfoDto), json_response("400 401 404 500", ErrorBody)),
)
_GET_MESSENGER: Operation[ConversationMessengerInfoDto] = Operation(
    "get_messenger",
    "GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/messenger",
    parameters=(path("project_id", "projectId", str), path("conversation_app_id", "conversationAppId", str)),
    responses=(json_response("200", ConversationMessengerInfoDto), json_response("400 401 404 500", ErrorBody)),
)
_GET_TELEGRAM: Operation[ConversationTelegramBotInfoDto] = Operation(
    "get_telegram",
    "GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/telegram",
    parameters=(path("project_id", "projectId", str), path("conversation_app_id", "conversationAppId", str)),
    responses=(json_response("200", ConversationTelegramBotInfoDto), json_response("400 401 404 500", ErrorBody)),
)
_GET_VIBER: Operation[ConversationViberBotInfoDto] = Operation(
    "get_viber",
    "GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/viber",
    parameters=(path("project_id", "projectId", str), path("conversation_app_id", "conversationAppId", str)),
    responses=(json_response("200", ConversationViberBotInfoDto), json_response("401 404 500", ErrorBody)),
)


class ConversationResource(Resource["ConversationResourceViews"]):
    """Look at channels that are used with the Conversation API."""

    def get_instagram(
        self, conversation_app_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> ConversationInstagramInfoDto:
        """Get Instagram channel information

        Read what is known about the Instagram channel attached to a Conversation API app.

        Args:
            conversation_app_id: Identifier of the Conversation API app.

        Raises: BadRequestError (400 conversation_app_id_invalid), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 conversation_app_no_instagram_channel, conversation_app_not_found), InternalServerError
            (500 facebook_api_error, internal_error).
        HTTP: GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/instagram"""
        return self._call(_GET_INSTAGRAM, options, conversation_app_id=conversation_app_id, project_id=project_id)

    def get_messenger(
        self, conversation_app_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> ConversationMessengerInfoDto:
        """Get Facebook Messenger channel information

        Read what is known about the Messenger channel attached to a Conversation API app.

        Args:
            conversation_app_id: Identifier of the Conversation API app.

        Raises: BadRequestError (400 conversation_app_id_invalid), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 conversation_app_no_messenger_channel, conversation_app_not_found), InternalServerError
            (500 facebook_api_error, internal_error).
        HTTP: GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/messenger"""
        return self._call(_GET_MESSENGER, options, conversation_app_id=conversation_app_id, project_id=project_id)

    def get_telegram(
        self, conversation_app_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> ConversationTelegramBotInfoDto:
        """Get Telegram Bot channel information

        Read what is known about the Telegram channel attached to a Conversation API app.

        Args:
            conversation_app_id: Identifier of the Conversation API app.

        Raises: BadRequestError (400 conversation_app_id_invalid), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 conversation_app_no_telegram_channel, conversation_app_not_found), InternalServerError
            (500 internal_error, telegram_api_error).
        HTTP: GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/telegram"""
        return self._call(_GET_TELEGRAM, options, conversation_app_id=conversation_app_id, project_id=project_id)

    def get_viber(
        self, conversation_app_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> ConversationViberBotInfoDto:
        """Get Viber Bot channel information

        Read what is known about the Viber channel attached to a Conversation API app.

        Args:
            conversation_app_id: Identifier of the Conversation API app.

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 conversation_app_no_viber_channel,
            conversation_app_not_found), InternalServerError (500 internal_error, viber_api_error).
        HTTP: GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/viber"""
        return self._call(_GET_VIBER, options, conversation_app_id=conversation_app_id, project_id=project_id)


class ConversationResourceViews(Views, of=ConversationResource):
    """The methods of `ConversationResource`, each returning the whole response."""

    def __init__(self, resource: ConversationResource) -> None:
        self.get_instagram = viewed(resource.get_instagram)
        self.get_messenger = viewed(resource.get_messenger)
        self.get_telegram = viewed(resource.get_telegram)
        self.get_viber = viewed(resource.get_viber)


class AsyncConversationResource(AsyncResource["AsyncConversationResourceViews"]):
    """Look at channels that are used with the Conversation API."""

    async def get_instagram(
        self, conversation_app_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> ConversationInstagramInfoDto:
        """Get Instagram channel information

        Read what is known about the Instagram channel attached to a Conversation API app.

        Args:
            conversation_app_id: Identifier of the Conversation API app.

        Raises: BadRequestError (400 conversation_app_id_invalid), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 conversation_app_no_instagram_channel, conversation_app_not_found), InternalServerError
            (500 facebook_api_error, internal_error).
        HTTP: GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/instagram"""
        return await self._call(_GET_INSTAGRAM, options, conversation_app_id=conversation_app_id, project_id=project_id)

    async def get_messenger(
        self, conversation_app_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> ConversationMessengerInfoDto:
        """Get Facebook Messenger channel information

        Read what is known about the Messenger channel attached to a Conversation API app.

        Args:
            conversation_app_id: Identifier of the Conversation API app.

        Raises: BadRequestError (400 conversation_app_id_invalid), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 conversation_app_no_messenger_channel, conversation_app_not_found), InternalServerError
            (500 facebook_api_error, internal_error).
        HTTP: GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/messenger"""
        return await self._call(_GET_MESSENGER, options, conversation_app_id=conversation_app_id, project_id=project_id)

    async def get_telegram(
        self, conversation_app_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> ConversationTelegramBotInfoDto:
        """Get Telegram Bot channel information

        Read what is known about the Telegram channel attached to a Conversation API app.

        Args:
            conversation_app_id: Identifier of the Conversation API app.

        Raises: BadRequestError (400 conversation_app_id_invalid), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 conversation_app_no_telegram_channel, conversation_app_not_found), InternalServerError
            (500 internal_error, telegram_api_error).
        HTTP: GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/telegram"""
        return await self._call(_GET_TELEGRAM, options, conversation_app_id=conversation_app_id, project_id=project_id)

    async def get_viber(
        self, conversation_app_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> ConversationViberBotInfoDto:
        """Get Viber Bot channel information

        Read what is known about the Viber channel attached to a Conversation API app.

        Args:
            conversation_app_id: Identifier of the Conversation API app.

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 conversation_app_no_viber_channel,
            conversation_app_not_found), InternalServerError (500 internal_error, viber_api_error).
        HTTP: GET /v1/projects/{projectId}/conversation/apps/{conversationAppId}/viber"""
        return await self._call(_GET_VIBER, options, conversation_app_id=conversation_app_id, project_id=project_id)


class AsyncConversationResourceViews(Views, of=AsyncConversationResource):
    """The methods of `AsyncConversationResource`, each returning the whole response."""

    def __init__(self, resource: AsyncConversationResource) -> None:
        self.get_instagram = viewed_async(resource.get_instagram)
        self.get_messenger = viewed_async(resource.get_messenger)
        self.get_telegram = viewed_async(resource.get_telegram)
        self.get_viber = viewed_async(resource.get_viber)
