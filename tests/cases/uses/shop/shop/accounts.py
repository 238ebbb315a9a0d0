"""A service that keeps its client."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional

from . import api

if TYPE_CHECKING:
    from sinch_provisioning import Client
    from sinch_provisioning.models import WhatsappAccountDto


class Base:
    def __init__(self, client: Optional["Client"] = None) -> None:
        self._client = client or api.make()


class Accounts(Base):
    def name(self) -> "str | None":
        account = self._client.whatsapp_accounts.get_account()
        details = account.details
        return details.company_legal_name if details else None

    def create(self, manager: str, **more: Any) -> "WhatsappAccountDto":
        return self._client.whatsapp_accounts.create_account(
            client_business_manager_id=manager, company_legal_name="Shop", **more
        )


@dataclass
class Report:
    accounts: Accounts = field(default_factory=Accounts)

    def line(self) -> str:
        return f"{self.accounts.name()}"
