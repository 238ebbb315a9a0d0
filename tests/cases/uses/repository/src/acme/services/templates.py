"""Templates on WhatsApp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .base import Service

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acme._vendor.sinch_provisioning.models import WhatsappTemplateDto  #: models.WhatsappTemplateDto import

    from ..shapes import Template  #: models.WhatsappTemplateDto import, models.WhatsappPartialTemplateDto import


class TemplateService(Service):
    def approved(self) -> "Iterator[Template]":  #: models.WhatsappTemplateDto annotation, models.WhatsappPartialTemplateDto annotation
        yield from self.client.whatsapp_templates.list_templates(filter_states=["APPROVED"])  #: T resource, T.list_templates call, T.list_templates(filter_states) argument, models.WhatsappTemplateStatesEnum.APPROVED member

    def names(self) -> list[str]:
        return sorted(it.name for it in self.approved() if it.name)  #: models.WhatsappTemplateDto.name field, models.WhatsappPartialTemplateDto.name field, models.WhatsappTemplateDto.name field, models.WhatsappPartialTemplateDto.name field

    def texts(self, template: WhatsappTemplateDto) -> list[str]:  #: models.WhatsappTemplateDto annotation
        details = template.details or template.changes.details  #: models.WhatsappTemplateDto.details field, models.WhatsappTemplateDto.changes field, models.WhatsappTemplateChangesDto.details field
        found = []
        for part in details.components:  #: models.WhatsappTemplateDetailsDto.components field, models.WhatsappTemplateChangesDetailsDto.components field
            match part.type:  #: models.WhatsappTextHeaderComponentDto.type field, models.WhatsappMediaHeaderComponentDto.type field, models.WhatsappLocationHeaderComponentDto.type field, models.WhatsappBodyComponentDto.type field, models.WhatsappFooterComponentDto.type field, models.WhatsappButtonsComponentDto.type field, models.WhatsappCarouselComponentDto.type field
                case "FOOTER":  #: models.WhatsappComponentTypeFooterEnum.FOOTER member
                    continue
                case _:
                    found.append(part)
        return [getattr(it, "add_security_recommendation", None) for it in found]  #: models.WhatsappBodyComponentDto.add_security_recommendation field

    def submit(self, name: str, text: str):
        created = self.client.whatsapp_templates.create_template(  #: T resource, T.create_template call
            name=name,  #: T.create_template(name) argument
            language="EN",  #: T.create_template(language) argument, models.WhatsappInputTemplateLanguagesEnum.EN member
            category="UTILITY",  #: T.create_template(category) argument, models.WhatsappTemplateInputCategoryEnum.UTILITY member
            details={"components": [{"type": "BODY", "text": text}]},  #: T.create_template(details) argument, models.WhatsappTemplateDetailsInputDto.components field, models.WhatsappBodyComponentInputDto.type field, models.WhatsappComponentTypeBodyEnum.BODY member, models.WhatsappBodyComponentInputDto.text field
        )
        return created.state  #: models.WhatsappTemplateDto.state field
