"""Templates open a conversation on WhatsApp. Write, submit, change and delete them here."""

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
from ..models.whatsapp_templates import (
    WhatsappInputTemplateCompareDto,
    WhatsappInputTemplateCompareIdentifierDto,
    WhatsappInputTemplateCompareTimeframesEnum,
    WhatsappInputTemplateLanguagesEnum,
    WhatsappPartialTemplateDto,
    WhatsappTemplateAnalyticsDateRangesEnum,
    WhatsappTemplateCompareDto,
    WhatsappTemplateDetailsInputDto,
    WhatsappTemplateDto,
    WhatsappTemplateDtoFieldMaskPathsEnum,
    WhatsappTemplateInputCategoryEnum,
    WhatsappTemplateInputDto,
    WhatsappTemplateLanguagesEnum,
    WhatsappTemplateNotificationDto,
    WhatsappTemplateNotificationListDto,
    WhatsappTemplateStatesEnum,
    WhatsappTemplateStatusesEnum,
    WhatsappTemplatesGetTemplateResponse,
    WhatsappTemplatesListTemplatesResponse,
    WhatsappUpdateTemplateDetailsInputDto,
    WhatsappUpdateTemplateInputDto,
)

_COMPARE_TEMPLATES: Operation[WhatsappTemplateCompareDto] = Operation(
    "compare_templates",
    "POST /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}/compare",
    parameters=(
        path("project_id", "projectId", str),
        path("template_name", "templateName", str),
        path("language_code", "languageCode", WhatsappTemplateLanguagesEnum | str),
    ),
    body=json_body(
        WhatsappInputTemplateCompareDto,
        fields={"templates": "templates", "end_timestamp": "endTimestamp", "timeframe": "timeframe"},
    ),
    responses=(json_response("200", WhatsappTemplateCompareDto), json_response("400 401 404 409 500", ErrorBody)),
)
_CREATE_COMMENT: Operation[WhatsappCommentDto] = Operation(
    "create_comment",
    "POST /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}/comments",
    parameters=(
        path("project_id", "projectId", str),
        path("template_name", "templateName", str),
        path("language_code", "languageCode", WhatsappTemplateLanguagesEnum | str),
    ),
    body=json_body(WhatsappCommentInputDto, fields={"comment": "comment"}),
    responses=(json_response("201", WhatsappCommentDto), json_response("400 401 404 409 500", ErrorBody)),
)
_CREATE_TEMPLATE: Operation[WhatsappTemplateDto] = Operation(
    "create_template",
    "POST /v1/projects/{projectId}/whatsapp/templates",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(
        WhatsappTemplateInputDto,
        fields={
            "category": "category",
            "details": "details",
            "language": "language",
            "name": "name",
            "allow_category_change": "allowCategoryChange",
            "save_draft_on_failure": "saveDraftOnFailure",
            "status": "status",
        },
    ),
    responses=(json_response("201", WhatsappTemplateDto), json_response("400 401 409 424 429 500", ErrorBody)),
)
_DELETE_TEMPLATE_BY_NAME_AND_LANGUAGE: Operation[None] = Operation(
    "delete_template_by_name_and_language",
    "DELETE /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}",
    parameters=(
        path("project_id", "projectId", str),
        path("template_name", "templateName", str),
        path("language_code", "languageCode", WhatsappTemplateLanguagesEnum | str),
        query("delete_submitted", "deleteSubmitted", bool),
    ),
    responses=(response("204"), json_response("400 401 404 409 500", ErrorBody)),
)
_DELETE_TEMPLATES_BY_NAME: Operation[None] = Operation(
    "delete_templates_by_name",
    "DELETE /v1/projects/{projectId}/whatsapp/templates/{templateName}",
    parameters=(path("project_id", "projectId", str), path("template_name", "templateName", str)),
    responses=(response("204"), json_response("400 401 404 409 429 500", ErrorBody)),
)
_GET_TEMPLATE: Operation[WhatsappTemplatesGetTemplateResponse] = Operation(
    "get_template",
    "GET /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}",
    parameters=(
        path("project_id", "projectId", str),
        path("template_name", "templateName", str),
        path("language_code", "languageCode", WhatsappTemplateLanguagesEnum | str),
        query("field_mask", "fieldMask", list[WhatsappTemplateDtoFieldMaskPathsEnum | str]),
        query(
            "template_analytics_date_range", "templateAnalyticsDateRange", WhatsappTemplateAnalyticsDateRangesEnum | str
        ),
    ),
    responses=(json_response("200", WhatsappTemplatesGetTemplateResponse), json_response("400 401 404 500", ErrorBody)),
)
_LIST_ACTIVITIES: Operation[WhatsappTemplateNotificationListDto] = Operation(
    "list_activities",
    "GET /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}/activities",
    parameters=(
        path("project_id", "projectId", str),
        path("template_name", "templateName", str),
        path("language_code", "languageCode", WhatsappTemplateLanguagesEnum | str),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", WhatsappTemplateNotificationListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("notifications",)),
)
_LIST_TEMPLATES: Operation[WhatsappTemplatesListTemplatesResponse] = Operation(
    "list_templates",
    "GET /v1/projects/{projectId}/whatsapp/templates",
    parameters=(
        path("project_id", "projectId", str),
        query("field_mask", "fieldMask", list[WhatsappTemplateDtoFieldMaskPathsEnum | str]),
        query("filter_states", "filterStates", list[WhatsappTemplateStatesEnum | str]),
        query("filter_statuses", "filterStatuses", list[WhatsappTemplateStatusesEnum | str]),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=1000)]),
        query("page_token", "pageToken", str),
        query(
            "template_analytics_date_range", "templateAnalyticsDateRange", WhatsappTemplateAnalyticsDateRangesEnum | str
        ),
        query("template_name", "templateName", str),
    ),
    responses=(json_response("200", WhatsappTemplatesListTemplatesResponse), json_response("400 401 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("templates",)),
)
_LIST_TEMPLATES_BY_NAME: Operation[WhatsappTemplatesListTemplatesResponse] = Operation(
    "list_templates_by_name",
    "GET /v1/projects/{projectId}/whatsapp/templates/{templateName}",
    parameters=(
        path("project_id", "projectId", str),
        path("template_name", "templateName", str),
        query("field_mask", "fieldMask", list[WhatsappTemplateDtoFieldMaskPathsEnum | str]),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=1000)]),
        query("page_token", "pageToken", str),
        query(
            "template_analytics_date_range", "templateAnalyticsDateRange", WhatsappTemplateAnalyticsDateRangesEnum | str
        ),
    ),
    responses=(
        json_response("200", WhatsappTemplatesListTemplatesResponse),
        json_response("400 401 404 500", ErrorBody),
    ),
    paging=Paging("page_token", ("next_page_token",), ("templates",)),
)
_SYNC_TEMPLATES: Operation[None] = Operation(
    "sync_templates",
    "POST /v1/projects/{projectId}/whatsapp/templates/sync",
    parameters=(path("project_id", "projectId", str),),
    responses=(response("200"), json_response("400 401 429 500", ErrorBody)),
)
_UPDATE_TEMPLATE: Operation[WhatsappTemplateDto] = Operation(
    "update_template",
    "PATCH /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}",
    parameters=(
        path("project_id", "projectId", str),
        path("template_name", "templateName", str),
        path("language_code", "languageCode", WhatsappTemplateLanguagesEnum | str),
    ),
    body=json_body(
        WhatsappUpdateTemplateInputDto,
        fields={
            "allow_category_change": "allowCategoryChange",
            "category": "category",
            "details": "details",
            "status": "status",
        },
    ),
    responses=(json_response("200", WhatsappTemplateDto), json_response("400 401 404 409 424 429 500", ErrorBody)),
)


class WhatsappTemplatesResource(Resource["WhatsappTemplatesResourceViews"]):
    """Templates open a conversation on WhatsApp. Write, submit, change and delete them here."""

    @overload
    def compare_templates(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        body: WhatsappInputTemplateCompareDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateCompareDto: ...
    @overload
    def compare_templates(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        templates: Sequence[WhatsappInputTemplateCompareIdentifierDto | Mapping[str, Any]],
        end_timestamp: float | Unset = UNSET,
        timeframe: WhatsappInputTemplateCompareTimeframesEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateCompareDto: ...
    def compare_templates(
        self, template_name: str, language_code: WhatsappTemplateLanguagesEnum | str, body: Any = UNSET, **options: Any
    ) -> WhatsappTemplateCompareDto:
        """Compare two templates

        Compare block rate and volume of this template with one other over 7, 30, 60 or 90 days.

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            body: What to compare with.
            templates: Exactly one template to compare with (at least 1 item; at most 1 item).
            end_timestamp: End of the window as a Unix time; the current time when absent.
            timeframe: Days to look back (one of 30, 60, 7, 90; default 7).

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized,
            template_invalid_language_code), AuthenticationError (401 unauthorized_error), NotFoundError (404
            template_not_found, templates_compare_not_found), ConflictError (409 resource_locked,
            templates_compare_not_unique, templates_not_eligible_for_comparison), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}/compare"""
        return self._call(
            _COMPARE_TEMPLATES, options, template_name=template_name, language_code=language_code, body=body
        )

    @overload
    def create_comment(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        body: WhatsappCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCommentDto: ...
    @overload
    def create_comment(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        comment: str,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCommentDto: ...
    def create_comment(
        self, template_name: str, language_code: WhatsappTemplateLanguagesEnum | str, body: Any = UNSET, **options: Any
    ) -> WhatsappCommentDto:
        """Creates a comment for a template

        Leave a comment on a template.

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            body: Comment to store.
            comment: Comment text (at least 1 character; at most 65535 characters).

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized,
            template_invalid_language_code), AuthenticationError (401 unauthorized_error), NotFoundError (404
            template_not_found), ConflictError (409 resource_locked), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}/comments"""
        return self._call(_CREATE_COMMENT, options, template_name=template_name, language_code=language_code, body=body)

    @overload
    def create_template(
        self,
        body: WhatsappTemplateInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateDto: ...
    @overload
    def create_template(
        self,
        *,
        category: WhatsappTemplateInputCategoryEnum | str,
        details: WhatsappTemplateDetailsInputDto | Mapping[str, Any],
        language: WhatsappInputTemplateLanguagesEnum | str,
        name: str,
        allow_category_change: bool | Unset = UNSET,
        save_draft_on_failure: bool | Unset = UNSET,
        status: WhatsappActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateDto: ...
    def create_template(self, body: Any = UNSET, **options: Any) -> WhatsappTemplateDto:
        """Create a template in project

        Create a template and either send it to Meta (default) or keep it as a draft.

        Args:
            body: Template to create.
            category: one of AUTHENTICATION, MARKETING, UTILITY.
            details: Content of the template. A draft may omit it.
            name: Template name (at most 512 characters; matching ^[a-z0-9][a-z0-9_]*[a-z0-9]$).
            allow_category_change: Let Meta re-categorise instead of rejecting (default False).
            save_draft_on_failure: Keep a draft when submitting fails (default False).
            status: Draft or submit (one of DRAFT, SUBMIT; default SUBMIT).

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_input, invalid_payload, project_not_initialized,
            template_check_media_file_size, template_invalid_button_example, template_invalid_category,
            template_media_file_size_exceeds_maximum_file_size_limit, template_policies_violations), AuthenticationError
            (401 unauthorized_error), ConflictError (409 file_not_found, file_size_too_large, file_unexpected_error,
            object_with_whatsapp_business_account_id_does_not_exist, resource_locked, template_exists,
            template_incorrect_category, template_language_recently_deleted, template_name_recently_used,
            template_restricted_Domain_for_button_url), FailedDependencyError (424 template_content_already_exists,
            template_limit_reached, template_submit_error), RateLimitError (429
            whatsapp_business_api_request_limit_exceeded), InternalServerError (500 internal_error,
            template_start_session_for_uploading_media).
        HTTP: POST /v1/projects/{projectId}/whatsapp/templates"""
        return self._call(_CREATE_TEMPLATE, options, body=body)

    def delete_template_by_name_and_language(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        delete_submitted: bool | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Delete template by name and language

        Delete one language variant: only its draft, or with deleteSubmitted=true also what Meta holds (that
        name+language is then blocked for 30 days).

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            delete_submitted: Also remove a template already submitted to Meta; false refuses in that case (default
                False).

        Raises: BadRequestError (400 project_not_initialized, template_invalid_language_code), AuthenticationError (401
            unauthorized_error), NotFoundError (404 template_changes_not_found, template_not_found), ConflictError (409
            resource_locked, template_not_deletable_due_to_input_config), InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}"""
        return self._call(
            _DELETE_TEMPLATE_BY_NAME_AND_LANGUAGE,
            options,
            template_name=template_name,
            language_code=language_code,
            delete_submitted=delete_submitted,
            project_id=project_id,
        )

    def delete_templates_by_name(
        self, template_name: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete template by name

        Delete every language variant of a name; the name then stays blocked for 30 days and messages under way are
        still tried for 30 days.

        Args:
            template_name: Template name, unique in the project.

        Raises: BadRequestError (400 project_not_initialized, template_invalid_language_code), AuthenticationError (401
            unauthorized_error), NotFoundError (404 template_not_found), ConflictError (409 resource_locked),
            RateLimitError (429 whatsapp_business_api_request_limit_exceeded), InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/whatsapp/templates/{templateName}"""
        return self._call(_DELETE_TEMPLATES_BY_NAME, options, template_name=template_name, project_id=project_id)

    def get_template(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        field_mask: Sequence[WhatsappTemplateDtoFieldMaskPathsEnum | str] | None = None,
        template_analytics_date_range: WhatsappTemplateAnalyticsDateRangesEnum | str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplatesGetTemplateResponse:
        """Get template in project

        Fetch one language variant.

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            field_mask: Fields to return; turns the answer into the Partial… variant.
            template_analytics_date_range: Window of the analytics, one day unless told otherwise (one of DAY, MONTH,
                QUARTER, WEEK).

        Raises: BadRequestError (400 invalid_fields, project_not_initialized, template_invalid_language_code),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 template_not_found), InternalServerError
            (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}"""
        return self._call(
            _GET_TEMPLATE,
            options,
            template_name=template_name,
            language_code=language_code,
            field_mask=field_mask,
            template_analytics_date_range=template_analytics_date_range,
            project_id=project_id,
        )

    def list_activities(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[WhatsappTemplateNotificationDto, WhatsappTemplateNotificationListDto]:
        """Lists activities on project template

        Page through what happened to a template, newest first.

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized,
            template_invalid_language_code), AuthenticationError (401 unauthorized_error), NotFoundError (404
            template_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}/activities"""
        return self._pages(
            _LIST_ACTIVITIES,
            options,
            template_name=template_name,
            language_code=language_code,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    def list_templates(
        self,
        *,
        field_mask: Sequence[WhatsappTemplateDtoFieldMaskPathsEnum | str] | None = None,
        filter_states: Sequence[WhatsappTemplateStatesEnum | str] | None = None,
        filter_statuses: Sequence[WhatsappTemplateStatusesEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        template_analytics_date_range: WhatsappTemplateAnalyticsDateRangesEnum | str | None = None,
        template_name: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[WhatsappTemplateDto | WhatsappPartialTemplateDto, WhatsappTemplatesListTemplatesResponse]:
        """List all templates in project

        Page through all templates of a project, in alphabetical order (50 a page unless told otherwise).

        Args:
            field_mask: Fields to return; turns the answer into the Partial… variant.
            filter_states: Keep templates in these states (items one of APPROVED, DISABLED, PAUSED, REJECTED).
            filter_statuses: Keep templates whose changes have these statuses (items one of DRAFT, IN_PROGRESS,
                REJECTED).
            page_size: How many entries to put on a page (at least 1; at most 1000).
            page_token: Cursor taken from the answer to an earlier call.
            template_analytics_date_range: Window of the analytics, one day unless told otherwise (one of DAY, MONTH,
                QUARTER, WEEK).
            template_name: Keep templates whose name starts with this.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_fields, invalid_filter_states, invalid_filter_statuses, invalid_page_size,
            invalid_page_token, project_not_initialized), AuthenticationError (401 unauthorized_error),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/templates"""
        return self._pages(
            _LIST_TEMPLATES,
            options,
            field_mask=field_mask,
            filter_states=filter_states,
            filter_statuses=filter_statuses,
            page_size=page_size,
            page_token=page_token,
            template_analytics_date_range=template_analytics_date_range,
            template_name=template_name,
            project_id=project_id,
        )

    def list_templates_by_name(
        self,
        template_name: str,
        *,
        field_mask: Sequence[WhatsappTemplateDtoFieldMaskPathsEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        template_analytics_date_range: WhatsappTemplateAnalyticsDateRangesEnum | str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[WhatsappTemplateDto | WhatsappPartialTemplateDto, WhatsappTemplatesListTemplatesResponse]:
        """List all templates for a specific name

        Page through the language variants of one template name.

        Args:
            template_name: Template name, unique in the project.
            field_mask: Fields to return; turns the answer into the Partial… variant.
            page_size: How many entries to put on a page (at least 1; at most 1000).
            page_token: Cursor taken from the answer to an earlier call.
            template_analytics_date_range: Window of the analytics, one day unless told otherwise (one of DAY, MONTH,
                QUARTER, WEEK).

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_fields, invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 template_not_found), InternalServerError
            (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/templates/{templateName}"""
        return self._pages(
            _LIST_TEMPLATES_BY_NAME,
            options,
            template_name=template_name,
            field_mask=field_mask,
            page_size=page_size,
            page_token=page_token,
            template_analytics_date_range=template_analytics_date_range,
            project_id=project_id,
        )

    def sync_templates(self, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> None:
        """Synchronize templates for project

        Read the templates of the project from Meta once more.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            RateLimitError (429 too_many_requests), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/templates/sync"""
        return self._call(_SYNC_TEMPLATES, options, project_id=project_id)

    @overload
    def update_template(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        body: WhatsappUpdateTemplateInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateDto: ...
    @overload
    def update_template(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        allow_category_change: bool | Unset = UNSET,
        category: WhatsappTemplateInputCategoryEnum | str | Unset = UNSET,
        details: WhatsappUpdateTemplateDetailsInputDto | Mapping[str, Any] | Unset = UNSET,
        status: WhatsappActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateDto: ...
    def update_template(
        self, template_name: str, language_code: WhatsappTemplateLanguagesEnum | str, body: Any = UNSET, **options: Any
    ) -> WhatsappTemplateDto:
        """Update a template in project

        Change a draft, or put new draft changes on an approved, rejected, paused or disabled template; not every field
        can be changed.

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            body: Changes to apply.
            allow_category_change: Let Meta re-categorise instead of rejecting.
            category: Honoured only for drafts and for templates rejected with INCORRECT_CATEGORY (one of
                AUTHENTICATION, MARKETING, UTILITY).
            status: Draft or submit (one of DRAFT, SUBMIT; default DRAFT).

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_payload, project_not_initialized,
            template_check_media_file_size, template_invalid_button_example, template_invalid_language_code,
            template_media_file_size_exceeds_maximum_file_size_limit, template_policies_violations), AuthenticationError
            (401 unauthorized_error), NotFoundError (404 template_not_found), ConflictError (409 file_not_found,
            file_size_too_large, file_unexpected_error, object_with_whatsapp_business_account_id_does_not_exist,
            resource_locked, template_allow_category_change_not_updatable, template_category_not_updatable,
            template_changes_not_updatable, template_language_recently_deleted, template_name_recently_used,
            template_not_updatable, template_restricted_Domain_for_button_url, template_source_not_updatable),
            FailedDependencyError (424 template_content_already_exists, template_limit_reached, template_submit_error),
            RateLimitError (429 whatsapp_business_api_request_limit_exceeded), InternalServerError (500 internal_error,
            template_start_session_for_uploading_media).
        HTTP: PATCH /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}"""
        return self._call(
            _UPDATE_TEMPLATE, options, template_name=template_name, language_code=language_code, body=body
        )


class WhatsappTemplatesResourceViews(Views, of=WhatsappTemplatesResource):
    """The methods of `WhatsappTemplatesResource`, each returning the whole response."""

    def __init__(self, resource: WhatsappTemplatesResource) -> None:
        self.compare_templates = viewed(resource.compare_templates)
        self.create_comment = viewed(resource.create_comment)
        self.create_template = viewed(resource.create_template)
        self.delete_template_by_name_and_language = viewed(resource.delete_template_by_name_and_language)
        self.delete_templates_by_name = viewed(resource.delete_templates_by_name)
        self.get_template = viewed(resource.get_template)
        self.list_activities = viewed(resource.list_activities)
        self.list_templates = viewed(resource.list_templates)
        self.list_templates_by_name = viewed(resource.list_templates_by_name)
        self.sync_templates = viewed(resource.sync_templates)
        self.update_template = viewed(resource.update_template)


class AsyncWhatsappTemplatesResource(AsyncResource["AsyncWhatsappTemplatesResourceViews"]):
    """Templates open a conversation on WhatsApp. Write, submit, change and delete them here."""

    @overload
    async def compare_templates(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        body: WhatsappInputTemplateCompareDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateCompareDto: ...
    @overload
    async def compare_templates(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        templates: Sequence[WhatsappInputTemplateCompareIdentifierDto | Mapping[str, Any]],
        end_timestamp: float | Unset = UNSET,
        timeframe: WhatsappInputTemplateCompareTimeframesEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateCompareDto: ...
    async def compare_templates(
        self, template_name: str, language_code: WhatsappTemplateLanguagesEnum | str, body: Any = UNSET, **options: Any
    ) -> WhatsappTemplateCompareDto:
        """Compare two templates

        Compare block rate and volume of this template with one other over 7, 30, 60 or 90 days.

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            body: What to compare with.
            templates: Exactly one template to compare with (at least 1 item; at most 1 item).
            end_timestamp: End of the window as a Unix time; the current time when absent.
            timeframe: Days to look back (one of 30, 60, 7, 90; default 7).

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized,
            template_invalid_language_code), AuthenticationError (401 unauthorized_error), NotFoundError (404
            template_not_found, templates_compare_not_found), ConflictError (409 resource_locked,
            templates_compare_not_unique, templates_not_eligible_for_comparison), InternalServerError (500
            internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}/compare"""
        return await self._call(
            _COMPARE_TEMPLATES, options, template_name=template_name, language_code=language_code, body=body
        )

    @overload
    async def create_comment(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        body: WhatsappCommentInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCommentDto: ...
    @overload
    async def create_comment(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        comment: str,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCommentDto: ...
    async def create_comment(
        self, template_name: str, language_code: WhatsappTemplateLanguagesEnum | str, body: Any = UNSET, **options: Any
    ) -> WhatsappCommentDto:
        """Creates a comment for a template

        Leave a comment on a template.

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            body: Comment to store.
            comment: Comment text (at least 1 character; at most 65535 characters).

        Raises: BadRequestError (400 invalid_input, invalid_payload, project_not_initialized,
            template_invalid_language_code), AuthenticationError (401 unauthorized_error), NotFoundError (404
            template_not_found), ConflictError (409 resource_locked), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}/comments"""
        return await self._call(
            _CREATE_COMMENT, options, template_name=template_name, language_code=language_code, body=body
        )

    @overload
    async def create_template(
        self,
        body: WhatsappTemplateInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateDto: ...
    @overload
    async def create_template(
        self,
        *,
        category: WhatsappTemplateInputCategoryEnum | str,
        details: WhatsappTemplateDetailsInputDto | Mapping[str, Any],
        language: WhatsappInputTemplateLanguagesEnum | str,
        name: str,
        allow_category_change: bool | Unset = UNSET,
        save_draft_on_failure: bool | Unset = UNSET,
        status: WhatsappActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateDto: ...
    async def create_template(self, body: Any = UNSET, **options: Any) -> WhatsappTemplateDto:
        """Create a template in project

        Create a template and either send it to Meta (default) or keep it as a draft.

        Args:
            body: Template to create.
            category: one of AUTHENTICATION, MARKETING, UTILITY.
            details: Content of the template. A draft may omit it.
            name: Template name (at most 512 characters; matching ^[a-z0-9][a-z0-9_]*[a-z0-9]$).
            allow_category_change: Let Meta re-categorise instead of rejecting (default False).
            save_draft_on_failure: Keep a draft when submitting fails (default False).
            status: Draft or submit (one of DRAFT, SUBMIT; default SUBMIT).

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_input, invalid_payload, project_not_initialized,
            template_check_media_file_size, template_invalid_button_example, template_invalid_category,
            template_media_file_size_exceeds_maximum_file_size_limit, template_policies_violations), AuthenticationError
            (401 unauthorized_error), ConflictError (409 file_not_found, file_size_too_large, file_unexpected_error,
            object_with_whatsapp_business_account_id_does_not_exist, resource_locked, template_exists,
            template_incorrect_category, template_language_recently_deleted, template_name_recently_used,
            template_restricted_Domain_for_button_url), FailedDependencyError (424 template_content_already_exists,
            template_limit_reached, template_submit_error), RateLimitError (429
            whatsapp_business_api_request_limit_exceeded), InternalServerError (500 internal_error,
            template_start_session_for_uploading_media).
        HTTP: POST /v1/projects/{projectId}/whatsapp/templates"""
        return await self._call(_CREATE_TEMPLATE, options, body=body)

    async def delete_template_by_name_and_language(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        delete_submitted: bool | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Delete template by name and language

        Delete one language variant: only its draft, or with deleteSubmitted=true also what Meta holds (that
        name+language is then blocked for 30 days).

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            delete_submitted: Also remove a template already submitted to Meta; false refuses in that case (default
                False).

        Raises: BadRequestError (400 project_not_initialized, template_invalid_language_code), AuthenticationError (401
            unauthorized_error), NotFoundError (404 template_changes_not_found, template_not_found), ConflictError (409
            resource_locked, template_not_deletable_due_to_input_config), InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}"""
        return await self._call(
            _DELETE_TEMPLATE_BY_NAME_AND_LANGUAGE,
            options,
            template_name=template_name,
            language_code=language_code,
            delete_submitted=delete_submitted,
            project_id=project_id,
        )

    async def delete_templates_by_name(
        self, template_name: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete template by name

        Delete every language variant of a name; the name then stays blocked for 30 days and messages under way are
        still tried for 30 days.

        Args:
            template_name: Template name, unique in the project.

        Raises: BadRequestError (400 project_not_initialized, template_invalid_language_code), AuthenticationError (401
            unauthorized_error), NotFoundError (404 template_not_found), ConflictError (409 resource_locked),
            RateLimitError (429 whatsapp_business_api_request_limit_exceeded), InternalServerError (500 internal_error).
        HTTP: DELETE /v1/projects/{projectId}/whatsapp/templates/{templateName}"""
        return await self._call(_DELETE_TEMPLATES_BY_NAME, options, template_name=template_name, project_id=project_id)

    async def get_template(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        field_mask: Sequence[WhatsappTemplateDtoFieldMaskPathsEnum | str] | None = None,
        template_analytics_date_range: WhatsappTemplateAnalyticsDateRangesEnum | str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplatesGetTemplateResponse:
        """Get template in project

        Fetch one language variant.

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            field_mask: Fields to return; turns the answer into the Partial… variant.
            template_analytics_date_range: Window of the analytics, one day unless told otherwise (one of DAY, MONTH,
                QUARTER, WEEK).

        Raises: BadRequestError (400 invalid_fields, project_not_initialized, template_invalid_language_code),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 template_not_found), InternalServerError
            (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}"""
        return await self._call(
            _GET_TEMPLATE,
            options,
            template_name=template_name,
            language_code=language_code,
            field_mask=field_mask,
            template_analytics_date_range=template_analytics_date_range,
            project_id=project_id,
        )

    def list_activities(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[WhatsappTemplateNotificationDto, WhatsappTemplateNotificationListDto]:
        """Lists activities on project template

        Page through what happened to a template, newest first.

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized,
            template_invalid_language_code), AuthenticationError (401 unauthorized_error), NotFoundError (404
            template_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}/activities"""
        return self._pages(
            _LIST_ACTIVITIES,
            options,
            template_name=template_name,
            language_code=language_code,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    def list_templates(
        self,
        *,
        field_mask: Sequence[WhatsappTemplateDtoFieldMaskPathsEnum | str] | None = None,
        filter_states: Sequence[WhatsappTemplateStatesEnum | str] | None = None,
        filter_statuses: Sequence[WhatsappTemplateStatusesEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        template_analytics_date_range: WhatsappTemplateAnalyticsDateRangesEnum | str | None = None,
        template_name: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[WhatsappTemplateDto | WhatsappPartialTemplateDto, WhatsappTemplatesListTemplatesResponse]:
        """List all templates in project

        Page through all templates of a project, in alphabetical order (50 a page unless told otherwise).

        Args:
            field_mask: Fields to return; turns the answer into the Partial… variant.
            filter_states: Keep templates in these states (items one of APPROVED, DISABLED, PAUSED, REJECTED).
            filter_statuses: Keep templates whose changes have these statuses (items one of DRAFT, IN_PROGRESS,
                REJECTED).
            page_size: How many entries to put on a page (at least 1; at most 1000).
            page_token: Cursor taken from the answer to an earlier call.
            template_analytics_date_range: Window of the analytics, one day unless told otherwise (one of DAY, MONTH,
                QUARTER, WEEK).
            template_name: Keep templates whose name starts with this.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_fields, invalid_filter_states, invalid_filter_statuses, invalid_page_size,
            invalid_page_token, project_not_initialized), AuthenticationError (401 unauthorized_error),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/templates"""
        return self._pages(
            _LIST_TEMPLATES,
            options,
            field_mask=field_mask,
            filter_states=filter_states,
            filter_statuses=filter_statuses,
            page_size=page_size,
            page_token=page_token,
            template_analytics_date_range=template_analytics_date_range,
            template_name=template_name,
            project_id=project_id,
        )

    def list_templates_by_name(
        self,
        template_name: str,
        *,
        field_mask: Sequence[WhatsappTemplateDtoFieldMaskPathsEnum | str] | None = None,
        page_size: float | None = None,
        page_token: str | None = None,
        template_analytics_date_range: WhatsappTemplateAnalyticsDateRangesEnum | str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[WhatsappTemplateDto | WhatsappPartialTemplateDto, WhatsappTemplatesListTemplatesResponse]:
        """List all templates for a specific name

        Page through the language variants of one template name.

        Args:
            template_name: Template name, unique in the project.
            field_mask: Fields to return; turns the answer into the Partial… variant.
            page_size: How many entries to put on a page (at least 1; at most 1000).
            page_token: Cursor taken from the answer to an earlier call.
            template_analytics_date_range: Window of the analytics, one day unless told otherwise (one of DAY, MONTH,
                QUARTER, WEEK).

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_fields, invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 template_not_found), InternalServerError
            (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/templates/{templateName}"""
        return self._pages(
            _LIST_TEMPLATES_BY_NAME,
            options,
            template_name=template_name,
            field_mask=field_mask,
            page_size=page_size,
            page_token=page_token,
            template_analytics_date_range=template_analytics_date_range,
            project_id=project_id,
        )

    async def sync_templates(self, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> None:
        """Synchronize templates for project

        Read the templates of the project from Meta once more.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            RateLimitError (429 too_many_requests), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/templates/sync"""
        return await self._call(_SYNC_TEMPLATES, options, project_id=project_id)

    @overload
    async def update_template(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        body: WhatsappUpdateTemplateInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateDto: ...
    @overload
    async def update_template(
        self,
        template_name: str,
        language_code: WhatsappTemplateLanguagesEnum | str,
        *,
        allow_category_change: bool | Unset = UNSET,
        category: WhatsappTemplateInputCategoryEnum | str | Unset = UNSET,
        details: WhatsappUpdateTemplateDetailsInputDto | Mapping[str, Any] | Unset = UNSET,
        status: WhatsappActionsEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappTemplateDto: ...
    async def update_template(
        self, template_name: str, language_code: WhatsappTemplateLanguagesEnum | str, body: Any = UNSET, **options: Any
    ) -> WhatsappTemplateDto:
        """Update a template in project

        Change a draft, or put new draft changes on an approved, rejected, paused or disabled template; not every field
        can be changed.

        Args:
            template_name: Template name, unique in the project.
            language_code: Language variant.
            body: Changes to apply.
            allow_category_change: Let Meta re-categorise instead of rejecting.
            category: Honoured only for drafts and for templates rejected with INCORRECT_CATEGORY (one of
                AUTHENTICATION, MARKETING, UTILITY).
            status: Draft or submit (one of DRAFT, SUBMIT; default DRAFT).

        Raises: BadRequestError (400 file_invalid_mime_type, invalid_payload, project_not_initialized,
            template_check_media_file_size, template_invalid_button_example, template_invalid_language_code,
            template_media_file_size_exceeds_maximum_file_size_limit, template_policies_violations), AuthenticationError
            (401 unauthorized_error), NotFoundError (404 template_not_found), ConflictError (409 file_not_found,
            file_size_too_large, file_unexpected_error, object_with_whatsapp_business_account_id_does_not_exist,
            resource_locked, template_allow_category_change_not_updatable, template_category_not_updatable,
            template_changes_not_updatable, template_language_recently_deleted, template_name_recently_used,
            template_not_updatable, template_restricted_Domain_for_button_url, template_source_not_updatable),
            FailedDependencyError (424 template_content_already_exists, template_limit_reached, template_submit_error),
            RateLimitError (429 whatsapp_business_api_request_limit_exceeded), InternalServerError (500 internal_error,
            template_start_session_for_uploading_media).
        HTTP: PATCH /v1/projects/{projectId}/whatsapp/templates/{templateName}/languages/{languageCode}"""
        return await self._call(
            _UPDATE_TEMPLATE, options, template_name=template_name, language_code=language_code, body=body
        )


class AsyncWhatsappTemplatesResourceViews(Views, of=AsyncWhatsappTemplatesResource):
    """The methods of `AsyncWhatsappTemplatesResource`, each returning the whole response."""

    def __init__(self, resource: AsyncWhatsappTemplatesResource) -> None:
        self.compare_templates = viewed_async(resource.compare_templates)
        self.create_comment = viewed_async(resource.create_comment)
        self.create_template = viewed_async(resource.create_template)
        self.delete_template_by_name_and_language = viewed_async(resource.delete_template_by_name_and_language)
        self.delete_templates_by_name = viewed_async(resource.delete_templates_by_name)
        self.get_template = viewed_async(resource.get_template)
        self.list_activities = viewed_async(resource.list_activities)
        self.list_templates = viewed_async(resource.list_templates)
        self.list_templates_by_name = viewed_async(resource.list_templates_by_name)
        self.sync_templates = viewed_async(resource.sync_templates)
        self.update_template = viewed_async(resource.update_template)
