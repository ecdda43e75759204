"""Every table of the report counted again, slowly and plainly, by the contract's words.

It is not made from the portal's code, and shares with it only the code lists, the profiles and the bank holidays.
Whoever wants to know why a figure is what it is reads here: each table is one loop over cases with an `if` in it.
"""
