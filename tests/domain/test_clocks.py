"""The dates a receipt promises, and the dates that are not plain working days."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from portal.domain.bank_holidays import BeyondKnownHolidays
from portal.domain.calendar import NoTimeZone
from portal.domain.clocks import (
    Anchor,
    NoPromise,
    PromisedDates,
    add_months,
    promised_dates,
    response_received,
    safeguarding_due,
)

OPENS, CLOSES = time(9), time(17)


def test_a_statutory_complaint_is_promised_two_ten_and_twenty_days() -> None:
    assert promised_dates(date(2019, 4, 12)) == PromisedDates(
        ack=date(2019, 4, 16), due=date(2019, 4, 30), due_max=date(2019, 5, 15)
    )


def test_a_corporate_complaint_is_promised_ten_days_from_the_acknowledgement() -> None:
    assert promised_dates(date(2026, 11, 23), "corporate") == PromisedDates(
        ack=date(2026, 11, 30), due=date(2026, 12, 14), due_max=date(2026, 12, 30)
    )


def test_a_council_may_count_a_corporate_complaint_from_receipt() -> None:
    assert promised_dates(date(2026, 11, 23), "corporate", anchor=Anchor.RECEIPT) == PromisedDates(
        ack=date(2026, 11, 30), due=date(2026, 12, 7), due_max=date(2026, 12, 21)
    )


def test_a_council_may_promise_to_be_quicker_and_need_only_say_where() -> None:
    assert promised_dates(date(2026, 11, 23), limits={"ack": 1, "s1_base": 5}) == PromisedDates(
        ack=date(2026, 11, 24), due=date(2026, 11, 30), due_max=date(2026, 12, 21)
    )
    assert promised_dates(date(2026, 11, 23), "corporate", {"corp_ack": 1, "corp_s1_max": 15}) == PromisedDates(
        ack=date(2026, 11, 24), due=date(2026, 12, 8), due_max=date(2026, 12, 15)
    )


def test_an_enquiry_is_promised_nothing_on_receipt() -> None:
    with pytest.raises(NoPromise, match="enquiry"):
        promised_dates(date(2026, 11, 23), "enquiry")


def test_no_promise_is_guessed_beyond_the_known_holidays() -> None:
    with pytest.raises(BeyondKnownHolidays):
        promised_dates(date(2028, 12, 20))


def test_a_posted_response_counts_as_received_two_working_days_later() -> None:
    assert response_received(date(2026, 12, 24), by_post=True) == date(2026, 12, 30)
    assert response_received(date(2026, 12, 24), by_post=False) == date(2026, 12, 24)


@pytest.mark.parametrize(
    ("raised", "due"),
    [
        (datetime(2026, 11, 23, 10, 15, tzinfo=UTC), datetime(2026, 11, 23, 11, 15, tzinfo=UTC)),
        (datetime(2026, 11, 23, 9, 0, tzinfo=UTC), datetime(2026, 11, 23, 10, 0, tzinfo=UTC)),
        (datetime(2026, 11, 23, 16, 30, tzinfo=UTC), datetime(2026, 11, 23, 17, 0, tzinfo=UTC)),
        (datetime(2026, 11, 23, 17, 0, tzinfo=UTC), datetime(2026, 11, 24, 9, 0, tzinfo=UTC)),
        (datetime(2026, 11, 23, 3, 0, tzinfo=UTC), datetime(2026, 11, 23, 9, 0, tzinfo=UTC)),
        (datetime(2026, 11, 21, 8, 0, tzinfo=UTC), datetime(2026, 11, 23, 9, 0, tzinfo=UTC)),
        (datetime(2026, 11, 21, 12, 0, tzinfo=UTC), datetime(2026, 11, 23, 9, 0, tzinfo=UTC)),
        (datetime(2026, 7, 1, 8, 30, tzinfo=UTC), datetime(2026, 7, 1, 9, 30, tzinfo=UTC)),
    ],
    ids=[
        "an hour",
        "as they open",
        "before they go",
        "as they close",
        "at night",
        "Saturday early",
        "Saturday",
        "summer",
    ],
)
def test_a_worry_about_safety_is_decided_soon_after_somebody_is_there(raised: datetime, due: datetime) -> None:
    assert safeguarding_due(raised, OPENS, CLOSES) == due


@pytest.mark.parametrize("hour", [8, 15, 20])
def test_the_time_by_which_a_worry_is_decided_is_read_on_a_clock_in_london(hour: int) -> None:
    due = safeguarding_due(datetime(2026, 7, 1, hour, 30, tzinfo=UTC), OPENS, CLOSES)
    assert due.utcoffset() == timedelta(hours=1)


def test_where_somebody_is_there_day_and_night_a_worry_waits_an_hour_at_most() -> None:
    raised = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    assert safeguarding_due(raised, always=True) == raised + timedelta(hours=1)
    assert safeguarding_due(raised) == datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "from nine to five unless it is said"


def test_a_worry_without_its_time_zone_is_refused() -> None:
    with pytest.raises(NoTimeZone, match=r"^The moment of a worry needs its time zone\.$"):
        safeguarding_due(datetime(2026, 11, 23, 10), OPENS, CLOSES)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2025, 11, 21), 12, date(2026, 11, 21)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 31), 9, date(2026, 12, 31)),
        (date(2026, 4, 15), 9, date(2027, 1, 15)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end
