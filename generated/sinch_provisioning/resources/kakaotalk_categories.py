"""Look up the categories of KakaoTalk senders and templates."""

from __future__ import annotations

from typing import Annotated, TYPE_CHECKING

from pydantic import Field

from .._runtime.operation import Operation, json_response
from .._runtime.parameters import path, query
from .._runtime.resource import AsyncResource, Resource
from ..models.kakaotalk_categories import KakaotalkSenderCategoryListDto, KakaotalkTemplateCategoryListDto
from ..models.shared import ErrorBody

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.messages import CallOptions

_GET_TEMPLATE_CATEGORIES: Operation[KakaotalkTemplateCategoryListDto] = Operation(
    "get_template_categories",
    "GET",
    "/v1/projects/{projectId}/kakaotalk/categories/senders/{plusFriendId}/templates",
    parameters=(
        path("project_id", "projectId", str),
        path("plus_friend_id", "plusFriendId", str),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", KakaotalkTemplateCategoryListDto), json_response("400 401 404 500", ErrorBody)),
)
_LIST_SENDER_CATEGORIES: Operation[KakaotalkSenderCategoryListDto] = Operation(
    "list_sender_categories",
    "GET",
    "/v1/projects/{projectId}/kakaotalk/categories/senders",
    parameters=(path("project_id", "projectId", str),),
    responses=(json_response("200", KakaotalkSenderCategoryListDto), json_response("400 401 500", ErrorBody)),
)


class KakaotalkCategoriesResource(Resource):
    """Look up the categories of KakaoTalk senders and templates."""

    def get_template_categories(
        self,
        plus_friend_id: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkTemplateCategoryListDto:
        """List all template categories in project

        Page through the template categories available to a sender.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Raises:
            BadRequestError: 400 invalid_page_size, invalid_page_token, project_not_initialized
            AuthenticationError: 401 unauthorized_error
            NotFoundError: 404 sender_not_found
            InternalServerError: 500 internal_error

        HTTP: GET /v1/projects/{projectId}/kakaotalk/categories/senders/{plusFriendId}/templates
        """
        return self._call(
            _GET_TEMPLATE_CATEGORIES,
            options,
            plus_friend_id=plus_friend_id,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    def list_sender_categories(
        self, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkSenderCategoryListDto:
        """List all sender categories.

        Return the whole three-level tree of sender categories, unpaged.

        Raises:
            BadRequestError: 400 project_not_initialized
            AuthenticationError: 401 unauthorized_error
            InternalServerError: 500 internal_error

        HTTP: GET /v1/projects/{projectId}/kakaotalk/categories/senders
        """
        return self._call(_LIST_SENDER_CATEGORIES, options, project_id=project_id)


class AsyncKakaotalkCategoriesResource(AsyncResource):
    """Look up the categories of KakaoTalk senders and templates."""

    async def get_template_categories(
        self,
        plus_friend_id: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> KakaotalkTemplateCategoryListDto:
        """List all template categories in project

        Page through the template categories available to a sender.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Raises:
            BadRequestError: 400 invalid_page_size, invalid_page_token, project_not_initialized
            AuthenticationError: 401 unauthorized_error
            NotFoundError: 404 sender_not_found
            InternalServerError: 500 internal_error

        HTTP: GET /v1/projects/{projectId}/kakaotalk/categories/senders/{plusFriendId}/templates
        """
        return await self._call(
            _GET_TEMPLATE_CATEGORIES,
            options,
            plus_friend_id=plus_friend_id,
            page_size=page_size,
            page_token=page_token,
            project_id=project_id,
        )

    async def list_sender_categories(
        self, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> KakaotalkSenderCategoryListDto:
        """List all sender categories.

        Return the whole three-level tree of sender categories, unpaged.

        Raises:
            BadRequestError: 400 project_not_initialized
            AuthenticationError: 401 unauthorized_error
            InternalServerError: 500 internal_error

        HTTP: GET /v1/projects/{projectId}/kakaotalk/categories/senders
        """
        return await self._call(_LIST_SENDER_CATEGORIES, options, project_id=project_id)
