"""Columns of every table, once, and the statements made from them.

The statements are plain SQL that SQLite and PostgreSQL both understand; `?` marks a value. They are text
because the program starts with them: importing peewee takes a fifth of the time that an empty window needs.
A test holds these columns and the models of the migrations together.
"""

from __future__ import annotations


class Table:
    """A table with its columns; the first one is the primary key."""

    def __init__(self, name: str, columns: str) -> None:
        self.name = name
        self.columns = tuple(columns.split())
        self._list = ", ".join(self.columns)
        self.insert = self.insert_rows(1)
        self.upsert = self.insert + self._or_update()

    def insert_rows(self, count: int) -> str:
        """Adds `count` rows whose values come one after another."""
        marks = f"({', '.join('?' * len(self.columns))})"
        return f"INSERT INTO {self.name} ({self._list}) VALUES {', '.join([marks] * count)}"

    def select(self, rest: str) -> str:
        """Selects all columns; `rest` is everything after the name of the table."""
        return f"SELECT {self._list} FROM {self.name} {rest}"

    def update(self, *columns: str) -> str:
        """Sets these columns of the row whose primary key comes as the last value."""
        changes = ", ".join(f"{column} = ?" for column in columns)
        return f"UPDATE {self.name} SET {changes} WHERE {self.columns[0]} = ?"

    def _or_update(self) -> str:
        changes = ", ".join(f"{column} = excluded.{column}" for column in self.columns[1:])
        return f" ON CONFLICT ({self.columns[0]}) DO UPDATE SET {changes}"


DEVICE = Table("device", "id name at_ms is_local")
PATIENT = Table("patient", "id device_id at_ms name birth_year conditions is_sample")
DRAFT = Table("program_draft", "program_id patient_id device_id at_ms based_on document")
REVISION = Table("program_revision", "id program_id patient_id device_id at_ms number note document")
SESSION = Table(
    "session",
    "id patient_id revision_id device_id at_ms planned_session_id name local_day status planned_exercises"
    " done_exercises checkpoint_step credited_ms ended_ms pain_before_nprs pain_after_nprs",
)
EVENT = Table("session_event", "id session_id seq device_id at_ms kind payload")
PAIN = Table("pain_rating", "id patient_id session_id device_id at_ms local_day pain_nprs context")
SCREENING = Table("screening", "id patient_id device_id at_ms local_day context raised locks")
CLEARANCE = Table("clearance", "id patient_id device_id at_ms local_day cleared_by note")
OWN_EXERCISE = Table("own_exercise", "id device_id at_ms slug number document")
OWN_MARK = Table("own_exercise_mark", "id device_id at_ms slug is_archived")
OWN_PICTURE = Table("own_picture", "id device_id at_ms name kind content")
OWN_DRAFT = Table("own_draft", "id device_id at_ms kind slug based_on document")
OWN_DRAFT_PICTURE = Table("own_draft_picture", "draft_id device_id at_ms kind content")
OWN_TEMPLATE = Table("own_template", "id device_id at_ms document")
TEMPLATE_MARK = Table("template_mark", "id device_id at_ms template kind value")

ALL_TABLES = (
    DEVICE,
    PATIENT,
    DRAFT,
    REVISION,
    SESSION,
    EVENT,
    PAIN,
    SCREENING,
    CLEARANCE,
    OWN_EXERCISE,
    OWN_MARK,
    OWN_PICTURE,
    OWN_DRAFT,
    OWN_DRAFT_PICTURE,
    OWN_TEMPLATE,
    TEMPLATE_MARK,
)
