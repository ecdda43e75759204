"""The report: what each table means, a chapter a module; nothing here knows a case, only counts."""
