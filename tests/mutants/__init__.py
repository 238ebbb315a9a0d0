"""The mutation score of the contract: edits of the package and of the document, each of which has to be noticed."""
