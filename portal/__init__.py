"""The complaints portal: where a council's children's services hear what went wrong, answer in time, and learn.

domain       the rules: plain values and functions; no web, no database, no clock
authorities  one profile per council: contacts, teams, categories, routing, limits; data only
config       every setting, read once; refuses to start unsafe
clock        the only place that asks the machine for the time
extensions   the libraries this application stands on, created unbound
records      the memory: typed tables and the questions asked of them
services     the verbs: one function for each thing somebody does, each one transaction
web          what both sites share: security, language, errors, fields, the journey runner
public       the site for children and families
staff        the site for the complaints team
commands     the `portal` command line
app          where all parts meet
migrations   how the database came to be as it is

Nothing is imported here, so that `import portal.domain` stays light.
"""
