"""Channels (business profiles) that talk to end users on WhatsApp. Set them up by embedded sign-up or in the
partner-initiated way."""

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
from ..models.shared import ErrorBody, WhatsappActionsEnum, WhatsappCommentDto, WhatsappCommentInputDto
from ..models.whatsapp_senders import (
    WhatsappSenderDto,
    WhatsappSenderInputRegisterDto,
    WhatsappSenderInputRegistrationMethodEnum,
    WhatsappSenderInputVerifyDto,
    WhatsappSenderListDto,
    WhatsappSenderNotificationDto,
    WhatsappSenderNotificationListDto,
    WhatsappSenderRegisterDto,
    WhatsappSenderStatesEnum,
    WhatsappSenderStatusesEnum,
    WhatsappSendersCreateSenderRequest,
    WhatsappUpdateSenderInputDetailsDto,
    WhatsappUpdateSenderInputDto,
)

_CREATE_COMMENT: Operation[WhatsappCommentDto] = Operation(
    "create_comment",
    "POST /v1/projects/{projectId}/whatsapp/senders/{senderId}/comments",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    body=json_body(WhatsappCommentInputDto, fields={"comment": "comment"}),
    responses=(json_response("201", WhatsappCommentDto), json_response("400 401 404 500", ErrorBody)),
)
_CREATE_SENDER: Operation[WhatsappSenderDto] = Operation(
    "create_sender",
    "POST /v1/projects/{projectId}/whatsapp/senders",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(WhatsappSendersCreateSenderRequest),
    responses=(json_response("201", WhatsappSenderDto), json_response("400 401 404 409 500", ErrorBody)),
)
_DELETE: Operation[None] = Operation(
    "delete",
    "DELETE /v1/projects/{projectId}/whatsapp/senders/{senderId}",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    responses=(response("204"), json_response("400 401 404 409 500", ErrorBody)),
)
_DELETE_CHANGES: Operation[None] = Operation(
    "delete_changes",
    "DELETE /v1/projects/{projectId}/whatsapp/senders/{senderId}/changes",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    responses=(response("204"), json_response("400 401 404 409 500", ErrorBody)),
)
_GET: Operation[WhatsappSenderDto] = Operation(
    "get",
    "GET /v1/projects/{projectId}/whatsapp/senders/{senderId}",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    responses=(json_response("200", WhatsappSenderDto), json_response("400 401 404 500", ErrorBody)),
)
_LIST_ACTIVITIES: Operation[WhatsappSenderNotificationListDto] = Operation(
    "list_activities",
    "GET /v1/projects/{projectId}/whatsapp/senders/{senderId}/activities",
    parameters=(
        path("project_id", "projectId", str),
        path("sender_id", "senderId", str),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", WhatsappSenderNotificationListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("notifications",)),
)
_LIST_SENDERS: Operation[WhatsappSenderListDto] = Operation(
    "list_senders",
    "GET /v1/projects/{projectId}/whatsapp/senders",
    parameters=(
        path("project_id", "projectId", str),
        query("filter_states", "filterStates", list[WhatsappSenderStatesEnum | str]),
        query("filter_statuses", "filterStatuses", list[WhatsappSenderStatusesEnum | str]),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", WhatsappSenderListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("senders",)),
)
_REGISTER: Operation[WhatsappSenderRegisterDto] = Operation(
    "register",
    "POST /v1/projects/{projectId}/whatsapp/senders/{senderId}/register",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    body=json_body(WhatsappSenderInputRegisterDto, fields={"method": "method"}),
    responses=(json_response("200", WhatsappSenderRegisterDto), json_response("400 401 404 409 429 500", ErrorBody)),
)
_UPDATE: Operation[WhatsappSenderDto] = Operation(
    "update",
    "PATCH /v1/projects/{projectId}/whatsapp/senders/{senderId}",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    body=json_body(WhatsappUpdateSenderInputDto, fields={"details": "details", "status": "status"}),
    responses=(json_response("200", WhatsappSenderDto), json_response("400 401 404 409 500", ErrorBody)),
)
_VERIFY: Operation[None] = Operation(
    "verify",
    "POST /v1/projects/{projectId}/whatsapp/senders/{senderId}/verify",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    body=json_body(WhatsappSenderInputVerifyDto, fields={"code": "code"}),
    responses=(response("204"), json_response("400 401 404 409 500", ErrorBody)),
)


class WhatsappSendersResource(Resource["WhatsappSendersResourceViews"]):
    """Channels (business profiles) that talk to end users on WhatsApp. Set them up by embedded sign-up or in the
    partner-initiated way."""

    @overload
    def create_comment(
        self,
        sender_id: str,
        body: WhatsappCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCommentDto: ...
    @overload
    def create_comment(
        self, sender_id: str, *, comment: str, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappCommentDto: ...
    def create_comment(self, sender_id: str, body: Any = UNSET, **options: Any) -> WhatsappCommentDto:
        """Creates a comment for a sender in project

        Leave a comment on a sender.

        Args:
            sender_id: Identifier of the WhatsApp sender.
            body: Comment data.
            comment: Comment text (at least 1 character; at most 65535 characters).

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/senders/{senderId}/comments"""
        return self._call(_CREATE_COMMENT, options, sender_id=sender_id, body=body)

    def create_sender(
        self,
        body: WhatsappSendersCreateSenderRequest | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappSenderDto:
        """Create sender for project

        Create a sender by embedded signup, from a new number, or partner-initiated.

        Args:
            body: Sender data.

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_business_manager,
            invalid_business_manager_for_environment, invalid_facebook_token, invalid_input, invalid_payload,
            project_not_initialized), AuthenticationError (401 unauthorized_error), NotFoundError (404
            project_not_found), ConflictError (409 account_data_is_corrupt, all_phone_number_id_provisioned,
            file_has_wrong_dimensions, file_not_found, file_size_too_large, file_unexpected_error,
            invalid_waba_id_or_phone_number_id_for_region, not_found_waba_id, provisioned_phone_number_id,
            too_many_waba_id, used_phone_number_id, waba_id_used, wrong_business_manager, wrong_waba_id),
            InternalServerError (500 facebook_Request_limit_reached, internal_error, log_in_facebook_required).
        HTTP: POST /v1/projects/{projectId}/whatsapp/senders"""
        return self._call(_CREATE_SENDER, options, project_id=project_id, body=body)

    def delete(self, sender_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> None:
        """Delete sender for project

        Mark a sender for removal; it keeps sending for 30 days and then disappears.

        Args:
            sender_id: Identifier of the WhatsApp sender.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found), ConflictError (409 sender_already_deleted), InternalServerError (500
            internal_error).
        HTTP: DELETE /v1/projects/{projectId}/whatsapp/senders/{senderId}"""
        return self._call(_DELETE, options, sender_id=sender_id, project_id=project_id)

    def delete_changes(self, sender_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> None:
        """Delete pending or rejected changes to a sender

        Drop pending edits of a sender.

        Args:
            sender_id: Identifier of the WhatsApp sender.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_changes_not_found), ConflictError (409 sender_changes_not_deletable),
            InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/whatsapp/senders/{senderId}/changes"""
        return self._call(_DELETE_CHANGES, options, sender_id=sender_id, project_id=project_id)

    def get(
        self, sender_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappSenderDto:
        """Get sender for project

        Read one sender.

        Args:
            sender_id: Identifier of the WhatsApp sender.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/senders/{senderId}"""
        return self._call(_GET, options, sender_id=sender_id, project_id=project_id)

    def list_activities(
        self,
        sender_id: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[WhatsappSenderNotificationDto, WhatsappSenderNotificationListDto]:
        """Lists activities on sender

        Page through the sender history, newest first.

        Args:
            sender_id: Identifier of the WhatsApp sender.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500
            internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/senders/{senderId}/activities"""
        return self._pages(
            _LIST_ACTIVITIES,
            options,
            sender_id=sender_id,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    def list_senders(
        self,
        *,
        filter_states: Sequence[WhatsappSenderStatesEnum | str] | None = None,
        filter_statuses: Sequence[WhatsappSenderStatusesEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[WhatsappSenderDto, WhatsappSenderListDto]:
        """List all senders in project

        Page through the senders of a project (50 per page by default).

        Args:
            filter_states: Keep only senders in these states (items one of ACTIVE, ERROR, INACTIVE, IN_PROGRESS,
                PENDING_VERIFICATION, SUSPENDED).
            filter_statuses: Keep only senders whose pending changes have these statuses (items one of DRAFT, ERROR,
                IN_PROGRESS, REJECTED).
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_filter_states, invalid_filter_statuses, invalid_page_size,
            invalid_page_token, project_not_initialized), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/senders"""
        return self._pages(
            _LIST_SENDERS,
            options,
            filter_states=filter_states,
            filter_statuses=filter_statuses,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    @overload
    def register(
        self,
        sender_id: str,
        body: WhatsappSenderInputRegisterDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappSenderRegisterDto: ...
    @overload
    def register(
        self,
        sender_id: str,
        *,
        method: WhatsappSenderInputRegistrationMethodEnum | str,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappSenderRegisterDto: ...
    def register(self, sender_id: str, body: Any = UNSET, **options: Any) -> WhatsappSenderRegisterDto:
        """Register sender for project

        Ask Meta to send a one-time code by SMS or voice.

        Args:
            sender_id: Identifier of the WhatsApp sender.
            body: Registration data.
            method: How to deliver the code (one of SMS, VOICE).

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), ConflictError (409 not_allowed_register,
            sender-number-not-approved-for-enterprise), RateLimitError (429 sender-already-registered,
            sender-register-too-many-requests, too_many_invalid_verification_codes), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/senders/{senderId}/register"""
        return self._call(_REGISTER, options, sender_id=sender_id, body=body)

    @overload
    def update(
        self,
        sender_id: str,
        body: WhatsappUpdateSenderInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappSenderDto: ...
    @overload
    def update(
        self,
        sender_id: str,
        *,
        details: WhatsappUpdateSenderInputDetailsDto | Mapping[str, Any] | Unset = UNSET,
        status: WhatsappActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappSenderDto: ...
    def update(self, sender_id: str, body: Any = UNSET, **options: Any) -> WhatsappSenderDto:
        """Updates a sender in project

        Change profile data of a sender; pending edits show up in "changes", the display name in "metadata.displayName".

        Args:
            sender_id: Identifier of the WhatsApp sender.
            body: Fields that may be changed.
            details: Fields to change.
            status: Save as draft or submit (one of DRAFT, SUBMIT; default DRAFT).

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_input, invalid_payload, no_fields_to_update,
            project_not_initialized), AuthenticationError (401 unauthorized_error), NotFoundError (404
            sender_not_found), ConflictError (409 file_has_wrong_dimensions, file_not_found, file_size_too_large,
            file_unexpected_error, sender_changes_not_updatable, sender_not_updatable), InternalServerError (500
            internal_error).
        HTTP: PATCH /v1/projects/{projectId}/whatsapp/senders/{senderId}"""
        return self._call(_UPDATE, options, sender_id=sender_id, body=body)

    @overload
    def verify(
        self,
        sender_id: str,
        body: WhatsappSenderInputVerifyDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None: ...
    @overload
    def verify(
        self,
        sender_id: str,
        *,
        code: str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None: ...
    def verify(self, sender_id: str, body: Any = UNSET, **options: Any) -> None:
        """Verify sender for project

        Confirm the number with the one-time code.

        Args:
            sender_id: Identifier of the WhatsApp sender.
            body: Verification data.
            code: Six-character code; may be left out for numbers Meta has verified already.

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), ConflictError (409 not_allowed_verify,
            wrong_otp), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/senders/{senderId}/verify"""
        return self._call(_VERIFY, options, sender_id=sender_id, body=body)


class WhatsappSendersResourceViews(Views, of=WhatsappSendersResource):
    """The methods of `WhatsappSendersResource`, each returning the whole response."""

    def __init__(self, resource: WhatsappSendersResource) -> None:
        self.create_comment = viewed(resource.create_comment)
        self.create_sender = viewed(resource.create_sender)
        self.delete = viewed(resource.delete)
        self.delete_changes = viewed(resource.delete_changes)
        self.get = viewed(resource.get)
        self.list_activities = viewed(resource.list_activities)
        self.list_senders = viewed(resource.list_senders)
        self.register = viewed(resource.register)
        self.update = viewed(resource.update)
        self.verify = viewed(resource.verify)


class AsyncWhatsappSendersResource(AsyncResource["AsyncWhatsappSendersResourceViews"]):
    """Channels (business profiles) that talk to end users on WhatsApp. Set them up by embedded sign-up or in the
    partner-initiated way."""

    @overload
    async def create_comment(
        self,
        sender_id: str,
        body: WhatsappCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCommentDto: ...
    @overload
    async def create_comment(
        self, sender_id: str, *, comment: str, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappCommentDto: ...
    async def create_comment(self, sender_id: str, body: Any = UNSET, **options: Any) -> WhatsappCommentDto:
        """Creates a comment for a sender in project

        Leave a comment on a sender.

        Args:
            sender_id: Identifier of the WhatsApp sender.
            body: Comment data.
            comment: Comment text (at least 1 character; at most 65535 characters).

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/senders/{senderId}/comments"""
        return await self._call(_CREATE_COMMENT, options, sender_id=sender_id, body=body)

    async def create_sender(
        self,
        body: WhatsappSendersCreateSenderRequest | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappSenderDto:
        """Create sender for project

        Create a sender by embedded signup, from a new number, or partner-initiated.

        Args:
            body: Sender data.

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_business_manager,
            invalid_business_manager_for_environment, invalid_facebook_token, invalid_input, invalid_payload,
            project_not_initialized), AuthenticationError (401 unauthorized_error), NotFoundError (404
            project_not_found), ConflictError (409 account_data_is_corrupt, all_phone_number_id_provisioned,
            file_has_wrong_dimensions, file_not_found, file_size_too_large, file_unexpected_error,
            invalid_waba_id_or_phone_number_id_for_region, not_found_waba_id, provisioned_phone_number_id,
            too_many_waba_id, used_phone_number_id, waba_id_used, wrong_business_manager, wrong_waba_id),
            InternalServerError (500 facebook_Request_limit_reached, internal_error, log_in_facebook_required).
        HTTP: POST /v1/projects/{projectId}/whatsapp/senders"""
        return await self._call(_CREATE_SENDER, options, project_id=project_id, body=body)

    async def delete(self, sender_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> None:
        """Delete sender for project

        Mark a sender for removal; it keeps sending for 30 days and then disappears.

        Args:
            sender_id: Identifier of the WhatsApp sender.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found), ConflictError (409 sender_already_deleted), InternalServerError (500
            internal_error).
        HTTP: DELETE /v1/projects/{projectId}/whatsapp/senders/{senderId}"""
        return await self._call(_DELETE, options, sender_id=sender_id, project_id=project_id)

    async def delete_changes(
        self, sender_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete pending or rejected changes to a sender

        Drop pending edits of a sender.

        Args:
            sender_id: Identifier of the WhatsApp sender.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_changes_not_found), ConflictError (409 sender_changes_not_deletable),
            InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/whatsapp/senders/{senderId}/changes"""
        return await self._call(_DELETE_CHANGES, options, sender_id=sender_id, project_id=project_id)

    async def get(
        self, sender_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappSenderDto:
        """Get sender for project

        Read one sender.

        Args:
            sender_id: Identifier of the WhatsApp sender.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/senders/{senderId}"""
        return await self._call(_GET, options, sender_id=sender_id, project_id=project_id)

    def list_activities(
        self,
        sender_id: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[WhatsappSenderNotificationDto, WhatsappSenderNotificationListDto]:
        """Lists activities on sender

        Page through the sender history, newest first.

        Args:
            sender_id: Identifier of the WhatsApp sender.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500
            internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/senders/{senderId}/activities"""
        return self._pages(
            _LIST_ACTIVITIES,
            options,
            sender_id=sender_id,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    def list_senders(
        self,
        *,
        filter_states: Sequence[WhatsappSenderStatesEnum | str] | None = None,
        filter_statuses: Sequence[WhatsappSenderStatusesEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[WhatsappSenderDto, WhatsappSenderListDto]:
        """List all senders in project

        Page through the senders of a project (50 per page by default).

        Args:
            filter_states: Keep only senders in these states (items one of ACTIVE, ERROR, INACTIVE, IN_PROGRESS,
                PENDING_VERIFICATION, SUSPENDED).
            filter_statuses: Keep only senders whose pending changes have these statuses (items one of DRAFT, ERROR,
                IN_PROGRESS, REJECTED).
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_filter_states, invalid_filter_statuses, invalid_page_size,
            invalid_page_token, project_not_initialized), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/senders"""
        return self._pages(
            _LIST_SENDERS,
            options,
            filter_states=filter_states,
            filter_statuses=filter_statuses,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    @overload
    async def register(
        self,
        sender_id: str,
        body: WhatsappSenderInputRegisterDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappSenderRegisterDto: ...
    @overload
    async def register(
        self,
        sender_id: str,
        *,
        method: WhatsappSenderInputRegistrationMethodEnum | str,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappSenderRegisterDto: ...
    async def register(self, sender_id: str, body: Any = UNSET, **options: Any) -> WhatsappSenderRegisterDto:
        """Register sender for project

        Ask Meta to send a one-time code by SMS or voice.

        Args:
            sender_id: Identifier of the WhatsApp sender.
            body: Registration data.
            method: How to deliver the code (one of SMS, VOICE).

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), ConflictError (409 not_allowed_register,
            sender-number-not-approved-for-enterprise), RateLimitError (429 sender-already-registered,
            sender-register-too-many-requests, too_many_invalid_verification_codes), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/senders/{senderId}/register"""
        return await self._call(_REGISTER, options, sender_id=sender_id, body=body)

    @overload
    async def update(
        self,
        sender_id: str,
        body: WhatsappUpdateSenderInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappSenderDto: ...
    @overload
    async def update(
        self,
        sender_id: str,
        *,
        details: WhatsappUpdateSenderInputDetailsDto | Mapping[str, Any] | Unset = UNSET,
        status: WhatsappActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappSenderDto: ...
    async def update(self, sender_id: str, body: Any = UNSET, **options: Any) -> WhatsappSenderDto:
        """Updates a sender in project

        Change profile data of a sender; pending edits show up in "changes", the display name in "metadata.displayName".

        Args:
            sender_id: Identifier of the WhatsApp sender.
            body: Fields that may be changed.
            details: Fields to change.
            status: Save as draft or submit (one of DRAFT, SUBMIT; default DRAFT).

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_input, invalid_payload, no_fields_to_update,
            project_not_initialized), AuthenticationError (401 unauthorized_error), NotFoundError (404
            sender_not_found), ConflictError (409 file_has_wrong_dimensions, file_not_found, file_size_too_large,
            file_unexpected_error, sender_changes_not_updatable, sender_not_updatable), InternalServerError (500
            internal_error).
        HTTP: PATCH /v1/projects/{projectId}/whatsapp/senders/{senderId}"""
        return await self._call(_UPDATE, options, sender_id=sender_id, body=body)

    @overload
    async def verify(
        self,
        sender_id: str,
        body: WhatsappSenderInputVerifyDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None: ...
    @overload
    async def verify(
        self,
        sender_id: str,
        *,
        code: str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None: ...
    async def verify(self, sender_id: str, body: Any = UNSET, **options: Any) -> None:
        """Verify sender for project

        Confirm the number with the one-time code.

        Args:
            sender_id: Identifier of the WhatsApp sender.
            body: Verification data.
            code: Six-character code; may be left out for numbers Meta has verified already.

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), ConflictError (409 not_allowed_verify,
            wrong_otp), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/senders/{senderId}/verify"""
        return await self._call(_VERIFY, options, sender_id=sender_id, body=body)


class AsyncWhatsappSendersResourceViews(Views, of=AsyncWhatsappSendersResource):
    """The methods of `AsyncWhatsappSendersResource`, each returning the whole response."""

    def __init__(self, resource: AsyncWhatsappSendersResource) -> None:
        self.create_comment = viewed_async(resource.create_comment)
        self.create_sender = viewed_async(resource.create_sender)
        self.delete = viewed_async(resource.delete)
        self.delete_changes = viewed_async(resource.delete_changes)
        self.get = viewed_async(resource.get)
        self.list_activities = viewed_async(resource.list_activities)
        self.list_senders = viewed_async(resource.list_senders)
        self.register = viewed_async(resource.register)
        self.update = viewed_async(resource.update)
        self.verify = viewed_async(resource.verify)
