"""Who the children are, for figures alone: kept apart from every case under a random key, never shown beside one."""

from datetime import date

from sqlalchemy import JSON, LargeBinary, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.extensions import db
from portal.records.base import Base, Rowed, Short


class Monitoring(Rowed, Base):
    """One child's answers. Every question has a value or says why there is none; it names no case and no child."""

    __tablename__ = "monitoring"

    key: Mapped[bytes] = mapped_column(LargeBinary(16), unique=True)
    sex: Mapped[str | None] = mapped_column(Short)
    sex_missing: Mapped[str | None] = mapped_column(Short)
    ethnicity: Mapped[str | None] = mapped_column(Short)
    ethnicity_missing: Mapped[str | None] = mapped_column(Short)
    religion: Mapped[str | None] = mapped_column(Short)
    religion_missing: Mapped[str | None] = mapped_column(Short)
    disabled: Mapped[str | None] = mapped_column(Short)
    disabled_missing: Mapped[str | None] = mapped_column(Short)
    impairments: Mapped[list[str]] = mapped_column(JSON, default=list)
    recorded_from: Mapped[str] = mapped_column(Short)
    asked_on: Mapped[date]


def monitoring_by(key: bytes) -> Monitoring | None:
    """The answers under this key."""
    return db.session.scalar(select(Monitoring).where(Monitoring.key == key))
