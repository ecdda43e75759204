"""The verbs: one function for each thing somebody does, each of them one transaction."""
