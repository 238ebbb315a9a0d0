from generator.package.surface import *  # noqa
