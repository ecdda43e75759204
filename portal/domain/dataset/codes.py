"""The code lists that only the dataset has; all others are those the desk works with."""

from portal.domain.words import Worded


class DatasetProcedure(Worded):
    """How a complaint was dealt with."""

    STATUTORY = "statutory", "Statutory"
    CORPORATE = "corporate", "Corporate"
    INFORMAL = "informal", "Informal"


class Triage(Worded):
    """What became of a representation when it was looked at."""

    ACCEPTED = "accepted", "Accepted"
    INELIGIBLE = "ineligible", "Not eligible"
    WITHDRAWN = "withdrawn", "Withdrawn before it was accepted"
    ALTERNATIVE_ROUTE = "alternative_route", "Dealt with another way"
    PENDING = "pending", "Not decided yet"


class WithdrawnReason(Worded):
    """Why somebody took it back (domain notes, 2.5); settling it another way stays apart from giving up."""

    RESOLVED_EARLY_MEETING = "resolved_early_meeting", "Settled early, in a meeting"
    ACTION_TAKEN = "action_taken", "What they wanted was done"
    NO_LONGER_WISHES = "no_longer_wishes", "They no longer wish it"
    NO_CONTACT = "no_contact", "They could not be reached"
    ADR = "adr", "Settled by mediation or another way"


class Status(Worded):
    """Where a learning action stands, as reports print it."""

    PROPOSED = "proposed", "Proposed"
    AGREED = "agreed", "Agreed"
    IN_PROGRESS = "in_progress", "Being done"
    DONE = "done", "Done"
    OVERDUE = "overdue", "Overdue"
    DROPPED = "dropped", "Dropped"


class AgeBand(Worded):
    """How old somebody who answered about themselves is: children are offered the first five, adults the others."""

    UNDER_6 = "under_6", "Under 6"
    AGE_6_9 = "6_9", "6 to 9"
    AGE_10_14 = "10_14", "10 to 14"
    AGE_15_17 = "15_17", "15 to 17"
    OVER_17 = "18_over", "18 or over"
    AGE_18_24 = "18_24", "18 to 24"
    AGE_25_34 = "25_34", "25 to 34"
    AGE_35_44 = "35_44", "35 to 44"
    AGE_45_54 = "45_54", "45 to 54"
    AGE_55_64 = "55_64", "55 to 64"
    OVER_64 = "65_over", "65 or over"


class Orientation(Worded):
    """The answer to the question that only people of 16 and over are asked."""

    HETEROSEXUAL = "heterosexual", "Straight or heterosexual"
    GAY_LESBIAN = "gay_lesbian", "Gay or lesbian"
    BISEXUAL = "bisexual", "Bisexual"
    OTHER = "other", "Another"
