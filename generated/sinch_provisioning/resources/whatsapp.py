"""he WhatsApp endpoint holds helpers around the Meta log-in of an account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, overload

from typing_extensions import Unpack

from .._runtime.messages import CallOptions
from .._runtime.operation import Operation, json_body, json_response, response
from .._runtime.parameters import path
from .._runtime.resource import AsyncResource, Resource, Views
from .._runtime.unset import UNSET, Unset
from .._runtime.views import viewed, viewed_async
from ..models.shared import ErrorBody, WhatsappInputBusinessManagersEnum
from ..models.whatsapp import (
    WhatsappLongLivedAccessTokenDto,
    WhatsappLongLivedAccessTokenInputDto,
    WhatsappWabaDetailsListDto,
    WhatsappWabaDetailsListInputDto,
)

_CREATE_LONG_LIVED_ACCESS_TOKEN: Operation[WhatsappLongLivedAccessTokenDto] = Operation(
    "create_long_lived_access_token",
    "POST /v1/projects/{projectId}/whatsapp/longLivedAccessToken",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(
        WhatsappLongLivedAccessTokenInputDto,
        fields={
            "business_manager": "businessManager",
            "facebook_code": "facebookCode",
            "facebook_token": "facebookToken",
        },
    ),
    responses=(json_response("201", WhatsappLongLivedAccessTokenDto), json_response("400 401 500", ErrorBody)),
)
_ENABLE_TEMPLATE_ANALYTICS: Operation[None] = Operation(
    "enable_template_analytics",
    "PUT /v1/projects/{projectId}/whatsapp/enableTemplateAnalytics",
    parameters=(path("project_id", "projectId", str),),
    responses=(response("200"), json_response("400 401 424 500", ErrorBody)),
)
_LIST_WABA_DETAILS_FOR_TOKEN: Operation[WhatsappWabaDetailsListDto] = Operation(
    "list_waba_details_for_token",
    "POST /v1/projects/{projectId}/whatsapp/wabaDetails",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(
        WhatsappWabaDetailsListInputDto,
        fields={"facebook_token": "facebookToken", "business_manager": "businessManager"},
    ),
    responses=(json_response("200", WhatsappWabaDetailsListDto), json_response("400 401 500", ErrorBody)),
)


class WhatsappResource(Resource["WhatsappResourceViews"]):
    """he WhatsApp endpoint holds helpers around the Meta log-in of an account."""

    @overload
    def create_long_lived_access_token(
        self,
        body: WhatsappLongLivedAccessTokenInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappLongLivedAccessTokenDto: ...
    @overload
    def create_long_lived_access_token(
        self,
        *,
        business_manager: WhatsappInputBusinessManagersEnum | str | Unset = UNSET,
        facebook_code: str | Unset = UNSET,
        facebook_token: str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappLongLivedAccessTokenDto: ...
    def create_long_lived_access_token(self, body: Any = UNSET, **options: Any) -> WhatsappLongLivedAccessTokenDto:
        """Create a long lived access token

        Exchange a Facebook token or code from embedded signup for a token that lives 60 days.

        Deprecated.

        Args:
            body: Facebook token or code.
            business_manager: Sinch business manager (one of SINCH_AMERICA, SINCH_BR, SINCH_MX, SINCH_SEP, SINCH_UK).
            facebook_code: Single-use code; needed when facebookToken is absent (at least 1 character).
            facebook_token: Long-lived user token; needed when facebookCode is absent (at least 1 character).

        Raises: BadRequestError (400 invalid_business_manager, invalid_business_manager_for_environment,
            invalid_facebook_code, invalid_facebook_token, invalid_input, invalid_payload), AuthenticationError (401
            unauthorized_error), InternalServerError (500 facebook_Request_limit_reached, internal_error,
            log_in_facebook_required).
        HTTP: POST /v1/projects/{projectId}/whatsapp/longLivedAccessToken"""
        return self._call(_CREATE_LONG_LIVED_ACCESS_TOKEN, options, body=body)

    def enable_template_analytics(self, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> None:
        """Enable Meta template analytics

        Switch on Meta's template analytics for the WABA of the project.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            FailedDependencyError (424 template_insights_not_yet_available), InternalServerError (500 internal_error).
        HTTP: PUT /v1/projects/{projectId}/whatsapp/enableTemplateAnalytics"""
        return self._call(_ENABLE_TEMPLATE_ANALYTICS, options, project_id=project_id)

    @overload
    def list_waba_details_for_token(
        self,
        body: WhatsappWabaDetailsListInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappWabaDetailsListDto: ...
    @overload
    def list_waba_details_for_token(
        self,
        *,
        facebook_token: str,
        business_manager: WhatsappInputBusinessManagersEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappWabaDetailsListDto: ...
    def list_waba_details_for_token(self, body: Any = UNSET, **options: Any) -> WhatsappWabaDetailsListDto:
        """List WhatsApp Business Accounts details

        List the WABAs a Facebook token can reach, with their shared numbers.

        Deprecated.

        Args:
            body: Facebook token.
            facebook_token: Long-lived user token.
            business_manager: Sinch business manager (one of SINCH_AMERICA, SINCH_BR, SINCH_MX, SINCH_SEP, SINCH_UK).

        Raises: BadRequestError (400 invalid_business_manager, invalid_business_manager_for_environment,
            invalid_facebook_token, invalid_input, invalid_payload), AuthenticationError (401 unauthorized_error),
            InternalServerError (500 facebook_Request_limit_reached, internal_error, log_in_facebook_required).
        HTTP: POST /v1/projects/{projectId}/whatsapp/wabaDetails"""
        return self._call(_LIST_WABA_DETAILS_FOR_TOKEN, options, body=body)


class WhatsappResourceViews(Views, of=WhatsappResource):
    """The methods of `WhatsappResource`, each returning the whole response."""

    def __init__(self, resource: WhatsappResource) -> None:
        self.create_long_lived_access_token = viewed(resource.create_long_lived_access_token)
        self.enable_template_analytics = viewed(resource.enable_template_analytics)
        self.list_waba_details_for_token = viewed(resource.list_waba_details_for_token)


class AsyncWhatsappResource(AsyncResource["AsyncWhatsappResourceViews"]):
    """he WhatsApp endpoint holds helpers around the Meta log-in of an account."""

    @overload
    async def create_long_lived_access_token(
        self,
        body: WhatsappLongLivedAccessTokenInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappLongLivedAccessTokenDto: ...
    @overload
    async def create_long_lived_access_token(
        self,
        *,
        business_manager: WhatsappInputBusinessManagersEnum | str | Unset = UNSET,
        facebook_code: str | Unset = UNSET,
        facebook_token: str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappLongLivedAccessTokenDto: ...
    async def create_long_lived_access_token(
        self, body: Any = UNSET, **options: Any
    ) -> WhatsappLongLivedAccessTokenDto:
        """Create a long lived access token

        Exchange a Facebook token or code from embedded signup for a token that lives 60 days.

        Deprecated.

        Args:
            body: Facebook token or code.
            business_manager: Sinch business manager (one of SINCH_AMERICA, SINCH_BR, SINCH_MX, SINCH_SEP, SINCH_UK).
            facebook_code: Single-use code; needed when facebookToken is absent (at least 1 character).
            facebook_token: Long-lived user token; needed when facebookCode is absent (at least 1 character).

        Raises: BadRequestError (400 invalid_business_manager, invalid_business_manager_for_environment,
            invalid_facebook_code, invalid_facebook_token, invalid_input, invalid_payload), AuthenticationError (401
            unauthorized_error), InternalServerError (500 facebook_Request_limit_reached, internal_error,
            log_in_facebook_required).
        HTTP: POST /v1/projects/{projectId}/whatsapp/longLivedAccessToken"""
        return await self._call(_CREATE_LONG_LIVED_ACCESS_TOKEN, options, body=body)

    async def enable_template_analytics(self, *, project_id: str | None = None, **options: Unpack[CallOptions]) -> None:
        """Enable Meta template analytics

        Switch on Meta's template analytics for the WABA of the project.

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            FailedDependencyError (424 template_insights_not_yet_available), InternalServerError (500 internal_error).
        HTTP: PUT /v1/projects/{projectId}/whatsapp/enableTemplateAnalytics"""
        return await self._call(_ENABLE_TEMPLATE_ANALYTICS, options, project_id=project_id)

    @overload
    async def list_waba_details_for_token(
        self,
        body: WhatsappWabaDetailsListInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappWabaDetailsListDto: ...
    @overload
    async def list_waba_details_for_token(
        self,
        *,
        facebook_token: str,
        business_manager: WhatsappInputBusinessManagersEnum | str | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappWabaDetailsListDto: ...
    async def list_waba_details_for_token(self, body: Any = UNSET, **options: Any) -> WhatsappWabaDetailsListDto:
        """List WhatsApp Business Accounts details

        List the WABAs a Facebook token can reach, with their shared numbers.

        Deprecated.

        Args:
            body: Facebook token.
            facebook_token: Long-lived user token.
            business_manager: Sinch business manager (one of SINCH_AMERICA, SINCH_BR, SINCH_MX, SINCH_SEP, SINCH_UK).

        Raises: BadRequestError (400 invalid_business_manager, invalid_business_manager_for_environment,
            invalid_facebook_token, invalid_input, invalid_payload), AuthenticationError (401 unauthorized_error),
            InternalServerError (500 facebook_Request_limit_reached, internal_error, log_in_facebook_required).
        HTTP: POST /v1/projects/{projectId}/whatsapp/wabaDetails"""
        return await self._call(_LIST_WABA_DETAILS_FOR_TOKEN, options, body=body)


class AsyncWhatsappResourceViews(Views, of=AsyncWhatsappResource):
    """The methods of `AsyncWhatsappResource`, each returning the whole response."""

    def __init__(self, resource: AsyncWhatsappResource) -> None:
        self.create_long_lived_access_token = viewed_async(resource.create_long_lived_access_token)
        self.enable_template_analytics = viewed_async(resource.enable_template_analytics)
        self.list_waba_details_for_token = viewed_async(resource.list_waba_details_for_token)
