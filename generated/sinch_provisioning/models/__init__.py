"""The models of the API, by name; each module is loaded when one of its models is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .bundles import *
    from .conversation import *
    from .events import *
    from .kakaotalk_categories import *
    from .kakaotalk_senders import *
    from .kakaotalk_templates import *
    from .rcs_accounts import *
    from .rcs_questionnaire import *
    from .rcs_senders import *
    from .shared import *
    from .webhooks import *
    from .whatsapp import *
    from .whatsapp_accounts import *
    from .whatsapp_flows import *
    from .whatsapp_senders import *
    from .whatsapp_solutions import *
    from .whatsapp_templates import *

_NAMES: dict[str, str] = {
    "bundles": """
        BundlesBundleServicesStateEnum BundlesBundlesDto BundlesBundlesInputRegionEnum
        BundlesBundlesRegionEnum BundlesBundlesSmsAppDto BundlesConversationAppChannelIntegrationStatusEnum
        BundlesConversationAppConsentManagerSettingsDto BundlesConversationAppConsentManagerSettingsInputDto
        BundlesConversationAppConsentManagerSettingsModesEnum
        BundlesConversationAppConversationRetentionPolicyInputDto
        BundlesConversationAppDispatchRetentionPolicyInputDto BundlesConversationAppDto
        BundlesConversationAppInputDto BundlesConversationAppInputDtoRetentionPolicy
        BundlesConversationAppProcessingModesEnum BundlesConversationAppRetentionPolicyDto
        BundlesConversationAppRetentionPolicyTypesEnum BundlesConversationAppWebhooksDto
        BundlesConversationAppWebhooksInputDto BundlesHttpStatusCodeEnum BundlesInputBundlesDto
        BundlesInputBundlesDtoConvApp BundlesInputBundlesDtoSmsApp BundlesInputBundlesDtoSubproject
        BundlesInputConversationAppConsentManagerSettingsModesEnum
        BundlesInputConversationAppConversationRetentionPolicyTypesEnum
        BundlesInputConversationAppDispatchRetentionPolicyTypesEnum
        BundlesInputConversationAppProcessingModesEnum BundlesInputWebhookTargetTypesEnum
        BundlesProvisioningStatesEnum BundlesSmsAppInputDto BundlesSubprojectDto BundlesSubprojectInputDto
        BundlesSubprojectStatusEnum BundlesWebhookDeliveryStatusDto BundlesWebhookDto BundlesWebhookInputDto
        BundlesWebhookTriggersEnum BundlesWebhooksInputWebhookTriggerEnum BundlesWebhooksWebhookTriggerEnum
    """,
    "conversation": """
        ConversationAccountLocationDto ConversationChannelStatusEnum ConversationInstagramInfoDto
        ConversationMessengerInfoDto ConversationTelegramBotInfoDto ConversationViberBotInfoDto
    """,
    "events": """
        BundlesBundleDoneEvent BundlesBundleDoneEventXSinchWebhookSignatureAlgorithm
        KakaotalkSendersActiveEvent KakaotalkSendersCommentEvent KakaotalkTemplatesApprovedEvent
        KakaotalkTemplatesCommentEvent RcsAccountsCommentEvent RcsSendersCommentEvent
        RcsSendersOperatorStatusUpdateEvent RcsSendersOperatorStatusUpdateEventOperator
        RcsSendersOperatorStatusUpdateEventOperatorCountry
        RcsSendersOperatorStatusUpdateEventOperatorCurrentStatus RcsSendersStatusUpdateEvent
        RcsSendersStatusUpdateEventCurrentState WhatsappAccountsCommentEvent WhatsappAccountsOnboardEvent
        WhatsappSendersCommentEvent WhatsappSendersErrorEvent WhatsappTemplatesCommentEvent
        WhatsappTemplatesDeletedEvent WhatsappTemplatesFutureCategoryUpdateEvent
        WhatsappTemplatesFutureCategoryUpdateEventFutureCategory WhatsappTemplatesStatusUpdatedEvent
        WhatsappTemplatesStatusUpdatedEventNewState
    """,
    "kakaotalk_categories": """
        KakaotalkSenderCategoryDto KakaotalkSenderCategoryListDto KakaotalkTemplateCategoryDto
        KakaotalkTemplateCategoryEnglishNamesEnum KakaotalkTemplateCategoryListDto
        KakaotalkTemplateCategoryNamesEnum KakaotalkTemplateSubcategoryDto
        KakaotalkTemplateSubcategoryEnglishNamesEnum KakaotalkTemplateSubcategoryNamesEnum
    """,
    "kakaotalk_senders": """
        KakaotalkInputSenderDetailsDto KakaotalkInputSenderDto KakaotalkInputUpdateSenderDetailsDto
        KakaotalkInputUpdateSenderDto KakaotalkInputVerifySenderDto KakaotalkSenderChangesDetailsDto
        KakaotalkSenderChangesDto KakaotalkSenderChangesDtoDetails KakaotalkSenderDetailsDto
        KakaotalkSenderDto KakaotalkSenderListDto KakaotalkSenderNotificationDto
        KakaotalkSenderNotificationListDto KakaotalkSenderNotificationTypeEnum KakaotalkSenderStatesEnum
        KakaotalkSenderStatusesEnum
    """,
    "kakaotalk_templates": """
        KakaotalkButtonDto KakaotalkInputButtonDto KakaotalkInputKakaoTalkButtonTypeEnum
        KakaotalkInputKakaoTalkTemplateEmphasizeTypeEnum KakaotalkInputKakaoTalkTemplateMessageTypeEnum
        KakaotalkInputTemplateDetailsDto KakaotalkInputTemplateDto KakaotalkInputTemplateLanguagesEnum
        KakaotalkInputUpdateTemplateDetailsDto KakaotalkInputUpdateTemplateDto
        KakaotalkKakaoTalkButtonTypeEnum KakaotalkKakaoTalkTemplateEmphasizeTypeEnum
        KakaotalkKakaoTalkTemplateMessageTypeEnum KakaotalkTemplateChangesDetailsDto
        KakaotalkTemplateChangesDto KakaotalkTemplateChangesDtoDetails KakaotalkTemplateDetailsDto
        KakaotalkTemplateDto KakaotalkTemplateLanguagesEnum KakaotalkTemplateListDto
        KakaotalkTemplateNotificationDto KakaotalkTemplateNotificationListDto
        KakaotalkTemplateNotificationTypeEnum KakaotalkTemplateStatesEnum KakaotalkTemplateStatusesEnum
    """,
    "rcs_accounts": """
        RcsAccountNotificationDto RcsAccountNotificationListDto RcsAccountNotificationTypeEnum
    """,
    "rcs_questionnaire": """
        RcsSenderDetailsQuestionnaireBaseDto RcsSenderDetailsQuestionnaireFRBaseDto
        RcsSenderDetailsQuestionnaireGBBaseDto RcsSenderDetailsQuestionnaireGeneralBaseDto
        RcsSenderDetailsQuestionnaireUSBaseDto RcsSenderDetailsQuestionnaireVerificationBaseDto
    """,
    "rcs_senders": """
        RcsConversationApiAppDto RcsConversationApiAppRegionsEnum RcsCountryCodesEnum RcsCountryStatusDto
        RcsEmailDto RcsEmailInputDto RcsInputSenderBillingCategoriesEnum RcsInputSenderRegionsEnum
        RcsOperatorDto RcsOperatorStatusEnum RcsPhoneDto RcsPhoneInputDto RcsSenderBillingCategoriesEnum
        RcsSenderDetailsBrandDto RcsSenderDetailsBrandInputDto RcsSenderDetailsDto RcsSenderDetailsInputDto
        RcsSenderDetailsQuestionnaireAnswerMetadataDto RcsSenderDetailsQuestionnaireAnswerMetadataInputDto
        RcsSenderDetailsQuestionnaireDto RcsSenderDetailsQuestionnaireFRAnswersDto
        RcsSenderDetailsQuestionnaireFRAnswersInputDto RcsSenderDetailsQuestionnaireFRDto
        RcsSenderDetailsQuestionnaireFRInputDto RcsSenderDetailsQuestionnaireGBAnswersDto
        RcsSenderDetailsQuestionnaireGBAnswersInputDto RcsSenderDetailsQuestionnaireGBDto
        RcsSenderDetailsQuestionnaireGBInputDto RcsSenderDetailsQuestionnaireGeneralAnswersDto
        RcsSenderDetailsQuestionnaireGeneralAnswersInputDto RcsSenderDetailsQuestionnaireGeneralDto
        RcsSenderDetailsQuestionnaireGeneralInputDto RcsSenderDetailsQuestionnaireInputDto
        RcsSenderDetailsQuestionnaireUSAnswersDto RcsSenderDetailsQuestionnaireUSAnswersInputDto
        RcsSenderDetailsQuestionnaireUSDto RcsSenderDetailsQuestionnaireUSInputDto
        RcsSenderDetailsQuestionnaireVerificationAnswersDto
        RcsSenderDetailsQuestionnaireVerificationAnswersInputDto RcsSenderDetailsQuestionnaireVerificationDto
        RcsSenderDetailsQuestionnaireVerificationInputDto RcsSenderDto RcsSenderHostingRegionsEnum
        RcsSenderInputDto RcsSenderListDto RcsSenderNotificationDto RcsSenderNotificationListDto
        RcsSenderNotificationTypeEnum RcsSenderRegionsEnum RcsSenderSortColumnsEnum RcsSenderStatesEnum
        RcsSenderUseCasesEnum RcsSortDirectionsEnum RcsSupplierDetailsDto RcsSupplierDetailsGoogleDto
        RcsTestNumberCapabilitiesDto RcsTestNumberCapabilitiesFeaturesEnum RcsTestNumberStateDto
        RcsTestNumberStatesEnum RcsTestNumbersDto RcsTestNumbersInputDto RcsUpdateSenderDetailsBrandInputDto
        RcsUpdateSenderDetailsInputDto RcsUpdateSenderDetailsQuestionnaireAnswerMetadataInputDto
        RcsUpdateSenderDetailsQuestionnaireFRAnswersInputDto RcsUpdateSenderDetailsQuestionnaireFRInputDto
        RcsUpdateSenderDetailsQuestionnaireGBAnswersInputDto RcsUpdateSenderDetailsQuestionnaireGBInputDto
        RcsUpdateSenderDetailsQuestionnaireGeneralAnswersInputDto
        RcsUpdateSenderDetailsQuestionnaireGeneralInputDto RcsUpdateSenderDetailsQuestionnaireInputDto
        RcsUpdateSenderDetailsQuestionnaireUSAnswersInputDto RcsUpdateSenderDetailsQuestionnaireUSInputDto
        RcsUpdateSenderDetailsQuestionnaireVerificationAnswersInputDto
        RcsUpdateSenderDetailsQuestionnaireVerificationInputDto RcsUpdateSenderInputDto RcsWebsiteDto
        RcsWebsiteInputDto
    """,
    "shared": """
        ErrorBody KakaotalkActionsEnum KakaotalkCommentDto KakaotalkCommentInputDto KakaotalkCommentTypeEnum
        RcsCommentDto RcsCommentInputDto RcsCommentTypeEnum RcsInputCountryCodesEnum
        RcsInputSenderUseCasesEnum RcsSenderDetailsQuestionnaireFRQuestionsDto
        RcsSenderDetailsQuestionnaireGBQuestionsDto RcsSenderDetailsQuestionnaireGeneralQuestionsDto
        RcsSenderDetailsQuestionnaireQuestionObjectDto RcsSenderDetailsQuestionnaireUSQuestionsDto
        RcsSenderDetailsQuestionnaireVerificationQuestionsDto WhatsappActionsEnum WhatsappBusinessManagersEnum
        WhatsappCommentDto WhatsappCommentInputDto WhatsappCommentTypeEnum WhatsappInputBusinessManagersEnum
        WhatsappInputBusinessManagersPublicDocumentationEnum WhatsappRegions WhatsappSenderBotRegionEnum
        WhatsappSenderInputMetaLocalStoragesEnum WhatsappSenderInputRegionEnum
        WhatsappSenderMetaLocalStoragesEnum WhatsappSenderWhatsAppVerticalEnum WhatsappWabaBanStatesEnum
    """,
    "webhooks": """
        WebhookUpdateWebhookInputDto WebhookWebhookDto WebhookWebhookInputDto WebhookWebhookListDto
        WebhookWebhookTriggers
    """,
    "whatsapp": """
        WhatsappLongLivedAccessTokenDto WhatsappLongLivedAccessTokenInputDto WhatsappWabaDetailsDto
        WhatsappWabaDetailsListDto WhatsappWabaDetailsListInputDto WhatsappWabaNumbersDto
    """,
    "whatsapp_accounts": """
        WhatsappAccountChangeStateEnum WhatsappAccountChangesDetailsDto WhatsappAccountChangesDto
        WhatsappAccountChangesDtoDetails WhatsappAccountDetailsDto WhatsappAccountDto
        WhatsappAccountNotificationDto WhatsappAccountNotificationListDto WhatsappAccountNotificationTypeEnum
        WhatsappAccountSenderRelatedChangesDetailsDto WhatsappAccountSenderRelatedDetailsDto
        WhatsappAccountStateEnum WhatsappAccountsCreateAccountRequest WhatsappCountryCodesEnum
        WhatsappInputAccountDtoDeprecated WhatsappInputAccountPartnerInitiatedDto
        WhatsappInputAccountSenderRelatedDetailsDto WhatsappInputAccountSenderRelatedUpdateDetailsDto
        WhatsappInputAccountWhatsAppVerticalsEnum WhatsappInputUpdateAccountDto
    """,
    "whatsapp_flows": """
        WhatsappFlowDto WhatsappFlowListDto WhatsappFlowScreenDto WhatsappFlowScreenListDto
        WhatsappWhatsAppFlowStatusesEnum
    """,
    "whatsapp_senders": """
        WhatsappConversationApiAppDto WhatsappConversationApiAppRegionsEnum WhatsappDailyLimitEnum
        WhatsappInputSenderPartnerInitiatedDetailsDto WhatsappInputSenderPartnerInitiatedDto
        WhatsappInputSenderPhoneProvisioningDetailsDto WhatsappInputSenderPhoneProvisioningDto
        WhatsappQualityRatingEnum WhatsappSenderChangesDetailsDto WhatsappSenderChangesDto
        WhatsappSenderChangesDtoDetails WhatsappSenderDetailsDto WhatsappSenderDto WhatsappSenderErrorCodeEnum
        WhatsappSenderInputBotRegionEnum WhatsappSenderInputDetailsDto WhatsappSenderInputDtoDeprecated
        WhatsappSenderInputEsDto WhatsappSenderInputNumberProviderTypeEnum WhatsappSenderInputRegisterDto
        WhatsappSenderInputRegistrationMethodEnum WhatsappSenderInputVerifyDto
        WhatsappSenderInputWhatsAppVerticalEnum WhatsappSenderListDto WhatsappSenderNotificationDto
        WhatsappSenderNotificationListDto WhatsappSenderNotificationTypeEnum
        WhatsappSenderNumberProviderTypeEnum WhatsappSenderRegisterDto WhatsappSenderRegistrationMethodEnum
        WhatsappSenderStatesEnum WhatsappSenderStatusesEnum WhatsappSendersCreateSenderRequest
        WhatsappUpdateSenderInputDetailsDto WhatsappUpdateSenderInputDto
    """,
    "whatsapp_solutions": """
        WhatsappCreateSolutionListDto WhatsappFailedSolutionDto WhatsappFailedSolutionErrorsEnum
        WhatsappSolutionDetailsDto WhatsappSolutionDetailsInputDto WhatsappSolutionDto
        WhatsappSolutionInputDto WhatsappSolutionListDto WhatsappSolutionMetaAppDto
    """,
    "whatsapp_templates": """
        WhatsappBodyComponentDto WhatsappBodyComponentInputDto WhatsappButtonTypeEnum
        WhatsappButtonTypeFlowEnum WhatsappButtonTypeOtpEnum WhatsappButtonTypePhoneNumberEnum
        WhatsappButtonTypeQuickReplyEnum WhatsappButtonTypeRequestContactInfoEnum WhatsappButtonTypeUrlEnum
        WhatsappButtonsComponentDto WhatsappButtonsComponentDtoButtonsItem WhatsappButtonsComponentInputDto
        WhatsappButtonsComponentInputDtoButtonsItem WhatsappCardBodyComponentDto
        WhatsappCardButtonsComponentDto WhatsappCardButtonsComponentDtoButtonsItem WhatsappCardDto
        WhatsappCardDtoComponentsItem WhatsappCardHeaderComponentDto WhatsappCardHeaderComponentFormatsEnum
        WhatsappCarouselComponentDto WhatsappComponentTypeBodyEnum WhatsappComponentTypeButtonsEnum
        WhatsappComponentTypeCarouselEnum WhatsappComponentTypeFooterEnum WhatsappComponentTypeHeaderEnum
        WhatsappFlowActionEnum WhatsappFlowButtonDto WhatsappFlowButtonInputDto WhatsappFooterComponentDto
        WhatsappFooterComponentInputDto WhatsappInputCardBodyComponentDto WhatsappInputCardButtonsComponentDto
        WhatsappInputCardButtonsComponentDtoButtonsItem WhatsappInputCardDto
        WhatsappInputCardDtoComponentsItem WhatsappInputCardHeaderComponentDto
        WhatsappInputCardMediaHeaderExampleDto WhatsappInputCardMediaHeaderExampleSupportedMimeTypesEnum
        WhatsappInputCarouselComponentDto WhatsappInputFlowActionEnum
        WhatsappInputMediaHeaderExampleSupportedMimeTypesEnum WhatsappInputOtpTypeEnum
        WhatsappInputTemplateCompareDto WhatsappInputTemplateCompareIdentifierDto
        WhatsappInputTemplateCompareTimeframesEnum WhatsappInputTemplateLanguagesEnum
        WhatsappLocationHeaderComponentDto WhatsappLocationHeaderComponentFormatEnum
        WhatsappLocationHeaderComponentInputDto WhatsappMediaHeaderComponentDto
        WhatsappMediaHeaderComponentFormatEnum WhatsappMediaHeaderComponentInputDto
        WhatsappMediaHeaderExampleDto WhatsappMediaHeaderExampleInputDto WhatsappOtpButtonDto
        WhatsappOtpButtonInputDto WhatsappOtpTypeEnum WhatsappPartialBodyComponentDto
        WhatsappPartialButtonsComponentDto WhatsappPartialButtonsComponentDtoButtonsItem
        WhatsappPartialCardBodyComponentDto WhatsappPartialCardButtonsComponentDto
        WhatsappPartialCardButtonsComponentDtoButtonsItem WhatsappPartialCardDto
        WhatsappPartialCardDtoComponentsItem WhatsappPartialCardHeaderComponentDto
        WhatsappPartialCarouselComponentDto WhatsappPartialFlowButtonDto WhatsappPartialFooterComponentDto
        WhatsappPartialLocationHeaderComponentDto WhatsappPartialMediaHeaderComponentDto
        WhatsappPartialMediaHeaderExampleDto WhatsappPartialOtpButtonDto WhatsappPartialPhoneNumberButtonDto
        WhatsappPartialQuickReplyButtonDto WhatsappPartialTemplateAnalyticsButtonsDto
        WhatsappPartialTemplateAnalyticsDto WhatsappPartialTemplateChangesDto
        WhatsappPartialTemplateChangesDtoDetails WhatsappPartialTemplateDetailsDto
        WhatsappPartialTemplateDetailsDtoComponentsItem WhatsappPartialTemplateDto
        WhatsappPartialTemplateListDto WhatsappPartialTextHeaderComponentDto WhatsappPartialUrlButtonDto
        WhatsappPhoneNumberButtonDto WhatsappPhoneNumberButtonInputDto WhatsappQuickReplyButtonDto
        WhatsappQuickReplyButtonInputDto WhatsappRequestContactInfoButtonDto
        WhatsappRequestContactInfoButtonInputDto WhatsappSupportedAppDto WhatsappSupportedAppInputDto
        WhatsappTemplateAnalyticsButtonTypesEnum WhatsappTemplateAnalyticsButtonsDto
        WhatsappTemplateAnalyticsDateRangesEnum WhatsappTemplateAnalyticsDto WhatsappTemplateCategoryEnum
        WhatsappTemplateChangesDetailsDto WhatsappTemplateChangesDetailsDtoComponentsItem
        WhatsappTemplateChangesDto WhatsappTemplateChangesDtoDetails WhatsappTemplateCompareBlockReasonsEnum
        WhatsappTemplateCompareDto WhatsappTemplateCompareIdentifierDto WhatsappTemplateDetailsDto
        WhatsappTemplateDetailsDtoComponentsItem WhatsappTemplateDetailsInputDto
        WhatsappTemplateDetailsInputDtoComponentsItem WhatsappTemplateDto
        WhatsappTemplateDtoFieldMaskPathsEnum WhatsappTemplateInputCategoryEnum WhatsappTemplateInputDto
        WhatsappTemplateLanguagesEnum WhatsappTemplateListDto WhatsappTemplateNotificationDto
        WhatsappTemplateNotificationListDto WhatsappTemplateNotificationTypeEnum
        WhatsappTemplateQualityScoreEnum WhatsappTemplateRejectionCodeEnum WhatsappTemplateStatesEnum
        WhatsappTemplateStatusesEnum WhatsappTemplatesGetTemplateResponse
        WhatsappTemplatesListTemplatesResponse WhatsappTextHeaderComponentDto
        WhatsappTextHeaderComponentFormatEnum WhatsappTextHeaderComponentInputDto
        WhatsappUpdateTemplateDetailsInputDto WhatsappUpdateTemplateInputDto WhatsappUrlButtonDto
        WhatsappUrlButtonInputDto
    """,
}

_MODULES = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(_MODULES)
