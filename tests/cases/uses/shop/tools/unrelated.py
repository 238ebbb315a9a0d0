"""Nothing of the client is in here, whatever it looks like."""


class Client:
    webhooks = None


def run(client: Client) -> None:
    client.webhooks.create_webhook(target="x")  # type: ignore[union-attr]
