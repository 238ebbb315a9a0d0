"""What the real world has: `make corpus`."""
