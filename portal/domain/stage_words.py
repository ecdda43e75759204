"""The words of the transition tables: who takes a step, what must be true first, what it does to a clock."""

from enum import StrEnum

from portal.domain.words import Worded


class Who(Worded):
    """What somebody is to a case, which is not what they are to the team (source: domain notes, section 2)."""

    COMPLAINANT = "complainant", "The person who complains"
    REPRESENTATIVE = "rep", "Whoever acts for them"
    TRIAGE = "triage", "Complaints officer"
    COMPLAINTS_MANAGER = "cm", "Complaints manager"
    SERVICE_MANAGER = "svc", "Manager who answers"
    SENIOR_MANAGER = "snr", "Senior manager"
    DIRECTOR = "dir", "Director"
    INVESTIGATOR = "io", "Investigating officer"
    INDEPENDENT_PERSON = "ip", "Independent person"
    PANEL = "panel", "Review panel"
    PANEL_ADMIN = "panel_admin", "Panel clerk"
    ADVOCACY = "advocacy", "Advocacy provider"
    SAFEGUARDING = "safeg", "Safeguarding duty"
    SYSTEM = "system", "The portal itself"


class Fact(Worded):
    """Something that must be true of a case before a step may be taken; the label says what is missing."""

    OUTCOME_FOR_EACH_CONCERN = "outcome_for_each_concern", "Every concern needs an outcome at this stage"
    HANDLER_NOT_COMPLAINED_ABOUT = "handler_not_complained_about", "The manager must not be somebody it is about"
    HANDLER_IS_ANOTHER_PERSON = "handler_is_another_person", "Somebody else must handle this stage than the last one"
    DRAFT_WRITTEN = "draft_written", "The answer has not been drafted"
    QUALITY_CHECKED = "quality_checked", "The complaints manager has not checked the answer"
    SIGNED_OFF = "signed_off", "A senior manager has not signed the answer"
    TERMS_AGREED = "terms_agreed", "The person has not agreed the terms"
    REASON_GIVEN = "reason_given", "A reason is needed"
    WITHIN_MAXIMUM = "within_maximum", "The new date is later than the procedure allows"
    PAST_LIMIT = "past_limit", "The time limit has not passed"
    ADVOCATE_AWAITED = "advocate_awaited", "No advocate has been asked for"
    ANSWER_SENT_OR_LATE = "answer_sent_or_late", "No answer has been sent and the time limit has not passed"
    REFUSAL_WARNING_READ = "refusal_warning_read", "Read first what the Ombudsman says about refusing this"
    INVESTIGATOR_INDEPENDENT = "investigator_independent", "The investigating officer is in the line of management"
    PERSON_INDEPENDENT = "person_independent", "The independent person has not been checked as independent"
    STATEMENT_AGREED = "statement_agreed", "The statement of complaint has not been agreed"
    REPORTS_RECEIVED = "reports_received", "The reports of both investigator and independent person are needed"
    EACH_RECOMMENDATION_ANSWERED = "each_recommendation_answered", "Every finding and recommendation needs an answer"
    IN_WINDOW_OR_DISCRETION = "in_window_or_discretion", "It is after the last day: record why it is taken all the same"
    THREE_INDEPENDENT_PANELLISTS = (
        "three_independent_panellists",
        "Three independent people are needed, one in the chair",
    )
    PANEL_WITHOUT_STAGE_2_PERSON = "panel_without_stage_2_person", "The independent person of Stage 2 cannot sit"
    PANEL_DAY_SET = "panel_day_set", "The day and place of the panel are not set"
    PANEL_HAS_MET = "panel_has_met", "The day of the panel has not come"
    PROCEEDINGS_NAMED = "proceedings_named", "Name the proceedings it must wait for"
    CHILD_AGREES = "child_agrees", "A child's advocate cannot do this without the child"
    ELIGIBILITY_RECORDED = "eligibility_recorded", "The eligibility questions have not been answered"
    SAME_PERSON_SAME_ISSUE = (
        "same_person_same_issue",
        "Only cases of the same person about the same thing can be joined",
    )
    SOURCE_RECORDED = "source_recorded", "Where it comes from has not been recorded"
    CONSENT_TO_QUOTE = "consent_to_quote", "The person has not agreed to be quoted"
    NAMES_REMOVED = "names_removed", "Names have not been taken out"
    CONSENT_CHECKED = "consent_checked", "The child's or parent's consent has not been checked"
    SKIP_AGREED = "skip_agreed", "Both sides have to agree to leave out Stage 1"
    LATE_REQUEST = "late_request", "It came within the time for asking"
    STAGE_1_WAS_LAST = "stage_1_was_last", "It was not closed after Stage 1"
    STAGE_2_WAS_LAST = "stage_2_was_last", "It was not closed after Stage 2"
    PANEL_REPORT_RECEIVED = "panel_report_received", "The panel's report has not come"
    CALLED_VEXATIOUS = "called_vexatious", "Nobody proposed to call it vexatious"
    SECOND_CONFIRMATION = "second_confirmation", "A senior manager has to confirm this reason as well"
    EARLY_REFERRAL_AGREED = "early_referral_agreed", "All significant concerns upheld and the actions agreed by both"


class Doing(StrEnum):
    """What a step does to a clock."""

    START = "start"
    STOP = "stop"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    REVIVE = "revive"  # the clock of the place it comes back to runs on as if it had never stopped
    UNDO = "undo"  # as if it had never run: another procedure has clocks of its own
