"""Where the trail is lost, and where that is not worth telling."""

from __future__ import annotations

HEAD = """
from sinch_provisioning import Client, models  #: Client import
"""

CLIENT = "a client is passed to code that is not followed"
MODEL = "a model is passed to code that is not followed"
STORED = "a client is stored where it is not followed"

CASES: dict[str, str | dict[str, str]] = {
    "names that are known at run time": """
def f(c: Client, hook: models.WebhookWebhookDto, other, name):  #: Client annotation, Hook annotation
    getattr(c, name)  #? an attribute whose name is only known at run time
    getattr(c.webhooks, name)()  #: W resource  #? an attribute whose name is only known at run time
    setattr(hook, name, 1)  #? an attribute whose name is only known at run time
    getattr(other, name)
    getattr(hook, "target")  #: Hook.target field
""",
    "arguments that are known at run time": """
def f(c: Client, given, rest):  #: Client annotation
    c.webhooks.create_webhook(**given)  #: W resource, W.create_webhook call  #? keyword arguments that are only known at run time
    c.webhooks.get_webhook(*given)  #: W resource, W.get_webhook call  #? positional arguments that are only known at run time
    Client(**given)  #: Client construct  #? keyword arguments that are only known at run time
    models.WebhookWebhookDto(**given)  #: Hook construct  #? keyword arguments that are only known at run time
    known = {"target": 1, **rest}  #: W.create_webhook(target) argument
    c.webhooks.create_webhook(**known)  #: W resource, W.create_webhook call  #? keyword arguments that are only known at run time
    other(**given)
def wrapped(c: Client, **given):  #: Client annotation
    c.webhooks.create_webhook(**given)  #: W resource, W.create_webhook call  #? keyword arguments that are only known at run time
wrapped(Client(), secret="x")  #: Client construct, W.create_webhook(secret) argument
""",
    "code of others": f"""
import numpy
from flask import current_app, g
def f(c: Client, hook: models.WebhookWebhookDto, session, rows):  #: Client annotation, Hook annotation
    numpy.array(c)  #? {CLIENT}
    session.add(hook)  #? {MODEL}
    session.add_all([hook, 1], key={{"x": hook}})  #? {MODEL} / {MODEL}
    numpy.run(c.webhooks.get_webhook, c.webhooks)  #: W resource, W.get_webhook reference, W resource  #? a method is passed to code that is not followed / a resource is passed to code that is not followed
    numpy.run(c.webhooks.list_webhooks())  #: W resource, W.list_webhooks call  #? a page is passed to code that is not followed
    session.submit(c)  #? {CLIENT}
    g.client = c  #? {STORED}
    rows["x"] = c  #? {STORED}
    session.add(hook.target, hook.triggers, f, models.WebhookWebhookDto)  #: Hook.target field, Hook.triggers field, Hook reference
""",
    "what shows a value": """
import logging
logger = logging.getLogger("x")
def f(c: Client, hook: models.WebhookWebhookDto):  #: Client annotation, Hook annotation
    print(hook, c)
    logger.info("%s", hook)
    logging.error("%s", hook)
    str(hook), repr(c), len([hook]), bool(hook), isinstance(hook, dict), id(c)
    "{}".format(hook.target)  #: Hook.target field
""",
    "fixtures": """
import pytest
@pytest.fixture
def client():  #? a client from a fixture is only followed where parameters are annotated
    with Client() as it:  #: Client construct
        yield it
@pytest.fixture(scope="session")
def number():
    return 3
def test_it(client, number):
    client.webhooks
def test_typed(client: Client):  #: Client annotation
    client.webhooks  #: W resource
""",
}

CASES = {name: HEAD + it if isinstance(it, str) else it for name, it in CASES.items()}
