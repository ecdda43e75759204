"""The dataset: how cases come in and go out as files (contract: a Tabular Data Package that names nobody)."""
