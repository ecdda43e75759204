"""The first tables: drafts, cases, timelines, letters, officers."""

import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None
branch_labels = None
depends_on = None

# Timelines and views are only ever added to: the database itself refuses to change or take away a line.
APPEND_ONLY = ("timeline", "views")


def keep_append_only() -> None:
    for table in APPEND_ONLY:
        if op.get_bind().dialect.name == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'a line of it is never changed'); END"
                )
        else:
            op.execute(
                f"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'a line of it is never changed'; END $$"
            )
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"
            )


def release_append_only() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in APPEND_ONLY:
            op.execute(f"DROP FUNCTION {table}_append_only() CASCADE")


def upgrade() -> None:
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
        sa.Column(
            "state",
            sa.Enum(
                "received", "accepted", "answered", "withdrawn", "closed", name="state", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("acknowledged_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("waiting_for_us", sa.Boolean(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("unhappy", sa.Boolean(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("code_hash", sa.Text(), nullable=True),
        sa.Column("code_changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_cases_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("reference", name=op.f("uq_cases_reference")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index("ix_cases_ack_due", ["state", "ack_due_on"], unique=False)
        batch_op.create_index("ix_cases_desk", ["state", "id"], unique=False)
        batch_op.create_index("ix_cases_due", ["state", "due_on"], unique=False)
        batch_op.create_index("ix_cases_language", ["language", "id"], unique=False)
        batch_op.create_index("ix_cases_method", ["method", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_officer_id"), ["officer_id"], unique=False)
        batch_op.create_index(
            "ix_cases_urgent_open",
            ["id"],
            unique=False,
            sqlite_where=sa.text("urgent AND state IN ('received', 'accepted')"),
            postgresql_where=sa.text("urgent AND state IN ('received', 'accepted')"),
        )
        batch_op.create_index(
            "ix_cases_waiting_open",
            ["id"],
            unique=False,
            sqlite_where=sa.text("waiting_for_us AND state IN ('received', 'accepted')"),
            postgresql_where=sa.text("waiting_for_us AND state IN ('received', 'accepted')"),
        )

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
        "case_visits",
        sa.Column("visitor", sa.LargeBinary(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
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
        batch_op.create_index(batch_op.f("ix_contacts_email_index"), ["email_index"], unique=False)
        batch_op.create_index(batch_op.f("ix_contacts_name_index"), ["name_index"], unique=False)
        batch_op.create_index(batch_op.f("ix_contacts_phone_index"), ["phone_index"], unique=False)

    op.create_table(
        "drafts",
        sa.Column("visitor", sa.LargeBinary(length=32), nullable=False),
        sa.Column("journey", sa.String(length=40), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("variant", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_drafts_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sa.UniqueConstraint("visitor", "journey", name=op.f("uq_drafts_visitor_journey")),
    )
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_drafts_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_drafts_touched_at"), ["touched_at"], unique=False)

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
        "messages",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.Enum("person", "team", name="side", native_enum=False, length=40), nullable=False),
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
                name="happening",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
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
                name="happening",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("side", sa.Enum("person", "team", name="side", native_enum=False, length=40), nullable=False),
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
        "views",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_views_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_views_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_views")),
    )
    with op.batch_alter_table("views", schema=None) as batch_op:
        batch_op.create_index("ix_views_case", ["case_id", "id"], unique=False)

    keep_append_only()


def downgrade() -> None:
    release_append_only()
    with op.batch_alter_table("views", schema=None) as batch_op:
        batch_op.drop_index("ix_views_case")

    op.drop_table("views")
    op.drop_table("told")
    with op.batch_alter_table("timeline", schema=None) as batch_op:
        batch_op.drop_index("ix_timeline_case")

    op.drop_table("timeline")
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.drop_index("ix_messages_case")

    op.drop_table("messages")
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.drop_index("ix_letters_post")
        batch_op.drop_index(batch_op.f("ix_letters_case_id"))

    op.drop_table("letters")
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_drafts_touched_at"))
        batch_op.drop_index(batch_op.f("ix_drafts_case_id"))

    op.drop_table("drafts")
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contacts_phone_index"))
        batch_op.drop_index(batch_op.f("ix_contacts_name_index"))
        batch_op.drop_index(batch_op.f("ix_contacts_email_index"))

    op.drop_table("contacts")
    with op.batch_alter_table("case_visits", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_visits_touched_at"))
        batch_op.drop_index(batch_op.f("ix_case_visits_case_id"))

    op.drop_table("case_visits")
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alerts_raised_at"))
        batch_op.drop_index(batch_op.f("ix_alerts_handled_at"))
        batch_op.drop_index(batch_op.f("ix_alerts_draft_id"))
        batch_op.drop_index(batch_op.f("ix_alerts_case_id"))

    op.drop_table("alerts")
    with op.batch_alter_table("staff_sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_sessions_touched_at"))
        batch_op.drop_index(batch_op.f("ix_staff_sessions_officer_id"))

    op.drop_table("staff_sessions")
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_cases_waiting_open",
            sqlite_where=sa.text("waiting_for_us AND state IN ('received', 'accepted')"),
            postgresql_where=sa.text("waiting_for_us AND state IN ('received', 'accepted')"),
        )
        batch_op.drop_index(
            "ix_cases_urgent_open",
            sqlite_where=sa.text("urgent AND state IN ('received', 'accepted')"),
            postgresql_where=sa.text("urgent AND state IN ('received', 'accepted')"),
        )
        batch_op.drop_index(batch_op.f("ix_cases_officer_id"))
        batch_op.drop_index("ix_cases_method")
        batch_op.drop_index("ix_cases_language")
        batch_op.drop_index("ix_cases_due")
        batch_op.drop_index("ix_cases_desk")
        batch_op.drop_index("ix_cases_ack_due")

    op.drop_table("cases")
    with op.batch_alter_table("saved_drafts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_saved_drafts_saved_at"))

    op.drop_table("saved_drafts")
    with op.batch_alter_table("rate_counts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rate_counts_ends_at"))

    op.drop_table("rate_counts")
    op.drop_table("officers")
