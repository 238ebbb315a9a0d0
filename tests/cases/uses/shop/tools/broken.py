from sinch_provisioning import Client

def half(:
