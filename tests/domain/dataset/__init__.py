"""The dataset's cells, files and faults."""
