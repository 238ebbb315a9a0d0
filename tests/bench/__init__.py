"""The numbers that the project promises, as ratios within one run: `make bench`."""
