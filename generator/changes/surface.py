from generator.package.surface import *  # noqa
from generator.package.surface import (
    Argument,
    Event,
    Field,
    Method,
    Model,
    Passing,
    Resource,
    Surface,
    TypeRef,
    surface,
)  # noqa
