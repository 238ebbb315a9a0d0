"""Bodies of requests. Nothing here knows the client."""

DEFAULT_REGION = "EU"  #: models.BundlesBundlesInputRegionEnum.EU member


def webhook_body(url, secret, *, triggers=None):
    body = {
        "target": url,  #: HookInput.target field
        "secret": secret,  #: HookInput.secret field
    }
    if triggers:
        body["triggers"] = list(triggers)  #: HookInput.triggers field
    else:
        body["triggers"] = ["ALL"]  #: HookInput.triggers field, Triggers.ALL member
    return body


def bundle_body(name):
    return dict(
        name=name,  #: models.BundlesInputBundlesDto.name field
        region=DEFAULT_REGION,  #: models.BundlesInputBundlesDto.region field
        convApp={"processingMode": "CONVERSATION"},  #: models.BundlesInputBundlesDto.conv_app field, models.BundlesConversationAppInputDto.processing_mode field, models.BundlesInputConversationAppProcessingModesEnum.CONVERSATION member
    )


def unused_body(name):
    return {"target": name}
