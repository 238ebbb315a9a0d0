from acme._vendor.sinch_provisioning import Client
