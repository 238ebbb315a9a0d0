"""What the document says of errors is on the exceptions."""

from __future__ import annotations

import pickle

import httpx
import pytest
from sinch_provisioning import Client, errors, models

BODY = {
    "errorCode": "webhook_not_found",
    "message": "There is no such webhook.",
    "resolution": "List the webhooks first.",
    "additionalInformation": {"webhookId": "w"},
}


def raised(status: int, **answer: object) -> errors.APIStatusError:
    transport = httpx.MockTransport(lambda request: httpx.Response(status, **answer))  # type: ignore[arg-type]
    with (
        Client(project_id="p", access_token="t", max_retries=0, transport=transport) as client,
        pytest.raises(errors.APIStatusError) as caught,
    ):
        client.webhooks.get_webhook("w")
    return caught.value


def test_the_fields_of_the_error_model_are_on_the_exception() -> None:
    found = raised(404, json=BODY, headers={"X-Request-Id": "r-1"})
    assert isinstance(found, errors.NotFoundError) and isinstance(found.error, models.ErrorBody)
    assert (found.status_code, found.request_id) == (404, "r-1")
    assert (found.error_code, found.message, found.resolution) == (
        "webhook_not_found",
        "There is no such webhook.",
        "List the webhooks first.",
    )
    assert found.error.to_wire() == found.body == BODY
    line = "get_webhook: GET /v1/projects/{projectId}/webhooks/{webhookId}: 404 Not Found: webhook_not_found: There is no such webhook."
    assert str(found) == line
    assert found.request is not None and found.request.url.endswith("/v1/projects/p/webhooks/w")
    restored = pickle.loads(pickle.dumps(found))
    assert (str(restored), restored.error_code, restored.message) == (line, "webhook_not_found", found.message)


def test_bodies_that_are_not_of_the_model() -> None:
    page = raised(503, html="<html><body>down</body></html>")
    assert isinstance(page, errors.InternalServerError) and page.error is None
    assert page.message == "503 Service Unavailable: an HTML page" and page.excerpt.startswith("<html>")
    with pytest.raises(AttributeError, match="has no attribute 'error_code'"):
        _ = page.error_code
    assert raised(418, json=BODY).body == BODY
    assert type(raised(418)) is errors.APIStatusError and isinstance(raised(520), errors.InternalServerError)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (412, errors.PreconditionFailedError),
        (422, errors.UnprocessableEntityError),
        (424, errors.FailedDependencyError),
        (429, errors.RateLimitError),
        (500, errors.InternalServerError),
        (503, errors.InternalServerError),
    ],
)
def test_each_status_has_its_class(status: int, kind: type[errors.APIStatusError]) -> None:
    assert type(raised(status, json=BODY)) is kind
