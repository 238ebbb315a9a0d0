"""`python -m generator` is `provgen`."""

from generator.cli import main

main()
