"""Views of operations: the generated modules are parsed, imported, called, and compared to the document's promises."""

from __future__ import annotations

import ast
import asyncio
import importlib
import inspect
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from runtime.operation import kind_of

from generator.api.media import kind
from generator.api.model import Api, BodyField, MediaType, ObjectSchema
from generator.diagnostics import ProvgenError
from generator.package.models import render_models
from generator.package.operations import render_client
from generator.package.render import runtime_files
from generator.package.results import result_type
from generator.package.testing import render_testing
from generator.settings import ClientSettings, PagingSettings
from tests.package import sample_api as sample
from tests.package.sample_api import API, SETTINGS, api, json, operation, parameter, prop, response


def written(found: Api, folder: Path, package: str = "zoo", settings: ClientSettings = SETTINGS) -> Path:
    """The package, unformatted, in a folder."""
    target = folder / package
    files = {**render_client(found, settings), **render_testing(found, settings).files, **render_models(found)}
    for name, content in {**{name: text.encode() for name, text in files.items()}, **runtime_files()}.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)
    return target


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("zoo")
    written(API, folder)
    sys.path.insert(0, str(folder))
    try:
        import zoo  # type: ignore[import-not-found,unused-ignore]

        yield zoo
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.partition(".")[0] == "zoo"]:
            del sys.modules[name]


def client(zoo: Any, seen: list[httpx.Request] | None = None, answer: httpx.Response | None = None) -> Any:
    def handler(request: httpx.Request) -> httpx.Response:
        if seen is not None:
            seen.append(request)
        return answer or httpx.Response(200, json={"name": "Tom", "petKind": "cat"})

    return zoo.Client(shelter_id="s1", auth=zoo.NoAuth(), transport=httpx.MockTransport(handler))


def test_every_module_parses_and_imports_relatively_only() -> None:
    for name, text in render_client(API, SETTINGS).items():
        if name.endswith(".py"):
            imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
            assert all(node.level or node.module in STANDARD for node in imports), name


STANDARD = (
    "__future__",
    "collections.abc",
    "functools",
    "importlib",
    "pydantic",
    "typing",
    "typing_extensions",
    "datetime",
)


def test_methods_in_both_classes(zoo: Any) -> None:
    from zoo.resources import pets  # type: ignore[import-not-found,unused-ignore]

    names = [it.name for it in API.resources[0].operations]
    for made in (pets.PetsResource, pets.AsyncPetsResource):
        assert [name for name in vars(made) if not name.startswith("_")] == names
    assert all(inspect.iscoroutinefunction(getattr(pets.AsyncPetsResource, name)) for name in names)


@pytest.mark.parametrize(
    ("method", "signature"),
    [
        (
            "delete_pet",
            "(self, pet_id: 'str', *, shelter_id: 'str | None' = None, **options: 'Unpack[CallOptions]') -> 'None'",
        ),
        (
            "list_pets",
            "(self, *, owner: 'str', kinds: 'Sequence[Kind | str] | None' = None, page_size: 'int | None' = None, "
            "trace: 'str | None' = None, shelter_id: 'str | None' = None, **options: 'Unpack[CallOptions]') -> 'list[Pet]'",
        ),
        (
            "create_pet",
            "(self, body: 'Any' = UNSET, **options: 'Any') -> 'Pet'",
        ),
    ],
)
def test_signatures(zoo: Any, method: str, signature: str) -> None:
    resource = importlib.import_module("zoo.resources.pets").PetsResource
    assert str(inspect.signature(getattr(resource, method))) == signature


def test_overloads_take_the_body_whole_or_its_fields() -> None:
    tree = ast.parse(render_client(API, SETTINGS)["resources/pets.py"])
    overloads = [ast.unparse(it.args) for it in ast.walk(tree) if isinstance(it, ast.FunctionDef) and it.decorator_list]
    assert overloads == [
        "self, body: Pet | Mapping[str, Any], *, shelter_id: str | None=None, **options: Unpack[CallOptions]",
        "self, *, name: str, kind: Kind | str | Unset=UNSET, note: str | None | Unset=UNSET, shelter_id: str | None=None, "
        "**options: Unpack[CallOptions]",
        "self, body: Photo | Mapping[str, Any] | Unset=UNSET, **options: Unpack[CallOptions]",
        "self, *, name: str, photo: File, **options: Unpack[CallOptions]",
    ]


def test_docstrings_say_purpose_limits_errors_and_http(zoo: Any) -> None:
    pets = importlib.import_module("zoo.resources.pets").PetsResource
    assert inspect.getdoc(pets.create_pet) == (
        "Add a pet\n\n"
        "It must be alive & well.\n\n"
        "Args:\n"
        "    body: The whole body, in place of its fields.\n"
        "    name: What it is called (at most 5 characters).\n"
        "    kind: one of cat, dog.\n\n"
        "Raises: BadRequestError (400 bad, worse), NotFoundError (404 No such pet).\n"
        "HTTP: POST /shelters/{shelterId}/pets"
    )
    assert "page_size: at least 1; at most 15; default 5." in (inspect.getdoc(pets.list_pets) or "")
    assert (inspect.getdoc(pets.delete_pet) or "").startswith("Deprecated.")


def test_calls(zoo: Any) -> None:
    seen: list[httpx.Request] = []
    with client(zoo, seen) as made:
        pet = made.pets.create_pet(name="Tom", kind="cat", note=None)
        made.pets.create_pet({"name": "Tom"}, shelter_id="s/2")
        made.pets.create_pet(pet)
    assert (pet.name, pet.kind) == ("Tom", "cat")
    assert [str(it.url) for it in seen[:2]] == [
        "https://zoo.example/v2/shelters/s1/pets",
        "https://zoo.example/v2/shelters/s%2F2/pets",
    ]
    assert [it.content for it in seen] == [
        b'{"name":"Tom","petKind":"cat","note":null}',
        b'{"name":"Tom"}',
        b'{"petKind":"cat","name":"Tom"}',
    ]


def test_wrong_arguments_are_refused_before_sending(zoo: Any) -> None:
    seen: list[httpx.Request] = []
    with client(zoo, seen) as made:
        calls: tuple[Callable[[], Any], ...] = (
            lambda: made.pets.create_pet(name="Thomas"),
            lambda: made.pets.create_pet(kind="cat"),
            lambda: made.pets.list_pets(owner="o", page_size=16),
            lambda: made.pets.list_pets(owner="o", kinds=["cow"]),
            lambda: made.pets.list_pets(owner=3),
            lambda: made.pets.delete_pet(".."),
            lambda: made.pets.delete_pet(""),
            lambda: made.pets.delete_pet("123456789"),
        )
        for call in calls:
            with pytest.raises(zoo.errors.InvalidRequestError):
                call()
        with pytest.raises(TypeError, match=r"create_pet\(\) got an unexpected keyword argument: petname"):
            made.pets.create_pet(name="Tom", petname=1)
        with pytest.raises(zoo.errors.InvalidRequestError, match="name: expected either `body` or its fields"):
            made.pets.create_pet({"name": "Tom"}, name="Tom", timeout=3)
    assert seen == []


PAGE = prop("next", "next", {"type": "string"})
PETS = prop("pets", "pets", {"type": "array", "items": sample.PET})
PET_LIST = ObjectSchema("PetList", "", "pets", sample.BOTH, "", False, (PAGE, PETS), True, False)  # type: ignore[arg-type]
PAGING = replace(SETTINGS, paging=(PagingSettings("cursor", "next"),))


def paged(kind: str = "string") -> Api:
    """The sample with operations that page."""
    cursor = parameter("cursor", "cursor", "query", {"type": kind})
    both = (*API.resources[0].operations[:1], operation("all_pets", parameters=(cursor,), responses=PET_PAGE))
    found = operation(
        "search_pets", "POST", "/pets/search", parameters=(cursor,), body=API.resources[0].operations[0].body
    )
    both = (*both, replace(found, responses=PET_PAGE))
    return api(resources=(sample.resource(*both),), schemas={**sample.SCHEMAS, "PetList": PET_LIST})


PET_PAGE = (response("200", json({"$ref": "PetList"})),)


def test_lists_that_page() -> None:
    files = render_client(paged(), PAGING)
    text = files["resources/pets.py"]
    assert '    paging=Paging("cursor", ("next",), ("pets",)),\n' in text
    assert (
        "    def all_pets(self, *, cursor: str | None = None, **options: Unpack[CallOptions]) -> Page[Pet, PetList]:"
        in text
    )
    assert ") -> AsyncPages[Pet, PetList]:" in text
    assert text.count("async def all_pets") == text.count("async def search_pets") == 0
    assert text.count("async def create_pet") == 3
    assert text.count("return self._pages(_ALL_PETS, options, cursor=cursor)") == 2
    assert text.count("return self._pages(_SEARCH_PETS, options, body=body)") == 2
    assert text.count("Returns: a page; iterating over it") == 4
    assert "client.pets.all_pets(*, cursor: str | None = None" in files["API.md"]
    assert ") -> Page[Pet, PetList]\n" in files["API.md"]
    assert 'Paging("cursor", ("next",), ("pets",), int)' in render_client(paged("integer"), PAGING)["resources/pets.py"]


def test_without_settings_for_it_nothing_pages() -> None:
    text = render_client(paged(), SETTINGS)["resources/pets.py"]
    assert "Page" not in text
    assert "async def all_pets(self, *, cursor: str | None = None, **options: Unpack[CallOptions]) -> PetList:" in text


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A package of operations that page."""
    folder = tmp_path_factory.mktemp("lists")
    written(paged(), folder, "lists", PAGING)
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module("lists")
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.partition(".")[0] == "lists"]:
            del sys.modules[name]


def by_cursor(request: httpx.Request) -> httpx.Response:
    """Three pages of two pets."""
    number = int(request.url.params.get("cursor", 0))
    pets = [{"name": f"{number}{letter}"} for letter in "ab"]
    return httpx.Response(200, json={"pets": pets, **({"next": str(number + 1)} if number < 2 else {})})


def test_pages_are_followed(lists: Any) -> None:
    with lists.Client(auth=lists.NoAuth(), transport=httpx.MockTransport(by_cursor)) as made:
        page = made.pets.all_pets()
        assert repr(page) == "<Page of all_pets: 2 items, more to come>"
        assert [pet.name for pet in page] == ["0a", "0b", "1a", "1b", "2a", "2b"]
        assert [pet.name for pet in made.pets.all_pets(cursor="2")] == ["2a", "2b"]
        assert [pet.name for pet in made.pets.search_pets(name="Tom", cursor="1")] == ["1a", "1b", "2a", "2b"]
        assert [len(it.items) for it in made.pets.search_pets({"name": "Tom"}).pages()] == [2, 2, 2]
        raw = made.pets.with_raw_response.all_pets(cursor="1")
        assert (raw.status_code, [pet.name for pet in raw.parse()]) == (200, ["1a", "1b", "2a", "2b"])


def test_pages_are_followed_async(lists: Any) -> None:
    async def run() -> None:
        async with lists.AsyncClient(auth=lists.NoAuth(), transport=httpx.MockTransport(by_cursor)) as made:
            page = await made.pets.all_pets()
            assert repr(page) == "<AsyncPage of all_pets: 2 items, more to come>"
            assert [pet.name async for pet in page] == ["0a", "0b", "1a", "1b", "2a", "2b"]
            assert [pet.name async for pet in made.pets.all_pets(cursor="2")] == ["2a", "2b"]
            assert [pet.name async for pet in made.pets.search_pets(name="Tom", cursor="1")][2:] == ["2a", "2b"]
            raw = await made.pets.with_raw_response.all_pets(cursor="1")
            assert (raw.status_code, [pet.name async for pet in raw.parse()][:2]) == (200, ["1a", "1b"])

    asyncio.run(run())


def test_every_method_has_its_views(zoo: Any) -> None:
    pets = importlib.import_module("zoo.resources.pets")
    for resource in (pets.PetsResource, pets.AsyncPetsResource):
        made = resource(None)
        names = [name for name in vars(resource) if not name.startswith("_")]
        for views in (made.with_raw_response, made.with_streaming_response):
            assert type(views).__name__ == f"{resource.__name__}Views"
            assert [name for name in vars(views) if not name.startswith("_")] == names
    with client(zoo) as plain:
        found = plain.pets.with_raw_response.create_pet(name="Tom")
        assert (found.status_code, found.parse().name) == (200, "Tom")


def test_files(zoo: Any) -> None:
    seen: list[httpx.Request] = []
    with client(zoo, seen, httpx.Response(200, content=b"\x89", headers={"content-type": "image/png"})) as made:
        assert made.pets.upload_photo(name="Tom", photo=("tom.png", b"\xff\0")) == b"\x89"
        assert made.pets.upload_photo() == b"\x89"
    assert b'filename="tom.png"\r\nContent-Type: image/png\r\n\r\n\xff\0' in seen[0].content
    assert "content-type" not in seen[1].headers


def test_the_client_has_what_the_document_has(zoo: Any) -> None:
    arguments = [it for it in inspect.signature(zoo.Client.__init__).parameters if it != "self"]
    assert arguments == ["shelter_id", "key_id", "key_secret", "access_token", "api_key", "options"]
    with pytest.raises(TypeError, match=r"Client\(\) got an unexpected keyword argument: shelterId"):
        zoo.Client(shelterId="s")
    assert [str(it.url()) for it in zoo.Client.servers.values()] == ["https://zoo.example/v2", "https://eu.zoo.example"]
    assert list(zoo.Client.servers) == ["production", "region_zoo_example"]


def test_from_env(zoo: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"SHELTER_ID": "s9", "KEY_ID": "i", "KEY_SECRET": "s"}.items():
        monkeypatch.setenv(f"ZOO_{name}", value)
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(f"{request.url} {request.headers.get('authorization', '')[:6]}")
        return httpx.Response(200, json={"access_token": "t"}) if "auth" in request.url.host else httpx.Response(204)

    with zoo.Client.from_env(transport=httpx.MockTransport(handler)) as made:
        made.pets.delete_pet("p")
    assert seen == ["https://auth.example/token Basic ", "https://zoo.example/v2/shelters/s9/pets/p Bearer"]
    monkeypatch.delenv("ZOO_KEY_ID")
    monkeypatch.delenv("ZOO_KEY_SECRET")
    with pytest.raises(zoo.errors.CredentialsError, match="ZOO_KEY_ID"):
        zoo.Client.from_env()


def test_events(zoo: Any) -> None:
    pet = zoo.events.pet_added.parse(b'{"name": "Tom"}')
    assert (type(pet).__name__, pet.name) == ("Pet", "Tom")
    assert zoo.events.pet_added.parse('{"name": "Tom"}') == zoo.events.pet_added.parse({"name": "Tom"}) == pet
    assert {name: (it.key, it.method, it.expression) for name, it in zoo.events.EVENTS.items()} == {
        "pet_added": ("petAdded", "POST", "{$request.body#/url}"),
        "ping": ("ping", "POST", None),
    }
    with pytest.raises(zoo.errors.DecodeError):
        zoo.events.pet_added.parse("{")
    with pytest.raises(TypeError, match="ping"):
        zoo.events.EVENTS["ping"].parse(b"{}")


def test_the_package_exports_its_names_and_imports_nothing_before(zoo: Any) -> None:
    assert zoo.__version__ == "2.0"
    assert sorted(zoo.__all__) == zoo.__all__
    assert all(getattr(zoo, name) is not None for name in zoo.__all__)
    assert set(zoo.__all__) <= set(dir(zoo))
    with pytest.raises(AttributeError, match="module 'zoo' has no attribute 'Clinet'"):
        _ = zoo.Clinet
    tree = ast.parse(render_client(API, SETTINGS)["__init__.py"])
    top = [ast.unparse(node) for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert top == [
        "from __future__ import annotations",
        "from importlib import import_module",
        "from typing import TYPE_CHECKING",
    ]


def test_the_client_costs_little_more_than_the_http_library(zoo: Any) -> None:
    code = "import sys, zoo; zoo.Client; zoo.AsyncClient; print(*(n for n in sys.modules if n.startswith(('pydantic', 'zoo.'))))"
    folder = Path(zoo.__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    loaded = {name.removeprefix("zoo.").removeprefix("_runtime.") for name in done.stdout.split()}
    assert {"client", "exchange", "transport"} <= loaded
    assert not {name for name in loaded if name.startswith("pydantic")}
    assert not loaded & {"codec", "models", "plans", "requests", "responses", "resource", "pages", "views", "webhooks"}


def test_a_resource_is_imported_when_touched(zoo: Any) -> None:
    sys.modules.pop("zoo.resources.pets", None)
    with client(zoo) as made:
        assert "zoo.resources.pets" not in sys.modules
        assert made.pets is made.pets
        assert "zoo.resources.pets" in sys.modules


@pytest.mark.parametrize(
    ("responses", "method", "text"),
    [
        ((response("204"),), "GET", "None"),
        ((response("200", json(None)),), "GET", "Any"),
        ((response("200", json(sample.PET)), response("201", json(sample.PET))), "GET", "Pet"),
        ((response("200", json(sample.PET)), response("202")), "GET", "Pet | None"),
        (
            (
                response("200", json(sample.PET)),
                response("4XX", json({"$ref": "Error"})),
                response("default", json({"$ref": "Error"})),
            ),
            "GET",
            "Pet",
        ),
        ((response("default", json(sample.PET)),), "GET", "Pet"),
        ((response("404", json(sample.PET)),), "GET", "Any"),
        ((response("2XX", (MediaType("text/csv", None), MediaType("image/png", None))),), "GET", "str | bytes"),
        ((response("200", (MediaType("application/json", {"type": "string", "format": "binary"}),)),), "GET", "bytes"),
        ((response("200", (MediaType("*/*", {"type": "string"}),)),), "GET", "bytes"),
        ((response("200", (MediaType("*/*", sample.PET),)),), "GET", "Pet"),
        ((response("204", json(sample.PET)),), "GET", "None"),
        ((response("200", json(sample.PET)),), "HEAD", "None"),
    ],
)
def test_results_are_exact(responses: Any, method: str, text: str) -> None:
    assert result_type(operation("x", method, responses=responses), sample.SCHEMAS).text == text


def resource_text(*operations: Any) -> str:
    return render_client(api(resources=(sample.resource(*operations),)), SETTINGS)["resources/pets.py"]


def test_an_optional_body_without_fields_may_be_left_out() -> None:
    text = resource_text(
        operation(
            "whole",
            "POST",
            body=sample.body(
                MediaType("application/json", {"type": "array", "items": {"type": "integer"}}), required=False
            ),
        ),
        operation("raw", "POST", body=sample.body(MediaType("application/octet-stream", None))),
        operation("text", "POST", body=sample.body(MediaType("text/plain", {"type": "string"}))),
    )
    assert "def whole(self, body: Sequence[int] | Unset = UNSET, **options" in text
    assert "def raw(self, body: FileContent, **options" in text
    assert "def text(self, body: str, **options" in text
    assert "body=json_body(list[int], required=False)" in text
    assert 'body=body(content("application/octet-stream"))' in text


def test_required_fields_and_parameters_come_before_optional_ones() -> None:
    fields = tuple(BodyField(it.name, it) for it in (sample.NAME, sample.NOTE))
    text = resource_text(
        operation(
            "put",
            "PUT",
            "/{petId}",
            parameters=(sample.PET_ID, parameter("dry", "dry", "query", {"type": "boolean"}, required=True)),
            body=sample.body(MediaType("application/json", sample.PET), fields),
        )
    )
    assert "self, pet_id: str, *, name: str, dry: bool, note: str | None | Unset = UNSET, **options" in text


def test_security_and_servers_of_an_operation() -> None:
    text = resource_text(
        operation("open", security=()),
        operation("either", security=({"Key": ()}, {"Basic": (), "Key": ()}, {})),
        operation("away", servers=(API.servers[1],)),
    )
    assert "    security=(),\n" in text
    assert '    security=(("Key",), ("Basic", "Key"), ()),\n' in text
    assert '    server="https://eu.zoo.example",\n' in text


def test_equal_neighbouring_responses_share_a_line() -> None:
    text = resource_text(operation("get", responses=(response("200", json(sample.PET)), *sample.ERRORS)))
    assert '    responses=(json_response("200", Pet), json_response("400 404", Error)),\n' in text


def test_credentials_are_what_the_settings_or_the_document_say() -> None:
    def about(credentials: str | None, **changes: Any) -> str:
        return render_client(api(**changes), ClientSettings("zoo", "ZOO", credentials=credentials))["client.py"]

    assert 'key_scheme="Grant"' in about(None)
    assert 'key_scheme="Basic"' in about("Basic")
    assert 'key_scheme="Basic"' in about(None, security_schemes=API.security_schemes[:1], security=())
    with pytest.raises(ProvgenError, match="'Key', which is no basic or client-credentials scheme"):
        about("Key")


def test_a_document_without_security_servers_and_events(tmp_path: Path) -> None:
    bare = api(security_schemes=(), security=(), servers=(), events=(), client_parameters=(), resources=())
    files = render_client(bare, SETTINGS)
    assert "key_id" not in files["client.py"]
    for name, text in files.items():
        if name.endswith(".py"):
            ast.parse(text)


def test_names_that_every_client_has_are_refused_as_parameters() -> None:
    with pytest.raises(ProvgenError, match="'timeout' is an argument of every client"):
        render_client(api(client_parameters=(parameter("timeout", "timeout", "path"),)), SETTINGS)


def test_two_methods_of_one_name_are_refused() -> None:
    with pytest.raises(ProvgenError, match="pets.get is made twice"):
        resource_text(operation("get"), operation("get"))


def test_the_reference_page() -> None:
    page = render_client(API, SETTINGS)["API.md"]
    assert "## client.pets: Pets\n\nPets of all kinds.\n" in page
    assert (
        "### delete_pet\n\n`DELETE /shelters/{shelterId}/pets/{petId}`\n\n```python\n"
        "client.pets.delete_pet(pet_id: str, *, shelter_id: str | None = None) -> None\n```\n\nDeprecated.\n" in page
    )
    assert "client.pets.create_pet(body: Pet | Mapping[str, Any], *, shelter_id: str | None = None) -> Pet\n" in page
    assert "- NotFoundError: 404 No such pet\n" in page


def test_the_reference_page_tells_of_pages_where_there_are_any() -> None:
    assert "A `Page` has" in render_client(paged(), PAGING)["API.md"]
    assert "A `Page` has" not in render_client(API, SETTINGS)["API.md"]


def test_the_reference_page_lists_the_options_of_all_calls_once() -> None:
    from runtime.messages import CallOptions

    page = render_client(API, SETTINGS)["API.md"]
    listed = [line.split("`")[1] for line in page.splitlines() if line.startswith("| `")]
    assert sorted(listed) == sorted(f"{name}=" for name in CallOptions.__annotations__)


def test_same_input_same_text() -> None:
    assert render_client(API, SETTINGS) == render_client(api(), SETTINGS)


@pytest.mark.parametrize(
    "media_type",
    ["application/json", "text/json; charset=utf-8", "application/vnd.x+json", "application/x-www-form-urlencoded"]
    + ["multipart/form-data", "multipart/mixed", "text/plain", "application/xml", "image/svg+xml", "image/png", "*/*"],
)
def test_media_types_are_what_the_runtime_takes_them_for(media_type: str) -> None:
    """The signature is written by one rule and the body by another, in code that shares nothing."""
    assert kind(MediaType(media_type, {"type": "object"})) == kind_of(media_type)
