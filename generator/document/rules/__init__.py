"""What this generator's users should know about a document beyond its validity: one function, one rule.

A rule looks at one object of the document and yields its findings; the table in `generator.document.lint` says which
kind of object each rule looks at.
"""
