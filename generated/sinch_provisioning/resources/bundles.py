"""A bundle sets up several account resources in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, overload

from typing_extensions import Unpack

from .._runtime.messages import CallOptions
from .._runtime.operation import Operation, json_body, json_response
from .._runtime.parameters import path
from .._runtime.resource import AsyncResource, Resource, Views
from .._runtime.unset import UNSET, Unset
from .._runtime.views import viewed, viewed_async
from ..models.bundles import (
    BundlesBundlesDto,
    BundlesBundlesInputRegionEnum,
    BundlesInputBundlesDto,
    BundlesInputBundlesDtoConvApp,
    BundlesInputBundlesDtoSmsApp,
    BundlesInputBundlesDtoSubproject,
    BundlesWebhookInputDto,
)
from ..models.shared import ErrorBody

_CREATE: Operation[BundlesBundlesDto] = Operation(
    "create",
    "POST /v1/projects/{projectId}/bundles",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(
        BundlesInputBundlesDto,
        fields={
            "region": "region",
            "conv_app": "convApp",
            "name": "name",
            "sms_app": "smsApp",
            "subproject": "subproject",
            "webhooks": "webhooks",
        },
    ),
    responses=(json_response("201", BundlesBundlesDto), json_response("400 401 409 424 500", ErrorBody)),
)
_GET: Operation[BundlesBundlesDto] = Operation(
    "get",
    "GET /v1/projects/{projectId}/bundles/{bundleId}",
    parameters=(path("project_id", "projectId", str), path("bundle_id", "bundleId", str)),
    responses=(json_response("200", BundlesBundlesDto), json_response("400 401 404 500", ErrorBody)),
)


class BundlesResource(Resource["BundlesResourceViews"]):
    """A bundle sets up several account resources in one go."""

    @overload
    def create(
        self,
        body: BundlesInputBundlesDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> BundlesBundlesDto: ...
    @overload
    def create(
        self,
        *,
        region: BundlesBundlesInputRegionEnum | str,
        conv_app: BundlesInputBundlesDtoConvApp | Mapping[str, Any] | Unset = UNSET,
        name: str | Unset = UNSET,
        sms_app: BundlesInputBundlesDtoSmsApp | Mapping[str, Any] | Unset = UNSET,
        subproject: BundlesInputBundlesDtoSubproject | Mapping[str, Any] | Unset = UNSET,
        webhooks: Sequence[BundlesWebhookInputDto | Mapping[str, Any]] | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> BundlesBundlesDto: ...
    def create(self, body: Any = UNSET, **options: Any) -> BundlesBundlesDto:
        """Create bundle for project

        Start a bundle: optionally a subproject, an SMS App, a Conversation App and Provisioning webhooks, created
        together; the work finishes asynchronously.

        Args:
            body: Work order.
            region: Where to create resources (one of BR, EU, US).
            conv_app: True/object = make a Conversation App and tie the other resources to it; false or absent = none.
            name: Default name for the bundle and for resource blocks that carry none (at least 1 character; at most 255
                characters).
            sms_app: True/object = make an SMS App; false or absent = none.
            subproject: True = make a subproject with default values; object = with name/labels; false or absent =
                create in the given project.
            webhooks: Provisioning webhooks to register; targets must differ from each other (at least 1 item; at most
                15 items; no item twice).

        Raises: BadRequestError (400 conversation_app_already_connected_to_sms_app, invalid_input, invalid_payload,
            invalid_staging_bundles_input_region, invalid_webhooks, missing_name, no_services_to_create,
            parent_sms_bespoke_price, parent_sms_not_route_assisted, target_project_not_subproject), AuthenticationError
            (401 unauthorized_error), ConflictError (409 allowed_only_for_default_test_sms_app,
            conversation_app_is_already_in_bundles_process, default_sms_app_already_exists, more_than_one_sms_app,
            not_allowed_for_non_test_account, not_allowed_for_subproject, only_one_test_number_allowed,
            sms_app_is_already_in_bundles_process, sms_app_is_already_linked_to_conversation_app, webhook_exists),
            FailedDependencyError (424 webhook_limit_reached), InternalServerError (500
            failed_to_create_conversation_service, failed_to_create_sms_service, failed_to_create_subproject,
            internal_error).
        HTTP: POST /v1/projects/{projectId}/bundles"""
        return self._call(_CREATE, options, body=body)

    def get(
        self, bundle_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> BundlesBundlesDto:
        """Get bundle by projectId and bundleId

        Read a bundle and the resources made for it, finished or not.

        Args:
            bundle_id: Identifier of the bundle.

        Raises: BadRequestError (400 invalid_id_format), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 bundle_not_found, conversation_app_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/bundles/{bundleId}"""
        return self._call(_GET, options, bundle_id=bundle_id, project_id=project_id)


class BundlesResourceViews(Views, of=BundlesResource):
    """The methods of `BundlesResource`, each returning the whole response."""

    def __init__(self, resource: BundlesResource) -> None:
        self.create = viewed(resource.create)
        self.get = viewed(resource.get)


class AsyncBundlesResource(AsyncResource["AsyncBundlesResourceViews"]):
    """A bundle sets up several account resources in one go."""

    @overload
    async def create(
        self,
        body: BundlesInputBundlesDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> BundlesBundlesDto: ...
    @overload
    async def create(
        self,
        *,
        region: BundlesBundlesInputRegionEnum | str,
        conv_app: BundlesInputBundlesDtoConvApp | Mapping[str, Any] | Unset = UNSET,
        name: str | Unset = UNSET,
        sms_app: BundlesInputBundlesDtoSmsApp | Mapping[str, Any] | Unset = UNSET,
        subproject: BundlesInputBundlesDtoSubproject | Mapping[str, Any] | Unset = UNSET,
        webhooks: Sequence[BundlesWebhookInputDto | Mapping[str, Any]] | Unset = UNSET,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> BundlesBundlesDto: ...
    async def create(self, body: Any = UNSET, **options: Any) -> BundlesBundlesDto:
        """Create bundle for project

        Start a bundle: optionally a subproject, an SMS App, a Conversation App and Provisioning webhooks, created
        together; the work finishes asynchronously.

        Args:
            body: Work order.
            region: Where to create resources (one of BR, EU, US).
            conv_app: True/object = make a Conversation App and tie the other resources to it; false or absent = none.
            name: Default name for the bundle and for resource blocks that carry none (at least 1 character; at most 255
                characters).
            sms_app: True/object = make an SMS App; false or absent = none.
            subproject: True = make a subproject with default values; object = with name/labels; false or absent =
                create in the given project.
            webhooks: Provisioning webhooks to register; targets must differ from each other (at least 1 item; at most
                15 items; no item twice).

        Raises: BadRequestError (400 conversation_app_already_connected_to_sms_app, invalid_input, invalid_payload,
            invalid_staging_bundles_input_region, invalid_webhooks, missing_name, no_services_to_create,
            parent_sms_bespoke_price, parent_sms_not_route_assisted, target_project_not_subproject), AuthenticationError
            (401 unauthorized_error), ConflictError (409 allowed_only_for_default_test_sms_app,
            conversation_app_is_already_in_bundles_process, default_sms_app_already_exists, more_than_one_sms_app,
            not_allowed_for_non_test_account, not_allowed_for_subproject, only_one_test_number_allowed,
            sms_app_is_already_in_bundles_process, sms_app_is_already_linked_to_conversation_app, webhook_exists),
            FailedDependencyError (424 webhook_limit_reached), InternalServerError (500
            failed_to_create_conversation_service, failed_to_create_sms_service, failed_to_create_subproject,
            internal_error).
        HTTP: POST /v1/projects/{projectId}/bundles"""
        return await self._call(_CREATE, options, body=body)

    async def get(
        self, bundle_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> BundlesBundlesDto:
        """Get bundle by projectId and bundleId

        Read a bundle and the resources made for it, finished or not.

        Args:
            bundle_id: Identifier of the bundle.

        Raises: BadRequestError (400 invalid_id_format), AuthenticationError (401 unauthorized_error), NotFoundError
            (404 bundle_not_found, conversation_app_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/bundles/{bundleId}"""
        return await self._call(_GET, options, bundle_id=bundle_id, project_id=project_id)


class AsyncBundlesResourceViews(Views, of=AsyncBundlesResource):
    """The methods of `AsyncBundlesResource`, each returning the whole response."""

    def __init__(self, resource: AsyncBundlesResource) -> None:
        self.create = viewed_async(resource.create)
        self.get = viewed_async(resource.get)
