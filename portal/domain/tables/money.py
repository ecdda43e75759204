"""Money: what was paid to people and what handling complaints cost, in pounds."""

from collections.abc import Sequence

from portal.domain.putting_right import ExpenseKind, PaymentDetail
from portal.domain.tables.making import Definition, Making
from portal.domain.tables.rows import listing
from portal.domain.tables.shape import Column, Table, Value
from portal.domain.words import Worded

_AMOUNT = Column("amount", "Amount")
_PENCE = 100


def _sums(making: Making, grain: str, field: str, words: type[Worded]) -> Table:
    found = listing(making, words)
    pence: dict[str, int] = {code: 0 for code, _label, _level in found.lines}
    for fact, number in making.facts(grain, (field, "amount"), making.year):
        row = found.row(fact[field])
        pence[row] = pence.get(row, 0) + number * int(str(fact["amount"]))
    printed = making.printed(making.year)
    counted = making.has_cases(making.year, grain)
    lines = making.rows(found.lines, pence if counted else (code for code, _column in printed))
    if counted:
        making.note_printed(making.year)
    values: dict[str, Sequence[Value]] = {
        code: [_pounds(pence[code]) if counted else printed.get((code, "amount"), printed.get((code, "")))]
        for code, _label, _level in lines
    }
    return making.table([_AMOUNT], lines, values, percent=False, printed=() if counted else [_AMOUNT.code])


def _pounds(pence: int) -> Value:
    return pence // _PENCE if pence % _PENCE == 0 else pence / _PENCE


def _compensation(making: Making) -> Table:
    return _sums(making, "payments", "detail", PaymentDetail)


def _expenditure(making: Making) -> Table:
    return _sums(making, "expenditure", "kind", ExpenseKind)


MONEY = (
    Definition("compensation", "Compensation", "pounds", "payments to people", "paid in the year", _compensation,
               narrows=False),
    Definition("expenditure", "What handling complaints cost", "pounds", "costs of handling complaints",
               "incurred in the year", _expenditure, narrows=False),
)  # fmt: skip
"""The chapter on money."""
