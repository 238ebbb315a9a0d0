"""Create and look up WhatsApp solutions and assign them to the project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, overload

from typing_extensions import Unpack

from .._runtime.messages import CallOptions
from .._runtime.operation import Operation, json_body, json_response, response
from .._runtime.parameters import path
from .._runtime.resource import AsyncResource, Resource, Views
from .._runtime.unset import UNSET
from .._runtime.views import viewed, viewed_async
from ..models.shared import ErrorBody, WhatsappInputBusinessManagersPublicDocumentationEnum
from ..models.whatsapp_solutions import (
    WhatsappCreateSolutionListDto,
    WhatsappSolutionDetailsInputDto,
    WhatsappSolutionDto,
    WhatsappSolutionInputDto,
    WhatsappSolutionListDto,
)

_ASSIGN_SOLUTION: Operation[None] = Operation(
    "assign_solution",
    "POST /v1/projects/{projectId}/whatsapp/solutions/{solutionId}/assign",
    parameters=(path("project_id", "projectId", str), path("solution_id", "solutionId", str)),
    responses=(response("204"), json_response("401 404 409 500", ErrorBody)),
)
_CREATE_SOLUTION: Operation[WhatsappCreateSolutionListDto] = Operation(
    "create_solution",
    "POST /v1/projects/{projectId}/whatsapp/solutions",
    parameters=(path("project_id", "projectId", str),),
    body=json_body(
        WhatsappSolutionInputDto,
        fields={"access_token": "accessToken", "business_manager": "businessManager", "details": "details"},
    ),
    responses=(json_response("201", WhatsappCreateSolutionListDto), json_response("401 404 500", ErrorBody)),
)
_GET_SOLUTION: Operation[WhatsappSolutionDto] = Operation(
    "get_solution",
    "GET /v1/projects/{projectId}/whatsapp/solutions/{solutionId}",
    parameters=(path("project_id", "projectId", str), path("solution_id", "solutionId", str)),
    responses=(json_response("200", WhatsappSolutionDto), json_response("401 404 500", ErrorBody)),
)
_LIST_SOLUTIONS: Operation[WhatsappSolutionListDto] = Operation(
    "list_solutions",
    "GET /v1/projects/{projectId}/whatsapp/solutions",
    parameters=(path("project_id", "projectId", str),),
    responses=(json_response("200", WhatsappSolutionListDto), json_response("401 404 500", ErrorBody)),
)


class WhatsappSolutionsResource(Resource["WhatsappSolutionsResourceViews"]):
    """Create and look up WhatsApp solutions and assign them to the project."""

    def assign_solution(
        self, solution_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Assign solution to project

        Bind a solution to the project so that embedded-signup onboarding works.

        Args:
            solution_id: Identifier of the WhatsApp solution.

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found, solution_not_found),
            ConflictError (409 solution_cannot_be_reassigned), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/solutions/{solutionId}/assign"""
        return self._call(_ASSIGN_SOLUTION, options, solution_id=solution_id, project_id=project_id)

    @overload
    def create_solution(
        self,
        body: WhatsappSolutionInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCreateSolutionListDto: ...
    @overload
    def create_solution(
        self,
        *,
        access_token: str,
        business_manager: WhatsappInputBusinessManagersPublicDocumentationEnum | str,
        details: WhatsappSolutionDetailsInputDto | Mapping[str, Any],
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCreateSolutionListDto: ...
    def create_solution(self, body: Any = UNSET, **options: Any) -> WhatsappCreateSolutionListDto:
        """Create solution for project

        Create solutions from the token of Meta's embedded solution flow; the answer holds created and failed ones.

        Args:
            body: Solution data.
            access_token: Token from the authResponse of the embedded solution flow.
            business_manager: Sinch business manager (one of SINCH_BR, SINCH_MX, SINCH_UK).
            details: Name and the like.

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found), InternalServerError
            (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/solutions"""
        return self._call(_CREATE_SOLUTION, options, body=body)

    def get_solution(
        self, solution_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappSolutionDto:
        """Get solution for project

        Read one solution.

        Args:
            solution_id: Identifier of the WhatsApp solution.

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found, solution_not_found),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/solutions/{solutionId}"""
        return self._call(_GET_SOLUTION, options, solution_id=solution_id, project_id=project_id)

    def list_solutions(
        self, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappSolutionListDto:
        """List all solutions in project

        List the solutions a project knows (no paging).

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found), InternalServerError
            (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/solutions"""
        return self._call(_LIST_SOLUTIONS, options, project_id=project_id)


class WhatsappSolutionsResourceViews(Views, of=WhatsappSolutionsResource):
    """The methods of `WhatsappSolutionsResource`, each returning the whole response."""

    def __init__(self, resource: WhatsappSolutionsResource) -> None:
        self.assign_solution = viewed(resource.assign_solution)
        self.create_solution = viewed(resource.create_solution)
        self.get_solution = viewed(resource.get_solution)
        self.list_solutions = viewed(resource.list_solutions)


class AsyncWhatsappSolutionsResource(AsyncResource["AsyncWhatsappSolutionsResourceViews"]):
    """Create and look up WhatsApp solutions and assign them to the project."""

    async def assign_solution(
        self, solution_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Assign solution to project

        Bind a solution to the project so that embedded-signup onboarding works.

        Args:
            solution_id: Identifier of the WhatsApp solution.

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found, solution_not_found),
            ConflictError (409 solution_cannot_be_reassigned), InternalServerError (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/solutions/{solutionId}/assign"""
        return await self._call(_ASSIGN_SOLUTION, options, solution_id=solution_id, project_id=project_id)

    @overload
    async def create_solution(
        self,
        body: WhatsappSolutionInputDto | Mapping[str, Any],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCreateSolutionListDto: ...
    @overload
    async def create_solution(
        self,
        *,
        access_token: str,
        business_manager: WhatsappInputBusinessManagersPublicDocumentationEnum | str,
        details: WhatsappSolutionDetailsInputDto | Mapping[str, Any],
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> WhatsappCreateSolutionListDto: ...
    async def create_solution(self, body: Any = UNSET, **options: Any) -> WhatsappCreateSolutionListDto:
        """Create solution for project

        Create solutions from the token of Meta's embedded solution flow; the answer holds created and failed ones.

        Args:
            body: Solution data.
            access_token: Token from the authResponse of the embedded solution flow.
            business_manager: Sinch business manager (one of SINCH_BR, SINCH_MX, SINCH_UK).
            details: Name and the like.

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found), InternalServerError
            (500 internal_error).
        HTTP: POST /v1/projects/{projectId}/whatsapp/solutions"""
        return await self._call(_CREATE_SOLUTION, options, body=body)

    async def get_solution(
        self, solution_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappSolutionDto:
        """Get solution for project

        Read one solution.

        Args:
            solution_id: Identifier of the WhatsApp solution.

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found, solution_not_found),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/solutions/{solutionId}"""
        return await self._call(_GET_SOLUTION, options, solution_id=solution_id, project_id=project_id)

    async def list_solutions(
        self, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> WhatsappSolutionListDto:
        """List all solutions in project

        List the solutions a project knows (no paging).

        Raises: AuthenticationError (401 unauthorized_error), NotFoundError (404 project_not_found), InternalServerError
            (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/whatsapp/solutions"""
        return await self._call(_LIST_SOLUTIONS, options, project_id=project_id)


class AsyncWhatsappSolutionsResourceViews(Views, of=AsyncWhatsappSolutionsResource):
    """The methods of `AsyncWhatsappSolutionsResource`, each returning the whole response."""

    def __init__(self, resource: AsyncWhatsappSolutionsResource) -> None:
        self.assign_solution = viewed_async(resource.assign_solution)
        self.create_solution = viewed_async(resource.create_solution)
        self.get_solution = viewed_async(resource.get_solution)
        self.list_solutions = viewed_async(resource.list_solutions)
