"""HTTP for our own front end."""

from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, HTTPException

from . import sinch
from .services import SenderService, WebhookService
from .sinch import Client, errors, models  #: Client import

app = FastAPI()
router = APIRouter()
Sinch = Annotated[Client, Depends(sinch.connect)]  #: Client reference


@app.on_event("startup")
def start():
    app.state.sinch = sinch.connect()  #? a client is stored where it is not followed


@router.get("/webhooks/{webhook_id}", response_model=models.WebhookWebhookDto)  #: Hook reference
def read_webhook(webhook_id: str, client: Sinch):  #: Client annotation
    try:
        return client.webhooks.get_webhook(webhook_id)  #: W resource, W.get_webhook call, W.get_webhook(webhook_id) argument
    except errors.NotFoundError as problem:  #: errors.NotFoundError except
        raise HTTPException(404, str(problem)) from problem


@router.get("/senders/{sender_id}")
def read_sender(sender_id: str, client=Depends(sinch.connect)):
    service = SenderService(client)
    if not service.is_active(sender_id):
        raise HTTPException(409)
    return templates.render("sender.html", sender=service.client.kakaotalk_senders.get_sender(sender_id))  #: K resource, K.get_sender call, K.get_sender(plus_friend_id) argument  #? a model is passed to code that is not followed


@router.delete("/webhooks")
def remove_all(client: Sinch):  #: Client annotation
    service = WebhookService(client)
    service.remove(*[it.id for it in service.hooks.list_webhooks().items])  #: Hook.id field, W.list_webhooks call
