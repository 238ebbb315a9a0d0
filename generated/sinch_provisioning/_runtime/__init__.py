"""The part of the client that is the same for every API."""
