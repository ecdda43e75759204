"""The memory: typed tables and the questions that pages and letters ask of them."""
