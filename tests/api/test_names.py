"""Names are made from content alone, are always identifiers, and never clash."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.messages import CallOptions

from generator.api import names


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ("displayName", "display_name"),
        ("SHA256Hash", "sha256_hash"),
        ("addressLine1", "address_line1"),
        ("HTTPError", "http_error"),
        ("whatsAppID", "whatsapp_id"),
        ("errors[].code", "errors_code"),
        ("class", "class_"),
        ("str", "str_"),
        ("model_config", "field_model_config"),
        ("__class__", "class_"),
        ("+1", "plus_1"),
        ("1st", "field_1st"),
        ("VIDEO/3GP", "video_3gp"),
        ("12Main", "field_12_main"),
        ("", "empty"),
        ("😀", "grinning_face"),
        ("한국어", "한국어"),
        ("ＡＢＣ", "abc"),
        ("İ", "i"),
    ],
)
def test_fields(wire: str, expected: str) -> None:
    assert names.field_wishes(wire, ["WhatsApp"])[0] == expected


def test_classes_keep_the_words_of_the_document() -> None:
    assert names.class_wishes("HTTPErrorDto")[0] == "HTTPErrorDto"
    assert names.class_wishes("pet list")[0] == "PetList"
    assert names.class_wishes("Field")[0] == "FieldModel"
    assert names.class_wishes("ValueError")[0] == "ValueErrorModel"


def test_members() -> None:
    assert [names.member_wishes(value)[0] for value in ("guinea pig", "", 1, -1, 2.5, True, "-name", "1")] == [
        "GUINEA_PIG",
        "EMPTY",
        "VALUE_1",
        "MINUS_1",
        "VALUE_2_DOT_5",
        "TRUE",
        "NAME",
        "VALUE_1",
    ]


def test_methods() -> None:
    rules = [("^[A-Za-z]+Controller_", ""), ("_v[0-9]+$", "")]
    wishes = names.method_wishes("InstagramController_get_v1", "get", "/apps/{id}/instagram", rules, [])
    assert wishes == ("get", "get_instagram", "instagram_controller_get_v1", "get_apps_instagram_by_id")
    assert names.method_wishes("", "get", "/", [], []) == ("get",)
    assert names.method_wishes("", "get", "/getPets/{id}", [], []) == ("get_pets_by_id", "get_get_pets_by_id")
    assert names.method_wishes("", "get", "/get", [], []) == ("get_get",)
    assert names.method_wishes("", "post", "/api/v1.2/pets", [], []) == ("post_pets", "post_api_v1_2_pets")
    assert names.method_wishes("", "get", "/v2", [], []) == ("get_v2",)
    assert names.method_wishes("list", "get", "/x", [], [])[0] == "list_"
    of_a_framework = "read_item_items__item_id__get"
    assert names.method_wishes(of_a_framework, "get", "/items/{item_id}", [], [])[:2] == (
        "read_item",
        "read_item_items",
    )
    assert names.method_wishes("_items_get", "get", "/items", [], [])[0] == "items_get"


def test_two_that_want_one_name_both_move_on() -> None:
    wishes = {"GET /a/x": ("get", "get_x"), "GET /b/y": ("get", "get_y"), "GET /c": ("find",)}
    assert names.assign(wishes) == {"GET /a/x": "get_x", "GET /b/y": "get_y", "GET /c": "find"}


def test_the_one_that_is_spelled_so_keeps_the_name() -> None:
    wishes = {"fooBar": ("foo_bar",), "foo_bar": ("foo_bar",), "FooBar": ("foo_bar",)}
    assert names.assign(wishes) == {"foo_bar": "foo_bar", "FooBar": "foo_bar_2", "fooBar": "foo_bar_3"}


def test_a_pinned_name_stays_when_a_better_claim_comes() -> None:
    pinned = {"fooBar": "foo_bar"}
    assert names.assign({"fooBar": ("foo_bar",), "foo_bar": ("foo_bar",)}, pinned=pinned)["fooBar"] == "foo_bar"


def test_a_pin_that_is_no_name_is_not_taken() -> None:
    assert names.assign({"a": ("a",)}, pinned={"a": "import os"}) == {"a": "a"}
    assert names.assign({"a": ("a",)}, pinned={"a": "class"}) == {"a": "a"}


@given(st.text())
def test_every_wish_is_an_identifier(text: str) -> None:
    makers = (names.field_wishes, names.class_wishes, names.member_wishes, lambda t: names.argument_wishes(t, "query"))
    for maker in makers:
        for name in maker(text):
            assert name.isidentifier()
            assert not keyword.iskeyword(name)
            assert not name.startswith("_")
            assert len(name) <= 3 * names.MAX_LENGTH


@given(st.dictionaries(st.text(max_size=4), st.lists(st.sampled_from("abcd"), min_size=1, max_size=3)), st.randoms())
def test_assignment_is_complete_unique_and_blind_to_order(wishes: dict[str, list[str]], chance: object) -> None:
    got = names.assign(wishes, taken={"a"})
    assert got.keys() == wishes.keys()
    assert len(set(got.values()) | {"a"}) == len(wishes) + 1
    assert got == names.assign(dict(reversed(wishes.items())), taken={"a"})


@given(
    st.dictionaries(st.text("abC_", min_size=1, max_size=4), st.none(), min_size=1),
    st.dictionaries(st.text("abC_", min_size=1, max_size=4), st.none()),
)
def test_what_is_pinned_is_never_renamed(before: dict[str, None], added: dict[str, None]) -> None:
    first = names.assign({wire: names.field_wishes(wire) for wire in before})
    second = names.assign({wire: names.field_wishes(wire) for wire in {**before, **added}}, pinned=first)
    assert first.items() <= second.items()


def test_no_argument_is_called_like_an_option_of_all_calls() -> None:
    assert {*CallOptions.__annotations__} == {*names.CALL_OPTIONS}
