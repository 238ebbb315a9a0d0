"""Operations on RCS Questionnaire."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import Unpack

from .._runtime.messages import CallOptions
from .._runtime.operation import Operation, json_response
from .._runtime.parameters import path, query
from .._runtime.resource import AsyncResource, Resource, Views
from .._runtime.views import viewed, viewed_async
from ..models.rcs_questionnaire import RcsSenderDetailsQuestionnaireBaseDto
from ..models.shared import ErrorBody, RcsInputCountryCodesEnum, RcsInputSenderUseCasesEnum

_GET_QUESTIONS: Operation[RcsSenderDetailsQuestionnaireBaseDto] = Operation(
    "get_questions",
    "GET /v1/projects/{projectId}/rcs/questionnaire/{useCase}",
    parameters=(
        path("project_id", "projectId", str),
        path("use_case", "useCase", RcsInputSenderUseCasesEnum | str),
        query("countries", "countries", list[RcsInputCountryCodesEnum | str]),
    ),
    responses=(json_response("200", RcsSenderDetailsQuestionnaireBaseDto), json_response("400 401 500", ErrorBody)),
)


class RcsQuestionnaireResource(Resource["RcsQuestionnaireResourceViews"]):
    """Operations on RCS Questionnaire."""

    def get_questions(
        self,
        use_case: RcsInputSenderUseCasesEnum | str,
        *,
        countries: Sequence[RcsInputCountryCodesEnum | str] | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsSenderDetailsQuestionnaireBaseDto:
        """Get questionnaire questions for project and use case

        List the launch questions of a use case.

        Suppliers and operators decide what is asked, so the list, above all its country sections, may change.

        Args:
            use_case: Use case of the sender (one of MULTIUSE, OTP, PROMOTIONAL, TRANSACTIONAL).
            countries: Countries the sender targets (repeat the parameter).

        Raises: BadRequestError (400 questionnaire_invalid_country, questionnaire_invalid_use_case), AuthenticationError
            (401 unauthorized_error), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/questionnaire/{useCase}"""
        return self._call(_GET_QUESTIONS, options, use_case=use_case, countries=countries, project_id=project_id)


class RcsQuestionnaireResourceViews(Views, of=RcsQuestionnaireResource):
    """The methods of `RcsQuestionnaireResource`, each returning the whole response."""

    def __init__(self, resource: RcsQuestionnaireResource) -> None:
        self.get_questions = viewed(resource.get_questions)


class AsyncRcsQuestionnaireResource(AsyncResource["AsyncRcsQuestionnaireResourceViews"]):
    """Operations on RCS Questionnaire."""

    async def get_questions(
        self,
        use_case: RcsInputSenderUseCasesEnum | str,
        *,
        countries: Sequence[RcsInputCountryCodesEnum | str] | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RcsSenderDetailsQuestionnaireBaseDto:
        """Get questionnaire questions for project and use case

        List the launch questions of a use case.

        Suppliers and operators decide what is asked, so the list, above all its country sections, may change.

        Args:
            use_case: Use case of the sender (one of MULTIUSE, OTP, PROMOTIONAL, TRANSACTIONAL).
            countries: Countries the sender targets (repeat the parameter).

        Raises: BadRequestError (400 questionnaire_invalid_country, questionnaire_invalid_use_case), AuthenticationError
            (401 unauthorized_error), InternalServerError (500 internal_error).
        HTTP: GET /v1/projects/{projectId}/rcs/questionnaire/{useCase}"""
        return await self._call(_GET_QUESTIONS, options, use_case=use_case, countries=countries, project_id=project_id)


class AsyncRcsQuestionnaireResourceViews(Views, of=AsyncRcsQuestionnaireResource):
    """The methods of `AsyncRcsQuestionnaireResource`, each returning the whole response."""

    def __init__(self, resource: AsyncRcsQuestionnaireResource) -> None:
        self.get_questions = viewed_async(resource.get_questions)
