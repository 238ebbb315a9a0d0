"""Senders on KakaoTalk, with a client that is handed over."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from acme import Client, sinch_errors  #: Client import
from acme._vendor.sinch_provisioning import models as m


@dataclass
class SenderService:
    client: Client  #: Client annotation
    seen: dict[str, m.KakaotalkSenderDto] = field(default_factory=dict)  #: models.KakaotalkSenderDto annotation

    def states(self, ids: list[str]) -> dict[str, str | None]:
        with ThreadPoolExecutor() as pool:
            for sender in pool.map(self.client.kakaotalk_senders.get_sender, ids):  #: K resource, K.get_sender reference, K.get_sender(plus_friend_id) argument
                self.seen[sender.plus_friend_id] = sender  #: models.KakaotalkSenderDto.plus_friend_id field
        return {key: it.state for key, it in self.seen.items()}  #: models.KakaotalkSenderDto.state field

    def is_active(self, sender_id: str) -> bool:
        sender = self.seen.get(sender_id) or self.client.kakaotalk_senders.get_sender(sender_id)  #: K resource, K.get_sender call, K.get_sender(plus_friend_id) argument
        return sender.state in ("ACTIVE", m.KakaotalkSenderStatesEnum.VERIFYING)  #: models.KakaotalkSenderDto.state field, models.KakaotalkSenderStatesEnum.ACTIVE member, models.KakaotalkSenderStatesEnum reference, models.KakaotalkSenderStatesEnum.VERIFYING member

    def create(self, handle: str, name: str) -> str:
        details = m.KakaotalkInputSenderDetailsDto(  #: models.KakaotalkInputSenderDetailsDto construct
            name=name,  #: models.KakaotalkInputSenderDetailsDto.name field
            adminPhoneNo="+82",  #: models.KakaotalkInputSenderDetailsDto.admin_phone_no field
        )
        senders = self.client.with_options(max_retries=0).kakaotalk_senders  #: K resource
        try:
            made = senders.create_sender(plus_friend_id=handle, details=details, status="SUBMIT")  #: K.create_sender call, K.create_sender(plus_friend_id) argument, K.create_sender(details) argument, K.create_sender(status) argument, models.KakaotalkActionsEnum.SUBMIT member
        except (sinch_errors.BadRequestError, sinch_errors.ConflictError):  #: errors.BadRequestError except, errors.ConflictError except
            return ""
        return made.id or made.details.name  #: models.KakaotalkSenderDto.id field, models.KakaotalkSenderDto.details field, models.KakaotalkSenderDetailsDto.name field
