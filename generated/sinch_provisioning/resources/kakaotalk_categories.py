"""Look up the categories of KakaoTalk senders and templates."""

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
from ..models.kakaotalk_categories import (
    KakaotalkSenderCategoryListDto,
    KakaotalkTemplateCategoryDto,
    KakaotalkTemplateCategoryListDto,
)
from ..models.shared import ErrorBody

_GET_TEMPLATE_CATEGORIES: Operation[KakaotalkTemplateCategoryListDto] = Operation(
    "get_template_categories",
    "GET /v1/projects/{projectId}/kakaotalk/categories/senders/{plusFriendId}/templates",
    parameters=(
        path("project_id", "projectId", str),
        path("plus_friend_id", "plusFriendId", str),
        query("page_size", "pageSize", Annotated[float, Field(ge=1, le=100)]),
        query("page_token", "pageToken", str),
    ),
    responses=(json_response("200", KakaotalkTemplateCategoryListDto), json_response("400 401 404 500", ErrorBody)),
    paging=Paging("page_token", ("next_page_token",), ("categories",)),
)
_LIST_SENDER_CATEGORIES: Operation[KakaotalkSenderCategoryListDto] = Operation(
    "list_sender_categories",
    "GET /v1/projects/{projectId}/kakaotalk/categories/senders",
    parameters=(path("project_id", "projectId", str),),
    responses=(json_response("200", KakaotalkSenderCategoryListDto), json_response("400 401 500", ErrorBody)),
)


class KakaotalkCategoriesResource(Resource["KakaotalkCategoriesResourceViews"]):
    """Look up the categories of KakaoTalk senders and templates."""

    def get_template_categories(
        self,
        plus_friend_id: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[KakaotalkTemplateCategoryDto, KakaotalkTemplateCategoryListDto]:
        """List all template categories in project

        Page through the template categories available to a sender.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500
            internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/categories/senders/{plusFriendId}/templates"""
        return self._pages(
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

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/categories/senders"""
        return self._call(_LIST_SENDER_CATEGORIES, options, project_id=project_id)


class KakaotalkCategoriesResourceViews(Views, of=KakaotalkCategoriesResource):
    """The methods of `KakaotalkCategoriesResource`, each returning the whole response."""

    def __init__(self, resource: KakaotalkCategoriesResource) -> None:
        self.get_template_categories = viewed(resource.get_template_categories)
        self.list_sender_categories = viewed(resource.list_sender_categories)


class AsyncKakaotalkCategoriesResource(AsyncResource["AsyncKakaotalkCategoriesResourceViews"]):
    """Look up the categories of KakaoTalk senders and templates."""

    def get_template_categories(
        self,
        plus_friend_id: str,
        *,
        page_size: float | None = None,
        page_token: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[KakaotalkTemplateCategoryDto, KakaotalkTemplateCategoryListDto]:
        """List all template categories in project

        Page through the template categories available to a sender.

        Args:
            plus_friend_id: The sender's KakaoTalk channel handle; acts as sender key in paths.
            page_size: How many entries to put on a page (at least 1; at most 100).
            page_token: Cursor taken from the answer to an earlier call.

        Returns: a page; iterating over it goes on through the items of all pages that follow.
        Raises: BadRequestError (400 invalid_page_size, invalid_page_token, project_not_initialized),
            AuthenticationError (401 unauthorized_error), NotFoundError (404 sender_not_found), InternalServerError (500
            internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/categories/senders/{plusFriendId}/templates"""
        return self._pages(
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

        Raises: BadRequestError (400 project_not_initialized), AuthenticationError (401 unauthorized_error),
            InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/kakaotalk/categories/senders"""
        return await self._call(_LIST_SENDER_CATEGORIES, options, project_id=project_id)


class AsyncKakaotalkCategoriesResourceViews(Views, of=AsyncKakaotalkCategoriesResource):
    """The methods of `AsyncKakaotalkCategoriesResource`, each returning the whole response."""

    def __init__(self, resource: AsyncKakaotalkCategoriesResource) -> None:
        self.get_template_categories = viewed_async(resource.get_template_categories)
        self.list_sender_categories = viewed_async(resource.list_sender_categories)
