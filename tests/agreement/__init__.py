"""How far we agree with the best-known differ: `python -m tests.agreement`."""
