from __future__ import annotations

from typing import Any

from .._runtime.models import Model, ReadOnly
from .shared import (
    RcsSenderDetailsQuestionnaireFRQuestionsDto,
    RcsSenderDetailsQuestionnaireGBQuestionsDto,
    RcsSenderDetailsQuestionnaireGeneralQuestionsDto,
    RcsSenderDetailsQuestionnaireUSQuestionsDto,
    RcsSenderDetailsQuestionnaireVerificationQuestionsDto,
)


class RcsSenderDetailsQuestionnaireBaseDto(Model):
    es: dict[str, Any] | None = None
    """Extra questions for Spain."""
    fr: RcsSenderDetailsQuestionnaireFRBaseDto | None = None
    """Extra questions for France."""
    gb: RcsSenderDetailsQuestionnaireGBBaseDto | None = None
    """Extra questions for the United Kingdom."""
    general: RcsSenderDetailsQuestionnaireGeneralBaseDto
    """Questions for every sender."""
    us: RcsSenderDetailsQuestionnaireUSBaseDto | None = None
    """Extra questions for the United States."""
    verification: RcsSenderDetailsQuestionnaireVerificationBaseDto
    """Questions about the verification contact."""


class RcsSenderDetailsQuestionnaireFRBaseDto(Model):
    questions: ReadOnly[RcsSenderDetailsQuestionnaireFRQuestionsDto]
    """Questions of the section."""


class RcsSenderDetailsQuestionnaireGBBaseDto(Model):
    questions: ReadOnly[RcsSenderDetailsQuestionnaireGBQuestionsDto]
    """Questions of the section."""


class RcsSenderDetailsQuestionnaireGeneralBaseDto(Model):
    questions: ReadOnly[RcsSenderDetailsQuestionnaireGeneralQuestionsDto]
    """Questions of the section."""


class RcsSenderDetailsQuestionnaireUSBaseDto(Model):
    questions: ReadOnly[RcsSenderDetailsQuestionnaireUSQuestionsDto]
    """Questions of the section."""


class RcsSenderDetailsQuestionnaireVerificationBaseDto(Model):
    questions: ReadOnly[RcsSenderDetailsQuestionnaireVerificationQuestionsDto]
    """Questions of the section."""
