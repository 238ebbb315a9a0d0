"""Where a repository uses the client: every place that names a symbol of a `Surface`, found without running anything."""

from generator.changes.uses.finding import find_uses
from generator.changes.uses.findings import How, Unfollowed, Use, Uses

__all__ = ["How", "Unfollowed", "Use", "Uses", "find_uses"]
