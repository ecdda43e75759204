"""The first tables: drafts, cases, timelines, letters, officers."""

import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None
branch_labels = None
depends_on = None

# Timelines and views are only ever added to: the database itself refuses to change or take away a line.
APPEND_ONLY = (
    "timeline",
    "audit",
    "action_reviews",
    "register_lines",
    "clock_entries",
    "steps_taken",
    "screenings",
    "lgsco_reported",
    "documents",
    "printings",
    "report_blocks",
    "kept_reports",
)
NEVER_SEALED = ("kept_reports",)
"""Whose `body` is what it says, and stays it."""

# The lines of a case may be taken away, never changed, once two different people agreed to let the case go.
OF_CASE = {
    "timeline": "OLD.case_id",
    "clock_entries": "OLD.case_id",
    "steps_taken": "OLD.case_id",
    "screenings": "OLD.case_id",
    "documents": "OLD.case_id",
    "printings": "SELECT case_id FROM documents WHERE documents.id = OLD.document_id",
    "register_lines": "SELECT case_id FROM ombudsman_enquiries AS entry "
    "WHERE OLD.register = 'ombudsman' AND entry.id = OLD.entry_id "
    "UNION ALL SELECT case_id FROM member_enquiries AS entry "
    "WHERE OLD.register = 'member' AND entry.id = OLD.entry_id",
}
# Of an audit line only what an officer wrote may go with its case: the seal holds everything else of it.
WORDS_OF_CASE = {"audit": "NEW.body IS NULL AND NEW.id = OLD.id AND NEW.seal = OLD.seal"}
AGREED = "second_by IS NOT NULL AND first_by <> second_by OR again"


def agreed_to(case: str) -> str:
    return f"EXISTS (SELECT 1 FROM disposals WHERE case_id IN ({case}) AND ({AGREED}))"  # noqa: S608  every part stands above


def allowed(table: str) -> dict[str, str]:
    """What may be done to a line of the table when its case is let go."""
    found = {}
    if table in OF_CASE:
        found["DELETE"] = agreed_to(OF_CASE[table])
    if table in WORDS_OF_CASE:
        found["UPDATE"] = f"{WORDS_OF_CASE[table]} AND {agreed_to('OLD.case_id')}"
    return found


def keep_append_only() -> None:
    for table in APPEND_ONLY:
        if op.get_bind().dialect.name == "sqlite":
            for verb, changed in (("UPDATE", _changed(table, "IS", "{}")), ("DELETE", "TRUE")):
                may = allowed(table).get(verb)
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"WHEN {changed} AND NOT ({may or 'FALSE'}) "
                    "BEGIN SELECT RAISE(ABORT, 'a line of it is never changed'); END"
                )
        else:
            changed = _changed(table, "IS NOT DISTINCT FROM", "{}::text")
            gone = "".join(
                f"IF TG_OP = '{verb}' THEN IF {may} THEN RETURN {'OLD' if verb == 'DELETE' else 'NEW'}; END IF; END IF; "
                for verb, may in (("UPDATE", f"NOT ({changed})"), *allowed(table).items())
            )
            op.execute(
                f"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN {gone}RAISE EXCEPTION 'a line of it is never changed'; END $$"
            )
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"
            )


def _changed(table: str, same: str, plain: str) -> str:
    """Whether anything of a line changed, except that what is sealed in it was sealed anew with another key."""
    fits = []
    for column in sa.inspect(op.get_bind()).get_columns(table):
        name = column["name"]
        new, old = f"NEW.{name}", f"OLD.{name}"
        fit = f"{plain.format(new)} {same} {plain.format(old)}"
        if name == "body" and table not in NEVER_SEALED:
            anew = f"substr({new}, 1, 2) <> substr({old}, 1, 2)"
            fit = f"({fit} OR ({new} IS NOT NULL AND {old} IS NOT NULL AND {anew}))"
        fits.append(fit)
    return f"NOT ({' AND '.join(fits)})"


def release_append_only() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in APPEND_ONLY:
            op.execute(f"DROP FUNCTION {table}_append_only() CASCADE")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "done_by",
            sa.Enum("officer", "person", "portal", "nobody_known", "unnamed", name="by", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column(
            "deed",
            sa.Enum(
                "saw",
                "changed",
                "exported",
                "let_go",
                "refused",
                "said_why",
                "signed_in",
                "signed_out",
                name="deed",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("about_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(length=40), nullable=True),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=True),
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("seal", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index("ix_audit_case", ["case_id", "id"], unique=False)
        batch_op.create_index("ix_audit_deed", ["deed", "id"], unique=False)
        batch_op.create_index("ix_audit_officer", ["officer_id", "id"], unique=False)

    op.create_table(
        "data_actions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("issue", sa.Text(), nullable=True),
        sa.Column("lessons", sa.Text(), nullable=True),
        sa.Column("actions", sa.Text(), nullable=True),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("timescale", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=60), nullable=True),
        sa.Column("review", sa.Text(), nullable=True),
        sa.Column("references", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_actions")),
    )
    with op.batch_alter_table("data_actions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_actions_owner"), ["owner"], unique=False)

    op.create_table(
        "data_activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("year", sa.String(length=60), nullable=True),
        sa.Column("measure", sa.String(length=60), nullable=True),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_activity")),
    )
    with op.batch_alter_table("data_activity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_activity_owner"), ["owner"], unique=False)

    op.create_table(
        "data_children",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(length=60), nullable=True),
        sa.Column("child", sa.String(length=60), nullable=True),
        sa.Column("age", sa.String(length=60), nullable=True),
        sa.Column("sex", sa.String(length=60), nullable=True),
        sa.Column("ethnicity", sa.String(length=60), nullable=True),
        sa.Column("religion", sa.String(length=60), nullable=True),
        sa.Column("disabled", sa.String(length=60), nullable=True),
        sa.Column("impairments", sa.Text(), nullable=True),
        sa.Column("care_status", sa.String(length=60), nullable=True),
        sa.Column("uasc", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_children")),
    )
    with op.batch_alter_table("data_children", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_children_owner"), ["owner"], unique=False)

    op.create_table(
        "data_compliments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(length=60), nullable=True),
        sa.Column("categories", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_compliments")),
    )
    with op.batch_alter_table("data_compliments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_compliments_owner"), ["owner"], unique=False)

    op.create_table(
        "data_concerns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(length=60), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("category", sa.String(length=60), nullable=True),
        sa.Column("subcategory", sa.String(length=60), nullable=True),
        sa.Column("primary", sa.Boolean(), nullable=True),
        sa.Column("outcome_1", sa.String(length=60), nullable=True),
        sa.Column("outcome_2", sa.String(length=60), nullable=True),
        sa.Column("outcome_3", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_concerns")),
    )
    with op.batch_alter_table("data_concerns", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_concerns_owner"), ["owner"], unique=False)

    op.create_table(
        "data_council",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_data_council")),
    )
    op.create_table(
        "data_earlier_years",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("table", sa.String(length=60), nullable=True),
        sa.Column("row", sa.String(length=60), nullable=True),
        sa.Column("column", sa.String(length=60), nullable=True),
        sa.Column("year", sa.String(length=60), nullable=True),
        sa.Column("value", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_earlier_years")),
    )
    with op.batch_alter_table("data_earlier_years", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_earlier_years_owner"), ["owner"], unique=False)

    op.create_table(
        "data_expenditure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("incurred_on", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_expenditure")),
    )
    with op.batch_alter_table("data_expenditure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_expenditure_owner"), ["owner"], unique=False)

    op.create_table(
        "data_monitoring",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("year", sa.String(length=60), nullable=True),
        sa.Column("quarter", sa.Integer(), nullable=True),
        sa.Column("audience", sa.String(length=60), nullable=True),
        sa.Column("language", sa.String(length=60), nullable=True),
        sa.Column("age_band", sa.String(length=60), nullable=True),
        sa.Column("sex", sa.String(length=60), nullable=True),
        sa.Column("gender_same_as_registered", sa.String(length=60), nullable=True),
        sa.Column("ethnicity", sa.String(length=60), nullable=True),
        sa.Column("religion", sa.String(length=60), nullable=True),
        sa.Column("disabled", sa.String(length=60), nullable=True),
        sa.Column("impairments", sa.Text(), nullable=True),
        sa.Column("orientation", sa.String(length=60), nullable=True),
        sa.Column("main_language", sa.String(length=60), nullable=True),
        sa.Column("reference", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_monitoring")),
    )
    with op.batch_alter_table("data_monitoring", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_monitoring_owner"), ["owner"], unique=False)

    op.create_table(
        "data_ombudsman",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("reference", sa.String(length=60), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("service", sa.String(length=60), nullable=True),
        sa.Column("investigated", sa.Boolean(), nullable=True),
        sa.Column("outcome", sa.String(length=60), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_ombudsman")),
    )
    with op.batch_alter_table("data_ombudsman", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_ombudsman_owner"), ["owner"], unique=False)

    op.create_table(
        "data_payments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("reference", sa.String(length=60), nullable=True),
        sa.Column("detail", sa.String(length=60), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_payments")),
    )
    with op.batch_alter_table("data_payments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_payments_owner"), ["owner"], unique=False)

    op.create_table(
        "data_representations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(length=60), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=True),
        sa.Column("procedure", sa.String(length=60), nullable=True),
        sa.Column("triage", sa.String(length=60), nullable=True),
        sa.Column("triage_reason", sa.String(length=60), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("acknowledged_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("method", sa.String(length=60), nullable=True),
        sa.Column("point", sa.String(length=60), nullable=True),
        sa.Column("complainant", sa.String(length=60), nullable=True),
        sa.Column("submitted_by", sa.String(length=60), nullable=True),
        sa.Column("teams", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=60), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(length=60), nullable=True),
        sa.Column("outcome", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_representations")),
    )
    with op.batch_alter_table("data_representations", schema=None) as batch_op:
        batch_op.create_index("ix_data_representations_day", ["received_on", "reference"], unique=False)
        batch_op.create_index(batch_op.f("ix_data_representations_owner"), ["owner"], unique=False)

    op.create_table(
        "data_resolutions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(length=60), nullable=True),
        sa.Column("resolution", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_resolutions")),
    )
    with op.batch_alter_table("data_resolutions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_resolutions_owner"), ["owner"], unique=False)

    op.create_table(
        "data_stages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(length=60), nullable=True),
        sa.Column("stage", sa.Integer(), nullable=True),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("declined", sa.Boolean(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("extended_to", sa.Date(), nullable=True),
        sa.Column("paused_days", sa.Integer(), nullable=True),
        sa.Column("responded_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=60), nullable=True),
        sa.Column("corrective_action", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_stages")),
    )
    with op.batch_alter_table("data_stages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_data_stages_owner"), ["owner"], unique=False)

    op.create_table(
        "equality_answers",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("audience", sa.Enum("child", "adult", name="audience", native_enum=False, length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("age_band", sa.String(length=40), nullable=False),
        sa.Column("sex", sa.String(length=40), nullable=False),
        sa.Column("gender_same_as_registered", sa.String(length=40), nullable=False),
        sa.Column("ethnicity", sa.String(length=40), nullable=False),
        sa.Column("religion", sa.String(length=40), nullable=False),
        sa.Column("disabled", sa.String(length=40), nullable=False),
        sa.Column("impairments", sa.JSON(), nullable=False),
        sa.Column("orientation", sa.String(length=40), nullable=False),
        sa.Column("main_language", sa.String(length=40), nullable=True),
        sa.Column("reference", sa.String(length=40), nullable=True),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_equality_answers")),
    )
    with op.batch_alter_table("equality_answers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_equality_answers_counted"), ["counted"], unique=False)

    op.create_table(
        "equality_invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=40), nullable=False),
        sa.Column("audience", sa.Enum("child", "adult", name="audience", native_enum=False, length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_equality_invitations")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_equality_invitations_fingerprint")),
    )
    op.create_table(
        "equality_offers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("audience", sa.Enum("child", "adult", name="audience", native_enum=False, length=40), nullable=False),
        sa.Column("receipts", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_equality_offers")),
    )
    with op.batch_alter_table("equality_offers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_equality_offers_counted"), ["counted"], unique=False)

    op.create_table(
        "fact_children",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("ages", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("care", sa.Integer(), nullable=False),
        sa.Column("impairments", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_children")),
    )
    with op.batch_alter_table("fact_children", schema=None) as batch_op:
        batch_op.create_index("ix_fact_children_ages", ["year", "ages", "quarter"], unique=False)
        batch_op.create_index("ix_fact_children_care", ["year", "care", "quarter"], unique=False)
        batch_op.create_index("ix_fact_children_impairments", ["year", "impairments", "quarter"], unique=False)
        batch_op.create_index("ix_fact_children_origins", ["year", "origins", "quarter"], unique=False)
        batch_op.create_index(batch_op.f("ix_fact_children_owner"), ["owner"], unique=False)

    op.create_table(
        "fact_compliments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("praise", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_compliments")),
    )
    with op.batch_alter_table("fact_compliments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fact_compliments_owner"), ["owner"], unique=False)
        batch_op.create_index("ix_fact_compliments_praise", ["year", "praise", "quarter"], unique=False)

    op.create_table(
        "fact_concerns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("results", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_concerns")),
    )
    with op.batch_alter_table("fact_concerns", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fact_concerns_owner"), ["owner"], unique=False)
        batch_op.create_index("ix_fact_concerns_results", ["year", "results", "quarter"], unique=False)

    op.create_table(
        "fact_expenditure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("sums", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_expenditure")),
    )
    with op.batch_alter_table("fact_expenditure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fact_expenditure_owner"), ["owner"], unique=False)
        batch_op.create_index("ix_fact_expenditure_sums", ["year", "sums", "quarter"], unique=False)

    op.create_table(
        "fact_monitoring",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("ages", sa.Integer(), nullable=False),
        sa.Column("ethnicities", sa.Integer(), nullable=False),
        sa.Column("religions", sa.Integer(), nullable=False),
        sa.Column("languages", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_monitoring")),
    )
    with op.batch_alter_table("fact_monitoring", schema=None) as batch_op:
        batch_op.create_index("ix_fact_monitoring_ages", ["year", "ages", "quarter"], unique=False)
        batch_op.create_index("ix_fact_monitoring_ethnicities", ["year", "ethnicities", "quarter"], unique=False)
        batch_op.create_index("ix_fact_monitoring_languages", ["year", "languages", "quarter"], unique=False)
        batch_op.create_index(batch_op.f("ix_fact_monitoring_owner"), ["owner"], unique=False)
        batch_op.create_index("ix_fact_monitoring_religions", ["year", "religions", "quarter"], unique=False)

    op.create_table(
        "fact_ombudsman",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("results", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_ombudsman")),
    )
    with op.batch_alter_table("fact_ombudsman", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fact_ombudsman_owner"), ["owner"], unique=False)
        batch_op.create_index("ix_fact_ombudsman_results", ["year", "results", "quarter"], unique=False)

    op.create_table(
        "fact_payments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("sums", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_payments")),
    )
    with op.batch_alter_table("fact_payments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fact_payments_owner"), ["owner"], unique=False)
        batch_op.create_index("ix_fact_payments_sums", ["year", "sums", "quarter"], unique=False)

    op.create_table(
        "fact_representations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("course", sa.Integer(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("way", sa.Integer(), nullable=False),
        sa.Column("work", sa.Integer(), nullable=False),
        sa.Column("about", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_representations")),
    )
    with op.batch_alter_table("fact_representations", schema=None) as batch_op:
        batch_op.create_index("ix_fact_representations_about", ["year", "about", "quarter"], unique=False)
        batch_op.create_index("ix_fact_representations_course", ["year", "course", "quarter"], unique=False)
        batch_op.create_index("ix_fact_representations_found", ["year", "found", "quarter"], unique=False)
        batch_op.create_index(batch_op.f("ix_fact_representations_owner"), ["owner"], unique=False)
        batch_op.create_index("ix_fact_representations_way", ["year", "way", "quarter"], unique=False)
        batch_op.create_index("ix_fact_representations_work", ["year", "work", "quarter"], unique=False)

    op.create_table(
        "fact_resolutions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("ways", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_resolutions")),
    )
    with op.batch_alter_table("fact_resolutions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fact_resolutions_owner"), ["owner"], unique=False)
        batch_op.create_index("ix_fact_resolutions_ways", ["year", "ways", "quarter"], unique=False)

    op.create_table(
        "fact_stages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("results", sa.Integer(), nullable=False),
        sa.Column("working", sa.Integer(), nullable=False),
        sa.Column("calendar", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_stages")),
    )
    with op.batch_alter_table("fact_stages", schema=None) as batch_op:
        batch_op.create_index("ix_fact_stages_calendar", ["year", "calendar", "quarter"], unique=False)
        batch_op.create_index(batch_op.f("ix_fact_stages_owner"), ["owner"], unique=False)
        batch_op.create_index("ix_fact_stages_results", ["year", "results", "quarter"], unique=False)
        batch_op.create_index("ix_fact_stages_working", ["year", "working", "quarter"], unique=False)

    op.create_table(
        "fact_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_words")),
        sa.UniqueConstraint("text", name=op.f("uq_fact_words_text")),
    )
    op.create_table(
        "monitoring",
        sa.Column("key", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sex", sa.String(length=40), nullable=True),
        sa.Column("sex_missing", sa.String(length=40), nullable=True),
        sa.Column("ethnicity", sa.String(length=40), nullable=True),
        sa.Column("ethnicity_missing", sa.String(length=40), nullable=True),
        sa.Column("religion", sa.String(length=40), nullable=True),
        sa.Column("religion_missing", sa.String(length=40), nullable=True),
        sa.Column("disabled", sa.String(length=40), nullable=True),
        sa.Column("disabled_missing", sa.String(length=40), nullable=True),
        sa.Column("impairments", sa.JSON(), nullable=False),
        sa.Column("recorded_from", sa.String(length=40), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_monitoring")),
        sa.UniqueConstraint("key", name=op.f("uq_monitoring_key")),
    )
    op.create_table(
        "officers",
        sa.Column("email", sa.String(length=255), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("public_name", sa.String(length=120), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("teams", sa.JSON(), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("tf_primary_method", sa.String(length=64), nullable=True),
        sa.Column("tf_totp_secret", sa.String(length=255), nullable=True),
        sa.Column("tf_last_counter", sa.Integer(), nullable=True),
        sa.Column("mf_recovery_codes", sa.JSON(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officers")),
        sa.UniqueConstraint("email", name=op.f("uq_officers_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_officers_fs_uniquifier")),
    )
    op.create_table(
        "rate_counts",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rate_counts")),
        sa.UniqueConstraint("name", name=op.f("uq_rate_counts_name")),
    )
    with op.batch_alter_table("rate_counts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rate_counts_ends_at"), ["ends_at"], unique=False)

    op.create_table(
        "saved_drafts",
        sa.Column("finder", sa.LargeBinary(length=32), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_drafts")),
        sa.UniqueConstraint("finder", name=op.f("uq_saved_drafts_finder")),
    )
    with op.batch_alter_table("saved_drafts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_saved_drafts_saved_at"), ["saved_at"], unique=False)

    op.create_table(
        "cases",
        sa.Column("reference", sa.String(length=8), nullable=False),
        sa.Column("authority", sa.String(length=40), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "complaint",
                "comment",
                "compliment",
                "enquiry",
                "advocacy_request",
                "member_enquiry",
                "service_request",
                name="kind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("audience", sa.Enum("child", "adult", name="audience", native_enum=False, length=40), nullable=False),
        sa.Column("journey", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column(
            "method",
            sa.Enum(
                "email",
                "online_form",
                "paper_form",
                "letter",
                "telephone",
                "in_person",
                "social_media",
                "text_message",
                "app",
                "surgery_session",
                "staff_recorded",
                "not_known",
                name="method",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "point",
            sa.Enum(
                "complaints_team",
                "service_area",
                "contact_centre",
                "director",
                "chief_executive",
                "elected_member",
                "mp",
                "ombudsman",
                "senior_manager",
                "childrens_rights_service",
                "advocacy_provider",
                "director_surgery",
                "other",
                name="point",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("ack_due_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_max_on", sa.Date(), nullable=False),
        sa.Column("amber_on", sa.Date(), nullable=True),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("extended", sa.Boolean(), nullable=False),
        sa.Column("lapsed_on", sa.Date(), nullable=True),
        sa.Column("chased_for", sa.Date(), nullable=True),
        sa.Column("look_by", sa.Date(), nullable=True),
        sa.Column("look_chased", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "received", "accepted", "answered", "withdrawn", "closed", name="state", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "procedure",
            sa.Enum(
                "intake",
                "statutory",
                "corporate",
                "informal",
                "enquiry",
                "comment",
                "compliment",
                "advocacy",
                "safeguarding",
                "ineligible",
                "alternative_route",
                "member",
                "ombudsman",
                "service_request",
                name="procedure",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("beneath", sa.Text(), nullable=False),
        sa.Column("acknowledged_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("safety", sa.String(length=40), nullable=False),
        sa.Column("waiting_for_us", sa.Boolean(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("unhappy", sa.Boolean(), nullable=False),
        sa.Column("hear_alone", sa.Boolean(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("handler_id", sa.Integer(), nullable=True),
        sa.Column("code_hash", sa.Text(), nullable=True),
        sa.Column("code_changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("let_go_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["handler_id"], ["officers.id"], name=op.f("fk_cases_handler_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_cases_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("reference", name=op.f("uq_cases_reference")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index(
            "ix_cases_ack_due",
            ["state", "ack_due_on", "id", "officer_id", "method", "language", "audience"],
            unique=False,
            sqlite_where=sa.text("state = 'received'"),
            postgresql_where=sa.text("state = 'received'"),
        )
        batch_op.create_index("ix_cases_audience", ["audience", "id"], unique=False)
        batch_op.create_index(
            "ix_cases_board",
            ["paused", "due_on", "id", "due_max_on", "amber_on"],
            unique=False,
            sqlite_where=sa.text("coalesce(state, '') IN ('received', 'accepted')"),
            postgresql_where=sa.text("state IN ('received', 'accepted')"),
        )
        batch_op.create_index(batch_op.f("ix_cases_counted"), ["counted"], unique=False)
        batch_op.create_index(
            "ix_cases_desk", ["state", "id", "officer_id", "method", "language", "audience"], unique=False
        )
        batch_op.create_index(
            "ix_cases_due",
            ["state", "due_on", "id", "look_by", "officer_id", "method", "language", "audience"],
            unique=False,
            sqlite_where=sa.text("state = 'accepted'"),
            postgresql_where=sa.text("state = 'accepted'"),
        )
        batch_op.create_index("ix_cases_language", ["language", "id"], unique=False)
        batch_op.create_index(
            "ix_cases_latest",
            ["paused", "due_max_on", "id", "due_on"],
            unique=False,
            sqlite_where=sa.text("coalesce(state, '') IN ('received', 'accepted')"),
            postgresql_where=sa.text("state IN ('received', 'accepted')"),
        )
        batch_op.create_index(
            "ix_cases_look_by",
            ["state", "look_by", "id", "officer_id", "method", "language", "audience"],
            unique=False,
            sqlite_where=sa.text("look_by IS NOT NULL AND state = 'accepted'"),
            postgresql_where=sa.text("look_by IS NOT NULL AND state = 'accepted'"),
        )
        batch_op.create_index("ix_cases_method", ["method", "id"], unique=False)
        batch_op.create_index("ix_cases_officer", ["officer_id", "id", "state"], unique=False)
        batch_op.create_index(
            "ix_cases_officer_board",
            ["officer_id", "paused", "due_on", "id", "due_max_on", "amber_on"],
            unique=False,
            sqlite_where=sa.text("coalesce(state, '') IN ('received', 'accepted')"),
            postgresql_where=sa.text("state IN ('received', 'accepted')"),
        )
        batch_op.create_index("ix_cases_safety", ["safety", "id"], unique=False)
        batch_op.create_index(
            "ix_cases_urgent",
            ["id", "state", "officer_id", "method", "language", "audience"],
            unique=False,
            sqlite_where=sa.text("urgent AND coalesce(state, '') IN ('received', 'accepted')"),
            postgresql_where=sa.text("urgent AND state IN ('received', 'accepted')"),
        )
        batch_op.create_index(
            "ix_cases_waiting",
            ["id", "state", "officer_id", "method", "language", "audience"],
            unique=False,
            sqlite_where=sa.text("waiting_for_us AND coalesce(state, '') IN ('received', 'accepted')"),
            postgresql_where=sa.text("waiting_for_us AND state IN ('received', 'accepted')"),
        )

    op.create_table(
        "independents",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("capacities", sa.JSON(), nullable=False),
        sa.Column("pence_a_day", sa.Integer(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("is_member", sa.Boolean(), nullable=False),
        sa.Column("is_officer", sa.Boolean(), nullable=False),
        sa.Column("is_partner", sa.Boolean(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("kept_by", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["kept_by"], ["officers.id"], name=op.f("fk_independents_kept_by")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_independents_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_independents")),
        sa.UniqueConstraint("officer_id", name=op.f("uq_independents_officer_id")),
    )
    with op.batch_alter_table("independents", schema=None) as batch_op:
        batch_op.create_index("ix_independents_name", ["name", "id"], unique=False)

    op.create_table(
        "kept_reports",
        sa.Column("authority", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=True),
        sa.Column("edition", sa.String(length=40), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("bases", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_kept_reports_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_reports")),
    )
    with op.batch_alter_table("kept_reports", schema=None) as batch_op:
        batch_op.create_index("ix_kept_reports_year", ["authority", "year"], unique=False)

    op.create_table(
        "lgsco_reported",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("reported", sa.Integer(), nullable=False),
        sa.Column("childrens_social_care", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_lgsco_reported_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lgsco_reported")),
    )
    with op.batch_alter_table("lgsco_reported", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lgsco_reported_year"), ["year"], unique=False)

    op.create_table(
        "register_lines",
        sa.Column("register", sa.String(length=40), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(length=40), nullable=True),
        sa.Column("left", sa.String(length=40), nullable=True),
        sa.Column("reached", sa.String(length=40), nullable=True),
        sa.Column("counts_on", sa.Date(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_register_lines_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_lines")),
    )
    with op.batch_alter_table("register_lines", schema=None) as batch_op:
        batch_op.create_index("ix_register_lines", ["register", "entry_id", "id"], unique=False)

    op.create_table(
        "report_blocks",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(length=40), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_report_blocks_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_blocks")),
    )
    with op.batch_alter_table("report_blocks", schema=None) as batch_op:
        batch_op.create_index("ix_report_blocks_section", ["year", "section", "id"], unique=False)

    op.create_table(
        "staff_sessions",
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_staff_sessions_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_sessions")),
        sa.UniqueConstraint("key", name=op.f("uq_staff_sessions_key")),
    )
    with op.batch_alter_table("staff_sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_sessions_officer_id"), ["officer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_staff_sessions_touched_at"), ["touched_at"], unique=False)

    op.create_table(
        "actions",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("concern_number", sa.Integer(), nullable=True),
        sa.Column("team", sa.String(length=40), nullable=False),
        sa.Column("owner_role", sa.String(length=40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_actions_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions")),
    )
    with op.batch_alter_table("actions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_actions_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_actions_counted"), ["counted"], unique=False)
        batch_op.create_index("ix_actions_open", ["open", "due_on", "id"], unique=False)
        batch_op.create_index("ix_actions_team", ["team", "due_on", "id"], unique=False)

    op.create_table(
        "advocacy_requests",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("provider", sa.String(length=120), nullable=False),
        sa.Column(
            "origin",
            sa.Enum(
                "asked_here", "in_form", "on_their_page", "through_team", name="origin", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("journey", sa.String(length=40), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("variant", sa.String(length=40), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("contact_by", sa.Date(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("in_touch_on", sa.Date(), nullable=True),
        sa.Column("over_on", sa.Date(), nullable=True),
        sa.Column(
            "ending",
            sa.Enum("finished", "cannot", "not_wanted", name="ending", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column(
            "reason",
            sa.Enum(
                "nobody_free",
                "other_side",
                "not_ours",
                "not_reached",
                "not_wanted",
                name="cannot",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("name_body", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_advocacy_requests_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advocacy_requests")),
    )
    with op.batch_alter_table("advocacy_requests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advocacy_requests_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_advocacy_requests_open", ["over_on", "contact_by", "id"], unique=False)

    op.create_table(
        "advocate_offers",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("provider", sa.String(length=120), nullable=False),
        sa.Column("offered_on", sa.Date(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("declined_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_advocate_offers_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advocate_offers")),
    )
    with op.batch_alter_table("advocate_offers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advocate_offers_case_id"), ["case_id"], unique=False)

    op.create_table(
        "alerts",
        sa.Column("draft_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("audience", sa.Enum("child", "adult", name="audience", native_enum=False, length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_alerts_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_alerts_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
    )
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alerts_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_alerts_draft_id"), ["draft_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_alerts_handled_at"), ["handled_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_alerts_raised_at"), ["raised_at"], unique=False)

    op.create_table(
        "case_links",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_links_case_id")),
        sa.ForeignKeyConstraint(["other_id"], ["cases.id"], name=op.f("fk_case_links_other_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_links")),
        sa.UniqueConstraint("case_id", "other_id", name=op.f("uq_case_links_case_id_other_id")),
    )
    with op.batch_alter_table("case_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_links_other_id"), ["other_id"], unique=False)

    op.create_table(
        "case_teams",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(length=40), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_max_on", sa.Date(), nullable=True),
        sa.Column("amber_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_teams_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_case_teams_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_teams")),
        sa.UniqueConstraint("case_id", "team", name=op.f("uq_case_teams_case_id_team")),
    )
    with op.batch_alter_table("case_teams", schema=None) as batch_op:
        batch_op.create_index(
            "ix_case_teams_board",
            ["team", "paused", "due_on", "case_id", "due_max_on", "amber_on"],
            unique=False,
            sqlite_where=sa.text("open"),
            postgresql_where=sa.text("open"),
        )
        batch_op.create_index(
            "ix_case_teams_officer_board",
            ["team", "officer_id", "paused", "due_on", "case_id", "due_max_on", "amber_on"],
            unique=False,
            sqlite_where=sa.text("open"),
            postgresql_where=sa.text("open"),
        )

    op.create_table(
        "case_visits",
        sa.Column("visitor", sa.LargeBinary(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("holder", sa.Enum("person", "speaker", name="holder", native_enum=False, length=40), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_visits_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_visits")),
        sa.UniqueConstraint("visitor", name=op.f("uq_case_visits_visitor")),
    )
    with op.batch_alter_table("case_visits", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_visits_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_visits_touched_at"), ["touched_at"], unique=False)

    op.create_table(
        "case_who",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("complaint_of", sa.String(length=40), nullable=True),
        sa.Column("submitted_by", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_who_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_who")),
        sa.UniqueConstraint("case_id", name=op.f("uq_case_who_case_id")),
    )
    op.create_table(
        "children",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("child_key", sa.String(length=40), nullable=False),
        sa.Column("monitoring_key", sa.LargeBinary(length=16), nullable=False),
        sa.Column("is_complainant", sa.Boolean(), nullable=False),
        sa.Column("relationship", sa.String(length=40), nullable=False),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.Column("care_status", sa.String(length=40), nullable=False),
        sa.Column("uasc", sa.String(length=40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_children_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_children")),
        sa.UniqueConstraint("case_id", "child_key", name=op.f("uq_children_case_id_child_key")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_children_case_id_number")),
    )
    with op.batch_alter_table("children", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_children_child_key"), ["child_key"], unique=False)

    op.create_table(
        "clock_entries",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column(
            "clock",
            sa.Enum(
                "K1",
                "K2",
                "K3",
                "K4",
                "K5",
                "K6",
                "K7",
                "K8",
                "K8a",
                "K8b",
                "K9",
                "K10",
                "K11",
                "K12",
                "K13",
                "K14",
                "K15",
                "K16",
                "K17",
                "K18",
                "K19",
                "K20",
                "K21",
                "K22",
                "K23",
                "K1c",
                name="clockid",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "what",
            sa.Enum(
                "started",
                "paused",
                "resumed",
                "extended",
                "retargeted",
                "stopped",
                "undone",
                name="what",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("counts_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("pause", sa.String(length=40), nullable=True),
        sa.Column(
            "agreed", sa.Enum("yes", "no", "not_asked", name="agreed", native_enum=False, length=40), nullable=True
        ),
        sa.Column("which", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_clock_entries_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_clock_entries_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_entries")),
    )
    with op.batch_alter_table("clock_entries", schema=None) as batch_op:
        batch_op.create_index("ix_clock_entries_case", ["case_id", "id"], unique=False)

    op.create_table(
        "compliments",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("categories", sa.JSON(), nullable=False),
        sa.Column("team", sa.String(length=40), nullable=True),
        sa.Column("may_quote", sa.Boolean(), nullable=True),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_compliments_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compliments")),
        sa.UniqueConstraint("case_id", name=op.f("uq_compliments_case_id")),
    )
    op.create_table(
        "concerns",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("subcategory", sa.String(length=40), nullable=True),
        sa.Column("function", sa.String(length=40), nullable=True),
        sa.Column("team", sa.String(length=40), nullable=True),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_concerns_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concerns")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_concerns_case_id_number")),
    )
    op.create_table(
        "consents",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(length=40), nullable=False),
        sa.Column("scope", sa.JSON(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_consents_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_case_id"), ["case_id"], unique=False)

    op.create_table(
        "contacts",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column(
            "way",
            sa.Enum(
                "code_only",
                "text",
                "call",
                "email",
                "letter",
                "in_person",
                "trusted",
                "none",
                name="contactway",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("may_say_who", sa.Boolean(), nullable=False),
        sa.Column("may_leave_message", sa.Boolean(), nullable=False),
        sa.Column("emptied_on", sa.Date(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("name_index", sa.LargeBinary(), nullable=True),
        sa.Column("email_index", sa.LargeBinary(), nullable=True),
        sa.Column("phone_index", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_contacts_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sa.UniqueConstraint("case_id", name=op.f("uq_contacts_case_id")),
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index("ix_contacts_email", ["email_index", "case_id"], unique=False)
        batch_op.create_index("ix_contacts_name", ["name_index", "case_id"], unique=False)
        batch_op.create_index("ix_contacts_phone", ["phone_index", "case_id"], unique=False)

    op.create_table(
        "corrective_actions",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_corrective_actions_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_corrective_actions_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrective_actions")),
        sa.UniqueConstraint("case_id", "stage", name=op.f("uq_corrective_actions_case_id_stage")),
    )
    op.create_table(
        "disposals",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column(
            "kept_as",
            sa.Enum(
                "statutory",
                "other",
                "ombudsman",
                "praise",
                "advocacy",
                "elsewhere",
                name="retentionclass",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first_by", sa.Integer(), nullable=True),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("second_by", sa.Integer(), nullable=True),
        sa.Column("second_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finder", sa.LargeBinary(length=16), nullable=True),
        sa.Column("erased", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.CheckConstraint("second_by IS NULL OR second_by <> first_by", name=op.f("ck_disposals_two_people")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_disposals_case_id")),
        sa.ForeignKeyConstraint(["first_by"], ["officers.id"], name=op.f("fk_disposals_first_by")),
        sa.ForeignKeyConstraint(["second_by"], ["officers.id"], name=op.f("fk_disposals_second_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposals")),
        sa.UniqueConstraint("case_id", name=op.f("uq_disposals_case_id")),
    )
    with op.batch_alter_table("disposals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_disposals_finder"), ["finder"], unique=False)
        batch_op.create_index("ix_disposals_open", ["done_at", "until", "id"], unique=False)

    op.create_table(
        "drafts",
        sa.Column("visitor", sa.LargeBinary(length=32), nullable=False),
        sa.Column("journey", sa.String(length=40), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("variant", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("saved_id", sa.Integer(), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_drafts_case_id")),
        sa.ForeignKeyConstraint(
            ["saved_id"], ["saved_drafts.id"], name=op.f("fk_drafts_saved_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sa.UniqueConstraint("visitor", "journey", name=op.f("uq_drafts_visitor_journey")),
    )
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_drafts_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_drafts_saved_id"), ["saved_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_drafts_touched_at"), ["touched_at"], unique=False)

    op.create_table(
        "expenses",
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("pence", sa.Integer(), nullable=False),
        sa.Column("incurred_on", sa.Date(), nullable=False),
        sa.Column("approved_by", sa.String(length=120), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_expenses_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_expenses_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expenses")),
    )
    with op.batch_alter_table("expenses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_expenses_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_expenses_counted"), ["counted"], unique=False)
        batch_op.create_index(batch_op.f("ix_expenses_incurred_on"), ["incurred_on"], unique=False)

    op.create_table(
        "legal_holds",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lifted_by", sa.Integer(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_legal_holds_case_id")),
        sa.ForeignKeyConstraint(["lifted_by"], ["officers.id"], name=op.f("fk_legal_holds_lifted_by")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_legal_holds_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_holds")),
    )
    with op.batch_alter_table("legal_holds", schema=None) as batch_op:
        batch_op.create_index(
            "ix_legal_holds_one",
            ["case_id"],
            unique=True,
            sqlite_where=sa.text("lifted_at IS NULL"),
            postgresql_where=sa.text("lifted_at IS NULL"),
        )

    op.create_table(
        "letters",
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("waiting", "sent", "dead", name="letterstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_letters_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("about", "kind", "number", name=op.f("uq_letters_about_kind_number")),
    )
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letters_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_letters_post", ["state", "next_try_at"], unique=False)

    op.create_table(
        "member_enquiries",
        sa.Column("reference", sa.String(length=8), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("asked_by", sa.String(length=40), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("replied_on", sa.Date(), nullable=True),
        sa.Column("team", sa.String(length=40), nullable=True),
        sa.Column("consent", sa.String(length=40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_member_enquiries_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_enquiries")),
        sa.UniqueConstraint("reference", name=op.f("uq_member_enquiries_reference")),
    )
    with op.batch_alter_table("member_enquiries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_enquiries_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_enquiries_counted"), ["counted"], unique=False)
        batch_op.create_index("ix_member_open", ["open", "due_on", "id"], unique=False)

    op.create_table(
        "messages",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column(
            "side", sa.Enum("person", "team", "speaker", name="side", native_enum=False, length=40), nullable=False
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "received",
                "acknowledged",
                "message_from_person",
                "message_from_team",
                "answered",
                "added",
                "next_step_asked",
                "withdrawn",
                "advocate_asked",
                "rated",
                "opened_by_person",
                "note",
                "assigned",
                "method_changed",
                "call_asked",
                "code_renewed",
                "released",
                "contact_overridden",
                "concern_recorded",
                "concern_changed",
                "concern_split",
                "concerns_merged",
                "statement_written",
                "statement_agreed",
                "outcome_recorded",
                "overall_set",
                "teams_set",
                "cases_linked",
                "resolution_recorded",
                "payment_recorded",
                "expense_recorded",
                "learning_recorded",
                "learning_reviewed",
                "corrective_recorded",
                "change_told",
                "child_recorded",
                "monitoring_recorded",
                "who_recorded",
                "advocate_offered",
                "consent_recorded",
                "consent_revoked",
                "compliment_recorded",
                "shared_with_service",
                "register_linked",
                "extended",
                "clock_paused",
                "clock_resumed",
                "clock_undone",
                "lapsed",
                "step_taken",
                "appointed",
                "appointment_ended",
                "fee_agreed",
                "report_received",
                "recommendation_recorded",
                "recommendation_answered",
                "panel_set",
                "screened",
                "letter_printed",
                "safety_raised",
                "safety_looked_at",
                "advocate_passed_on",
                "advocate_taken_on",
                "advocate_named",
                "advocate_tried",
                "advocate_in_touch",
                "advocate_cannot",
                "advocate_ended",
                "paper_added",
                "paper_shared",
                "paper_withdrawn",
                "file_infected",
                "heard_alone",
                "child_agreed",
                "speaker_checked",
                "held_from_going",
                "may_go",
                "link_cut",
                name="happening",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("speaker_seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reader", sa.Enum("person", "speaker", name="holder", native_enum=False, length=40), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_messages_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_messages_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
    )
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.create_index("ix_messages_case", ["case_id", "id"], unique=False)

    op.create_table(
        "ombudsman_enquiries",
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("replied_on", sa.Date(), nullable=True),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("investigated", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("pence", sa.Integer(), nullable=True),
        sa.Column("remedy_due_on", sa.Date(), nullable=True),
        sa.Column("remedied_on", sa.Date(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_ombudsman_enquiries_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ombudsman_enquiries")),
    )
    with op.batch_alter_table("ombudsman_enquiries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ombudsman_enquiries_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ombudsman_enquiries_counted"), ["counted"], unique=False)
        batch_op.create_index("ix_ombudsman_open", ["open", "due_on", "id"], unique=False)

    op.create_table(
        "overall_outcomes",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_overall_outcomes_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_overall_outcomes_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overall_outcomes")),
        sa.UniqueConstraint("case_id", "stage", name=op.f("uq_overall_outcomes_case_id_stage")),
    )
    op.create_table(
        "panels",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("meets_on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_panels_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_panels_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panels")),
        sa.UniqueConstraint("case_id", name=op.f("uq_panels_case_id")),
    )
    op.create_table(
        "payments",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("detail", sa.String(length=40), nullable=False),
        sa.Column("pence", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(length=40), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("approved_by", sa.String(length=120), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.Column("counted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_payments_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_payments_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
    )
    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payments_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_payments_counted"), ["counted"], unique=False)
        batch_op.create_index(batch_op.f("ix_payments_paid_on"), ["paid_on"], unique=False)

    op.create_table(
        "reports",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column(
            "author",
            sa.Enum("investigator", "independent_person", "panel", name="author", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("recommends", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_reports_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_reports_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.create_index("ix_reports_case", ["case_id", "id"], unique=False)

    op.create_table(
        "resolutions",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("resolution", sa.String(length=40), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_resolutions_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_resolutions_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolutions")),
        sa.UniqueConstraint("case_id", "resolution", name=op.f("uq_resolutions_case_id_resolution")),
    )
    op.create_table(
        "responses",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_by", sa.Integer(), nullable=True),
        sa.Column("signed_by", sa.Integer(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_responses_case_id")),
        sa.ForeignKeyConstraint(["checked_by"], ["officers.id"], name=op.f("fk_responses_checked_by")),
        sa.ForeignKeyConstraint(["signed_by"], ["officers.id"], name=op.f("fk_responses_signed_by")),
        sa.ForeignKeyConstraint(["written_by"], ["officers.id"], name=op.f("fk_responses_written_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responses")),
    )
    with op.batch_alter_table("responses", schema=None) as batch_op:
        batch_op.create_index("ix_responses_case", ["case_id", "sent_at"], unique=False)

    op.create_table(
        "screenings",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("suggested", sa.String(length=40), nullable=False),
        sa.Column("decided", sa.String(length=40), nullable=True),
        sa.Column("reason_code", sa.String(length=40), nullable=True),
        sa.Column("route", sa.String(length=40), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_screenings_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_screenings_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screenings")),
        sa.UniqueConstraint("case_id", "version", name=op.f("uq_screenings_case_id_version")),
    )
    op.create_table(
        "statements",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_statements_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_statements_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
        sa.UniqueConstraint("case_id", "version", name=op.f("uq_statements_case_id_version")),
    )
    op.create_table(
        "steps_taken",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("procedure", sa.String(length=40), nullable=False),
        sa.Column("event", sa.String(length=40), nullable=False),
        sa.Column("left", sa.String(length=40), nullable=False),
        sa.Column("reached", sa.String(length=40), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_steps_taken_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_steps_taken_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_steps_taken")),
    )
    with op.batch_alter_table("steps_taken", schema=None) as batch_op:
        batch_op.create_index("ix_steps_taken_case", ["case_id", "id"], unique=False)

    op.create_table(
        "timeline",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column(
            "happening",
            sa.Enum(
                "received",
                "acknowledged",
                "message_from_person",
                "message_from_team",
                "answered",
                "added",
                "next_step_asked",
                "withdrawn",
                "advocate_asked",
                "rated",
                "opened_by_person",
                "note",
                "assigned",
                "method_changed",
                "call_asked",
                "code_renewed",
                "released",
                "contact_overridden",
                "concern_recorded",
                "concern_changed",
                "concern_split",
                "concerns_merged",
                "statement_written",
                "statement_agreed",
                "outcome_recorded",
                "overall_set",
                "teams_set",
                "cases_linked",
                "resolution_recorded",
                "payment_recorded",
                "expense_recorded",
                "learning_recorded",
                "learning_reviewed",
                "corrective_recorded",
                "change_told",
                "child_recorded",
                "monitoring_recorded",
                "who_recorded",
                "advocate_offered",
                "consent_recorded",
                "consent_revoked",
                "compliment_recorded",
                "shared_with_service",
                "register_linked",
                "extended",
                "clock_paused",
                "clock_resumed",
                "clock_undone",
                "lapsed",
                "step_taken",
                "appointed",
                "appointment_ended",
                "fee_agreed",
                "report_received",
                "recommendation_recorded",
                "recommendation_answered",
                "panel_set",
                "screened",
                "letter_printed",
                "safety_raised",
                "safety_looked_at",
                "advocate_passed_on",
                "advocate_taken_on",
                "advocate_named",
                "advocate_tried",
                "advocate_in_touch",
                "advocate_cannot",
                "advocate_ended",
                "paper_added",
                "paper_shared",
                "paper_withdrawn",
                "file_infected",
                "heard_alone",
                "child_agreed",
                "speaker_checked",
                "held_from_going",
                "may_go",
                "link_cut",
                name="happening",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column(
            "side", sa.Enum("person", "team", "speaker", name="side", native_enum=False, length=40), nullable=False
        ),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_timeline_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_timeline_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timeline")),
    )
    with op.batch_alter_table("timeline", schema=None) as batch_op:
        batch_op.create_index("ix_timeline_case", ["case_id", "id"], unique=False)

    op.create_table(
        "told",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("variant", sa.String(length=40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_told_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_told")),
        sa.UniqueConstraint("case_id", name=op.f("uq_told_case_id")),
    )
    op.create_table(
        "action_reviews",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name=op.f("fk_action_reviews_action_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_action_reviews_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_reviews")),
    )
    with op.batch_alter_table("action_reviews", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_reviews_action_id"), ["action_id"], unique=False)

    op.create_table(
        "actions_learned_from",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name=op.f("fk_actions_learned_from_action_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_actions_learned_from_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions_learned_from")),
        sa.UniqueConstraint("action_id", "case_id", name=op.f("uq_actions_learned_from_action_id_case_id")),
    )
    with op.batch_alter_table("actions_learned_from", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_actions_learned_from_case_id"), ["case_id"], unique=False)

    op.create_table(
        "advocacy_contacts",
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column(
            "how",
            sa.Enum("call", "text", "email", "visit", "through_other", name="tried", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_advocacy_contacts_officer_id")),
        sa.ForeignKeyConstraint(["request_id"], ["advocacy_requests.id"], name=op.f("fk_advocacy_contacts_request_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advocacy_contacts")),
    )
    with op.batch_alter_table("advocacy_contacts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advocacy_contacts_request_id"), ["request_id"], unique=False)

    op.create_table(
        "appointments",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("independent_id", sa.Integer(), nullable=False),
        sa.Column(
            "capacity",
            sa.Enum(
                "investigator",
                "independent_person",
                "panellist",
                "chair",
                name="capacity",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("checked_by", sa.Integer(), nullable=False),
        sa.Column("pence_agreed", sa.Integer(), nullable=True),
        sa.Column("expense_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_appointments_case_id")),
        sa.ForeignKeyConstraint(["checked_by"], ["officers.id"], name=op.f("fk_appointments_checked_by")),
        sa.ForeignKeyConstraint(["expense_id"], ["expenses.id"], name=op.f("fk_appointments_expense_id")),
        sa.ForeignKeyConstraint(["independent_id"], ["independents.id"], name=op.f("fk_appointments_independent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
    )
    with op.batch_alter_table("appointments", schema=None) as batch_op:
        batch_op.create_index("ix_appointments_case", ["case_id", "id"], unique=False)
        batch_op.create_index("ix_appointments_person", ["independent_id", "until_on"], unique=False)

    op.create_table(
        "concern_outcomes",
        sa.Column("concern_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["concern_id"], ["concerns.id"], name=op.f("fk_concern_outcomes_concern_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_concern_outcomes_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_outcomes")),
        sa.UniqueConstraint("concern_id", "stage", name=op.f("uq_concern_outcomes_concern_id_stage")),
    )
    op.create_table(
        "documents",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "acknowledgement",
                "holding",
                "message",
                "taken_on",
                "quick_way",
                "other_way",
                "not_taken",
                "look_again",
                "joined",
                "waiting_for_advocate",
                "going_on",
                "more_time",
                "response",
                "terms",
                "lapsed",
                "next_stage",
                "next_stage_declined",
                "investigators",
                "statement_agreed",
                "findings",
                "panel_date",
                "panel_papers",
                "panel_report",
                "last_answer",
                "on_hold",
                "withdrawal",
                "finished",
                "open_again",
                "thank_you",
                "advocate_coming",
                "no_advocate",
                name="letterkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("audience", sa.Enum("child", "adult", name="audience", native_enum=False, length=40), nullable=False),
        sa.Column(
            "way",
            sa.Enum(
                "code_only",
                "text",
                "call",
                "email",
                "letter",
                "in_person",
                "trusted",
                "none",
                name="contactway",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("may_say_who", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_documents_case_id")),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_documents_message_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_documents_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index("ix_documents_case", ["case_id", "id"], unique=False)
        batch_op.create_index("ix_documents_way", ["way", "id"], unique=False)

    op.create_table(
        "files",
        sa.Column("draft_id", sa.Integer(), nullable=True),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("saved_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column(
            "sort", sa.Enum("photo", "sound", "paper", name="sort", native_enum=False, length=40), nullable=False
        ),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "scan", sa.Enum("waiting", "clean", "infected", name="scan", native_enum=False, length=40), nullable=False
        ),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reader", sa.Enum("person", "speaker", name="holder", native_enum=False, length=40), nullable=True),
        sa.Column("sealed_key", sa.LargeBinary(), nullable=True),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("small", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.CheckConstraint(
            "(sealed_key IS NULL) = (saved_id IS NOT NULL AND draft_id IS NULL)", name=op.f("ck_files_key_or_saved")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_files_case_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_files_draft_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_files_message_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_files_officer_id")),
        sa.ForeignKeyConstraint(["saved_id"], ["saved_drafts.id"], name=op.f("fk_files_saved_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["visit_id"], ["case_visits.id"], name=op.f("fk_files_visit_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
    )
    with op.batch_alter_table("files", schema=None) as batch_op:
        batch_op.create_index("ix_files_case", ["case_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_files_draft_id"), ["draft_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_files_saved_id"), ["saved_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_files_scan"), ["scan"], unique=False)
        batch_op.create_index(batch_op.f("ix_files_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "findings",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("concern_number", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "upheld",
                "partly_upheld",
                "not_upheld",
                "no_finding",
                "resolved",
                "withdrawn",
                "adr",
                "no_further_action",
                "not_investigated",
                "open",
                "not_proven",
                name="outcome",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_findings_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findings")),
        sa.UniqueConstraint("report_id", "concern_number", name=op.f("uq_findings_report_id_concern_number")),
    )
    op.create_table(
        "recommendations",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "author",
            sa.Enum("investigator", "independent_person", "panel", name="author", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("concern_number", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column(
            "verdict", sa.Enum("accept", "part", "reject", name="verdict", native_enum=False, length=40), nullable=True
        ),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("reason_body", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name=op.f("fk_recommendations_action_id")),
        sa.ForeignKeyConstraint(["answered_by"], ["officers.id"], name=op.f("fk_recommendations_answered_by")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_recommendations_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_recommendations_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendations")),
        sa.UniqueConstraint("case_id", "stage", "number", name=op.f("uq_recommendations_case_id_stage_number")),
    )
    op.create_table(
        "report_quotes",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("compliment_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["compliment_id"], ["compliments.id"], name=op.f("fk_report_quotes_compliment_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_report_quotes_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_quotes")),
        sa.UniqueConstraint("year", "compliment_id", name=op.f("uq_report_quotes_year_compliment_id")),
    )
    op.create_table(
        "speakers",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column(
            "agreement",
            sa.Enum("agreed", "unseen", "best_interests", "not_yet", name="agreement", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("permitted", sa.JSON(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("consent_id", sa.Integer(), nullable=True),
        sa.Column("cut_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("code_hash", sa.Text(), nullable=True),
        sa.Column("code_changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("name_index", sa.LargeBinary(), nullable=True),
        sa.Column("email_index", sa.LargeBinary(), nullable=True),
        sa.Column("phone_index", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_speakers_case_id")),
        sa.ForeignKeyConstraint(["consent_id"], ["consents.id"], name=op.f("fk_speakers_consent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speakers")),
        sa.UniqueConstraint("case_id", name=op.f("uq_speakers_case_id")),
    )
    with op.batch_alter_table("speakers", schema=None) as batch_op:
        batch_op.create_index("ix_speakers_email", ["email_index", "case_id"], unique=False)
        batch_op.create_index("ix_speakers_name", ["name_index", "case_id"], unique=False)
        batch_op.create_index("ix_speakers_phone", ["phone_index", "case_id"], unique=False)

    op.create_table(
        "file_pieces",
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_file_pieces_file_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("file_id", "number", name=op.f("pk_file_pieces")),
    )
    op.create_table(
        "printings",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_printings_document_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_printings_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printings")),
    )
    with op.batch_alter_table("printings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_printings_document_id"), ["document_id"], unique=False)

    keep_append_only()


def downgrade() -> None:
    release_append_only()
    with op.batch_alter_table("printings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_printings_document_id"))

    op.drop_table("printings")
    op.drop_table("file_pieces")
    with op.batch_alter_table("speakers", schema=None) as batch_op:
        batch_op.drop_index("ix_speakers_phone")
        batch_op.drop_index("ix_speakers_name")
        batch_op.drop_index("ix_speakers_email")

    op.drop_table("speakers")
    op.drop_table("report_quotes")
    op.drop_table("recommendations")
    op.drop_table("findings")
    with op.batch_alter_table("files", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_files_visit_id"))
        batch_op.drop_index(batch_op.f("ix_files_scan"))
        batch_op.drop_index(batch_op.f("ix_files_saved_id"))
        batch_op.drop_index(batch_op.f("ix_files_draft_id"))
        batch_op.drop_index("ix_files_case")

    op.drop_table("files")
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_index("ix_documents_way")
        batch_op.drop_index("ix_documents_case")

    op.drop_table("documents")
    op.drop_table("concern_outcomes")
    with op.batch_alter_table("appointments", schema=None) as batch_op:
        batch_op.drop_index("ix_appointments_person")
        batch_op.drop_index("ix_appointments_case")

    op.drop_table("appointments")
    with op.batch_alter_table("advocacy_contacts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_advocacy_contacts_request_id"))

    op.drop_table("advocacy_contacts")
    with op.batch_alter_table("actions_learned_from", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_actions_learned_from_case_id"))

    op.drop_table("actions_learned_from")
    with op.batch_alter_table("action_reviews", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_reviews_action_id"))

    op.drop_table("action_reviews")
    op.drop_table("told")
    with op.batch_alter_table("timeline", schema=None) as batch_op:
        batch_op.drop_index("ix_timeline_case")

    op.drop_table("timeline")
    with op.batch_alter_table("steps_taken", schema=None) as batch_op:
        batch_op.drop_index("ix_steps_taken_case")

    op.drop_table("steps_taken")
    op.drop_table("statements")
    op.drop_table("screenings")
    with op.batch_alter_table("responses", schema=None) as batch_op:
        batch_op.drop_index("ix_responses_case")

    op.drop_table("responses")
    op.drop_table("resolutions")
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.drop_index("ix_reports_case")

    op.drop_table("reports")
    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payments_paid_on"))
        batch_op.drop_index(batch_op.f("ix_payments_counted"))
        batch_op.drop_index(batch_op.f("ix_payments_case_id"))

    op.drop_table("payments")
    op.drop_table("panels")
    op.drop_table("overall_outcomes")
    with op.batch_alter_table("ombudsman_enquiries", schema=None) as batch_op:
        batch_op.drop_index("ix_ombudsman_open")
        batch_op.drop_index(batch_op.f("ix_ombudsman_enquiries_counted"))
        batch_op.drop_index(batch_op.f("ix_ombudsman_enquiries_case_id"))

    op.drop_table("ombudsman_enquiries")
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.drop_index("ix_messages_case")

    op.drop_table("messages")
    with op.batch_alter_table("member_enquiries", schema=None) as batch_op:
        batch_op.drop_index("ix_member_open")
        batch_op.drop_index(batch_op.f("ix_member_enquiries_counted"))
        batch_op.drop_index(batch_op.f("ix_member_enquiries_case_id"))

    op.drop_table("member_enquiries")
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.drop_index("ix_letters_post")
        batch_op.drop_index(batch_op.f("ix_letters_case_id"))

    op.drop_table("letters")
    with op.batch_alter_table("legal_holds", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_legal_holds_one",
            sqlite_where=sa.text("lifted_at IS NULL"),
            postgresql_where=sa.text("lifted_at IS NULL"),
        )

    op.drop_table("legal_holds")
    with op.batch_alter_table("expenses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_expenses_incurred_on"))
        batch_op.drop_index(batch_op.f("ix_expenses_counted"))
        batch_op.drop_index(batch_op.f("ix_expenses_case_id"))

    op.drop_table("expenses")
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_drafts_touched_at"))
        batch_op.drop_index(batch_op.f("ix_drafts_saved_id"))
        batch_op.drop_index(batch_op.f("ix_drafts_case_id"))

    op.drop_table("drafts")
    with op.batch_alter_table("disposals", schema=None) as batch_op:
        batch_op.drop_index("ix_disposals_open")
        batch_op.drop_index(batch_op.f("ix_disposals_finder"))

    op.drop_table("disposals")
    op.drop_table("corrective_actions")
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.drop_index("ix_contacts_phone")
        batch_op.drop_index("ix_contacts_name")
        batch_op.drop_index("ix_contacts_email")

    op.drop_table("contacts")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_case_id"))

    op.drop_table("consents")
    op.drop_table("concerns")
    op.drop_table("compliments")
    with op.batch_alter_table("clock_entries", schema=None) as batch_op:
        batch_op.drop_index("ix_clock_entries_case")

    op.drop_table("clock_entries")
    with op.batch_alter_table("children", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_children_child_key"))

    op.drop_table("children")
    op.drop_table("case_who")
    with op.batch_alter_table("case_visits", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_visits_touched_at"))
        batch_op.drop_index(batch_op.f("ix_case_visits_case_id"))

    op.drop_table("case_visits")
    with op.batch_alter_table("case_teams", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_case_teams_officer_board", sqlite_where=sa.text("open"), postgresql_where=sa.text("open")
        )
        batch_op.drop_index("ix_case_teams_board", sqlite_where=sa.text("open"), postgresql_where=sa.text("open"))

    op.drop_table("case_teams")
    with op.batch_alter_table("case_links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_links_other_id"))

    op.drop_table("case_links")
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alerts_raised_at"))
        batch_op.drop_index(batch_op.f("ix_alerts_handled_at"))
        batch_op.drop_index(batch_op.f("ix_alerts_draft_id"))
        batch_op.drop_index(batch_op.f("ix_alerts_case_id"))

    op.drop_table("alerts")
    with op.batch_alter_table("advocate_offers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_advocate_offers_case_id"))

    op.drop_table("advocate_offers")
    with op.batch_alter_table("advocacy_requests", schema=None) as batch_op:
        batch_op.drop_index("ix_advocacy_requests_open")
        batch_op.drop_index(batch_op.f("ix_advocacy_requests_case_id"))

    op.drop_table("advocacy_requests")
    with op.batch_alter_table("actions", schema=None) as batch_op:
        batch_op.drop_index("ix_actions_team")
        batch_op.drop_index("ix_actions_open")
        batch_op.drop_index(batch_op.f("ix_actions_counted"))
        batch_op.drop_index(batch_op.f("ix_actions_case_id"))

    op.drop_table("actions")
    with op.batch_alter_table("staff_sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_sessions_touched_at"))
        batch_op.drop_index(batch_op.f("ix_staff_sessions_officer_id"))

    op.drop_table("staff_sessions")
    with op.batch_alter_table("report_blocks", schema=None) as batch_op:
        batch_op.drop_index("ix_report_blocks_section")

    op.drop_table("report_blocks")
    with op.batch_alter_table("register_lines", schema=None) as batch_op:
        batch_op.drop_index("ix_register_lines")

    op.drop_table("register_lines")
    with op.batch_alter_table("lgsco_reported", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lgsco_reported_year"))

    op.drop_table("lgsco_reported")
    with op.batch_alter_table("kept_reports", schema=None) as batch_op:
        batch_op.drop_index("ix_kept_reports_year")

    op.drop_table("kept_reports")
    with op.batch_alter_table("independents", schema=None) as batch_op:
        batch_op.drop_index("ix_independents_name")

    op.drop_table("independents")
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_cases_waiting",
            sqlite_where=sa.text("waiting_for_us AND coalesce(state, '') IN ('received', 'accepted')"),
            postgresql_where=sa.text("waiting_for_us AND state IN ('received', 'accepted')"),
        )
        batch_op.drop_index(
            "ix_cases_urgent",
            sqlite_where=sa.text("urgent AND coalesce(state, '') IN ('received', 'accepted')"),
            postgresql_where=sa.text("urgent AND state IN ('received', 'accepted')"),
        )
        batch_op.drop_index("ix_cases_safety")
        batch_op.drop_index(
            "ix_cases_officer_board",
            sqlite_where=sa.text("coalesce(state, '') IN ('received', 'accepted')"),
            postgresql_where=sa.text("state IN ('received', 'accepted')"),
        )
        batch_op.drop_index("ix_cases_officer")
        batch_op.drop_index("ix_cases_method")
        batch_op.drop_index(
            "ix_cases_look_by",
            sqlite_where=sa.text("look_by IS NOT NULL AND state = 'accepted'"),
            postgresql_where=sa.text("look_by IS NOT NULL AND state = 'accepted'"),
        )
        batch_op.drop_index(
            "ix_cases_latest",
            sqlite_where=sa.text("coalesce(state, '') IN ('received', 'accepted')"),
            postgresql_where=sa.text("state IN ('received', 'accepted')"),
        )
        batch_op.drop_index("ix_cases_language")
        batch_op.drop_index(
            "ix_cases_due", sqlite_where=sa.text("state = 'accepted'"), postgresql_where=sa.text("state = 'accepted'")
        )
        batch_op.drop_index("ix_cases_desk")
        batch_op.drop_index(batch_op.f("ix_cases_counted"))
        batch_op.drop_index(
            "ix_cases_board",
            sqlite_where=sa.text("coalesce(state, '') IN ('received', 'accepted')"),
            postgresql_where=sa.text("state IN ('received', 'accepted')"),
        )
        batch_op.drop_index("ix_cases_audience")
        batch_op.drop_index(
            "ix_cases_ack_due",
            sqlite_where=sa.text("state = 'received'"),
            postgresql_where=sa.text("state = 'received'"),
        )

    op.drop_table("cases")
    with op.batch_alter_table("saved_drafts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_saved_drafts_saved_at"))

    op.drop_table("saved_drafts")
    with op.batch_alter_table("rate_counts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rate_counts_ends_at"))

    op.drop_table("rate_counts")
    op.drop_table("officers")
    op.drop_table("monitoring")
    op.drop_table("fact_words")
    with op.batch_alter_table("fact_stages", schema=None) as batch_op:
        batch_op.drop_index("ix_fact_stages_working")
        batch_op.drop_index("ix_fact_stages_results")
        batch_op.drop_index(batch_op.f("ix_fact_stages_owner"))
        batch_op.drop_index("ix_fact_stages_calendar")

    op.drop_table("fact_stages")
    with op.batch_alter_table("fact_resolutions", schema=None) as batch_op:
        batch_op.drop_index("ix_fact_resolutions_ways")
        batch_op.drop_index(batch_op.f("ix_fact_resolutions_owner"))

    op.drop_table("fact_resolutions")
    with op.batch_alter_table("fact_representations", schema=None) as batch_op:
        batch_op.drop_index("ix_fact_representations_work")
        batch_op.drop_index("ix_fact_representations_way")
        batch_op.drop_index(batch_op.f("ix_fact_representations_owner"))
        batch_op.drop_index("ix_fact_representations_found")
        batch_op.drop_index("ix_fact_representations_course")
        batch_op.drop_index("ix_fact_representations_about")

    op.drop_table("fact_representations")
    with op.batch_alter_table("fact_payments", schema=None) as batch_op:
        batch_op.drop_index("ix_fact_payments_sums")
        batch_op.drop_index(batch_op.f("ix_fact_payments_owner"))

    op.drop_table("fact_payments")
    with op.batch_alter_table("fact_ombudsman", schema=None) as batch_op:
        batch_op.drop_index("ix_fact_ombudsman_results")
        batch_op.drop_index(batch_op.f("ix_fact_ombudsman_owner"))

    op.drop_table("fact_ombudsman")
    with op.batch_alter_table("fact_monitoring", schema=None) as batch_op:
        batch_op.drop_index("ix_fact_monitoring_religions")
        batch_op.drop_index(batch_op.f("ix_fact_monitoring_owner"))
        batch_op.drop_index("ix_fact_monitoring_languages")
        batch_op.drop_index("ix_fact_monitoring_ethnicities")
        batch_op.drop_index("ix_fact_monitoring_ages")

    op.drop_table("fact_monitoring")
    with op.batch_alter_table("fact_expenditure", schema=None) as batch_op:
        batch_op.drop_index("ix_fact_expenditure_sums")
        batch_op.drop_index(batch_op.f("ix_fact_expenditure_owner"))

    op.drop_table("fact_expenditure")
    with op.batch_alter_table("fact_concerns", schema=None) as batch_op:
        batch_op.drop_index("ix_fact_concerns_results")
        batch_op.drop_index(batch_op.f("ix_fact_concerns_owner"))

    op.drop_table("fact_concerns")
    with op.batch_alter_table("fact_compliments", schema=None) as batch_op:
        batch_op.drop_index("ix_fact_compliments_praise")
        batch_op.drop_index(batch_op.f("ix_fact_compliments_owner"))

    op.drop_table("fact_compliments")
    with op.batch_alter_table("fact_children", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fact_children_owner"))
        batch_op.drop_index("ix_fact_children_origins")
        batch_op.drop_index("ix_fact_children_impairments")
        batch_op.drop_index("ix_fact_children_care")
        batch_op.drop_index("ix_fact_children_ages")

    op.drop_table("fact_children")
    with op.batch_alter_table("equality_offers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_equality_offers_counted"))

    op.drop_table("equality_offers")
    op.drop_table("equality_invitations")
    with op.batch_alter_table("equality_answers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_equality_answers_counted"))

    op.drop_table("equality_answers")
    with op.batch_alter_table("data_stages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_stages_owner"))

    op.drop_table("data_stages")
    with op.batch_alter_table("data_resolutions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_resolutions_owner"))

    op.drop_table("data_resolutions")
    with op.batch_alter_table("data_representations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_representations_owner"))
        batch_op.drop_index("ix_data_representations_day")

    op.drop_table("data_representations")
    with op.batch_alter_table("data_payments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_payments_owner"))

    op.drop_table("data_payments")
    with op.batch_alter_table("data_ombudsman", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_ombudsman_owner"))

    op.drop_table("data_ombudsman")
    with op.batch_alter_table("data_monitoring", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_monitoring_owner"))

    op.drop_table("data_monitoring")
    with op.batch_alter_table("data_expenditure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_expenditure_owner"))

    op.drop_table("data_expenditure")
    with op.batch_alter_table("data_earlier_years", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_earlier_years_owner"))

    op.drop_table("data_earlier_years")
    op.drop_table("data_council")
    with op.batch_alter_table("data_concerns", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_concerns_owner"))

    op.drop_table("data_concerns")
    with op.batch_alter_table("data_compliments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_compliments_owner"))

    op.drop_table("data_compliments")
    with op.batch_alter_table("data_children", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_children_owner"))

    op.drop_table("data_children")
    with op.batch_alter_table("data_activity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_activity_owner"))

    op.drop_table("data_activity")
    with op.batch_alter_table("data_actions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_data_actions_owner"))

    op.drop_table("data_actions")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_officer")
        batch_op.drop_index("ix_audit_deed")
        batch_op.drop_index("ix_audit_case")

    op.drop_table("audit")
