"""Write, submit, change and delete KakaoTalk templates."""

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
from ..models.kakaotalk_templates import (
    KakaotalkInputTemplateDetailsDto,
    KakaotalkInputTemplateDto,
    KakaotalkInputUpdateTemplateDetailsDto,
    KakaotalkInputUpdateTemplateDto,
    KakaotalkTemplateDto,
    KakaotalkTemplateListDto,
    KakaotalkTemplateNotificationDto,
    KakaotalkTemplateNotificationListDto,
    KakaotalkTemplateStatesEnum,
    KakaotalkTemplateStatusesEnum,
)
from ..models.shared import ErrorBody, KakaotalkActionsEnum, KakaotalkCommentDto, KakaotalkCommentInputDto

_CREATE_COMMENT: Operation[KakaotalkCommentDto] = Operation(
    "create_comment",
    "POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}/comments",
    parameters=(
        path("project_id", "projectId", str),
        path("plus_friend_id", "plusFriendId", str),
        path("template_code", "templateCode", str),
    ),
    body=json_body(KakaotalkCommentInputDto, fields={"comment": "comment"}),
    responses=(json_response("201", KakaotalkCommentDto), json_response("400 401 404 500", ErrorBody)),
)
_CREATE_TEMPLATE: Operation[KakaotalkTemplateDto] = Operation(
    "create_template",
    "POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates",
    parameters=(path("project_id", "projectId", str), path("plus_friend_id", "plusFriendId", str)),
    body=json_body(
        KakaotalkInputTemplateDto,
        fields={"details": "details", "save_draft_on_failure": "saveDraftOnFailure", "status": "status"},
    ),
    responses=(json_response("201", KakaotalkTemplateDto), json_response("400 401 404 409 424 500", ErrorBody)),
)
_DELETE_TEMPLATE: Operation[None] = Operation(
    "delete_template",
    "DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}",
    parameters=(
        path("project_id", "projectId", str),
        path("plus_friend_id", "plusFriendId", str),
        path("template_code", "templateCode", str),
    ),
    responses=(response("204"), json_response("400 401 404 500", ErrorBody)),
)
_DELETE_TEMPLATE_DRAFT: Operation[None] = Operation(
    "delete_template_draft",
    "DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}/changes",
    parameters=(
        path("project_id", "projectId", str),
        path("plus_friend_id", "plusFriendId", str),
        path("template_code", "templateCode", str),
    ),
    responses=(response("204"), json_response("400 401 404 409 500", ErrorBody)),
)
_GET: Operation[KakaotalkTemplateDto] = Operation(
    "get",
    "GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}",
    parameters=(
        path("project_id", "projectId", str),
        path("plus_friend_id", "plusFriendId", str),
        path("template_code", "templateCode", str),
    ),
    responses=(json_response("200", KakaotalkTemplateDto), json_response("400 401 404 500", ErrorBody)),
)
_LIST_ACTIVITIES: Operation[KakaotalkTemplateNotificationListDto] = Operation(
    "list_activities",
    "GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}/activities",
    parameters=(
        path("project_id", "projectId", str),
        path("plus_friend_id", "plusFriendId", str),
        path("template_code", "templateCode", str),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", KakaotalkTemplateNotificationListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("notifications",)),
)
_LIST_TEMPLATES: Operation[KakaotalkTemplateListDto] = Operation(
    "list_templates",
    "GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates",
    parameters=(
        path("project_id", "projectId", str),
        path("plus_friend_id", "plusFriendId", str),
        query("filter_states", "filterStates", list[KakaotalkTemplateStatesEnum | str]),
        query("filter_statuses", "filterStatuses", list[KakaotalkTemplateStatusesEnum | str]),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=1000)]),
        query("page_token", "pageToken", str),
        query("template_name", "templateName", str),
    ),
    responses=(json_response("200", KakaotalkTemplateListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("templates",)),
)
_UPDATE_TEMPLATE: Operation[KakaotalkTemplateDto] = Operation(
    "update_template",
    "PATCH /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}",
    parameters=(
        path("project_id", "projectId", str),
        path("plus_friend_id", "plusFriendId", str),
        path("template_code", "templateCode", str),
    ),
    body=json_body(KakaotalkInputUpdateTemplateDto, fields={"details": "details", "status": "status"}),
    responses=(json_response("200", KakaotalkTemplateDto), json_response("400 401 404 409 424 500", ErrorBody)),
)


class KakaotalkTemplatesResource(Resource["KakaotalkTemplatesResourceViews"]):
    """Write, submit, change and delete KakaoTalk templates."""

    @overload
    def create_comment(
        self,
        plus_friend_id: str,
        template_code: str,
        body: KakaotalkCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkCommentDto: ...
    @overload
    def create_comment(
        self,
        plus_friend_id: str,
        template_code: str,
        *,
        comment: str,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkCommentDto: ...
    def create_comment(
        self, plus_friend_id: str, template_code: str, body: Any = UNSET, **options: Any
    ) -> KakaotalkCommentDto:
        """Creates a comment for a template

        Attach a comment to a template.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.
            body: Comment to store.
            comment: at least 1 character; at most 65535 characters.

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized,
            template_invalid_language_code), AuthenticationError (401 unauthorized_error), NotFoundError (404
            template_not_found), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}/comments"""
        return self._call(
            _CREATE_COMMENT, options, plus_friend_id=plus_friend_id, template_code=template_code, body=body
        )

    @overload
    def create_template(
        self,
        plus_friend_id: str,
        body: KakaotalkInputTemplateDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkTemplateDto: ...
    @overload
    def create_template(
        self,
        plus_friend_id: str,
        *,
        details: KakaotalkInputTemplateDetailsDto | Mapping[str, Any],
        save_draft_on_failure: bool | Unset = UNSET,
        status: KakaotalkActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkTemplateDto: ...
    def create_template(self, plus_friend_id: str, body: Any = UNSET, **options: Any) -> KakaotalkTemplateDto:
        """Create a template in project

        Create a template for a sender, as a draft or submitted for KakaoTalk's review.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            body: Template to create.
            details: Content of the template.
            save_draft_on_failure: Keep a draft when the submission fails; off by default (default False).
            status: Send for review (the default) or keep as a draft (one of DRAFT, SUBMIT; default SUBMIT).

        Raises: BadRequestError (400 invalid_payload, project_not_initialized, template_invalid_category_code),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found), ConflictError (409
            template_exists), FailedDependencyError (424 template_kakaotalk_validation_error), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates"""
        return self._call(_CREATE_TEMPLATE, options, plus_friend_id=plus_friend_id, body=body)

    def delete_template(
        self, plus_friend_id: str, template_code: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete template for project

        Delete the template with the given code.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found, template_not_found), InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}"""
        return self._call(
            _DELETE_TEMPLATE, options, plus_friend_id=plus_friend_id, template_code=template_code, project_id=project_id
        )

    def delete_template_draft(
        self, plus_friend_id: str, template_code: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete template draft for project

        Remove a template draft that was never handed to KakaoTalk.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 template_not_found), ConflictError (409 template_not_deletable), InternalServerError (500
            internal_error).
        HTTP: DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}/changes"""
        return self._call(
            _DELETE_TEMPLATE_DRAFT,
            options,
            plus_friend_id=plus_friend_id,
            template_code=template_code,
            project_id=project_id,
        )

    def get(
        self, plus_friend_id: str, template_code: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkTemplateDto:
        """Get template in project

        Fetch one template by its code.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found, template_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}"""
        return self._call(
            _GET, options, plus_friend_id=plus_friend_id, template_code=template_code, project_id=project_id
        )

    def list_activities(
        self,
        plus_friend_id: str,
        template_code: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[KakaotalkTemplateNotificationDto, KakaotalkTemplateNotificationListDto]:
        """Lists activities on project template

        Page through the event log of a template, newest entry first.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found, template_not_found),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}/activities"""
        return self._pages(
            _LIST_ACTIVITIES,
            options,
            plus_friend_id=plus_friend_id,
            template_code=template_code,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    def list_templates(
        self,
        plus_friend_id: str,
        *,
        filter_states: Sequence[KakaotalkTemplateStatesEnum | str] | None = None,
        filter_statuses: Sequence[KakaotalkTemplateStatusesEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        template_name: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[KakaotalkTemplateDto, KakaotalkTemplateListDto]:
        """List all templates in project

        Page through a sender's templates in alphabetical order, with filters on state, on change status and on a name
        prefix.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            filter_states: items one of APPROVED, REJECTED.
            filter_statuses: items one of DRAFT, IN_PROGRESS, REJECTED.
            page_size: How many entries to put on a page (at least 1; at most 1000).
            page_token: Cursor taken from the answer to an earlier call.
            template_name: Prefix match on the template name.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found, template_not_found),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates"""
        return self._pages(
            _LIST_TEMPLATES,
            options,
            plus_friend_id=plus_friend_id,
            filter_states=filter_states,
            filter_statuses=filter_statuses,
            page_size=page_size,
            page_token=page_token,
            template_name=template_name,
            project_id=project_id,
        )

    @overload
    def update_template(
        self,
        plus_friend_id: str,
        template_code: str,
        body: KakaotalkInputUpdateTemplateDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkTemplateDto: ...
    @overload
    def update_template(
        self,
        plus_friend_id: str,
        template_code: str,
        *,
        details: KakaotalkInputUpdateTemplateDetailsDto | Mapping[str, Any] | Unset = UNSET,
        status: KakaotalkActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkTemplateDto: ...
    def update_template(
        self, plus_friend_id: str, template_code: str, body: Any = UNSET, **options: Any
    ) -> KakaotalkTemplateDto:
        """Update a template in project

        Change a template. The changes are kept as a draft unless they are submitted.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.
            body: Fields to change.
            details: Content to change.
            status: Keep as a draft (the default) or send for review (one of DRAFT, SUBMIT; default DRAFT).

        Raises: BadRequestError (400 project_not_initialized, template_invalid_category_code), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found, template_not_found), ConflictError (409
            template_changes_not_updatable, template_exists, template_not_updatable), FailedDependencyError (424
            template_kakaotalk_validation_error), InternalServerError (500 internal_error).
        HTTP: PATCH /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}"""
        return self._call(
            _UPDATE_TEMPLATE, options, plus_friend_id=plus_friend_id, template_code=template_code, body=body
        )


class KakaotalkTemplatesResourceViews(Views, of=KakaotalkTemplatesResource):
    """The methods of `KakaotalkTemplatesResource`, each returning the whole response."""

    def __init__(self, resource: KakaotalkTemplatesResource) -> None:
        self.create_comment = viewed(resource.create_comment)
        self.create_template = viewed(resource.create_template)
        self.delete_template = viewed(resource.delete_template)
        self.delete_template_draft = viewed(resource.delete_template_draft)
        self.get = viewed(resource.get)
        self.list_activities = viewed(resource.list_activities)
        self.list_templates = viewed(resource.list_templates)
        self.update_template = viewed(resource.update_template)


class AsyncKakaotalkTemplatesResource(AsyncResource["AsyncKakaotalkTemplatesResourceViews"]):
    """Write, submit, change and delete KakaoTalk templates."""

    @overload
    async def create_comment(
        self,
        plus_friend_id: str,
        template_code: str,
        body: KakaotalkCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkCommentDto: ...
    @overload
    async def create_comment(
        self,
        plus_friend_id: str,
        template_code: str,
        *,
        comment: str,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkCommentDto: ...
    async def create_comment(
        self, plus_friend_id: str, template_code: str, body: Any = UNSET, **options: Any
    ) -> KakaotalkCommentDto:
        """Creates a comment for a template

        Attach a comment to a template.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.
            body: Comment to store.
            comment: at least 1 character; at most 65535 characters.

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized,
            template_invalid_language_code), AuthenticationError (401 unauthorized_error), NotFoundError (404
            template_not_found), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}/comments"""
        return await self._call(
            _CREATE_COMMENT, options, plus_friend_id=plus_friend_id, template_code=template_code, body=body
        )

    @overload
    async def create_template(
        self,
        plus_friend_id: str,
        body: KakaotalkInputTemplateDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkTemplateDto: ...
    @overload
    async def create_template(
        self,
        plus_friend_id: str,
        *,
        details: KakaotalkInputTemplateDetailsDto | Mapping[str, Any],
        save_draft_on_failure: bool | Unset = UNSET,
        status: KakaotalkActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkTemplateDto: ...
    async def create_template(self, plus_friend_id: str, body: Any = UNSET, **options: Any) -> KakaotalkTemplateDto:
        """Create a template in project

        Create a template for a sender, as a draft or submitted for KakaoTalk's review.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            body: Template to create.
            details: Content of the template.
            save_draft_on_failure: Keep a draft when the submission fails; off by default (default False).
            status: Send for review (the default) or keep as a draft (one of DRAFT, SUBMIT; default SUBMIT).

        Raises: BadRequestError (400 invalid_payload, project_not_initialized, template_invalid_category_code),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found), ConflictError (409
            template_exists), FailedDependencyError (424 template_kakaotalk_validation_error), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates"""
        return await self._call(_CREATE_TEMPLATE, options, plus_friend_id=plus_friend_id, body=body)

    async def delete_template(
        self, plus_friend_id: str, template_code: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete template for project

        Delete the template with the given code.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found, template_not_found), InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}"""
        return await self._call(
            _DELETE_TEMPLATE, options, plus_friend_id=plus_friend_id, template_code=template_code, project_id=project_id
        )

    async def delete_template_draft(
        self, plus_friend_id: str, template_code: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete template draft for project

        Remove a template draft that was never handed to KakaoTalk.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 template_not_found), ConflictError (409 template_not_deletable), InternalServerError (500
            internal_error).
        HTTP: DELETE /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}/changes"""
        return await self._call(
            _DELETE_TEMPLATE_DRAFT,
            options,
            plus_friend_id=plus_friend_id,
            template_code=template_code,
            project_id=project_id,
        )

    async def get(
        self, plus_friend_id: str, template_code: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkTemplateDto:
        """Get template in project

        Fetch one template by its code.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 sender_not_found, template_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}"""
        return await self._call(
            _GET, options, plus_friend_id=plus_friend_id, template_code=template_code, project_id=project_id
        )

    def list_activities(
        self,
        plus_friend_id: str,
        template_code: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[KakaotalkTemplateNotificationDto, KakaotalkTemplateNotificationListDto]:
        """Lists activities on project template

        Page through the event log of a template, newest entry first.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found, template_not_found),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}/activities"""
        return self._pages(
            _LIST_ACTIVITIES,
            options,
            plus_friend_id=plus_friend_id,
            template_code=template_code,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    def list_templates(
        self,
        plus_friend_id: str,
        *,
        filter_states: Sequence[KakaotalkTemplateStatesEnum | str] | None = None,
        filter_statuses: Sequence[KakaotalkTemplateStatusesEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        template_name: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[KakaotalkTemplateDto, KakaotalkTemplateListDto]:
        """List all templates in project

        Page through a sender's templates in alphabetical order, with filters on state, on change status and on a name
        prefix.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            filter_states: items one of APPROVED, REJECTED.
            filter_statuses: items one of DRAFT, IN_PROGRESS, REJECTED.
            page_size: How many entries to put on a page (at least 1; at most 1000).
            page_token: Cursor taken from the answer to an earlier call.
            template_name: Prefix match on the template name.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found, template_not_found),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates"""
        return self._pages(
            _LIST_TEMPLATES,
            options,
            plus_friend_id=plus_friend_id,
            filter_states=filter_states,
            filter_statuses=filter_statuses,
            page_size=page_size,
            page_token=page_token,
            template_name=template_name,
            project_id=project_id,
        )

    @overload
    async def update_template(
        self,
        plus_friend_id: str,
        template_code: str,
        body: KakaotalkInputUpdateTemplateDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkTemplateDto: ...
    @overload
    async def update_template(
        self,
        plus_friend_id: str,
        template_code: str,
        *,
        details: KakaotalkInputUpdateTemplateDetailsDto | Mapping[str, Any] | Unset = UNSET,
        status: KakaotalkActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkTemplateDto: ...
    async def update_template(
        self, plus_friend_id: str, template_code: str, body: Any = UNSET, **options: Any
    ) -> KakaotalkTemplateDto:
        """Update a template in project

        Change a template. The changes are kept as a draft unless they are submitted.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            template_code: Code of the template.
            body: Fields to change.
            details: Content to change.
            status: Keep as a draft (the default) or send for review (one of DRAFT, SUBMIT; default DRAFT).

        Raises: BadRequestError (400 project_not_initialized, template_invalid_category_code), AuthenticationError (401
            unauthorized_error), NotFoundError (404 sender_not_found, template_not_found), ConflictError (409
            template_changes_not_updatable, template_exists, template_not_updatable), FailedDependencyError (424
            template_kakaotalk_validation_error), InternalServerError (500 internal_error).
        HTTP: PATCH /v1/projects/{projectId}/kakaotalk/senders/{plusFriendId}/templates/{templateCode}"""
        return await self._call(
            _UPDATE_TEMPLATE, options, plus_friend_id=plus_friend_id, template_code=template_code, body=body
        )


class AsyncKakaotalkTemplatesResourceViews(Views, of=AsyncKakaotalkTemplatesResource):
    """The methods of `AsyncKakaotalkTemplatesResource`, each returning the whole response."""

    def __init__(self, resource: AsyncKakaotalkTemplatesResource) -> None:
        self.create_comment = viewed_async(resource.create_comment)
        self.create_template = viewed_async(resource.create_template)
        self.delete_template = viewed_async(resource.delete_template)
        self.delete_template_draft = viewed_async(resource.delete_template_draft)
        self.get = viewed_async(resource.get)
        self.list_activities = viewed_async(resource.list_activities)
        self.list_templates = viewed_async(resource.list_templates)
        self.update_template = viewed_async(resource.update_template)
