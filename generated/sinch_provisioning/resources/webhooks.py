"""Webhooks carry events from Sinch to your own server. Create, change and remove them here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, overload

from pydantic import Field
from typing_extensions import Unpack

from .._runtime.messages import CallOptions
from .._runtime.operation import Operation, Paging, json_body, json_response, response
from .._runtime.pages import AsyncPages, Page
from .._runtime.parameters import path, query
from .._runtime.resource import AsyncResource, Resource, Views
from .._runtime.unset import UNSET, Unset
from .._runtime.views import viewed, viewed_async
from ..models.shared import ErrorBody
from ..models.webhooks import (
    WebhookUpdateWebhookInputDto,
    WebhookWebhookDto,
    WebhookWebhookInputDto,
    WebhookWebhookListDto,
    WebhookWebhookTriggers,
)

_CREATE_WEBHOOK: Operation[WebhookWebhookDto] = Operation(
    "create_webhook",
    "POST /v1/projects/{projectId}/webhooks",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(WebhookWebhookInputDto, fields={"secret": "secret", "target": "target", "triggers": "triggers"}),
    responses=(json_response("201", WebhookWebhookDto), json_response("400 401 409 424 500", ErrorBody)),
)
_DELETE_WEBHOOK: Operation[None] = Operation(
    "delete_webhook",
    "DELETE /v1/projects/{projectId}/webhooks/{webhookId}",
    parameters=(path("project_id", "projectId", str), path("webhook_id", "webhookId", str)),
    responses=(response("204"), json_response("400 401 404 500", ErrorBody)),
)
_GET_WEBHOOK: Operation[WebhookWebhookDto] = Operation(
    "get_webhook",
    "GET /v1/projects/{projectId}/webhooks/{webhookId}",
    parameters=(path("project_id", "projectId", str), path("webhook_id", "webhookId", str)),
    responses=(json_response("200", WebhookWebhookDto), json_response("400 401 404 500", ErrorBody)),
)
_LIST_WEBHOOKS: Operation[WebhookWebhookListDto] = Operation(
    "list_webhooks",
    "GET /v1/projects/{projectId}/webhooks",
    parameters=(
        path("project_id", "projectId", str),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=15)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", WebhookWebhookListDto), json_response("400 401 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("webhooks",)),
)
_REPLACE_WEBHOOK: Operation[WebhookWebhookDto] = Operation(
    "replace_webhook",
    "PUT /v1/projects/{projectId}/webhooks/{webhookId}",
    parameters=(path("project_id", "projectId", str), path("webhook_id", "webhookId", str)),
    body=json_body(WebhookWebhookInputDto, fields={"secret": "secret", "target": "target", "triggers": "triggers"}),
    responses=(json_response("200", WebhookWebhookDto), json_response("400 401 404 409 500", ErrorBody)),
)
_UPDATE_WEBHOOK: Operation[WebhookWebhookDto] = Operation(
    "update_webhook",
    "PATCH /v1/projects/{projectId}/webhooks/{webhookId}",
    parameters=(path("project_id", "projectId", str), path("webhook_id", "webhookId", str)),
    body=json_body(
        WebhookUpdateWebhookInputDto, fields={"secret": "secret", "target": "target", "triggers": "triggers"}
    ),
    responses=(json_response("200", WebhookWebhookDto), json_response("400 401 404 409 500", ErrorBody)),
)


class WebhooksResource(Resource["WebhooksResourceViews"]):
    """Webhooks carry events from Sinch to your own server. Create, change and remove them here."""

    @overload
    def create_webhook(
        self,
        body: WebhookWebhookInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    @overload
    def create_webhook(
        self,
        *,
        secret: str,
        target: str,
        triggers: Sequence[WebhookWebhookTriggers | str],
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    def create_webhook(self, body: Any = UNSET, **options: Any) -> WebhookWebhookDto:
        """Register a webhook for project

        Add a webhook to a project (15 at most); the target URL must not already be registered in that project.

        Args:
            body: Webhook to add.
            secret: Key used to sign deliveries; choose a high-entropy value (at least 1 character; at most 128
                characters).
            target: URL to send events to; unique within the project (at least 1 character; at most 742 characters).
            triggers: Events to receive; ALL stands for every event and is not meant to be combined (at least 1 item; no
                item twice).

        Raises: BadRequestError (400 invalid_input, invalid_payload), AuthenticationError (401 unauthorized_error),
            ConflictError (409 webhook_exists), FailedDependencyError (424 webhook_limit_reached), InternalServerError
            (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/webhooks"""
        return self._call(_CREATE_WEBHOOK, options, body=body)

    def delete_webhook(self, webhook_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> None:
        """Delete webhook

        Remove a registered webhook.

        Args:
            webhook_id: Identifier of the registered webhook.

        Raises: BadRequestError (400 invalid_id_format), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 webhook_not_found), InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/webhooks/{webhookId}"""
        return self._call(_DELETE_WEBHOOK, options, webhook_id=webhook_id, project_id=project_id)

    def get_webhook(
        self, webhook_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WebhookWebhookDto:
        """Get webhook

        Read one registered webhook.

        Args:
            webhook_id: Identifier of the registered webhook.

        Raises: BadRequestError (400 invalid_id_format), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 webhook_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/webhooks/{webhookId}"""
        return self._call(_GET_WEBHOOK, options, webhook_id=webhook_id, project_id=project_id)

    def list_webhooks(
        self,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[WebhookWebhookDto, WebhookWebhookListDto]:
        """List all webhooks in project

        Page through the webhooks registered for a project; with no token everything (a project holds at most 15) comes
        back, alphabetically.

        Args:
            page_size: How many entries to put on a page (at least 1; at most 15).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token), AuthenticationError (401
            unauthorized_error), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/webhooks"""
        return self._pages(_LIST_WEBHOOKS, options, page_size=page_size, page_token=page_token, project_id=project_id)

    @overload
    def replace_webhook(
        self,
        webhook_id: str,
        body: WebhookWebhookInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    @overload
    def replace_webhook(
        self,
        webhook_id: str,
        *,
        secret: str,
        target: str,
        triggers: Sequence[WebhookWebhookTriggers | str],
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    def replace_webhook(self, webhook_id: str, body: Any = UNSET, **options: Any) -> WebhookWebhookDto:
        """Replace webhook

        Overwrite target, secret and triggers of an existing webhook in one go.

        Args:
            webhook_id: Identifier of the registered webhook.
            body: Webhook to replace with.
            secret: Key used to sign deliveries; choose a high-entropy value (at least 1 character; at most 128
                characters).
            target: URL to send events to; unique within the project (at least 1 character; at most 742 characters).
            triggers: Events to receive; ALL stands for every event and is not meant to be combined (at least 1 item; no
                item twice).

        Raises: BadRequestError (400 invalid_id_format, invalid_input, invalid_payload), AuthenticationError (401
            unauthorized_error), NotFoundError (404 webhook_not_found), ConflictError (409 webhook_exists),
            InternalServerError (500 internal_error).
        HTTP: PUT /v1/projects/{projectId}/webhooks/{webhookId}"""
        return self._call(_REPLACE_WEBHOOK, options, webhook_id=webhook_id, body=body)

    @overload
    def update_webhook(
        self,
        webhook_id: str,
        body: WebhookUpdateWebhookInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    @overload
    def update_webhook(
        self,
        webhook_id: str,
        *,
        secret: str | Unset = UNSET,
        target: str | Unset = UNSET,
        triggers: Sequence[WebhookWebhookTriggers | str] | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    def update_webhook(self, webhook_id: str, body: Any = UNSET, **options: Any) -> WebhookWebhookDto:
        """Update webhook

        Change some of target, secret and triggers; omitted fields stay as they are.

        Args:
            webhook_id: Identifier of the registered webhook.
            body: Fields to change.
            secret: New signing key (at least 1 character; at most 128 characters).
            target: New URL (at least 1 character; at most 742 characters).
            triggers: New set of events (at least 1 item; no item twice).

        Raises: BadRequestError (400 invalid_id_format, invalid_input, invalid_payload), AuthenticationError (401
            unauthorized_error), NotFoundError (404 webhook_not_found), ConflictError (409 webhook_exists),
            InternalServerError (500 internal_error).
        HTTP: PATCH /v1/projects/{projectId}/webhooks/{webhookId}"""
        return self._call(_UPDATE_WEBHOOK, options, webhook_id=webhook_id, body=body)


class WebhooksResourceViews(Views, of=WebhooksResource):
    """The methods of `WebhooksResource`, each returning the whole response."""

    def __init__(self, resource: WebhooksResource) -> None:
        self.create_webhook = viewed(resource.create_webhook)
        self.delete_webhook = viewed(resource.delete_webhook)
        self.get_webhook = viewed(resource.get_webhook)
        self.list_webhooks = viewed(resource.list_webhooks)
        self.replace_webhook = viewed(resource.replace_webhook)
        self.update_webhook = viewed(resource.update_webhook)


class AsyncWebhooksResource(AsyncResource["AsyncWebhooksResourceViews"]):
    """Webhooks carry events from Sinch to your own server. Create, change and remove them here."""

    @overload
    async def create_webhook(
        self,
        body: WebhookWebhookInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    @overload
    async def create_webhook(
        self,
        *,
        secret: str,
        target: str,
        triggers: Sequence[WebhookWebhookTriggers | str],
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    async def create_webhook(self, body: Any = UNSET, **options: Any) -> WebhookWebhookDto:
        """Register a webhook for project

        Add a webhook to a project (15 at most); the target URL must not already be registered in that project.

        Args:
            body: Webhook to add.
            secret: Key used to sign deliveries; choose a high-entropy value (at least 1 character; at most 128
                characters).
            target: URL to send events to; unique within the project (at least 1 character; at most 742 characters).
            triggers: Events to receive; ALL stands for every event and is not meant to be combined (at least 1 item; no
                item twice).

        Raises: BadRequestError (400 invalid_input, invalid_payload), AuthenticationError (401 unauthorized_error),
            ConflictError (409 webhook_exists), FailedDependencyError (424 webhook_limit_reached), InternalServerError
            (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/webhooks"""
        return await self._call(_CREATE_WEBHOOK, options, body=body)

    async def delete_webhook(
        self, webhook_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete webhook

        Remove a registered webhook.

        Args:
            webhook_id: Identifier of the registered webhook.

        Raises: BadRequestError (400 invalid_id_format), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 webhook_not_found), InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/webhooks/{webhookId}"""
        return await self._call(_DELETE_WEBHOOK, options, webhook_id=webhook_id, project_id=project_id)

    async def get_webhook(
        self, webhook_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WebhookWebhookDto:
        """Get webhook

        Read one registered webhook.

        Args:
            webhook_id: Identifier of the registered webhook.

        Raises: BadRequestError (400 invalid_id_format), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 webhook_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/webhooks/{webhookId}"""
        return await self._call(_GET_WEBHOOK, options, webhook_id=webhook_id, project_id=project_id)

    def list_webhooks(
        self,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[WebhookWebhookDto, WebhookWebhookListDto]:
        """List all webhooks in project

        Page through the webhooks registered for a project; with no token everything (a project holds at most 15) comes
        back, alphabetically.

        Args:
            page_size: How many entries to put on a page (at least 1; at most 15).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token), AuthenticationError (401
            unauthorized_error), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/webhooks"""
        return self._pages(_LIST_WEBHOOKS, options, page_size=page_size, page_token=page_token, project_id=project_id)

    @overload
    async def replace_webhook(
        self,
        webhook_id: str,
        body: WebhookWebhookInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    @overload
    async def replace_webhook(
        self,
        webhook_id: str,
        *,
        secret: str,
        target: str,
        triggers: Sequence[WebhookWebhookTriggers | str],
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    async def replace_webhook(self, webhook_id: str, body: Any = UNSET, **options: Any) -> WebhookWebhookDto:
        """Replace webhook

        Overwrite target, secret and triggers of an existing webhook in one go.

        Args:
            webhook_id: Identifier of the registered webhook.
            body: Webhook to replace with.
            secret: Key used to sign deliveries; choose a high-entropy value (at least 1 character; at most 128
                characters).
            target: URL to send events to; unique within the project (at least 1 character; at most 742 characters).
            triggers: Events to receive; ALL stands for every event and is not meant to be combined (at least 1 item; no
                item twice).

        Raises: BadRequestError (400 invalid_id_format, invalid_input, invalid_payload), AuthenticationError (401
            unauthorized_error), NotFoundError (404 webhook_not_found), ConflictError (409 webhook_exists),
            InternalServerError (500 internal_error).
        HTTP: PUT /v1/projects/{projectId}/webhooks/{webhookId}"""
        return await self._call(_REPLACE_WEBHOOK, options, webhook_id=webhook_id, body=body)

    @overload
    async def update_webhook(
        self,
        webhook_id: str,
        body: WebhookUpdateWebhookInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    @overload
    async def update_webhook(
        self,
        webhook_id: str,
        *,
        secret: str | Unset = UNSET,
        target: str | Unset = UNSET,
        triggers: Sequence[WebhookWebhookTriggers | str] | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WebhookWebhookDto: ...
    async def update_webhook(self, webhook_id: str, body: Any = UNSET, **options: Any) -> WebhookWebhookDto:
        """Update webhook

        Change some of target, secret and triggers; omitted fields stay as they are.

        Args:
            webhook_id: Identifier of the registered webhook.
            body: Fields to change.
            secret: New signing key (at least 1 character; at most 128 characters).
            target: New URL (at least 1 character; at most 742 characters).
            triggers: New set of events (at least 1 item; no item twice).

        Raises: BadRequestError (400 invalid_id_format, invalid_input, invalid_payload), AuthenticationError (401
            unauthorized_error), NotFoundError (404 webhook_not_found), ConflictError (409 webhook_exists),
            InternalServerError (500 internal_error).
        HTTP: PATCH /v1/projects/{projectId}/webhooks/{webhookId}"""
        return await self._call(_UPDATE_WEBHOOK, options, webhook_id=webhook_id, body=body)


class AsyncWebhooksResourceViews(Views, of=AsyncWebhooksResource):
    """The methods of `AsyncWebhooksResource`, each returning the whole response."""

    def __init__(self, resource: AsyncWebhooksResource) -> None:
        self.create_webhook = viewed_async(resource.create_webhook)
        self.delete_webhook = viewed_async(resource.delete_webhook)
        self.get_webhook = viewed_async(resource.get_webhook)
        self.list_webhooks = viewed_async(resource.list_webhooks)
        self.replace_webhook = viewed_async(resource.replace_webhook)
        self.update_webhook = viewed_async(resource.update_webhook)
