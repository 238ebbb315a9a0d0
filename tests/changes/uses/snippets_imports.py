"""How the client gets into a file: imports, and names that other modules pass on. File → source, or one source."""

from __future__ import annotations

CASES: dict[str, str | dict[str, str]] = {
    "installed": """
from sinch_provisioning import AsyncClient, Client  #: Client import, Client import
Client()  #: Client construct
""",
    "alias": """
from sinch_provisioning import Client as C  #: Client import
C(project_id="p", timeout=3)  #: Client construct, Client(project_id) argument
""",
    "the package": """
import sinch_provisioning
sinch_provisioning.Client()  #: Client construct
sinch_provisioning.models.WebhookWebhookDto  #: Hook reference
""",
    "the package by another name": """
import sinch_provisioning as sp
client = sp.AsyncClient()  #: Client construct
sp.errors.NotFoundError  #: errors.NotFoundError reference
""",
    "a module": """
import sinch_provisioning.models as m
import sinch_provisioning.models.webhooks
m.WebhookWebhookDto  #: Hook reference
sinch_provisioning.models.webhooks.WebhookWebhookTriggers.ALL  #: Triggers reference, Triggers.ALL member
""",
    "names of modules": """
from sinch_provisioning import models, errors, events, webhooks
from sinch_provisioning.client import Client  #: Client import
from sinch_provisioning.models import WebhookWebhookDto as Hook  #: Hook import
from sinch_provisioning.models.webhooks import WebhookWebhookTriggers  #: Triggers import
from sinch_provisioning.errors import NotFoundError, APIError  #: errors.NotFoundError import, errors.APIError import
from sinch_provisioning.events import bundles_bundle_done  #: events.bundles_bundle_done import
from sinch_provisioning.resources.webhooks import WebhooksResource, AsyncWebhooksResource  #: W import, W import
from sinch_provisioning._runtime.errors import RateLimitError  #: errors.RateLimitError import
from sinch_provisioning import nothing_of_the_kind
""",
    "vendored": {
        "src/acme/__init__.py": "",
        "src/acme/a.py": """
from acme._vendor.sinch_provisioning import Client  #: Client import
from acme._vendor.sinch_provisioning.models import WebhookWebhookDto  #: Hook import
import acme._vendor.sinch_provisioning as sp
import acme._vendor.sinch_provisioning.errors
sp.Client()  #: Client construct
acme._vendor.sinch_provisioning.errors.ConflictError  #: errors.ConflictError reference
""",
        "src/acme/deep/b.py": """
from .._vendor import sinch_provisioning
from .._vendor.sinch_provisioning import models as m
from .._vendor.sinch_provisioning.client import AsyncClient  #: Client import
sinch_provisioning.Client()  #: Client construct
m.WebhookWebhookDto  #: Hook reference
""",
        "src/acme/_vendor/__init__.py": "",
        "src/acme/_vendor/sinch_provisioning/client.py": "from . import Client\n",
        "src/acme/_vendor/sinch_provisioning/_runtime/x.py": "from .. import Client\n",
    },
    "vendored by somebody else": """
import other._vendor.sinch_provisioning
from other._vendor.sinch_provisioning import errors
other._vendor.sinch_provisioning.Client()  #: Client construct
errors.ConflictError  #: errors.ConflictError reference
""",
    "everything": """
from sinch_provisioning import *
from sinch_provisioning.models import *
from sinch_provisioning.errors import *
try:
    Client().webhooks.get_webhook("x").target  #: Client construct, W resource, W.get_webhook call, W.get_webhook(webhook_id) argument, Hook.target field
except (NotFoundError, errors.ConflictError):  #: errors.NotFoundError except, errors.ConflictError except
    WebhookWebhookDto, Page, SomethingElse  #: Hook reference
""",
    "in a function": """
def make():
    from sinch_provisioning import Client  #: Client import
    return Client()  #: Client construct
make().webhooks  #: W resource
""",
    "for types only": """
from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from sinch_provisioning import Client  #: Client import
def f(client: Client):  #: Client annotation
    client.webhooks  #: W resource
""",
    "if there is one": """
try:
    from sinch_provisioning import Client  #: Client import
except ImportError:
    Client = None
if Client is not None:  #: Client reference
    Client().webhooks  #: Client construct, W resource
""",
    "by name": """
import importlib
from importlib import import_module
importlib.import_module("sinch_provisioning.models").WebhookWebhookDto  #: Hook reference
NAME = "sinch_provisioning"
import_module(NAME).Client()  #: Client construct
__import__("sinch_provisioning").AsyncClient()  #: Client construct
""",
    "by a name that is known at run time": """
from importlib import import_module
def load(part, name):
    import_module(f"sinch_provisioning.{part}")  #? a module whose name is only known at run time
    import_module("sinch_provisioning." + part)  #? a module whose name is only known at run time
    import_module(".models", "sinch_provisioning")  #? a module whose name is only known at run time
    import_module(name)
""",
    "names in texts": """
from unittest.mock import patch
with patch("sinch_provisioning.client.Client") as fake:  #: Client reference
    pass
patch("acme._vendor.sinch_provisioning.resources.webhooks.WebhooksResource.get_webhook")  #: W reference, W.get_webhook reference
"See sinch_provisioning.Client for more."
""",
    "passed on": {
        "acme/__init__.py": "from .sinch import Client as Api, models  #: Client import\n",
        "acme/sinch.py": "from sinch_provisioning import Client, models  #: Client import\nDTO = models.WebhookWebhookDto  #: Hook reference\n",
        "acme/cli.py": """
from acme import Api, models  #: Client import
from acme.sinch import DTO  #: Hook import
from . import sinch
import acme
import acme.sinch as s
Api()  #: Client construct
models.WebhookWebhookTriggers  #: Triggers reference
sinch.Client()  #: Client construct
acme.Api()  #: Client construct
acme.sinch.models.WebhookWebhookDto  #: Hook reference
s.DTO(id="1")  #: Hook construct, Hook.id field
""",
    },
    "passed on by a star": {
        "acme/__init__.py": "from .all import *\n",
        "acme/all.py": "from .sinch import *\nfrom .sinch import _hidden\n",
        "acme/sinch.py": "from sinch_provisioning import *\n_hidden = 1\n",
        "main.py": """
from acme import Client, errors  #: Client import
from acme.all import models
Client()  #: Client construct
errors.ConflictError  #: errors.ConflictError reference
models.WebhookWebhookDto  #: Hook reference
""",
    },
    "in a circle": {
        "acme/__init__.py": "",
        "acme/a.py": """
from . import b
from .b import *
from .b import make
from sinch_provisioning import Client  #: Client import
CLIENT = Client()  #: Client construct
def hooks():
    return make().webhooks  #: W resource
""",
        "acme/b.py": """
from . import a
from .a import *
from .a import hooks
def make():
    return a.CLIENT
def first():
    return hooks().get_webhook("x").id  #: W.get_webhook call, W.get_webhook(webhook_id) argument, Hook.id field
def second():
    return CLIENT.bundles  #: B resource
""",
    },
    "a star that leads nowhere": {
        "acme/__init__.py": "from ..sinch_provisioning import Client  #: Client import\n",
        "acme/a.py": """
from sinch_provisioning import Client  #: Client import
from .missing import *  #? a star import of a module that cannot be found or read
from acme.missing import *  #? a star import of a module that cannot be found or read
from numpy import *
""",
    },
    "a module of the same name": {
        "acme/__init__.py": "",
        "acme/sinch_provisioning.py": "from sinch_provisioning import Client  #: Client import\nclient = Client()  #: Client construct\n",
        "acme/use.py": """
from .sinch_provisioning import client
from acme.sinch_provisioning import client as again
client.webhooks, again.bundles  #: W resource, B resource
""",
    },
    "the root is a package": {
        "__init__.py": "",
        "own.py": "from sinch_provisioning import Client  #: Client import\nclient = Client()  #: Client construct\n",
        "use.py": "from .own import client\nclient.webhooks  #: W resource\n",
    },
    "folders without __init__": {
        "src/acme/own.py": "from sinch_provisioning import Client  #: Client import\nclient = Client()  #: Client construct\n",
        "src/acme/use.py": "from acme.own import client\nclient.webhooks  #: W resource\n",
        "src/other/own.py": "client = object()\n",
        "src/other/use.py": "# sinch_provisioning\nfrom other.own import client\nclient.webhooks\n",
    },
    "a script and its neighbour": {
        "scripts/own.py": "from sinch_provisioning import Client  #: Client import\nclient = Client()  #: Client construct\n",
        "scripts/run.py": "from own import client\nclient.webhooks  #: W resource\n",
    },
}
