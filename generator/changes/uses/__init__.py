"""Where a repository uses the client: every place that names a symbol of a `Surface`, found without running anything."""
