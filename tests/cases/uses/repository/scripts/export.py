#!/usr/bin/env python
"""Run by hand, with the client as it is installed."""
import importlib
import json
import sys

from sinch_provisioning import Client, __version__  #: Client import

models = importlib.import_module("sinch_provisioning.models")
client = Client.from_env(timeout=5)  #: Client construct
rows = []
for sender in client.whatsapp_senders.list_senders(filter_states=sys.argv[1:]):  #: S resource, S.list_senders call, S.list_senders(filter_states) argument
    rows.append(sender.to_wire()["compatibleRegions"])  #: models.WhatsappSenderDto.compatible_regions field
    if isinstance(sender, models.WhatsappSenderDto):  #: models.WhatsappSenderDto reference
        rows += [sender.cloud_api, sender.business_manager]  #: models.WhatsappSenderDto.cloud_api field, models.WhatsappSenderDto.business_manager field
json.dump(rows, sys.stdout)
