"""Mutated real documents: the generator gives a package or located errors, whatever it is given. `make fuzz`, `make test-fuzz`.

A case is known by its seed and its number: both give the same bytes on every machine. Its document is a slice of a real one
(`seeds`), bent as a value (`values`) or as a text (`texts`). `judging` takes it through the stages of the generator, `guard`
watches what they do, `running` spreads the cases over processes that may hang or die, `shrinking` makes a finding small.
"""
