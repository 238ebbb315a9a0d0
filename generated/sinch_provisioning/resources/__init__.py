"""The operations, one module for each group. They are attributes of the client, which imports them when touched."""
