import pytest

from acme import Client, connect  #: Client import
from acme._vendor.sinch_provisioning import testing


@pytest.fixture
def api():
    with testing.mock_api() as api:
        yield api


@pytest.fixture
def client() -> Client:  #: Client annotation  #? a client from a fixture is only followed where parameters are annotated
    return connect()
