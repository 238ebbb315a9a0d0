"""Operations on RCS Senders."""

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
from ..models.rcs_senders import (
    RcsInputSenderBillingCategoriesEnum,
    RcsInputSenderRegionsEnum,
    RcsSenderDetailsInputDto,
    RcsSenderDto,
    RcsSenderInputDto,
    RcsSenderListDto,
    RcsSenderNotificationDto,
    RcsSenderNotificationListDto,
    RcsSenderSortColumnsEnum,
    RcsSenderStatesEnum,
    RcsSortDirectionsEnum,
    RcsTestNumberCapabilitiesDto,
    RcsTestNumberStateDto,
    RcsTestNumbersDto,
    RcsTestNumbersInputDto,
    RcsUpdateSenderDetailsInputDto,
    RcsUpdateSenderInputDto,
)
from ..models.shared import ErrorBody, RcsCommentDto, RcsCommentInputDto, RcsInputSenderUseCasesEnum

_ADD_TEST_NUMBERS: Operation[RcsTestNumbersDto] = Operation(
    "add_test_numbers",
    "POST /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    body=json_body(RcsTestNumbersInputDto, fields={"test_numbers": "testNumbers"}),
    responses=(json_response("200", RcsTestNumbersDto), json_response("400 401 404 429 500", ErrorBody)),
)
_CREATE_SENDER: Operation[RcsSenderDto] = Operation(
    "create_sender",
    "POST /v1/projects/{projectId}/rcs/senders",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(
        RcsSenderInputDto,
        fields={"billing_category": "billingCategory", "region": "region", "use_case": "useCase", "details": "details"},
    ),
    responses=(json_response("201", RcsSenderDto), json_response("400 401 403 404 409 429 500", ErrorBody)),
)
_CREATE_SENDER_COMMENT: Operation[RcsCommentDto] = Operation(
    "create_sender_comment",
    "POST /v1/projects/{projectId}/rcs/senders/{senderId}/comments",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    body=json_body(RcsCommentInputDto, fields={"comment": "comment"}),
    responses=(json_response("201", RcsCommentDto), json_response("400 401 404 500", ErrorBody)),
)
_DELETE_TEST_NUMBER: Operation[None] = Operation(
    "delete_test_number",
    "DELETE /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}",
    parameters=(
        path("project_id", "projectId", str),
        path("sender_id", "senderId", str),
        path("test_number", "testNumber", str),
    ),
    responses=(response("204"), json_response("400 401 404 429 500", ErrorBody)),
)
_GET_SENDER: Operation[RcsSenderDto] = Operation(
    "get_sender",
    "GET /v1/projects/{projectId}/rcs/senders/{senderId}",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    responses=(json_response("200", RcsSenderDto), json_response("400 401 403 404 429 500", ErrorBody)),
)
_GET_TEST_NUMBER_CAPABILITIES: Operation[RcsTestNumberCapabilitiesDto] = Operation(
    "get_test_number_capabilities",
    "GET /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}/capabilities",
    parameters=(
        path("project_id", "projectId", str),
        path("sender_id", "senderId", str),
        path("test_number", "testNumber", str),
    ),
    responses=(json_response("200", RcsTestNumberCapabilitiesDto), json_response("400 401 403 404 429 500", ErrorBody)),
)
_GET_TEST_NUMBER_STATE: Operation[RcsTestNumberStateDto] = Operation(
    "get_test_number_state",
    "GET /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}",
    parameters=(
        path("project_id", "projectId", str),
        path("sender_id", "senderId", str),
        path("test_number", "testNumber", str),
    ),
    responses=(json_response("200", RcsTestNumberStateDto), json_response("400 401 404 429 500", ErrorBody)),
)
_LAUNCH_SENDER: Operation[RcsSenderDto] = Operation(
    "launch_sender",
    "POST /v1/projects/{projectId}/rcs/senders/{senderId}/launch",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    responses=(json_response("200", RcsSenderDto), json_response("400 401 403 404 409 412 429 500", ErrorBody)),
)
_LIST_ACTIVITIES: Operation[RcsSenderNotificationListDto] = Operation(
    "list_activities",
    "GET /v1/projects/{projectId}/rcs/senders/{senderId}/activities",
    parameters=(
        path("project_id", "projectId", str),
        path("sender_id", "senderId", str),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", RcsSenderNotificationListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("notifications",)),
)
_LIST_SENDERS: Operation[RcsSenderListDto] = Operation(
    "list_senders",
    "GET /v1/projects/{projectId}/rcs/senders",
    parameters=(
        path("project_id", "projectId", str),
        query("filter_conversation_api_app_id", "filterConversationApiAppId", str),
        query("filter_sender_ids", "filterSenderIds", str),
        query("filter_sender_name", "filterSenderName", str),
        query("filter_states", "filterStates", list[RcsSenderStatesEnum | str]),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
        query("sort_column", "sortColumn", RcsSenderSortColumnsEnum | str),
        query("sort_direction", "sortDirection", RcsSortDirectionsEnum | str),
    ),
    responses=(json_response("200", RcsSenderListDto), json_response("400 401 403 429 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("senders",)),
)
_RETRY_TEST_NUMBER: Operation[RcsTestNumberStateDto] = Operation(
    "retry_test_number",
    "GET /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}/retry",
    parameters=(
        path("project_id", "projectId", str),
        path("sender_id", "senderId", str),
        path("test_number", "testNumber", str),
    ),
    responses=(json_response("200", RcsTestNumberStateDto), json_response("400 401 404 429 500", ErrorBody)),
)
_UPDATE_SENDER: Operation[RcsSenderDto] = Operation(
    "update_sender",
    "PATCH /v1/projects/{projectId}/rcs/senders/{senderId}",
    parameters=(path("project_id", "projectId", str), path("sender_id", "senderId", str)),
    body=json_body(RcsUpdateSenderInputDto, fields={"details": "details"}),
    responses=(json_response("200", RcsSenderDto), json_response("400 401 403 404 429 500", ErrorBody)),
)


class RcsSendersResource(Resource["RcsSendersResourceViews"]):
    """Operations on RCS Senders."""

    @overload
    def add_test_numbers(
        self,
        sender_id: str,
        body: RcsTestNumbersInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsTestNumbersDto: ...
    @overload
    def add_test_numbers(
        self,
        sender_id: str,
        *,
        test_numbers: Sequence[str],
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsTestNumbersDto: ...
    def add_test_numbers(self, sender_id: str, body: Any = UNSET, **options: Any) -> RcsTestNumbersDto:
        """Add test numbers to sender for project

        Invite testers; adding an already verified number again sets it back to unverified and sends a new invite.

        Args:
            sender_id: Identifier of the RCS sender.
            body: Numbers to invite.
            test_numbers: Tester numbers; at most 20 new invites a day and 200 in all (at most 200 items; no item
                twice).

        Raises: BadRequestError (400 add_test_number_invalid, invalid_id_format, invalid_input,
            invalid_region_for_att_supplier, no_google_supplier), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 add_test_number_not_allowed_before_launch, blocked_because_the_recipient_declined,
            project_not_found, sender_not_found, user_cannot_be_reached), RateLimitError (429 rbm_too_many_requests),
            InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers"""
        return self._call(_ADD_TEST_NUMBERS, options, sender_id=sender_id, body=body)

    @overload
    def create_sender(
        self,
        body: RcsSenderInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsSenderDto: ...
    @overload
    def create_sender(
        self,
        *,
        billing_category: RcsInputSenderBillingCategoriesEnum | str,
        region: RcsInputSenderRegionsEnum | str,
        use_case: RcsInputSenderUseCasesEnum | str,
        details: RcsSenderDetailsInputDto | Mapping[str, Any] | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsSenderDto: ...
    def create_sender(self, body: Any = UNSET, **options: Any) -> RcsSenderDto:
        """Create sender for project

        Create a sender; only region, billing category and use case are needed, the rest can follow by update before
        launch.

        Args:
            body: Sender to create.
            billing_category: Billing model (one of BASIC_MESSAGE, CONVERSATIONAL, CONVERSATIONAL_LEGACY,
                NON_CONVERSATIONAL, SINGLE_MESSAGE).
            region: Region the sender lives in (one of BR, EU, US).
            use_case: Main use of the sender (one of MULTIUSE, OTP, PROMOTIONAL, TRANSACTIONAL).
            details: Everything else; can be filled later.

        Raises: BadRequestError (400 add_test_number_invalid, file_invalid_mime_type, invalid_google_agent,
            invalid_input, invalid_payload), AuthenticationError (401 unauthorized_error), PermissionDeniedError (403
            rbm_has_not_been_used, rbm_webhook_incorrect_secret), NotFoundError (404 project_not_found,
            rbm_resources_not_found), ConflictError (409 account_data_is_corrupt, file_has_wrong_dimensions,
            file_not_found, file_size_too_large, file_unexpected_error), RateLimitError (429 rbm_too_many_requests),
            InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/rcs/senders"""
        return self._call(_CREATE_SENDER, options, body=body)

    @overload
    def create_sender_comment(
        self,
        sender_id: str,
        body: RcsCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsCommentDto: ...
    @overload
    def create_sender_comment(
        self, sender_id: str, *, comment: str, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsCommentDto: ...
    def create_sender_comment(self, sender_id: str, body: Any = UNSET, **options: Any) -> RcsCommentDto:
        """Creates a comment for a sender in project

        Leave a comment on a sender.

        Args:
            sender_id: Identifier of the RCS sender.
            body: Comment to store.
            comment: at least 1 character; at most 65535 characters.

        Raises: BadRequestError (400 invalid_id_format, invalid_input, invalid_payload), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/rcs/senders/{senderId}/comments"""
        return self._call(_CREATE_SENDER_COMMENT, options, sender_id=sender_id, body=body)

    def delete_test_number(
        self, sender_id: str, test_number: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Deletes a test number for the sender

        Remove a tester number.

        Args:
            sender_id: Identifier of the RCS sender.
            test_number: Tester phone number in E.164 form, leading plus included (URL-encode it).

        Raises: BadRequestError (400 invalid_id_format, invalid_region_for_att_supplier, no_google_supplier),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found,
            user_is_not_tester_for_agent), RateLimitError (429 rbm_too_many_requests), InternalServerError (500
            internal_error).
        HTTP: DELETE /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}"""
        return self._call(
            _DELETE_TEST_NUMBER, options, sender_id=sender_id, test_number=test_number, project_id=project_id
        )

    def get_sender(
        self, sender_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsSenderDto:
        """Get sender for project

        Read one sender.

        Args:
            sender_id: Identifier of the RCS sender.

        Raises: BadRequestError (400 invalid_id_format), AuthenticationError (401 unauthorized_error),
            PermissionDeniedError (403 rbm_has_not_been_used), NotFoundError (404 sender_not_found), RateLimitError (429
            rbm_too_many_requests), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders/{senderId}"""
        return self._call(_GET_SENDER, options, sender_id=sender_id, project_id=project_id)

    def get_test_number_capabilities(
        self, sender_id: str, test_number: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsTestNumberCapabilitiesDto:
        """Get test number capabilities of sender for project

        Ask which RCS features a tester device supports.

        Args:
            sender_id: Identifier of the RCS sender.
            test_number: Tester phone number in E.164 form, leading plus included (URL-encode it).

        Raises: BadRequestError (400 invalid_id_format, no_google_supplier), AuthenticationError (401
            unauthorized_error), PermissionDeniedError (403 wrong_supplier_configuration), NotFoundError (404
            blocked_because_the_recipient_declined, looking_up_the_rbm_agent, sender_not_found, user_cannot_be_reached,
            user_has_not_accepted_invite, user_is_not_tester_for_agent), RateLimitError (429 rbm_too_many_requests),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}/capabilities"""
        return self._call(
            _GET_TEST_NUMBER_CAPABILITIES, options, sender_id=sender_id, test_number=test_number, project_id=project_id
        )

    def get_test_number_state(
        self, sender_id: str, test_number: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsTestNumberStateDto:
        """Gets test number state of the sender for the project.

        Read the state of one tester number.

        Args:
            sender_id: Identifier of the RCS sender.
            test_number: Tester phone number in E.164 form, leading plus included (URL-encode it).

        Raises: BadRequestError (400 no_google_supplier), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 project_not_found, sender_not_found, user_is_not_tester_for_agent), RateLimitError (429
            rbm_too_many_requests), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}"""
        return self._call(
            _GET_TEST_NUMBER_STATE, options, sender_id=sender_id, test_number=test_number, project_id=project_id
        )

    def launch_sender(
        self, sender_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsSenderDto:
        """Begin launch process for sender

        Start the launch once questionnaire, countries, a phone or e-mail contact, banner, logo, privacy policy and
        terms are in place; without a video Sinch staff adds one first.

        Args:
            sender_id: Identifier of the RCS sender.

        Raises: BadRequestError (400 invalid_id_format, invalid_region_for_att_supplier, verification_suspended_in_gmb),
            AuthenticationError (401 unauthorized_error), PermissionDeniedError (403 rbm_has_not_been_used),
            NotFoundError (404 rbm_resources_not_found, sender_not_found), ConflictError (409
            launch_invalid_agent_state, launch_invalid_verification_state), PreconditionFailedError (412
            launch_precondition_failed), RateLimitError (429 rbm_too_many_requests), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/rcs/senders/{senderId}/launch"""
        return self._call(_LAUNCH_SENDER, options, sender_id=sender_id, project_id=project_id)

    def list_activities(
        self,
        sender_id: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[RcsSenderNotificationDto, RcsSenderNotificationListDto]:
        """Lists activities on sender

        Page through what happened to a sender, newest first.

        Args:
            sender_id: Identifier of the RCS sender.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_id_format, invalid_page_size, invalid_page_token), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders/{senderId}/activities"""
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
        filter_conversation_api_app_id: str | None = None,
        filter_sender_ids: str | None = None,
        filter_sender_name: str | None = None,
        filter_states: Sequence[RcsSenderStatesEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        sort_column: RcsSenderSortColumnsEnum | str | None = None,
        sort_direction: RcsSortDirectionsEnum | str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[RcsSenderDto, RcsSenderListDto]:
        """List all senders in project

        Page through the senders of the project; 50 come back when no page is asked for.

        Args:
            filter_conversation_api_app_id: Only senders linked to this Conversation app.
            filter_sender_ids: Only senders with these ids (declared as one string).
            filter_sender_name: Only senders with this name.
            filter_states: Only senders in these states (repeat the parameter) (items one of DRAFT, IN_PROGRESS,
                IN_TEST, LAUNCHED, LAUNCHING, PREPARING_LAUNCH, UNKNOWN, UNLAUNCHED).
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.
            sort_column: Sort key (one of CREATED, MODIFIED, NAME, STATE).
            sort_direction: Sort order (one of ASC, DESC).

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_filter_states, invalid_page_size, invalid_page_token), AuthenticationError
            (401 unauthorized_error), PermissionDeniedError (403 rbm_has_not_been_used), RateLimitError (429
            rbm_too_many_requests), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders"""
        return self._pages(
            _LIST_SENDERS,
            options,
            filter_conversation_api_app_id=filter_conversation_api_app_id,
            filter_sender_ids=filter_sender_ids,
            filter_sender_name=filter_sender_name,
            filter_states=filter_states,
            page_size=page_size,
            page_token=page_token,
            sort_column=sort_column,
            sort_direction=sort_direction,
            project_id=project_id,
        )

    def retry_test_number(
        self, sender_id: str, test_number: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsTestNumberStateDto:
        """Resend an invite to test number of sender for project

        Send the tester invite again; a verified number goes back to unverified.

        Args:
            sender_id: Identifier of the RCS sender.
            test_number: Tester phone number in E.164 form, leading plus included (URL-encode it).

        Raises: BadRequestError (400 add_test_number_invalid, invalid_id_format, invalid_region_for_att_supplier,
            no_google_supplier), AuthenticationError (401 unauthorized_error), NotFoundError (404
            add_test_number_not_allowed_before_launch, blocked_because_the_recipient_declined, sender_not_found,
            user_is_not_tester_for_agent), RateLimitError (429 rbm_too_many_requests), InternalServerError (500
            internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}/retry"""
        return self._call(
            _RETRY_TEST_NUMBER, options, sender_id=sender_id, test_number=test_number, project_id=project_id
        )

    @overload
    def update_sender(
        self,
        sender_id: str,
        body: RcsUpdateSenderInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsSenderDto: ...
    @overload
    def update_sender(
        self,
        sender_id: str,
        *,
        details: RcsUpdateSenderDetailsInputDto | Mapping[str, Any],
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsSenderDto: ...
    def update_sender(self, sender_id: str, body: Any = UNSET, **options: Any) -> RcsSenderDto:
        """Update sender for project

        Change details of a sender; null clears nullable values.

        Args:
            body: Fields to change.
            details: Fields to change.

        Raises: BadRequestError (400 add_test_number_invalid, fields_not_updatable, invalid_google_agent,
            invalid_id_format, invalid_input, invalid_payload, invalid_region_for_att_supplier, no_fields_to_update),
            AuthenticationError (401 unauthorized_error), PermissionDeniedError (403 rbm_has_not_been_used),
            NotFoundError (404 blocked_because_the_recipient_declined, project_not_found, rbm_resources_not_found,
            sender_not_found), RateLimitError (429 rbm_too_many_requests), InternalServerError (500 internal_error).
        HTTP: PATCH /v1/projects/{projectId}/rcs/senders/{senderId}"""
        return self._call(_UPDATE_SENDER, options, sender_id=sender_id, body=body)


class RcsSendersResourceViews(Views, of=RcsSendersResource):
    """The methods of `RcsSendersResource`, each returning the whole response."""

    def __init__(self, resource: RcsSendersResource) -> None:
        self.add_test_numbers = viewed(resource.add_test_numbers)
        self.create_sender = viewed(resource.create_sender)
        self.create_sender_comment = viewed(resource.create_sender_comment)
        self.delete_test_number = viewed(resource.delete_test_number)
        self.get_sender = viewed(resource.get_sender)
        self.get_test_number_capabilities = viewed(resource.get_test_number_capabilities)
        self.get_test_number_state = viewed(resource.get_test_number_state)
        self.launch_sender = viewed(resource.launch_sender)
        self.list_activities = viewed(resource.list_activities)
        self.list_senders = viewed(resource.list_senders)
        self.retry_test_number = viewed(resource.retry_test_number)
        self.update_sender = viewed(resource.update_sender)


class AsyncRcsSendersResource(AsyncResource["AsyncRcsSendersResourceViews"]):
    """Operations on RCS Senders."""

    @overload
    async def add_test_numbers(
        self,
        sender_id: str,
        body: RcsTestNumbersInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsTestNumbersDto: ...
    @overload
    async def add_test_numbers(
        self,
        sender_id: str,
        *,
        test_numbers: Sequence[str],
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsTestNumbersDto: ...
    async def add_test_numbers(self, sender_id: str, body: Any = UNSET, **options: Any) -> RcsTestNumbersDto:
        """Add test numbers to sender for project

        Invite testers; adding an already verified number again sets it back to unverified and sends a new invite.

        Args:
            sender_id: Identifier of the RCS sender.
            body: Numbers to invite.
            test_numbers: Tester numbers; at most 20 new invites a day and 200 in all (at most 200 items; no item
                twice).

        Raises: BadRequestError (400 add_test_number_invalid, invalid_id_format, invalid_input,
            invalid_region_for_att_supplier, no_google_supplier), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 add_test_number_not_allowed_before_launch, blocked_because_the_recipient_declined,
            project_not_found, sender_not_found, user_cannot_be_reached), RateLimitError (429 rbm_too_many_requests),
            InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers"""
        return await self._call(_ADD_TEST_NUMBERS, options, sender_id=sender_id, body=body)

    @overload
    async def create_sender(
        self,
        body: RcsSenderInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsSenderDto: ...
    @overload
    async def create_sender(
        self,
        *,
        billing_category: RcsInputSenderBillingCategoriesEnum | str,
        region: RcsInputSenderRegionsEnum | str,
        use_case: RcsInputSenderUseCasesEnum | str,
        details: RcsSenderDetailsInputDto | Mapping[str, Any] | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsSenderDto: ...
    async def create_sender(self, body: Any = UNSET, **options: Any) -> RcsSenderDto:
        """Create sender for project

        Create a sender; only region, billing category and use case are needed, the rest can follow by update before
        launch.

        Args:
            body: Sender to create.
            billing_category: Billing model (one of BASIC_MESSAGE, CONVERSATIONAL, CONVERSATIONAL_LEGACY,
                NON_CONVERSATIONAL, SINGLE_MESSAGE).
            region: Region the sender lives in (one of BR, EU, US).
            use_case: Main use of the sender (one of MULTIUSE, OTP, PROMOTIONAL, TRANSACTIONAL).
            details: Everything else; can be filled later.

        Raises: BadRequestError (400 add_test_number_invalid, file_invalid_mime_type, invalid_google_agent,
            invalid_input, invalid_payload), AuthenticationError (401 unauthorized_error), PermissionDeniedError (403
            rbm_has_not_been_used, rbm_webhook_incorrect_secret), NotFoundError (404 project_not_found,
            rbm_resources_not_found), ConflictError (409 account_data_is_corrupt, file_has_wrong_dimensions,
            file_not_found, file_size_too_large, file_unexpected_error), RateLimitError (429 rbm_too_many_requests),
            InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/rcs/senders"""
        return await self._call(_CREATE_SENDER, options, body=body)

    @overload
    async def create_sender_comment(
        self,
        sender_id: str,
        body: RcsCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsCommentDto: ...
    @overload
    async def create_sender_comment(
        self, sender_id: str, *, comment: str, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsCommentDto: ...
    async def create_sender_comment(self, sender_id: str, body: Any = UNSET, **options: Any) -> RcsCommentDto:
        """Creates a comment for a sender in project

        Leave a comment on a sender.

        Args:
            sender_id: Identifier of the RCS sender.
            body: Comment to store.
            comment: at least 1 character; at most 65535 characters.

        Raises: BadRequestError (400 invalid_id_format, invalid_input, invalid_payload), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/rcs/senders/{senderId}/comments"""
        return await self._call(_CREATE_SENDER_COMMENT, options, sender_id=sender_id, body=body)

    async def delete_test_number(
        self, sender_id: str, test_number: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Deletes a test number for the sender

        Remove a tester number.

        Args:
            sender_id: Identifier of the RCS sender.
            test_number: Tester phone number in E.164 form, leading plus included (URL-encode it).

        Raises: BadRequestError (400 invalid_id_format, invalid_region_for_att_supplier, no_google_supplier),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found,
            user_is_not_tester_for_agent), RateLimitError (429 rbm_too_many_requests), InternalServerError (500
            internal_error).
        HTTP: DELETE /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}"""
        return await self._call(
            _DELETE_TEST_NUMBER, options, sender_id=sender_id, test_number=test_number, project_id=project_id
        )

    async def get_sender(
        self, sender_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsSenderDto:
        """Get sender for project

        Read one sender.

        Args:
            sender_id: Identifier of the RCS sender.

        Raises: BadRequestError (400 invalid_id_format), AuthenticationError (401 unauthorized_error),
            PermissionDeniedError (403 rbm_has_not_been_used), NotFoundError (404 sender_not_found), RateLimitError (429
            rbm_too_many_requests), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders/{senderId}"""
        return await self._call(_GET_SENDER, options, sender_id=sender_id, project_id=project_id)

    async def get_test_number_capabilities(
        self, sender_id: str, test_number: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsTestNumberCapabilitiesDto:
        """Get test number capabilities of sender for project

        Ask which RCS features a tester device supports.

        Args:
            sender_id: Identifier of the RCS sender.
            test_number: Tester phone number in E.164 form, leading plus included (URL-encode it).

        Raises: BadRequestError (400 invalid_id_format, no_google_supplier), AuthenticationError (401
            unauthorized_error), PermissionDeniedError (403 wrong_supplier_configuration), NotFoundError (404
            blocked_because_the_recipient_declined, looking_up_the_rbm_agent, sender_not_found, user_cannot_be_reached,
            user_has_not_accepted_invite, user_is_not_tester_for_agent), RateLimitError (429 rbm_too_many_requests),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}/capabilities"""
        return await self._call(
            _GET_TEST_NUMBER_CAPABILITIES, options, sender_id=sender_id, test_number=test_number, project_id=project_id
        )

    async def get_test_number_state(
        self, sender_id: str, test_number: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsTestNumberStateDto:
        """Gets test number state of the sender for the project.

        Read the state of one tester number.

        Args:
            sender_id: Identifier of the RCS sender.
            test_number: Tester phone number in E.164 form, leading plus included (URL-encode it).

        Raises: BadRequestError (400 no_google_supplier), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 project_not_found, sender_not_found, user_is_not_tester_for_agent), RateLimitError (429
            rbm_too_many_requests), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}"""
        return await self._call(
            _GET_TEST_NUMBER_STATE, options, sender_id=sender_id, test_number=test_number, project_id=project_id
        )

    async def launch_sender(
        self, sender_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsSenderDto:
        """Begin launch process for sender

        Start the launch once questionnaire, countries, a phone or e-mail contact, banner, logo, privacy policy and
        terms are in place; without a video Sinch staff adds one first.

        Args:
            sender_id: Identifier of the RCS sender.

        Raises: BadRequestError (400 invalid_id_format, invalid_region_for_att_supplier, verification_suspended_in_gmb),
            AuthenticationError (401 unauthorized_error), PermissionDeniedError (403 rbm_has_not_been_used),
            NotFoundError (404 rbm_resources_not_found, sender_not_found), ConflictError (409
            launch_invalid_agent_state, launch_invalid_verification_state), PreconditionFailedError (412
            launch_precondition_failed), RateLimitError (429 rbm_too_many_requests), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/rcs/senders/{senderId}/launch"""
        return await self._call(_LAUNCH_SENDER, options, sender_id=sender_id, project_id=project_id)

    def list_activities(
        self,
        sender_id: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[RcsSenderNotificationDto, RcsSenderNotificationListDto]:
        """Lists activities on sender

        Page through what happened to a sender, newest first.

        Args:
            sender_id: Identifier of the RCS sender.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_id_format, invalid_page_size, invalid_page_token), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders/{senderId}/activities"""
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
        filter_conversation_api_app_id: str | None = None,
        filter_sender_ids: str | None = None,
        filter_sender_name: str | None = None,
        filter_states: Sequence[RcsSenderStatesEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        sort_column: RcsSenderSortColumnsEnum | str | None = None,
        sort_direction: RcsSortDirectionsEnum | str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[RcsSenderDto, RcsSenderListDto]:
        """List all senders in project

        Page through the senders of the project; 50 come back when no page is asked for.

        Args:
            filter_conversation_api_app_id: Only senders linked to this Conversation app.
            filter_sender_ids: Only senders with these ids (declared as one string).
            filter_sender_name: Only senders with this name.
            filter_states: Only senders in these states (repeat the parameter) (items one of DRAFT, IN_PROGRESS,
                IN_TEST, LAUNCHED, LAUNCHING, PREPARING_LAUNCH, UNKNOWN, UNLAUNCHED).
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.
            sort_column: Sort key (one of CREATED, MODIFIED, NAME, STATE).
            sort_direction: Sort order (one of ASC, DESC).

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_filter_states, invalid_page_size, invalid_page_token), AuthenticationError
            (401 unauthorized_error), PermissionDeniedError (403 rbm_has_not_been_used), RateLimitError (429
            rbm_too_many_requests), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders"""
        return self._pages(
            _LIST_SENDERS,
            options,
            filter_conversation_api_app_id=filter_conversation_api_app_id,
            filter_sender_ids=filter_sender_ids,
            filter_sender_name=filter_sender_name,
            filter_states=filter_states,
            page_size=page_size,
            page_token=page_token,
            sort_column=sort_column,
            sort_direction=sort_direction,
            project_id=project_id,
        )

    async def retry_test_number(
        self, sender_id: str, test_number: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> RcsTestNumberStateDto:
        """Resend an invite to test number of sender for project

        Send the tester invite again; a verified number goes back to unverified.

        Args:
            sender_id: Identifier of the RCS sender.
            test_number: Tester phone number in E.164 form, leading plus included (URL-encode it).

        Raises: BadRequestError (400 add_test_number_invalid, invalid_id_format, invalid_region_for_att_supplier,
            no_google_supplier), AuthenticationError (401 unauthorized_error), NotFoundError (404
            add_test_number_not_allowed_before_launch, blocked_because_the_recipient_declined, sender_not_found,
            user_is_not_tester_for_agent), RateLimitError (429 rbm_too_many_requests), InternalServerError (500
            internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/senders/{senderId}/testNumbers/{testNumber}/retry"""
        return await self._call(
            _RETRY_TEST_NUMBER, options, sender_id=sender_id, test_number=test_number, project_id=project_id
        )

    @overload
    async def update_sender(
        self,
        sender_id: str,
        body: RcsUpdateSenderInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsSenderDto: ...
    @overload
    async def update_sender(
        self,
        sender_id: str,
        *,
        details: RcsUpdateSenderDetailsInputDto | Mapping[str, Any],
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsSenderDto: ...
    async def update_sender(self, sender_id: str, body: Any = UNSET, **options: Any) -> RcsSenderDto:
        """Update sender for project

        Change details of a sender; null clears nullable values.

        Args:
            body: Fields to change.
            details: Fields to change.

        Raises: BadRequestError (400 add_test_number_invalid, fields_not_updatable, invalid_google_agent,
            invalid_id_format, invalid_input, invalid_payload, invalid_region_for_att_supplier, no_fields_to_update),
            AuthenticationError (401 unauthorized_error), PermissionDeniedError (403 rbm_has_not_been_used),
            NotFoundError (404 blocked_because_the_recipient_declined, project_not_found, rbm_resources_not_found,
            sender_not_found), RateLimitError (429 rbm_too_many_requests), InternalServerError (500 internal_error).
        HTTP: PATCH /v1/projects/{projectId}/rcs/senders/{senderId}"""
        return await self._call(_UPDATE_SENDER, options, sender_id=sender_id, body=body)


class AsyncRcsSendersResourceViews(Views, of=AsyncRcsSendersResource):
    """The methods of `AsyncRcsSendersResource`, each returning the whole response."""

    def __init__(self, resource: AsyncRcsSendersResource) -> None:
        self.add_test_numbers = viewed_async(resource.add_test_numbers)
        self.create_sender = viewed_async(resource.create_sender)
        self.create_sender_comment = viewed_async(resource.create_sender_comment)
        self.delete_test_number = viewed_async(resource.delete_test_number)
        self.get_sender = viewed_async(resource.get_sender)
        self.get_test_number_capabilities = viewed_async(resource.get_test_number_capabilities)
        self.get_test_number_state = viewed_async(resource.get_test_number_state)
        self.launch_sender = viewed_async(resource.launch_sender)
        self.list_activities = viewed_async(resource.list_activities)
        self.list_senders = viewed_async(resource.list_senders)
        self.retry_test_number = viewed_async(resource.retry_test_number)
        self.update_sender = viewed_async(resource.update_sender)
