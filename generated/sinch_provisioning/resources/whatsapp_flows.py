"""Look up the WhatsApp Flows that belong to the project."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import Unpack

from .._runtime.messages import CallOptions
from .._runtime.operation import Operation, Paging, json_response
from .._runtime.pages import AsyncPages, Page
from .._runtime.parameters import path, query
from .._runtime.resource import AsyncResource, Resource, Views
from .._runtime.views import viewed, viewed_async
from ..models.shared import ErrorBody
from ..models.whatsapp_flows import WhatsappFlowDto, WhatsappFlowListDto, WhatsappFlowScreenListDto

_LIST_FLOW_SCREENS: Operation[WhatsappFlowScreenListDto] = Operation(
    "list_flow_screens",
    "GET /v1/projects/{projectId}/whatsapp/flows/{flowId}/screens",
    parameters=(path("project_id", "projectId", str), path("flow_id", "flowId", str)),
    responses=(json_response("200", WhatsappFlowScreenListDto), json_response("400 401 404 500", ErrorBody)),
)
_LIST_FLOWS: Operation[WhatsappFlowListDto] = Operation(
    "list_flows",
    "GET /v1/projects/{projectId}/whatsapp/flows",
    parameters=(
        path("project_id", "projectId", str),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", WhatsappFlowListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("flows",)),
)


class WhatsappFlowsResource(Resource["WhatsappFlowsResourceViews"]):
    """Look up the WhatsApp Flows that belong to the project."""

    def list_flow_screens(
        self, flow_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappFlowScreenListDto:
        """Get screens of a flow

        List the screens of one flow (not paginated).

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 flow_not_found, flow_screens_not_found, project_not_found), InternalServerError (500
            internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/flows/{flowId}/screens"""
        return self._call(_LIST_FLOW_SCREENS, options, flow_id=flow_id, project_id=project_id)

    def list_flows(
        self,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[WhatsappFlowDto, WhatsappFlowListDto]:
        """Get flows in the WhatsApp business account (WABA) associated to the project

        Page through the flows of the project's WhatsApp business account.

        Args:
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 project_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/flows"""
        return self._pages(_LIST_FLOWS, options, page_size=page_size, page_token=page_token, project_id=project_id)


class WhatsappFlowsResourceViews(Views, of=WhatsappFlowsResource):
    """The methods of `WhatsappFlowsResource`, each returning the whole response."""

    def __init__(self, resource: WhatsappFlowsResource) -> None:
        self.list_flow_screens = viewed(resource.list_flow_screens)
        self.list_flows = viewed(resource.list_flows)


class AsyncWhatsappFlowsResource(AsyncResource["AsyncWhatsappFlowsResourceViews"]):
    """Look up the WhatsApp Flows that belong to the project."""

    async def list_flow_screens(
        self, flow_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappFlowScreenListDto:
        """Get screens of a flow

        List the screens of one flow (not paginated).

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 flow_not_found, flow_screens_not_found, project_not_found), InternalServerError (500
            internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/flows/{flowId}/screens"""
        return await self._call(_LIST_FLOW_SCREENS, options, flow_id=flow_id, project_id=project_id)

    def list_flows(
        self,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[WhatsappFlowDto, WhatsappFlowListDto]:
        """Get flows in the WhatsApp business account (WABA) associated to the project

        Page through the flows of the project's WhatsApp business account.

        Args:
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            NotFoundError (404 project_not_found), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/flows"""
        return self._pages(_LIST_FLOWS, options, page_size=page_size, page_token=page_token, project_id=project_id)


class AsyncWhatsappFlowsResourceViews(Views, of=AsyncWhatsappFlowsResource):
    """The methods of `AsyncWhatsappFlowsResource`, each returning the whole response."""

    def __init__(self, resource: AsyncWhatsappFlowsResource) -> None:
        self.list_flow_screens = viewed_async(resource.list_flow_screens)
        self.list_flows = viewed_async(resource.list_flows)
