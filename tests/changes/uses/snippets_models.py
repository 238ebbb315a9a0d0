"""What is sent and what is received: bodies, fields, members of enums, errors, events, the test module."""

from __future__ import annotations

HEAD = """
from sinch_provisioning import Client, errors, events, models, testing, webhooks  #: Client import
"""

CASES: dict[str, str | dict[str, str]] = {
    "arguments": """
def f(c: Client, x):  #: Client annotation
    w = c.webhooks  #: W resource
    w.update_webhook("x", target="y", extra_headers={})  #: W.update_webhook call, W.update_webhook(webhook_id) argument, W.update_webhook(target) argument
    w.update_webhook(webhook_id="x", body=x)  #: W.update_webhook call, W.update_webhook(webhook_id) argument, W.update_webhook(body) argument
    w.update_webhook("x", x)  #: W.update_webhook call, W.update_webhook(webhook_id) argument, W.update_webhook(body) argument
    w.update_webhook(*("x", x))  #: W.update_webhook call, W.update_webhook(webhook_id) argument, W.update_webhook(body) argument
    w.create_webhook(secret="s", triggers=["ALL"])  #: W.create_webhook call, W.create_webhook(secret) argument, W.create_webhook(triggers) argument, Triggers.ALL member
""",
    "bodies": """
def f(c: Client, x):  #: Client annotation
    w = c.webhooks  #: W resource
    w.create_webhook({"target": x, "triggers": ["ALL"], "unknown": 1})  #: W.create_webhook call, W.create_webhook(body) argument, HookInput.target field, HookInput.triggers field, Triggers.ALL member
    w.create_webhook(body=dict(target=x))  #: W.create_webhook call, W.create_webhook(body) argument, HookInput.target field
    body = {"secret": x}  #: HookInput.secret field
    body["target"] = x  #: HookInput.target field
    body.update(triggers=[])  #: HookInput.triggers field
    w.create_webhook(body)  #: W.create_webhook call, W.create_webhook(body) argument
    w.create_webhook({**body, "target": x})  #: W.create_webhook call, W.create_webhook(body) argument, HookInput.target field
    c.bundles.create(  #: B resource, B.create call
        region="EU",  #: B.create(region) argument, models.BundlesBundlesInputRegionEnum.EU member
        conv_app={  #: B.create(conv_app) argument
            "processingMode": "DISPATCH",  #: models.BundlesConversationAppInputDto.processing_mode field, models.BundlesInputConversationAppProcessingModesEnum.DISPATCH member
            "webhooks": [  #: models.BundlesConversationAppInputDto.webhooks field
                {"target": x, "targetType": "HTTP"},  #: models.BundlesConversationAppWebhooksInputDto.target field, models.BundlesConversationAppWebhooksInputDto.target_type field, models.BundlesInputWebhookTargetTypesEnum.HTTP member
            ],
        },
        webhooks=[{"secret": x} for _ in x],  #: B.create(webhooks) argument, models.BundlesWebhookInputDto.secret field
        subproject={"labels": {"name": "x"}},  #: B.create(subproject) argument, models.BundlesSubprojectInputDto.labels field
    )
""",
    "bodies made elsewhere": {
        "own/__init__.py": "",
        "own/body.py": """
DEFAULTS = {"secret": "s"}  #: HookInput.secret field
def body(target):
    found = dict(DEFAULTS, target=target)  #: HookInput.target field
    found["triggers"] = TRIGGERS  #: HookInput.triggers field
    return found
TRIGGERS = ["ALL"]  #: Triggers.ALL member
""",
        "own/use.py": """
from sinch_provisioning import Client  #: Client import
from .body import body
Client().webhooks.create_webhook(body=body("x"))  #: Client construct, W resource, W.create_webhook call, W.create_webhook(body) argument
Client().webhooks.create_webhook(**{"target": "x"})  #: Client construct, W resource, W.create_webhook call, W.create_webhook(target) argument
""",
    },
    "bodies that are one of several": """
def f(c: Client, x):  #: Client annotation
    c.whatsapp_templates.create_template(  #: T resource, T.create_template call
        name=x,  #: T.create_template(name) argument
        details={  #: T.create_template(details) argument
            "components": [  #: models.WhatsappTemplateDetailsInputDto.components field
                {"type": "BODY", "text": x},  #: models.WhatsappBodyComponentInputDto.type field, models.WhatsappComponentTypeBodyEnum.BODY member, models.WhatsappBodyComponentInputDto.text field
                {"type": "FOOTER", "codeExpirationMinutes": 5},  #: models.WhatsappFooterComponentInputDto.type field, models.WhatsappComponentTypeFooterEnum.FOOTER member, models.WhatsappFooterComponentInputDto.code_expiration_minutes field
            ]
        },
    )
    c.whatsapp_senders.create_sender({"wabaId": x, "phoneNumberId": x})  #: S resource, S.create_sender call, S.create_sender(body) argument, models.WhatsappSenderInputEsDto.waba_id field, models.WhatsappSenderInputEsDto.phone_number_id field, models.WhatsappSenderInputDtoDeprecated.waba_id field, models.WhatsappSenderInputDtoDeprecated.phone_number_id field
""",
    "constructors": """
hook = models.WebhookWebhookDto(id="1", projectId="p", target="t", unknown=3)  #: Hook construct, Hook.id field, Hook.project_id field, Hook.target field
hook.project_id, hook.model_copy(update={"target": "u"}).id  #: Hook.project_id field, Hook.target field, Hook.id field
hook.target = "u"  #: Hook.target field
del hook.triggers  #: Hook.triggers field
models.WebhookWebhookDto.model_validate({"projectId": "p"}).id  #: Hook reference, Hook.project_id field, Hook.id field
hook.to_wire()["projectId"], hook.model_dump().get("project_id")  #: Hook.project_id field, Hook.project_id field
models.BundlesInputBundlesDto(  #: models.BundlesInputBundlesDto construct
    region="EU",  #: models.BundlesInputBundlesDto.region field, models.BundlesBundlesInputRegionEnum.EU member
    webhooks=[{"target": "x"}],  #: models.BundlesInputBundlesDto.webhooks field, models.BundlesWebhookInputDto.target field
)
""",
    "fields": """
def f(it: models.BundlesBundlesDto):  #: Bundle annotation
    it.conv_app.webhooks[0].target  #: Bundle.conv_app field, models.BundlesConversationAppDto.webhooks field, models.BundlesConversationAppWebhooksDto.target field
    app = it.conv_app or None  #: Bundle.conv_app field
    if app is not None and app.name:  #: models.BundlesConversationAppDto.name field
        app.id  #: models.BundlesConversationAppDto.id field
    for hook in it.webhooks or []:  #: Bundle.webhooks field
        hook.target, hook.unknown  #: models.BundlesWebhookDto.target field
    first, *others = it.webhooks  #: Bundle.webhooks field
    {others[0].id: first.target}  #: models.BundlesWebhookDto.id field, models.BundlesWebhookDto.target field
    [one.id for one in it.webhooks[1:] if one.triggers]  #: models.BundlesWebhookDto.id field, Bundle.webhooks field, models.BundlesWebhookDto.triggers field
    ids = {one.id: one for one in it.webhooks}  #: models.BundlesWebhookDto.id field, Bundle.webhooks field
    ids["x"].secret, ids["x"].target  #: models.BundlesWebhookDto.target field
    (it.sms_app if it.sms_app else it.subproject).status  #: Bundle.sms_app field, Bundle.sms_app field, Bundle.subproject field, models.BundlesBundlesSmsAppDto.status field, models.BundlesSubprojectDto.status field
    it.subproject.labels["x"].y  #: Bundle.subproject field, models.BundlesSubprojectDto.labels field
    f"{it.name}: {it.state!s:>10}"  #: Bundle.name field, Bundle.state field
    getattr(it, "region", None)  #: Bundle.region field
    print(f"{it.id=}", *(one.id for one in it.webhooks), sep=it.name)  #: Bundle.id field, models.BundlesWebhookDto.id field, Bundle.webhooks field, Bundle.name field
    assert it.id == "x", it.name  #: Bundle.id field, Bundle.name field
    yield it.region  #: Bundle.region field
""",
    "alternatives": """
def f(c: Client):  #: Client annotation
    found = c.whatsapp_templates.get_template("x", language_code="EN")  #: T resource, T.get_template call, T.get_template(template_name) argument, T.get_template(language_code) argument, models.WhatsappTemplateLanguagesEnum.EN member
    found.name  #: models.WhatsappTemplateDto.name field, models.WhatsappPartialTemplateDto.name field
    if isinstance(found, models.WhatsappTemplateDto):  #: models.WhatsappTemplateDto reference
        found.name  #: models.WhatsappTemplateDto.name field
    else:
        found.name  #: models.WhatsappPartialTemplateDto.name field
    if not isinstance(found, models.WhatsappTemplateDto):  #: models.WhatsappTemplateDto reference
        return None
    found.state  #: models.WhatsappTemplateDto.state field
    for it in found.details.components:  #: models.WhatsappTemplateDto.details field, models.WhatsappTemplateDetailsDto.components field
        if isinstance(it, (models.WhatsappBodyComponentDto, models.WhatsappFooterComponentDto)) and it.text:  #: models.WhatsappBodyComponentDto reference, models.WhatsappFooterComponentDto reference, models.WhatsappBodyComponentDto.text field, models.WhatsappFooterComponentDto.text field
            it.add_security_recommendation  #: models.WhatsappBodyComponentDto.add_security_recommendation field
        buttons = it.buttons if type(it) is models.WhatsappButtonsComponentDto else []  #: models.WhatsappButtonsComponentDto.buttons field, models.WhatsappButtonsComponentDto reference
    it.format  #: models.WhatsappTextHeaderComponentDto.format field, models.WhatsappMediaHeaderComponentDto.format field, models.WhatsappLocationHeaderComponentDto.format field
def e(it):
    if isinstance(it, models.WebhookWebhookDto) or isinstance(it, models.BundlesBundlesDto):  #: Hook reference, Bundle reference
        it.id  #: Hook.id field, Bundle.id field
        if not (isinstance(it, models.BundlesBundlesDto) and it.name):  #: Bundle reference, Bundle.name field
            return it.project_id  #: Hook.project_id field, Bundle.project_id field
        it.state  #: Bundle.state field
def g(event: object):
    assert isinstance(event, models.BundlesBundleDoneEvent)  #: models.BundlesBundleDoneEvent reference
    event.payload.id  #: models.BundlesBundleDoneEvent.payload field, Bundle.id field
class Own:
    def h(self, event):
        self.event = event
        if isinstance(self.event, models.BundlesBundleDoneEvent):  #: models.BundlesBundleDoneEvent reference
            self.event.payload  #: models.BundlesBundleDoneEvent.payload field
""",
    "enums": """
Kind = models.KakaotalkSenderStatesEnum  #: models.KakaotalkSenderStatesEnum reference
models.WebhookWebhookTriggers.ALL  #: Triggers reference, Triggers.ALL member
Kind["ACTIVE"], Kind("BLOCKED"), Kind("NEW")  #: models.KakaotalkSenderStatesEnum reference, models.KakaotalkSenderStatesEnum.ACTIVE member, models.KakaotalkSenderStatesEnum construct, models.KakaotalkSenderStatesEnum.BLOCKED member, models.KakaotalkSenderStatesEnum construct
def f(it: models.KakaotalkSenderDto):  #: models.KakaotalkSenderDto annotation
    if it.state == Kind.ACTIVE or it.state != "INACTIVE":  #: models.KakaotalkSenderDto.state field, models.KakaotalkSenderStatesEnum reference, models.KakaotalkSenderStatesEnum.ACTIVE member, models.KakaotalkSenderDto.state field, models.KakaotalkSenderStatesEnum.INACTIVE member
        pass
    if it.state in ("ACTIVE", Kind.BLOCKED, "DRAFT"):  #: models.KakaotalkSenderDto.state field, models.KakaotalkSenderStatesEnum.ACTIVE member, models.KakaotalkSenderStatesEnum reference, models.KakaotalkSenderStatesEnum.BLOCKED member
        pass
    match it.state:  #: models.KakaotalkSenderDto.state field
        case Kind.ACTIVE:  #: models.KakaotalkSenderStatesEnum reference, models.KakaotalkSenderStatesEnum.ACTIVE member
            pass
        case "SUSPENDED" | "UNKNOWN":  #: models.KakaotalkSenderStatesEnum.SUSPENDED member
            pass
    return [kind.is_known for kind in Kind]  #: models.KakaotalkSenderStatesEnum reference
GOOD = {"ACTIVE"}  #: models.KakaotalkSenderStatesEnum.ACTIVE member
def g(c: Client, x: models.KakaotalkSenderDto):  #: Client annotation, models.KakaotalkSenderDto annotation
    c.kakaotalk_senders.list_senders(filter_states=["BLOCKED", Kind.ACTIVE])  #: K resource, K.list_senders call, K.list_senders(filter_states) argument, models.KakaotalkSenderStatesEnum.BLOCKED member, models.KakaotalkSenderStatesEnum reference, models.KakaotalkSenderStatesEnum.ACTIVE member
    return x.state in GOOD  #: models.KakaotalkSenderDto.state field
""",
    "match": """
def f(event):
    match event:
        case models.BundlesBundleDoneEvent(payload=models.BundlesBundlesDto(id=x), type="BUNDLE_DONE"):  #: models.BundlesBundleDoneEvent reference, models.BundlesBundleDoneEvent.payload field, Bundle reference, Bundle.id field, models.BundlesBundleDoneEvent.type field
            event.payload.name  #: models.BundlesBundleDoneEvent.payload field, Bundle.name field
        case models.KakaotalkSendersActiveEvent(payload=found) as whole if found.id:  #: models.KakaotalkSendersActiveEvent reference, models.KakaotalkSendersActiveEvent.payload field, models.KakaotalkSenderDto.id field
            whole.comment, found.state  #: models.KakaotalkSendersActiveEvent.comment field, models.KakaotalkSenderDto.state field
        case [models.BundlesBundlesDto() as one, *rest] | {"x": one, **rest}:  #: Bundle reference
            one.id  #: Bundle.id field
        case models.RcsSendersCommentEvent() | models.WhatsappSendersCommentEvent():  #: models.RcsSendersCommentEvent reference, models.WhatsappSendersCommentEvent reference
            event.comment  #: models.RcsSendersCommentEvent.comment field, models.WhatsappSendersCommentEvent.comment field
        case webhooks.UnknownEvent(type=kind):
            event.type
""",
    "errors": """
RETRIED = (errors.RateLimitError, errors.InternalServerError)  #: errors.RateLimitError reference, errors.InternalServerError reference
class Mine(errors.APIError):  #: errors.APIError reference
    pass
try:
    pass
except errors.NotFoundError as problem:  #: errors.NotFoundError except
    problem.status_code
except (errors.ConflictError, ValueError):  #: errors.ConflictError except
    raise errors.APIError("x") from None  #: errors.APIError construct
except RETRIED as problem:
    if isinstance(problem, errors.RateLimitError):  #: errors.RateLimitError reference
        raise
def f(problem: errors.APIStatusError):  #: errors.APIStatusError annotation
    pass
""",
    "events": """
def f(body, headers):
    found = events.bundles_bundle_done.parse(body)  #: events.bundles_bundle_done reference
    found.payload.id  #: models.BundlesBundleDoneEvent.payload field, Bundle.id field
    event = webhooks.receive(body, headers, "secret")
    if isinstance(event, webhooks.UnknownEvent):
        return event.type
    if isinstance(event, models.BundlesBundleDoneEvent):  #: models.BundlesBundleDoneEvent reference
        event.payload.name  #: models.BundlesBundleDoneEvent.payload field, Bundle.name field
    event.operator_country  #: models.RcsSendersOperatorStatusUpdateEvent.operator_country field
    webhooks.parse(body).new_state  #: models.WhatsappTemplatesStatusUpdatedEvent.new_state field
    handlers = {events.kakaotalk_senders_active: 1}  #: events.kakaotalk_senders_active reference
def g(event: webhooks.AnyEvent):
    event.current_state  #: models.RcsSendersStatusUpdateEvent.current_state field
""",
    "the test module": """
hook = testing.make(models.WebhookWebhookDto, target="x", projectId="p")  #: Hook reference, Hook.target field, Hook.project_id field
hook.id, testing.sample(models.WebhookWebhookDto)["projectId"]  #: Hook.id field, Hook reference, Hook.project_id field
testing.event(events.bundles_bundle_done, type="x").payload  #: events.bundles_bundle_done reference, models.BundlesBundleDoneEvent.type field, models.BundlesBundleDoneEvent.payload field
def check(api: testing.MockApi):
    api.bundles.create.fails(404)  #: B resource, B.create reference
with testing.mock_api() as api:
    api.webhooks.get_webhook.returns({"projectId": "x"})  #: W resource, W.get_webhook reference, Hook.project_id field
    api.webhooks.list_webhooks.pages([{"id": "x"}, hook])  #: W resource, W.list_webhooks reference, Hook.id field
    assert api.bundles.get.called  #: B resource, B.get reference
""",
    "annotations": """
from __future__ import annotations
import typing as t
from typing import Any, Literal
def f(a: list[models.WebhookWebhookDto], b: "dict[str, models.BundlesBundlesDto]") -> t.Iterator[models.BundlesWebhookDto]:  #: Hook annotation, Bundle annotation, models.BundlesWebhookDto annotation
    a[0].id, b["x"].id  #: Hook.id field, Bundle.id field
    for key, it in b.items():
        it.name  #: Bundle.name field
    c: t.Optional[models.WebhookWebhookDto | Later] = None  #: Hook annotation, Bundle annotation
    d: Literal["models.WebhookWebhookDto"] = x
    e: tuple[models.WebhookWebhookDto, models.BundlesBundlesDto] = x  #: Hook annotation, Bundle annotation
    e[0].id, e[1].id, c.id  #: Hook.id field, Bundle.id field, Hook.id field, Bundle.id field
class Holder(t.Generic[T], Base[models.WebhookWebhookDto]):  #: Hook reference
    held: set[models.WebhookWebhookDto]  #: Hook annotation
    def all(self) -> t.Any:
        return [it.id for it in self.held]  #: Hook.id field
class Typed(t.TypedDict):
    hook: models.WebhookWebhookDto  #: Hook annotation
    def use(it: Typed):
        return it["hook"].id  #: Hook.id field
Later = models.BundlesBundlesDto  #: Bundle reference
""",
}

CASES = {name: HEAD + it if isinstance(it, str) else it for name, it in CASES.items()}
