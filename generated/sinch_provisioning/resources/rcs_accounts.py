"""Operations on RCS Accounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, overload

from pydantic import Field
from typing_extensions import Unpack

from .._runtime.messages import CallOptions
from .._runtime.operation import Operation, Paging, json_body, json_response
from .._runtime.pages import AsyncPages, Page
from .._runtime.parameters import path, query
from .._runtime.resource import AsyncResource, Resource, Views
from .._runtime.unset import UNSET
from .._runtime.views import viewed, viewed_async
from ..models.rcs_accounts import RcsAccountNotificationDto, RcsAccountNotificationListDto
from ..models.shared import ErrorBody, RcsCommentDto, RcsCommentInputDto

_CREATE_COMMENT: Operation[RcsCommentDto] = Operation(
    "create_comment",
    "POST /v1/projects/{projectId}/rcs/comments",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(RcsCommentInputDto, fields={"comment": "comment"}),
    responses=(json_response("201", RcsCommentDto), json_response("400 401 404 500", ErrorBody)),
)
_LIST_ACTIVITIES: Operation[RcsAccountNotificationListDto] = Operation(
    "list_activities",
    "GET /v1/projects/{projectId}/rcs/activities",
    parameters=(
        path("project_id", "projectId", str),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", RcsAccountNotificationListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("notifications",)),
)


class RcsAccountsResource(Resource["RcsAccountsResourceViews"]):
    """Operations on RCS Accounts."""

    @overload
    def create_comment(
        self,
        body: RcsCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsCommentDto: ...
    @overload
    def create_comment(
        self, *, comment: str, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsCommentDto: ...
    def create_comment(self, body: Any = UNSET, **options: Any) -> RcsCommentDto:
        """Creates a comment for an account

        Leave a comment on the RCS account.

        Args:
            body: Comment to store.
            comment: at least 1 character; at most 65535 characters.

        Raises: BadRequestError (400 invalid_input, invalid_payload), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 account_not_found), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/rcs/comments"""
        return self._call(_CREATE_COMMENT, options, body=body)

    def list_activities(
        self,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[RcsAccountNotificationDto, RcsAccountNotificationListDto]:
        """Lists activities on account

        Read the activity log of the RCS account page by page, newest entry first.

        Args:
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token), AuthenticationError (401
            unauthorized_error), NotFoundError (404 account_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/activities"""
        return self._pages(_LIST_ACTIVITIES, options, page_size=page_size, page_token=page_token, project_id=project_id)


class RcsAccountsResourceViews(Views, of=RcsAccountsResource):
    """The methods of `RcsAccountsResource`, each returning the whole response."""

    def __init__(self, resource: RcsAccountsResource) -> None:
        self.create_comment = viewed(resource.create_comment)
        self.list_activities = viewed(resource.list_activities)


class AsyncRcsAccountsResource(AsyncResource["AsyncRcsAccountsResourceViews"]):
    """Operations on RCS Accounts."""

    @overload
    async def create_comment(
        self,
        body: RcsCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsCommentDto: ...
    @overload
    async def create_comment(
        self, *, comment: str, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsCommentDto: ...
    async def create_comment(self, body: Any = UNSET, **options: Any) -> RcsCommentDto:
        """Creates a comment for an account

        Leave a comment on the RCS account.

        Args:
            body: Comment to store.
            comment: at least 1 character; at most 65535 characters.

        Raises: BadRequestError (400 invalid_input, invalid_payload), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 account_not_found), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/rcs/comments"""
        return await self._call(_CREATE_COMMENT, options, body=body)

    def list_activities(
        self,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[RcsAccountNotificationDto, RcsAccountNotificationListDto]:
        """Lists activities on account

        Read the activity log of the RCS account page by page, newest entry first.

        Args:
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token), AuthenticationError (401
            unauthorized_error), NotFoundError (404 account_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/activities"""
        return self._pages(_LIST_ACTIVITIES, options, page_size=page_size, page_token=page_token, project_id=project_id)


class AsyncRcsAccountsResourceViews(Views, of=AsyncRcsAccountsResource):
    """The methods of `AsyncRcsAccountsResource`, each returning the whole response."""

    def __init__(self, resource: AsyncRcsAccountsResource) -> None:
        self.create_comment = viewed_async(resource.create_comment)
        self.list_activities = viewed_async(resource.list_activities)
