"""Where clients, resources and their methods go: variables, attributes, parameters, results, views."""

from __future__ import annotations

CASES: dict[str, str | dict[str, str]] = {
    "a chain": """
from sinch_provisioning import Client  #: Client import
Client().webhooks.get_webhook("x").target  #: Client construct, W resource, W.get_webhook call, W.get_webhook(webhook_id) argument, Hook.target field
Client.from_env(timeout=3).bundles.get("x")  #: Client construct, B resource, B.get call, B.get(bundle_id) argument
""",
    "on several lines": """
from sinch_provisioning import Client  #: Client import
(
    Client()  #: Client construct
    .webhooks  #: W resource
    .get_webhook(  #: W.get_webhook call
        "x",  #: W.get_webhook(webhook_id) argument
        project_id="p",  #: W.get_webhook(project_id) argument
        timeout=3,
    )
    .target  #: Hook.target field
)
""",
    "with": """
from sinch_provisioning import AsyncClient, Client  #: Client import, Client import
with Client() as a, open("x") as b:  #: Client construct
    a.webhooks, b.webhooks  #: W resource
async def main():
    async with AsyncClient() as c:  #: Client construct
        c.webhooks  #: W resource
""",
    "walrus": """
from sinch_provisioning import Client  #: Client import
if (c := Client()) and c.webhooks:  #: Client construct, W resource
    c.bundles  #: B resource
while True and (w := c.webhooks):  #: W resource
    w.get_webhook("x")  #: W.get_webhook call, W.get_webhook(webhook_id) argument
[v.get_webhook for _ in range(3) if (v := c.webhooks)]  #: W resource, W.get_webhook reference
v.list_webhooks()  #: W.list_webhooks call
""",
    "one or the other": """
from sinch_provisioning import AsyncClient, Client  #: Client import, Client import
def f(flag, other):
    client = Client() if flag else None  #: Client construct
    client = client or AsyncClient()  #: Client construct
    client.webhooks  #: W resource
    return other and client
f(1, 2).bundles  #: B resource
""",
    "options and views": """
from sinch_provisioning import Client  #: Client import
c = Client().with_options(timeout=3)  #: Client construct
c.with_options(max_retries=0).webhooks  #: W resource
raw = c.webhooks.with_raw_response  #: W resource
r = raw.get_webhook("x")  #: W.get_webhook call, W.get_webhook(webhook_id) argument
r.status_code, r.parse().target  #: Hook.target field
r.json()["projectId"]  #: Hook.project_id field
with c.webhooks.with_streaming_response.get_webhook("x") as s:  #: W resource, W.get_webhook call, W.get_webhook(webhook_id) argument
    s.parse().id  #: Hook.id field
for it in raw.list_webhooks().parse():  #: W.list_webhooks call
    it.id  #: Hook.id field
""",
    "asynchronous views": """
from sinch_provisioning import AsyncClient  #: Client import
async def main(c: AsyncClient):  #: Client annotation
    (await c.webhooks.get_webhook("x")).id  #: W resource, W.get_webhook call, W.get_webhook(webhook_id) argument, Hook.id field
    r = await c.webhooks.with_raw_response.get_webhook("x")  #: W resource, W.get_webhook call, W.get_webhook(webhook_id) argument
    r.parse().id  #: Hook.id field
    async with c.webhooks.with_streaming_response.get_webhook("x") as s:  #: W resource, W.get_webhook call, W.get_webhook(webhook_id) argument
        await s.read()
        s.parse().id  #: Hook.id field
    c.webhooks.get_webhook("x").id  #: W resource, W.get_webhook call, W.get_webhook(webhook_id) argument
""",
    "pages": """
from sinch_provisioning import AsyncClient, Client  #: Client import, Client import
def f(c: Client):  #: Client annotation
    for it in c.webhooks.list_webhooks(page_size=3):  #: W resource, W.list_webhooks call, W.list_webhooks(page_size) argument
        it.id  #: Hook.id field
    page = c.webhooks.list_webhooks()  #: W resource, W.list_webhooks call
    page.items[0].id, page.body.total_size, page.has_next_page()  #: Hook.id field, HookList.total_size field
    page.next_page().items[-1].target  #: Hook.target field
    for one in page.pages():
        one.body.webhooks[0].id  #: HookList.webhooks field, Hook.id field
    next(iter(page)).triggers  #: Hook.triggers field
async def g(c: AsyncClient):  #: Client annotation
    async for it in c.webhooks.list_webhooks():  #: W resource, W.list_webhooks call
        it.id  #: Hook.id field
    page = await c.webhooks.list_webhooks()  #: W resource, W.list_webhooks call
    page.items[0].id, (await page.next_page()).body.page_size  #: Hook.id field, HookList.page_size field
    async for one in c.webhooks.list_webhooks().pages():  #: W resource, W.list_webhooks call
        one.items[0].target  #: Hook.target field
    [it.id async for it in page]  #: Hook.id field
""",
    "stored methods": """
from functools import partial
from sinch_provisioning import Client  #: Client import
c = Client()  #: Client construct
hooks = c.webhooks  #: W resource
get = hooks.get_webhook  #: W.get_webhook reference
get("x").id  #: W.get_webhook call, W.get_webhook(webhook_id) argument, Hook.id field
ready = partial(hooks.get_webhook, "x")  #: W.get_webhook reference, W.get_webhook(webhook_id) argument
ready(project_id="p").id  #: W.get_webhook(project_id) argument, Hook.id field
table = {"get": c.bundles.get}  #: B resource, B.get reference
table["get"]("x").name  #: B.get call, B.get(bundle_id) argument, Bundle.name field
""",
    "attributes of self": """
from sinch_provisioning import Client  #: Client import
class Base:
    def __init__(self, client: Client, other=None):  #: Client annotation
        self.client = client
        self._hooks = self.client.webhooks  #: W resource
        self.other = other
    def early(self):
        return self.late.webhooks  #: W resource
class Service(Base):
    def __init__(self):
        super().__init__(Client())  #: Client construct
        self.late = self.client
    def run(self):
        self._hooks.list_webhooks()  #: W.list_webhooks call
        self.other.webhooks
        return self
Service().run().client.bundles  #: B resource
""",
    "declared attributes": """
import dataclasses
from dataclasses import dataclass, field
from typing import ClassVar
from sinch_provisioning import AsyncClient, Client, models  #: Client import, Client import
@dataclass
class Held:
    client: Client  #: Client annotation
    hook: "models.WebhookWebhookDto | None" = None  #: Hook annotation
    again: object = field(default_factory=Client)  #: Client reference
    shared: ClassVar[AsyncClient]  #: Client annotation
    untyped: object = None
held = Held(make(), untyped=Client().webhooks)  #: Client construct, W resource
held.client.webhooks, held.hook.id, held.again.bundles  #: W resource, Hook.id field, B resource
held.untyped.list_webhooks(), Held.shared.webhooks  #: W.list_webhooks call, W resource
dataclasses.replace(held, hook=None).client.webhooks  #: W resource
""",
    "attributes of classes": """
from functools import cached_property
from sinch_provisioning import Client  #: Client import
class Api:
    client = Client()  #: Client construct
    other: Client = None  #: Client annotation
    @property
    def hooks(self):
        return self.client.webhooks  #: W resource
    @cached_property
    def all(self):
        return list(self.hooks.list_webhooks())  #: W.list_webhooks call
    @classmethod
    def make(cls) -> "Api":
        cls.client.bundles  #: B resource
        return cls()
    @staticmethod
    def fresh():
        return Client()  #: Client construct
Api.client.webhooks, Api().other.webhooks  #: W resource, W resource
Api.make().hooks.get_webhook("x")  #: W.get_webhook call, W.get_webhook(webhook_id) argument
Api().all[0].id  #: Hook.id field
Api.fresh().bundles  #: B resource
""",
    "a client of one's own": """
from sinch_provisioning import Client, models  #: Client import
class Mine(Client):  #: Client reference
    def hooks(self):
        return self.webhooks.list_webhooks()  #: W resource, W.list_webhooks call
class Named(Client):  #: Client reference
    def __init__(self, name):
        super().__init__(project_id=name)  #: Client construct, Client(project_id) argument
Mine(project_id="p").bundles  #: Client(project_id) argument, B resource
for it in Mine().hooks():
    it.id  #: Hook.id field
Named("x").bundles  #: B resource
class Hook(models.WebhookWebhookDto):  #: Hook reference
    def short(self):
        return self.target[:3]  #: Hook.target field
Hook(target="x").short().id  #: Hook.target field
""",
    "annotated parameters": """
from typing import Annotated, Callable, Optional, Union
from sinch_provisioning import AsyncClient, Client as C, models  #: Client import, Client import
import sinch_provisioning as sp
def f(
    a: C,  #: Client annotation
    b: "C",  #: Client annotation
    c: C | None,  #: Client annotation
    d: Optional[C],  #: Client annotation
    e: Annotated[C, "the client"],  #: Client annotation
    f: Union[AsyncClient, None, "C"],  #: Client annotation, Client annotation
    g: "sp.Client | None" = None,  #: Client annotation
    *h: C,  #: Client annotation
    i: list["sp.Client"],  #: Client annotation
    j: dict[str, C],  #: Client annotation
    k: Callable[[], C],  #: Client annotation
    l: type[C],  #: Client annotation
    **m: C,  #: Client annotation
):
    a.webhooks, b.webhooks, c.webhooks  #: W resource, W resource, W resource
    d.webhooks, e.webhooks, f.webhooks  #: W resource, W resource, W resource
    g.webhooks, h[0].webhooks, i[0].webhooks  #: W resource, W resource, W resource
    j["x"].webhooks, k().webhooks, l().webhooks, m["x"].webhooks  #: W resource, W resource, Client construct, W resource, W resource
""",
    "annotated variables": """
from typing import NewType, TypeVar
from sinch_provisioning import Client, Page, models  #: Client import
from sinch_provisioning.resources.webhooks import WebhooksResource  #: W import
Hooks = list[models.WebhookWebhookDto]  #: Hook reference
Special = NewType("Special", Client)  #: Client reference
AnyClient = TypeVar("AnyClient", bound=Client)  #: Client reference
def f(a: Hooks, b: Special, c: AnyClient, d: WebhooksResource) -> None:  #: W annotation
    a[0].id, b.webhooks, c.webhooks, d.list_webhooks  #: Hook.id field, W resource, W resource, W.list_webhooks reference
    x: Client = make()  #: Client annotation
    x.bundles  #: B resource
    y: Page[models.WebhookWebhookDto, models.WebhookWebhookListDto] = z  #: Hook annotation, HookList annotation
    y.items[0].id, y.body.webhooks  #: Hook.id field, HookList.webhooks field
""",
    "results of functions": """
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import lru_cache
from sinch_provisioning import AsyncClient, Client  #: Client import, Client import
def typed() -> Client:  #: Client annotation
    return container.get("client")
def inferred():
    found = Client()  #: Client construct
    return found
@lru_cache(maxsize=None)
def cached():
    return typed()
async def waited():
    return inferred()
@contextmanager
def opened() -> Iterator[Client]:  #: Client annotation
    yield Client()  #: Client construct
@asynccontextmanager
async def opened_later():
    async with AsyncClient() as it:  #: Client construct
        yield it
def several():
    yield from [Client()]  #: Client construct
typed().webhooks, inferred().webhooks, cached().webhooks  #: W resource, W resource, W resource
make = lambda: Client()  #: Client construct
make().webhooks  #: W resource
with opened() as c:
    c.webhooks  #: W resource
for it in several():
    it.webhooks  #: W resource
async def main():
    (await waited()).webhooks  #: W resource
    async with opened_later() as c:
        c.webhooks  #: W resource
""",
    "closures and globals": """
from sinch_provisioning import Client  #: Client import
client = None
def start():
    global client
    client = Client()  #: Client construct
def use():
    return client.webhooks  #: W resource
def outer():
    own = Client()  #: Client construct
    later = None
    def inner():
        nonlocal later
        later = own.webhooks  #: W resource
        return own.bundles  #: B resource
    inner()
    return lambda: later.list_webhooks()  #: W.list_webhooks call
""",
    "unannotated parameters": {
        "a.py": """
from sinch_provisioning import Client  #: Client import
from b import show, Shower, collect
from pathlib import Path
c = Client()  #: Client construct
for hook in c.webhooks.list_webhooks():  #: W resource, W.list_webhooks call
    show(hook, client=c)
    Shower(hook).show()
collect(c, c)
""",
        "b.py": """
from c import helper
def show(it, *, client):
    print(it.target, client.bundles)  #: Hook.target field, B resource
class Shower:
    def __init__(self, it):
        self.it = it
    def show(self):
        return self.it.id  #: Hook.id field
def collect(*clients):
    for it in clients:
        helper(it)
""",
        "c.py": """
def helper(it, unused=None):
    it.webhooks  #: W resource
def never(it):
    it.webhooks
""",
    },
    "containers": """
from collections import defaultdict, deque
from sinch_provisioning import Client  #: Client import
clients = {"eu": Client(), "us": Client()}  #: Client construct, Client construct
clients["eu"].webhooks, clients.get("us").webhooks  #: W resource, W resource
for name, it in clients.items():
    it.webhooks, name.webhooks  #: W resource
more = []
more.append(Client())  #: Client construct
more[0].webhooks  #: W resource
pair = (Client(), 1)  #: Client construct
first, second = pair
first.webhooks, second.webhooks, pair[0].webhooks, pair[1].webhooks  #: W resource, W resource
by_name = {}
by_name["x"] = first
by_name["x"].webhooks, by_name.setdefault("y", first).bundles  #: W resource, B resource
grouped = defaultdict(list)
grouped["x"].append(first)
grouped["y"][0].webhooks  #: W resource
waiting = deque([first])
waiting.popleft().webhooks  #: W resource
a, *rest = [first, first]
rest[0].webhooks, {**clients}["us"].webhooks, [*more][0].webhooks  #: W resource, W resource, W resource
class Registry:
    def __init__(self):
        self.clients = []
    def add(self, client: Client):  #: Client annotation
        self.clients.append(client)
    def use(self):
        for it in self.clients:
            it.webhooks  #: W resource
""",
    "Python's own functions": """
import asyncio, copy
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from itertools import chain, groupby, islice
from typing import cast
from sinch_provisioning import AsyncClient, Client, models  #: Client import, Client import
c = cast(Client, x)  #: Client annotation
cast("Client", y).bundles  #: Client annotation, B resource
hooks = c.webhooks.list_webhooks()  #: W resource, W.list_webhooks call
sorted(hooks, key=lambda it: it.target)[0].id  #: Hook.target field, Hook.id field
max(hooks, key=lambda it: it.target).id, list(filter(lambda it: it.id, hooks))  #: Hook.target field, Hook.id field, Hook.id field
[it.id for it in map(copy.copy, islice(hooks, 3))]  #: Hook.id field
for number, it in enumerate(reversed(list(chain(hooks, hooks)))):
    it.id, number.id  #: Hook.id field
for left, right in zip(hooks, hooks):
    left.id, right.target  #: Hook.id field, Hook.target field
for key, group in groupby(hooks, lambda it: it.project_id):  #: Hook.project_id field
    [it.id for it in group]  #: Hook.id field
getattr(c, "webhooks").get_webhook("x")  #: W resource, W.get_webhook call, W.get_webhook(webhook_id) argument
hasattr(c, "bundles"), setattr(next(hooks), "target", "x")  #: B resource, Hook.target field
with closing(c) as d, ExitStack() as stack:
    d.webhooks, stack.enter_context(c).bundles  #: W resource, B resource
with ThreadPoolExecutor() as pool:
    pool.submit(c.webhooks.get_webhook, "x").result().id  #: W resource, W.get_webhook reference, W.get_webhook(webhook_id) argument, Hook.id field
    for it in pool.map(c.bundles.get, ["x"]):  #: B resource, B.get reference, B.get(bundle_id) argument
        it.name  #: Bundle.name field
async def main(c: AsyncClient):  #: Client annotation
    a, b = await asyncio.gather(c.webhooks.get_webhook("x"), c.bundles.get("x"))  #: W resource, W.get_webhook call, W.get_webhook(webhook_id) argument, B resource, B.get call, B.get(bundle_id) argument
    a.id, b.name  #: Hook.id field, Bundle.name field
    (await asyncio.wait_for(c.bundles.get("x"), 3)).name  #: B resource, B.get call, B.get(bundle_id) argument, Bundle.name field
    for it in await asyncio.gather(*[c.bundles.get(x) for x in y]):  #: B resource, B.get call, B.get(bundle_id) argument
        it.name  #: Bundle.name field
    return c
asyncio.run(main()).webhooks  #: W resource
""",
    "names in texts and other ways": """
from operator import attrgetter
from threading import Thread
from sinch_provisioning import Client  #: Client import
def work(client, number):
    client.webhooks  #: W resource
Thread(target=work, args=(Client(), 3), daemon=True).start()  #: Client construct
clients = {"eu": Client(), "us": Client().webhooks}  #: Client construct, Client construct, W resource
clients.get("eu").bundles, clients.pop("us", None).get_webhook  #: B resource, W.get_webhook reference
listed = list(clients["us"].list_webhooks())  #: W.list_webhooks call
listed.sort(key=lambda it: it.target)  #: Hook.target field
hooks = sorted(clients["us"].list_webhooks(), key=attrgetter("target"))  #: W.list_webhooks call, Hook.target field
list(map(attrgetter("project_id", "id"), hooks))  #: Hook.project_id field, Hook.id field
""",
    "classes that are mixed in": """
from sinch_provisioning import Client  #: Client import
class Hooks:
    def all(self):
        return self.client.webhooks.list_webhooks()  #: W resource, W.list_webhooks call
    def own(self):
        return self.bundles  #: B resource
class Base:
    def __init__(self):
        self.client = self.make()
    def make(self):
        raise NotImplementedError
    def use(self):
        self.make().bundles  #: B resource
class Service(Hooks, Base):
    def make(self):
        return Client()  #: Client construct
class Mine(Hooks, Client):  #: Client reference
    pass
for it in Service().all():
    it.id  #: Hook.id field
""",
    "properties that are set": """
from sinch_provisioning import Client  #: Client import
class Held:
    @property
    def client(self):
        return self._client
    @client.setter
    def client(self, value):
        value.bundles  #: B resource
        self._client = value
held = Held()
held.client = Client()  #: Client construct
held.client.webhooks  #: W resource
""",
    "handlers of FastAPI": """
from typing import Annotated
from fastapi import Depends, FastAPI
from sinch_provisioning import Client  #: Client import
app = FastAPI()
def get_client():
    with Client() as client:  #: Client construct
        yield client
@app.get("/hooks")
async def hooks(a: Annotated[Client, Depends(get_client)], b=Depends(get_client)):  #: Client annotation
    a.webhooks, b.bundles  #: W resource, B resource
""",
    "overloads and protocols": """
from typing import Protocol, overload
from sinch_provisioning import Client, models  #: Client import
class HasClient(Protocol):
    client: Client  #: Client annotation
    def get(self) -> models.WebhookWebhookDto: ...  #: Hook annotation
def f(it: HasClient):
    it.client.webhooks, it.get().id  #: W resource, Hook.id field
@overload
def g(x: int) -> models.WebhookWebhookDto: ...  #: Hook annotation
@overload
def g(x: str) -> None: ...
def g(x):
    return do(x)
g(1).id  #: Hook.id field
""",
    "one after the other": """
from sinch_provisioning import Client  #: Client import
def f(c: Client):  #: Client annotation
    found = c.webhooks.get_webhook("x")  #: W resource, W.get_webhook call, W.get_webhook(webhook_id) argument
    found.id  #: Hook.id field
    found = c.bundles.get("x")  #: B resource, B.get call, B.get(bundle_id) argument
    found.id  #: Bundle.id field
    for it in c.webhooks.list_webhooks():  #: W resource, W.list_webhooks call
        it.id  #: Hook.id field
    for it in c.whatsapp_templates.list_templates():  #: T resource, T.list_templates call
        it.name  #: models.WhatsappTemplateDto.name field, models.WhatsappPartialTemplateDto.name field
    if found:
        found = None
    found.id  #: Bundle.id field
    last = None
    while not done():
        if last:
            last.name  #: Bundle.name field
        last = c.bundles.get("x")  #: B resource, B.get call, B.get(bundle_id) argument
        if last.state:  #: Bundle.state field
            break
    try:
        last = open("x")
    finally:
        last.region  #: Bundle.region field
""",
}
