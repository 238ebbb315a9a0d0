"""Create and change the WhatsApp account of a project, read its history and comment on it."""

from __future__ import annotations

from collections.abc import Mapping
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
from ..models.shared import ErrorBody, WhatsappCommentDto, WhatsappCommentInputDto
from ..models.whatsapp_accounts import (
    WhatsappAccountDto,
    WhatsappAccountNotificationDto,
    WhatsappAccountNotificationListDto,
    WhatsappAccountsCreateAccountRequest,
    WhatsappInputAccountSenderRelatedUpdateDetailsDto,
    WhatsappInputUpdateAccountDto,
)

_CREATE_ACCOUNT: Operation[WhatsappAccountDto] = Operation(
    "create_account",
    "POST /v1/projects/{projectId}/whatsapp",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(WhatsappAccountsCreateAccountRequest),
    responses=(json_response("201", WhatsappAccountDto), json_response("400 401 404 409 500", ErrorBody)),
)
_CREATE_COMMENT: Operation[WhatsappCommentDto] = Operation(
    "create_comment",
    "POST /v1/projects/{projectId}/whatsapp/comments",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(WhatsappCommentInputDto, fields={"comment": "comment"}),
    responses=(json_response("201", WhatsappCommentDto), json_response("400 401 404 409 500", ErrorBody)),
)
_DELETE_ACCOUNT: Operation[None] = Operation(
    "delete_account",
    "DELETE /v1/projects/{projectId}/whatsapp",
    parameters=(path("project_id", "projectId", str),),
    responses=(response("204"), json_response("400 401 409 500", ErrorBody)),
)
_GET_ACCOUNT: Operation[WhatsappAccountDto] = Operation(
    "get_account",
    "GET /v1/projects/{projectId}/whatsapp",
    parameters=(path("project_id", "projectId", str),),
    responses=(json_response("200", WhatsappAccountDto), json_response("401 404 409 500", ErrorBody)),
)
_LIST_ACTIVITIES: Operation[WhatsappAccountNotificationListDto] = Operation(
    "list_activities",
    "GET /v1/projects/{projectId}/whatsapp/activities",
    parameters=(
        path("project_id", "projectId", str),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", WhatsappAccountNotificationListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("notifications",)),
)
_UPDATE_ACCOUNT: Operation[WhatsappAccountDto] = Operation(
    "update_account",
    "PATCH /v1/projects/{projectId}/whatsapp",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(
        WhatsappInputUpdateAccountDto,
        fields={
            "client_business_manager_id": "clientBusinessManagerId",
            "company_legal_name": "companyLegalName",
            "sender_details": "senderDetails",
            "waba_name": "wabaName",
        },
    ),
    responses=(json_response("200", WhatsappAccountDto), json_response("400 401 404 409 500", ErrorBody)),
)


class WhatsappAccountsResource(Resource["WhatsappAccountsResourceViews"]):
    """Create and change the WhatsApp account of a project, read its history and comment on it."""

    def create_account(
        self,
        body: WhatsappAccountsCreateAccountRequest | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappAccountDto:
        """Create account for project

        Create the one WhatsApp account a project may have.

        Args:
            body: Account data.

        Raises: BadRequestError (400 invalid_business_manager_for_environment, invalid_input, invalid_payload),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found), ConflictError (409
            account_data_is_corrupt, account_exists), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp"""
        return self._call(_CREATE_ACCOUNT, options, project_id=project_id, body=body)

    @overload
    def create_comment(
        self,
        body: WhatsappCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCommentDto: ...
    @overload
    def create_comment(
        self, *, comment: str, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappCommentDto: ...
    def create_comment(self, body: Any = UNSET, **options: Any) -> WhatsappCommentDto:
        """Creates a comment for an account

        Leave a comment on the account.

        Args:
            body: Comment data.
            comment: Comment text (at least 1 character; at most 65535 characters).

        Raises: BadRequestError (400 invalid_input, invalid_payload), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 account_not_found), ConflictError (409 account_data_is_corrupt), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/comments"""
        return self._call(_CREATE_COMMENT, options, body=body)

    def delete_account(self, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> None:
        """DELETE /v1/projects/{projectId}/whatsapp

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            ConflictError (409 account_has_sender_changes, account_has_senders), InternalServerError (500
            internal_error, template_could_not_delete_drafts).
        HTTP: DELETE /v1/projects/{projectId}/whatsapp"""
        return self._call(_DELETE_ACCOUNT, options, project_id=project_id)

    def get_account(self, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> WhatsappAccountDto:
        """Get account for project

        Read the project's WhatsApp account.

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 account_not_found), ConflictError (409
            account_data_is_corrupt), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp"""
        return self._call(_GET_ACCOUNT, options, project_id=project_id)

    def list_activities(
        self,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[WhatsappAccountNotificationDto, WhatsappAccountNotificationListDto]:
        """Lists activities on account

        Page through the account history, newest first.

        Args:
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token), AuthenticationError (401
            unauthorized_error), NotFoundError (404 account_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/activities"""
        return self._pages(_LIST_ACTIVITIES, options, page_size=page_size, page_token=page_token, project_id=project_id)

    @overload
    def update_account(
        self,
        body: WhatsappInputUpdateAccountDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappAccountDto: ...
    @overload
    def update_account(
        self,
        *,
        client_business_manager_id: str | Unset = UNSET,
        company_legal_name: str | Unset = UNSET,
        sender_details: WhatsappInputAccountSenderRelatedUpdateDetailsDto | Mapping[str, Any] | Unset = UNSET,
        waba_name: str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappAccountDto: ...
    def update_account(self, body: Any = UNSET, **options: Any) -> WhatsappAccountDto:
        """Update account for project

        Correct a rejected account; it goes back to IN_PROGRESS afterwards.

        Args:
            body: Fields that may be changed.
            client_business_manager_id: Client's business manager id (at least 1 character; at most 255 characters).
            company_legal_name: Deprecated. Legal name of the brand; superseded by `wabaName` (at least 1 character; at
                most 255 characters).
            sender_details: Sender data to correct.
            waba_name: Registered brand name (at least 1 character; at most 255 characters).

        Raises: BadRequestError (400 invalid_input, no_fields_to_update), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 account_not_found), ConflictError (409 account_not_updatable), InternalServerError (500
            internal_error).
        HTTP: PATCH /v1/projects/{projectId}/whatsapp"""
        return self._call(_UPDATE_ACCOUNT, options, body=body)


class WhatsappAccountsResourceViews(Views, of=WhatsappAccountsResource):
    """The methods of `WhatsappAccountsResource`, each returning the whole response."""

    def __init__(self, resource: WhatsappAccountsResource) -> None:
        self.create_account = viewed(resource.create_account)
        self.create_comment = viewed(resource.create_comment)
        self.delete_account = viewed(resource.delete_account)
        self.get_account = viewed(resource.get_account)
        self.list_activities = viewed(resource.list_activities)
        self.update_account = viewed(resource.update_account)


class AsyncWhatsappAccountsResource(AsyncResource["AsyncWhatsappAccountsResourceViews"]):
    """Create and change the WhatsApp account of a project, read its history and comment on it."""

    async def create_account(
        self,
        body: WhatsappAccountsCreateAccountRequest | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappAccountDto:
        """Create account for project

        Create the one WhatsApp account a project may have.

        Args:
            body: Account data.

        Raises: BadRequestError (400 invalid_business_manager_for_environment, invalid_input, invalid_payload),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found), ConflictError (409
            account_data_is_corrupt, account_exists), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp"""
        return await self._call(_CREATE_ACCOUNT, options, project_id=project_id, body=body)

    @overload
    async def create_comment(
        self,
        body: WhatsappCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCommentDto: ...
    @overload
    async def create_comment(
        self, *, comment: str, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappCommentDto: ...
    async def create_comment(self, body: Any = UNSET, **options: Any) -> WhatsappCommentDto:
        """Creates a comment for an account

        Leave a comment on the account.

        Args:
            body: Comment data.
            comment: Comment text (at least 1 character; at most 65535 characters).

        Raises: BadRequestError (400 invalid_input, invalid_payload), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 account_not_found), ConflictError (409 account_data_is_corrupt), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/comments"""
        return await self._call(_CREATE_COMMENT, options, body=body)

    async def delete_account(self, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> None:
        """DELETE /v1/projects/{projectId}/whatsapp

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            ConflictError (409 account_has_sender_changes, account_has_senders), InternalServerError (500
            internal_error, template_could_not_delete_drafts).
        HTTP: DELETE /v1/projects/{projectId}/whatsapp"""
        return await self._call(_DELETE_ACCOUNT, options, project_id=project_id)

    async def get_account(self, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> WhatsappAccountDto:
        """Get account for project

        Read the project's WhatsApp account.

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 account_not_found), ConflictError (409
            account_data_is_corrupt), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp"""
        return await self._call(_GET_ACCOUNT, options, project_id=project_id)

    def list_activities(
        self,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[WhatsappAccountNotificationDto, WhatsappAccountNotificationListDto]:
        """Lists activities on account

        Page through the account history, newest first.

        Args:
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token), AuthenticationError (401
            unauthorized_error), NotFoundError (404 account_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/activities"""
        return self._pages(_LIST_ACTIVITIES, options, page_size=page_size, page_token=page_token, project_id=project_id)

    @overload
    async def update_account(
        self,
        body: WhatsappInputUpdateAccountDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappAccountDto: ...
    @overload
    async def update_account(
        self,
        *,
        client_business_manager_id: str | Unset = UNSET,
        company_legal_name: str | Unset = UNSET,
        sender_details: WhatsappInputAccountSenderRelatedUpdateDetailsDto | Mapping[str, Any] | Unset = UNSET,
        waba_name: str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappAccountDto: ...
    async def update_account(self, body: Any = UNSET, **options: Any) -> WhatsappAccountDto:
        """Update account for project

        Correct a rejected account; it goes back to IN_PROGRESS afterwards.

        Args:
            body: Fields that may be changed.
            client_business_manager_id: Client's business manager id (at least 1 character; at most 255 characters).
            company_legal_name: Deprecated. Legal name of the brand; superseded by `wabaName` (at least 1 character; at
                most 255 characters).
            sender_details: Sender data to correct.
            waba_name: Registered brand name (at least 1 character; at most 255 characters).

        Raises: BadRequestError (400 invalid_input, no_fields_to_update), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 account_not_found), ConflictError (409 account_not_updatable), InternalServerError (500
            internal_error).
        HTTP: PATCH /v1/projects/{projectId}/whatsapp"""
        return await self._call(_UPDATE_ACCOUNT, options, body=body)


class AsyncWhatsappAccountsResourceViews(Views, of=AsyncWhatsappAccountsResource):
    """The methods of `AsyncWhatsappAccountsResource`, each returning the whole response."""

    def __init__(self, resource: AsyncWhatsappAccountsResource) -> None:
        self.create_account = viewed_async(resource.create_account)
        self.create_comment = viewed_async(resource.create_comment)
        self.delete_account = viewed_async(resource.delete_account)
        self.get_account = viewed_async(resource.get_account)
        self.list_activities = viewed_async(resource.list_activities)
        self.update_account = viewed_async(resource.update_account)
