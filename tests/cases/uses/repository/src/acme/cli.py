"""acme webhooks | templates | bundle NAME"""

import argparse
import sys

import acme
from acme import services
from acme.payloads import bundle_body
from acme.sinch import SinchSettings, session


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("what")
    args = parser.parse_args(argv)
    client = acme.connect(SinchSettings.load())
    if args.what == "webhooks":
        show(services.WebhookService(client).ensure(sys.argv[1], "secret"))
    elif args.what == "templates":
        print(*services.TemplateService(client).names())
    elif args.what == "bundle":
        with session() as own:
            made = own.bundles.create(bundle_body(args.name), project_id="other")  #: B resource, B.create call, B.create(body) argument, B.create(project_id) argument
            print(made.id, made.state, end="\n")  #: Bundle.id field, Bundle.state field
    else:
        run = getattr(client, args.what)  #? an attribute whose name is only known at run time
        run.list()


def show(webhook):
    text = f"{webhook.target} für {webhook.project_id}"  #: Hook.target field, Hook.project_id field
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main()
