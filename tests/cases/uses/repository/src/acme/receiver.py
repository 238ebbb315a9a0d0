"""Where Sinch tells us what has happened."""

from ._vendor.sinch_provisioning import events, models as m, webhooks
from ._vendor.sinch_provisioning.errors import WebhookVerificationError  #: errors.WebhookVerificationError import

LABELS = {events.bundles_bundle_done: "bundle", events.kakaotalk_senders_active: "sender"}  #: events.bundles_bundle_done reference, events.kakaotalk_senders_active reference


def receive(body: bytes, headers, secret: str) -> int:
    try:
        event = webhooks.receive(body, headers, secret)
    except WebhookVerificationError:  #: errors.WebhookVerificationError except
        return 401
    handle(event)
    return 204


def handle(event):
    match event:
        case m.BundlesBundleDoneEvent(payload=bundle):  #: models.BundlesBundleDoneEvent reference, models.BundlesBundleDoneEvent.payload field
            store(bundle.id, bundle.state)  #: Bundle.id field, Bundle.state field
        case m.KakaotalkSendersActiveEvent(type="KAKAOTALK_SENDER_ACTIVE", payload=m.KakaotalkSenderDto(id=sender_id)):  #: models.KakaotalkSendersActiveEvent reference, models.KakaotalkSendersActiveEvent.type field, models.KakaotalkSendersActiveEvent.payload field, models.KakaotalkSenderDto reference, models.KakaotalkSenderDto.id field
            store(sender_id, "active")
        case webhooks.UnknownEvent(type=kind):
            store(kind, event.model_extra)
        case m.RcsSendersStatusUpdateEvent() | m.RcsSendersOperatorStatusUpdateEvent():  #: models.RcsSendersStatusUpdateEvent reference, models.RcsSendersOperatorStatusUpdateEvent reference
            store(event.payload.id, event.comment)  #: models.RcsSendersStatusUpdateEvent.payload field, models.RcsSendersOperatorStatusUpdateEvent.payload field, models.RcsSenderDto.id field, models.RcsSendersStatusUpdateEvent.comment field, models.RcsSendersOperatorStatusUpdateEvent.comment field


def replay(body):
    done = events.bundles_bundle_done.parse(body)  #: events.bundles_bundle_done reference
    if isinstance(done.payload, m.BundlesBundlesDto) and done.payload.webhooks:  #: models.BundlesBundleDoneEvent.payload field, Bundle reference, models.BundlesBundleDoneEvent.payload field, Bundle.webhooks field
        return {it.id: it for it in done.payload.webhooks}  #: models.BundlesWebhookDto.id field, models.BundlesBundleDoneEvent.payload field, Bundle.webhooks field
    return {}


def store(key, value):
    print(key, value)
