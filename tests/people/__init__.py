"""`make people`: every target of the public pages with the figure measured now, in one printed table.

The tests that guard a target are its measure: each holds its figures against the bounds of `targets.py`, and fails
where they are not kept. The plugin in `table.py` gathers what they held and prints it.
"""
