from acme.sinch import Client
def half(client: Client
    return client.webhooks
