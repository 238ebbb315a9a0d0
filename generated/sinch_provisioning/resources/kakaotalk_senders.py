"""Create, register, verify and change KakaoTalk senders."""

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
from ..models.kakaotalk_senders import (
    KakaotalkInputSenderDetailsDto,
    KakaotalkInputSenderDto,
    KakaotalkInputUpdateSenderDetailsDto,
    KakaotalkInputUpdateSenderDto,
    KakaotalkInputVerifySenderDto,
    KakaotalkSenderDto,
    KakaotalkSenderListDto,
    KakaotalkSenderNotificationDto,
    KakaotalkSenderNotificationListDto,
    KakaotalkSenderStatesEnum,
    KakaotalkSenderStatusesEnum,
)
from ..models.shared import ErrorBody, KakaotalkActionsEnum, KakaotalkCommentDto, KakaotalkCommentInputDto

_CREATE_COMMENT: Operation[KakaotalkCommentDto] = Operation(
    "create_comment",
    "POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/comments",
    parameters=(path("project_id", "projectId", str), path("plus_friend_id", "plusFriendId", str)),
    body=json_body(KakaotalkCommentInputDto, fields={"comment": "comment"}),
    responses=(json_response("201", KakaotalkCommentDto), json_response("400 401 404 500", ErrorBody)),
)
_CREATE_SENDER: Operation[KakaotalkSenderDto] = Operation(
    "create_sender",
    "POST /v1/projects/{projectId}/kakaotalk/senders",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(
        KakaotalkInputSenderDto,
        fields={
            "details": "details",
            "plus_friend_id": "plusFriendId",
            "save_draft_on_failure": "saveDraftOnFailure",
            "status": "status",
        },
    ),
    responses=(json_response("201", KakaotalkSenderDto), json_response("400 401 404 409 412 500", ErrorBody)),
)
_DELETE_CHANGES: Operation[None] = Operation(
    "delete_changes",
    "DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/changes",
    parameters=(path("project_id", "projectId", str), path("plus_friend_id", "plusFriendId", str)),
    responses=(response("204"), json_response("400 401 404 409 500", ErrorBody)),
)
_DELETE_SENDER: Operation[None] = Operation(
    "delete_sender",
    "DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}",
    parameters=(path("project_id", "projectId", str), path("plus_friend_id", "plusFriendId", str)),
    responses=(response("204"), json_response("400 401 404 409 500", ErrorBody)),
)
_GET_SENDER: Operation[KakaotalkSenderDto] = Operation(
    "get_sender",
    "GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}",
    parameters=(path("project_id", "projectId", str), path("plus_friend_id", "plusFriendId", str)),
    responses=(json_response("200", KakaotalkSenderDto), json_response("400 401 404 500", ErrorBody)),
)
_LIST_ACTIVITIES: Operation[KakaotalkSenderNotificationListDto] = Operation(
    "list_activities",
    "GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/activities",
    parameters=(
        path("project_id", "projectId", str),
        path("plus_friend_id", "plusFriendId", str),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", KakaotalkSenderNotificationListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("notifications",)),
)
_LIST_SENDERS: Operation[KakaotalkSenderListDto] = Operation(
    "list_senders",
    "GET /v1/projects/{projectId}/kakaotalk/senders",
    parameters=(
        path("project_id", "projectId", str),
        query("filter_states", "filterStates", list[KakaotalkSenderStatesEnum | str]),
        query("filter_statuses", "filterStatuses", list[KakaotalkSenderStatusesEnum | str]),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", KakaotalkSenderListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("senders",)),
)
_REGISTER_SENDER: Operation[KakaotalkSenderDto] = Operation(
    "register_sender",
    "POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/register",
    parameters=(path("project_id", "projectId", str), path("plus_friend_id", "plusFriendId", str)),
    responses=(json_response("200", KakaotalkSenderDto), json_response("400 401 404 409 500", ErrorBody)),
)
_UPDATE_SENDER: Operation[KakaotalkSenderDto] = Operation(
    "update_sender",
    "PATCH /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}",
    parameters=(path("project_id", "projectId", str), path("plus_friend_id", "plusFriendId", str)),
    body=json_body(KakaotalkInputUpdateSenderDto, fields={"details": "details", "status": "status"}),
    responses=(json_response("200", KakaotalkSenderDto), json_response("400 401 404 409 500", ErrorBody)),
)
_VERIFY_SENDER: Operation[KakaotalkSenderDto] = Operation(
    "verify_sender",
    "POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/verify",
    parameters=(path("project_id", "projectId", str), path("plus_friend_id", "plusFriendId", str)),
    body=json_body(KakaotalkInputVerifySenderDto, fields={"code": "code"}),
    responses=(json_response("200", KakaotalkSenderDto), json_response("400 401 404 409 500", ErrorBody)),
)


class KakaotalkSendersResource(Resource["KakaotalkSendersResourceViews"]):
    """Create, register, verify and change KakaoTalk senders."""

    @overload
    def create_comment(
        self,
        plus_friend_id: str,
        body: KakaotalkCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkCommentDto: ...
    @overload
    def create_comment(
        self, plus_friend_id: str, *, comment: str, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkCommentDto: ...
    def create_comment(self, plus_friend_id: str, body: Any = UNSET, **options: Any) -> KakaotalkCommentDto:
        """Creates a comment for a sender in project

        Attach a comment to a sender.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            body: Comment to store.
            comment: at least 1 character; at most 65535 characters.

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/comments"""
        return self._call(_CREATE_COMMENT, options, plus_friend_id=plus_friend_id, body=body)

    @overload
    def create_sender(
        self,
        body: KakaotalkInputSenderDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkSenderDto: ...
    @overload
    def create_sender(
        self,
        *,
        details: KakaotalkInputSenderDetailsDto | Mapping[str, Any],
        plus_friend_id: str,
        save_draft_on_failure: bool | Unset = UNSET,
        status: KakaotalkActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkSenderDto: ...
    def create_sender(self, body: Any = UNSET, **options: Any) -> KakaotalkSenderDto:
        """Create sender for project

        Create a sender from a KakaoTalk channel handle, either as a draft or submitted straight away for review.

        Args:
            body: Sender to create.
            details: Data of the sender. A draft may omit it.
            plus_friend_id: Handle of the KakaoTalk channel (PlusFriend id) (at least 1 character; at most 30
                characters).
            save_draft_on_failure: Keep a draft when the submission fails; off by default (default False).
            status: Send for review (the default) or keep as a draft (one of DRAFT, SUBMIT; default SUBMIT).

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_input, sender_invalid_category_code),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found), ConflictError (409
            account_data_is_corrupt, account_exists, account_not_updatable, file_not_found, file_size_too_large,
            file_unexpected_error, plus_friend_id_used), PreconditionFailedError (412 account_is_in_progress),
            InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders"""
        return self._call(_CREATE_SENDER, options, body=body)

    def delete_changes(
        self, plus_friend_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete pending or rejected changes to a sender

        Drop the draft or rejected modifications attached to a sender.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_changes_not_found), ConflictError (409 sender_changes_not_deletable),
            InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/changes"""
        return self._call(_DELETE_CHANGES, options, plus_friend_id=plus_friend_id, project_id=project_id)

    def delete_sender(
        self, plus_friend_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete sender for project

        Schedule a sender for removal; it keeps delivering for 60 days and is then gone.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found), ConflictError (409 sender_already_deleted), InternalServerError (500
            internal_error).
        HTTP: DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}"""
        return self._call(_DELETE_SENDER, options, plus_friend_id=plus_friend_id, project_id=project_id)

    def get_sender(
        self, plus_friend_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkSenderDto:
        """Get sender for project

        Fetch one sender by its channel handle.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}"""
        return self._call(_GET_SENDER, options, plus_friend_id=plus_friend_id, project_id=project_id)

    def list_activities(
        self,
        plus_friend_id: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[KakaotalkSenderNotificationDto, KakaotalkSenderNotificationListDto]:
        """Lists activities on sender

        Page through the event log of a sender, newest entry first.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500
            internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/activities"""
        return self._pages(
            _LIST_ACTIVITIES,
            options,
            plus_friend_id=plus_friend_id,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    def list_senders(
        self,
        *,
        filter_states: Sequence[KakaotalkSenderStatesEnum | str] | None = None,
        filter_statuses: Sequence[KakaotalkSenderStatusesEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[KakaotalkSenderDto, KakaotalkSenderListDto]:
        """List all senders in project

        Page through the KakaoTalk senders of a project, optionally narrowed by state or by status of pending changes.

        Args:
            filter_states: items one of ACTIVE, BLOCKED, INACTIVE, SUSPENDED, VERIFYING.
            filter_statuses: items one of DRAFT, IN_PROGRESS, REJECTED.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_filter_states, invalid_filter_statuses, invalid_page_size,
            invalid_page_token, project_not_initialized), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders"""
        return self._pages(
            _LIST_SENDERS,
            options,
            filter_states=filter_states,
            filter_statuses=filter_statuses,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    def register_sender(
        self, plus_friend_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkSenderDto:
        """Register sender for project

        Start registration of a sender, which triggers the one-time code needed by the verify call.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.

        Raises: BadRequestError (400 invalid_app_key, project_not_initialized), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), ConflictError (409 not_allowed_register),
            InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/register"""
        return self._call(_REGISTER_SENDER, options, plus_friend_id=plus_friend_id, project_id=project_id)

    @overload
    def update_sender(
        self,
        plus_friend_id: str,
        body: KakaotalkInputUpdateSenderDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkSenderDto: ...
    @overload
    def update_sender(
        self,
        plus_friend_id: str,
        *,
        details: KakaotalkInputUpdateSenderDetailsDto | Mapping[str, Any] | Unset = UNSET,
        status: KakaotalkActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkSenderDto: ...
    def update_sender(self, plus_friend_id: str, body: Any = UNSET, **options: Any) -> KakaotalkSenderDto:
        """Updates a draft sender in project

        Change a sender. The changes are kept as a draft unless they are submitted.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            body: Fields to change.
            details: Data of the sender to change.
            status: Keep as a draft (the default) or send for review (one of DRAFT, SUBMIT; default DRAFT).

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_input, no_fields_to_update,
            project_not_initialized, sender_invalid_category_code), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 project_not_found, sender_not_found), ConflictError (409 file_not_found,
            file_size_too_large, file_unexpected_error, sender_changes_not_updatable, sender_not_updatable),
            InternalServerError (500 internal_error).
        HTTP: PATCH /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}"""
        return self._call(_UPDATE_SENDER, options, plus_friend_id=plus_friend_id, body=body)

    @overload
    def verify_sender(
        self,
        plus_friend_id: str,
        body: KakaotalkInputVerifySenderDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkSenderDto: ...
    @overload
    def verify_sender(
        self, plus_friend_id: str, *, code: float, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkSenderDto: ...
    def verify_sender(self, plus_friend_id: str, body: Any = UNSET, **options: Any) -> KakaotalkSenderDto:
        """Verify sender for project

        Confirm the sender with the one-time code obtained after the register call.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            body: One-time code.
            code: One-time code that confirms the sender.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found), ConflictError (409 not_allowed_verify), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/verify"""
        return self._call(_VERIFY_SENDER, options, plus_friend_id=plus_friend_id, body=body)


class KakaotalkSendersResourceViews(Views, of=KakaotalkSendersResource):
    """The methods of `KakaotalkSendersResource`, each returning the whole response."""

    def __init__(self, resource: KakaotalkSendersResource) -> None:
        self.create_comment = viewed(resource.create_comment)
        self.create_sender = viewed(resource.create_sender)
        self.delete_changes = viewed(resource.delete_changes)
        self.delete_sender = viewed(resource.delete_sender)
        self.get_sender = viewed(resource.get_sender)
        self.list_activities = viewed(resource.list_activities)
        self.list_senders = viewed(resource.list_senders)
        self.register_sender = viewed(resource.register_sender)
        self.update_sender = viewed(resource.update_sender)
        self.verify_sender = viewed(resource.verify_sender)


class AsyncKakaotalkSendersResource(AsyncResource["AsyncKakaotalkSendersResourceViews"]):
    """Create, register, verify and change KakaoTalk senders."""

    @overload
    async def create_comment(
        self,
        plus_friend_id: str,
        body: KakaotalkCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkCommentDto: ...
    @overload
    async def create_comment(
        self, plus_friend_id: str, *, comment: str, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkCommentDto: ...
    async def create_comment(self, plus_friend_id: str, body: Any = UNSET, **options: Any) -> KakaotalkCommentDto:
        """Creates a comment for a sender in project

        Attach a comment to a sender.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            body: Comment to store.
            comment: at least 1 character; at most 65535 characters.

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/comments"""
        return await self._call(_CREATE_COMMENT, options, plus_friend_id=plus_friend_id, body=body)

    @overload
    async def create_sender(
        self,
        body: KakaotalkInputSenderDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkSenderDto: ...
    @overload
    async def create_sender(
        self,
        *,
        details: KakaotalkInputSenderDetailsDto | Mapping[str, Any],
        plus_friend_id: str,
        save_draft_on_failure: bool | Unset = UNSET,
        status: KakaotalkActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkSenderDto: ...
    async def create_sender(self, body: Any = UNSET, **options: Any) -> KakaotalkSenderDto:
        """Create sender for project

        Create a sender from a KakaoTalk channel handle, either as a draft or submitted straight away for review.

        Args:
            body: Sender to create.
            details: Data of the sender. A draft may omit it.
            plus_friend_id: Handle of the KakaoTalk channel (PlusFriend id) (at least 1 character; at most 30
                characters).
            save_draft_on_failure: Keep a draft when the submission fails; off by default (default False).
            status: Send for review (the default) or keep as a draft (one of DRAFT, SUBMIT; default SUBMIT).

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_input, sender_invalid_category_code),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found), ConflictError (409
            account_data_is_corrupt, account_exists, account_not_updatable, file_not_found, file_size_too_large,
            file_unexpected_error, plus_friend_id_used), PreconditionFailedError (412 account_is_in_progress),
            InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders"""
        return await self._call(_CREATE_SENDER, options, body=body)

    async def delete_changes(
        self, plus_friend_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete pending or rejected changes to a sender

        Drop the draft or rejected modifications attached to a sender.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_changes_not_found), ConflictError (409 sender_changes_not_deletable),
            InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/changes"""
        return await self._call(_DELETE_CHANGES, options, plus_friend_id=plus_friend_id, project_id=project_id)

    async def delete_sender(
        self, plus_friend_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete sender for project

        Schedule a sender for removal; it keeps delivering for 60 days and is then gone.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found), ConflictError (409 sender_already_deleted), InternalServerError (500
            internal_error).
        HTTP: DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}"""
        return await self._call(_DELETE_SENDER, options, plus_friend_id=plus_friend_id, project_id=project_id)

    async def get_sender(
        self, plus_friend_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkSenderDto:
        """Get sender for project

        Fetch one sender by its channel handle.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}"""
        return await self._call(_GET_SENDER, options, plus_friend_id=plus_friend_id, project_id=project_id)

    def list_activities(
        self,
        plus_friend_id: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[KakaotalkSenderNotificationDto, KakaotalkSenderNotificationListDto]:
        """Lists activities on sender

        Page through the event log of a sender, newest entry first.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500
            internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/activities"""
        return self._pages(
            _LIST_ACTIVITIES,
            options,
            plus_friend_id=plus_friend_id,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    def list_senders(
        self,
        *,
        filter_states: Sequence[KakaotalkSenderStatesEnum | str] | None = None,
        filter_statuses: Sequence[KakaotalkSenderStatusesEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[KakaotalkSenderDto, KakaotalkSenderListDto]:
        """List all senders in project

        Page through the KakaoTalk senders of a project, optionally narrowed by state or by status of pending changes.

        Args:
            filter_states: items one of ACTIVE, BLOCKED, INACTIVE, SUSPENDED, VERIFYING.
            filter_statuses: items one of DRAFT, IN_PROGRESS, REJECTED.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_filter_states, invalid_filter_statuses, invalid_page_size,
            invalid_page_token, project_not_initialized), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders"""
        return self._pages(
            _LIST_SENDERS,
            options,
            filter_states=filter_states,
            filter_statuses=filter_statuses,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    async def register_sender(
        self, plus_friend_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkSenderDto:
        """Register sender for project

        Start registration of a sender, which triggers the one-time code needed by the verify call.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.

        Raises: BadRequestError (400 invalid_app_key, project_not_initialized), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), ConflictError (409 not_allowed_register),
            InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/register"""
        return await self._call(_REGISTER_SENDER, options, plus_friend_id=plus_friend_id, project_id=project_id)

    @overload
    async def update_sender(
        self,
        plus_friend_id: str,
        body: KakaotalkInputUpdateSenderDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkSenderDto: ...
    @overload
    async def update_sender(
        self,
        plus_friend_id: str,
        *,
        details: KakaotalkInputUpdateSenderDetailsDto | Mapping[str, Any] | Unset = UNSET,
        status: KakaotalkActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkSenderDto: ...
    async def update_sender(self, plus_friend_id: str, body: Any = UNSET, **options: Any) -> KakaotalkSenderDto:
        """Updates a draft sender in project

        Change a sender. The changes are kept as a draft unless they are submitted.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            body: Fields to change.
            details: Data of the sender to change.
            status: Keep as a draft (the default) or send for review (one of DRAFT, SUBMIT; default DRAFT).

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_input, no_fields_to_update,
            project_not_initialized, sender_invalid_category_code), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 project_not_found, sender_not_found), ConflictError (409 file_not_found,
            file_size_too_large, file_unexpected_error, sender_changes_not_updatable, sender_not_updatable),
            InternalServerError (500 internal_error).
        HTTP: PATCH /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}"""
        return await self._call(_UPDATE_SENDER, options, plus_friend_id=plus_friend_id, body=body)

    @overload
    async def verify_sender(
        self,
        plus_friend_id: str,
        body: KakaotalkInputVerifySenderDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkSenderDto: ...
    @overload
    async def verify_sender(
        self, plus_friend_id: str, *, code: float, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkSenderDto: ...
    async def verify_sender(self, plus_friend_id: str, body: Any = UNSET, **options: Any) -> KakaotalkSenderDto:
        """Verify sender for project

        Confirm the sender with the one-time code obtained after the register call.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            body: One-time code.
            code: One-time code that confirms the sender.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found), ConflictError (409 not_allowed_verify), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/verify"""
        return await self._call(_VERIFY_SENDER, options, plus_friend_id=plus_friend_id, body=body)


class AsyncKakaotalkSendersResourceViews(Views, of=AsyncKakaotalkSendersResource):
    """The methods of `AsyncKakaotalkSendersResource`, each returning the whole response."""

    def __init__(self, resource: AsyncKakaotalkSendersResource) -> None:
        self.create_comment = viewed_async(resource.create_comment)
        self.create_sender = viewed_async(resource.create_sender)
        self.delete_changes = viewed_async(resource.delete_changes)
        self.delete_sender = viewed_async(resource.delete_sender)
        self.get_sender = viewed_async(resource.get_sender)
        self.list_activities = viewed_async(resource.list_activities)
        self.list_senders = viewed_async(resource.list_senders)
        self.register_sender = viewed_async(resource.register_sender)
        self.update_sender = viewed_async(resource.update_sender)
        self.verify_sender = viewed_async(resource.verify_sender)
