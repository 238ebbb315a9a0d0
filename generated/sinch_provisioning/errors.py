"""Everything that a call can raise. `APIError` is the base of all."""

from ._runtime.errors import *
from ._runtime.errors import __all__ as __all__
