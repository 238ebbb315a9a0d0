"""The same, many at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from .sinch import AsyncClient, connect_async, models  #: Client import


async def bundles(ids: list[str]) -> list[models.BundlesBundlesDto]:  #: Bundle annotation
    async with connect_async() as client:
        return list(await asyncio.gather(*(client.bundles.get(it) for it in ids)))  #: B resource, B.get call, B.get(bundle_id) argument


async def targets(client: AsyncClient) -> AsyncIterator[str]:  #: Client annotation
    async for webhook in client.webhooks.list_webhooks():  #: W resource, W.list_webhooks call
        yield webhook.target  #: Hook.target field


async def first_page(client: AsyncClient):  #: Client annotation
    page = await client.webhooks.list_webhooks(page_token="x")  #: W resource, W.list_webhooks call, W.list_webhooks(page_token) argument
    while page.has_next_page():
        page = await page.next_page()
    raw = await client.webhooks.with_raw_response.get_webhook(page.items[0].id)  #: W resource, W.get_webhook call, W.get_webhook(webhook_id) argument, Hook.id field
    async with client.bundles.with_streaming_response.get("x") as response:  #: B resource, B.get call, B.get(bundle_id) argument
        await response.read()
    return raw.headers, raw.parse().project_id, response.parse().sms_app.status  #: Hook.project_id field, Bundle.sms_app field, models.BundlesBundlesSmsAppDto.status field


async def main() -> None:
    for bundle in await bundles(["a", "b"]):
        for delivery in bundle.webhook_delivery_statuses or ():  #: Bundle.webhook_delivery_statuses field
            print(delivery.error_message, delivery.date_)  #: models.BundlesWebhookDeliveryStatusDto.error_message field, models.BundlesWebhookDeliveryStatusDto.date_ field
    client = connect_async()
    print([it async for it in targets(client)], await first_page(client))
    await client.close()
