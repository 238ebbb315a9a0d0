"""For tests of your own code: a mock of the whole API, and valid instances of every model. Nothing is sent.

    @pytest.fixture
    def api() -> Iterator[testing.MockApi]:
        with testing.mock_api() as api:
            yield api

    def test_mine(api: testing.MockApi) -> None:
        api.bundles.create.returns(testing.make(models.BundlesBundlesDto))
        ...  # your own code, with a client as it always is
        assert api.bundles.create.last_request.query == {}

The mock needs respx, which is not installed with this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.mocking import Call, Mock, Route, Routes
from .._runtime.testing import Delivery, Samples
from ..webhooks import SIGNING

if TYPE_CHECKING:
    from .. import models as _m

__all__ = ["Call", "Delivery", "MockApi", "Route", "delivery", "event", "make", "mock_api", "sample"]

_SAMPLES = Samples(__name__, SIGNING)

make = _SAMPLES.make
sample = _SAMPLES.sample
event = _SAMPLES.event
delivery = _SAMPLES.delivery


class BundlesRoutes(Routes):
    create: Route[_m.BundlesBundlesDto]
    get: Route[_m.BundlesBundlesDto]


class ConversationRoutes(Routes):
    get_instagram: Route[_m.ConversationInstagramInfoDto]
    get_messenger: Route[_m.ConversationMessengerInfoDto]
    get_telegram: Route[_m.ConversationTelegramBotInfoDto]
    get_viber: Route[_m.ConversationViberBotInfoDto]


class KakaotalkCategoriesRoutes(Routes):
    get_template_categories: Route[_m.KakaotalkTemplateCategoryListDto]
    list_sender_categories: Route[_m.KakaotalkSenderCategoryListDto]


class KakaotalkSendersRoutes(Routes):
    create_comment: Route[_m.KakaotalkCommentDto]
    create_sender: Route[_m.KakaotalkSenderDto]
    delete_changes: Route[None]
    delete_sender: Route[None]
    get_sender: Route[_m.KakaotalkSenderDto]
    list_activities: Route[_m.KakaotalkSenderNotificationListDto]
    list_senders: Route[_m.KakaotalkSenderListDto]
    register_sender: Route[_m.KakaotalkSenderDto]
    update_sender: Route[_m.KakaotalkSenderDto]
    verify_sender: Route[_m.KakaotalkSenderDto]


class KakaotalkTemplatesRoutes(Routes):
    create_comment: Route[_m.KakaotalkCommentDto]
    create_template: Route[_m.KakaotalkTemplateDto]
    delete_template: Route[None]
    delete_template_draft: Route[None]
    get: Route[_m.KakaotalkTemplateDto]
    list_activities: Route[_m.KakaotalkTemplateNotificationListDto]
    list_templates: Route[_m.KakaotalkTemplateListDto]
    update_template: Route[_m.KakaotalkTemplateDto]


class RcsAccountsRoutes(Routes):
    create_comment: Route[_m.RcsCommentDto]
    list_activities: Route[_m.RcsAccountNotificationListDto]


class RcsQuestionnaireRoutes(Routes):
    get_questions: Route[_m.RcsSenderDetailsQuestionnaireBaseDto]


class RcsSendersRoutes(Routes):
    add_test_numbers: Route[_m.RcsTestNumbersDto]
    create_sender: Route[_m.RcsSenderDto]
    create_sender_comment: Route[_m.RcsCommentDto]
    delete_test_number: Route[None]
    get_sender: Route[_m.RcsSenderDto]
    get_test_number_capabilities: Route[_m.RcsTestNumberCapabilitiesDto]
    get_test_number_state: Route[_m.RcsTestNumberStateDto]
    launch_sender: Route[_m.RcsSenderDto]
    list_activities: Route[_m.RcsSenderNotificationListDto]
    list_senders: Route[_m.RcsSenderListDto]
    retry_test_number: Route[_m.RcsTestNumberStateDto]
    update_sender: Route[_m.RcsSenderDto]


class WebhooksRoutes(Routes):
    create_webhook: Route[_m.WebhookWebhookDto]
    delete_webhook: Route[None]
    get_webhook: Route[_m.WebhookWebhookDto]
    list_webhooks: Route[_m.WebhookWebhookListDto]
    replace_webhook: Route[_m.WebhookWebhookDto]
    update_webhook: Route[_m.WebhookWebhookDto]


class WhatsappRoutes(Routes):
    create_long_lived_access_token: Route[_m.WhatsappLongLivedAccessTokenDto]
    enable_template_analytics: Route[None]
    list_waba_details_for_token: Route[_m.WhatsappWabaDetailsListDto]


class WhatsappAccountsRoutes(Routes):
    create_account: Route[_m.WhatsappAccountDto]
    create_comment: Route[_m.WhatsappCommentDto]
    delete_account: Route[None]
    get_account: Route[_m.WhatsappAccountDto]
    list_activities: Route[_m.WhatsappAccountNotificationListDto]
    update_account: Route[_m.WhatsappAccountDto]


class WhatsappFlowsRoutes(Routes):
    list_flow_screens: Route[_m.WhatsappFlowScreenListDto]
    list_flows: Route[_m.WhatsappFlowListDto]


class WhatsappSendersRoutes(Routes):
    create_comment: Route[_m.WhatsappCommentDto]
    create_sender: Route[_m.WhatsappSenderDto]
    delete: Route[None]
    delete_changes: Route[None]
    get: Route[_m.WhatsappSenderDto]
    list_activities: Route[_m.WhatsappSenderNotificationListDto]
    list_senders: Route[_m.WhatsappSenderListDto]
    register: Route[_m.WhatsappSenderRegisterDto]
    update: Route[_m.WhatsappSenderDto]
    verify: Route[None]


class WhatsappSolutionsRoutes(Routes):
    assign_solution: Route[None]
    create_solution: Route[_m.WhatsappCreateSolutionListDto]
    get_solution: Route[_m.WhatsappSolutionDto]
    list_solutions: Route[_m.WhatsappSolutionListDto]


class WhatsappTemplatesRoutes(Routes):
    compare_templates: Route[_m.WhatsappTemplateCompareDto]
    create_comment: Route[_m.WhatsappCommentDto]
    create_template: Route[_m.WhatsappTemplateDto]
    delete_template_by_name_and_language: Route[None]
    delete_templates_by_name: Route[None]
    get_template: Route[_m.WhatsappTemplatesGetTemplateResponse]
    list_activities: Route[_m.WhatsappTemplateNotificationListDto]
    list_templates: Route[_m.WhatsappTemplatesListTemplatesResponse]
    list_templates_by_name: Route[_m.WhatsappTemplatesListTemplatesResponse]
    sync_templates: Route[None]
    update_template: Route[_m.WhatsappTemplateDto]


class MockApi(Mock):
    """The API, with a route for each operation: `api.resource.method`."""

    def __init__(self, base_url: str | None = None) -> None:
        super().__init__(_SAMPLES, base_url)
        self.bundles = BundlesRoutes(self, "bundles")
        self.conversation = ConversationRoutes(self, "conversation")
        self.kakaotalk_categories = KakaotalkCategoriesRoutes(self, "kakaotalk_categories")
        self.kakaotalk_senders = KakaotalkSendersRoutes(self, "kakaotalk_senders")
        self.kakaotalk_templates = KakaotalkTemplatesRoutes(self, "kakaotalk_templates")
        self.rcs_accounts = RcsAccountsRoutes(self, "rcs_accounts")
        self.rcs_questionnaire = RcsQuestionnaireRoutes(self, "rcs_questionnaire")
        self.rcs_senders = RcsSendersRoutes(self, "rcs_senders")
        self.webhooks = WebhooksRoutes(self, "webhooks")
        self.whatsapp = WhatsappRoutes(self, "whatsapp")
        self.whatsapp_accounts = WhatsappAccountsRoutes(self, "whatsapp_accounts")
        self.whatsapp_flows = WhatsappFlowsRoutes(self, "whatsapp_flows")
        self.whatsapp_senders = WhatsappSendersRoutes(self, "whatsapp_senders")
        self.whatsapp_solutions = WhatsappSolutionsRoutes(self, "whatsapp_solutions")
        self.whatsapp_templates = WhatsappTemplatesRoutes(self, "whatsapp_templates")


def mock_api(base_url: str | None = None) -> MockApi:
    """A mock of the API, for a `with` or `async with` block, at `base_url`; None: on any host.

    Every operation answers with the document's example of its success, and tokens are handed out; anything else raises
    an AssertionError that names method and URL. Clients that were given a `transport` of their own are not affected.
    """
    return MockApi(base_url)
