"""Asynchronous code, and names that are only known at run time."""

import asyncio

import sinch_provisioning as sp
from sinch_provisioning.models import RcsSenderBillingCategoriesEnum as Billing


async def verify(sender_id: str, code: str) -> None:
    async with sp.AsyncClient.from_env() as client:
        senders = client.whatsapp_senders
        await senders.verify(sender_id, code=code)


def resource(client: sp.Client, name: str) -> object:
    return getattr(client, name)


def is_basic(value: object) -> bool:
    return value in (Billing.BASIC_MESSAGE, Billing("CONVERSATIONAL"))


if __name__ == "__main__":
    asyncio.run(verify("s", "123456"))
