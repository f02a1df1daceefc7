"""The tables as they are now. Migrations make and change them; a test holds the two together.

Every record has a UUID, the moment it was made (UTC, milliseconds) and the device that made it, so that the
records of two computers can be put together. Days are calendar days of the person, as ISO text.
Foreign keys name no index of their own where a longer index begins with the same column.
"""

from __future__ import annotations

from peewee import (
    BigIntegerField,
    BlobField,
    BooleanField,
    Field,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


class UuidField(Field):
    """A UUID: a native one on PostgreSQL, 16 bytes on SQLite."""

    field_type = "UUID"


class Device(Model):
    """A computer that makes records. `is_local` marks the one of this data folder."""

    id = UuidField(primary_key=True)
    name = TextField()
    at_ms = BigIntegerField()
    is_local = BooleanField()

    class Meta:
        table_name = "device"


class Patient(Model):
    """A person; `conditions` is a JSON list of keys of the condition table."""

    id = UuidField(primary_key=True)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    name = TextField()
    birth_year = IntegerField(null=True)
    conditions = TextField()
    is_sample = BooleanField()

    class Meta:
        table_name = "patient"


class ProgramDraft(Model):
    """The program being edited; `document` is a program document as canonical JSON."""

    program_id = UuidField(primary_key=True)
    patient = ForeignKeyField(Patient, backref="+", index=False)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    based_on = IntegerField(null=True)
    document = TextField()

    class Meta:
        table_name = "program_draft"
        indexes = ((("patient", "at_ms"), False),)


class ProgramRevision(Model):
    """A published program; it is only ever added."""

    id = UuidField(primary_key=True)
    program_id = UuidField()
    patient = ForeignKeyField(Patient, backref="+", index=False)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    number = IntegerField()
    note = TextField()
    document = TextField()

    class Meta:
        table_name = "program_revision"
        indexes = ((("program_id", "number"), True), (("patient", "at_ms"), False))


class Session(Model):
    """The head of a played session. `planned_session_id` is an id inside the program document."""

    id = UuidField(primary_key=True)
    patient = ForeignKeyField(Patient, backref="+", index=False)
    revision = ForeignKeyField(ProgramRevision, backref="+", index=False)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    planned_session_id = TextField()
    name = TextField()
    local_day = TextField()
    status = TextField()
    planned_exercises = IntegerField()
    done_exercises = IntegerField()
    checkpoint_step = IntegerField()
    credited_ms = BigIntegerField()
    ended_ms = BigIntegerField(null=True)
    pain_before_nprs = IntegerField(null=True)
    pain_after_nprs = IntegerField(null=True)

    class Meta:
        table_name = "session"
        indexes = ((("patient", "local_day"), False), (("patient", "status", "at_ms"), False))


class SessionEvent(Model):
    """One entry of a session's journal; it is only ever added. `payload` is canonical JSON."""

    id = UuidField(primary_key=True)
    session = ForeignKeyField(Session, backref="+", index=False)
    seq = IntegerField()
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    kind = TextField()
    payload = TextField()

    class Meta:
        table_name = "session_event"
        indexes = ((("session", "seq"), True),)


class PainRating(Model):
    """One pain rating, NPRS 0 to 10."""

    id = UuidField(primary_key=True)
    patient = ForeignKeyField(Patient, backref="+", index=False)
    session = ForeignKeyField(Session, backref="+", null=True, index=False)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    local_day = TextField()
    pain_nprs = IntegerField()
    context = TextField()

    class Meta:
        table_name = "pain_rating"
        indexes = ((("patient", "local_day"), False),)


class Screening(Model):
    """One answered screen for warning signs; `raised` is a JSON list of their slugs."""

    id = UuidField(primary_key=True)
    patient = ForeignKeyField(Patient, backref="+", index=False)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    local_day = TextField()
    context = TextField()
    raised = TextField()
    locks = BooleanField()

    class Meta:
        table_name = "screening"
        indexes = ((("patient", "at_ms"), False),)


class Clearance(Model):
    """Somebody recorded that exercise is allowed again."""

    id = UuidField(primary_key=True)
    patient = ForeignKeyField(Patient, backref="+", index=False)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    local_day = TextField()
    cleared_by = TextField()
    note = TextField()

    class Meta:
        table_name = "clearance"
        indexes = ((("patient", "at_ms"), False),)


class OwnExercise(Model):
    """One version of a clinic's own exercise; it is only ever added. `document` is canonical JSON."""

    id = UuidField(primary_key=True)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    slug = TextField()
    number = IntegerField()
    document = TextField()

    class Meta:
        table_name = "own_exercise"
        indexes = ((("slug", "number"), True),)


class OwnExerciseMark(Model):
    """An own exercise was put away or brought back; the latest mark counts."""

    id = UuidField(primary_key=True)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    slug = TextField()
    is_archived = BooleanField()

    class Meta:
        table_name = "own_exercise_mark"
        indexes = ((("slug", "at_ms"), False),)


class OwnPicture(Model):
    """A picture of own exercises; `name` follows from the content, `kind` is png or jpeg."""

    id = UuidField(primary_key=True)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    name = TextField()
    kind = TextField()
    content = BlobField()

    class Meta:
        table_name = "own_picture"
        indexes = ((("name",), True),)


class OwnDraft(Model):
    """A form that is filled in and not saved yet; `document` is its content as canonical JSON."""

    id = UuidField(primary_key=True)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    kind = TextField()
    slug = TextField()
    based_on = IntegerField(null=True)
    document = TextField()

    class Meta:
        table_name = "own_draft"
        indexes = ((("kind", "slug", "at_ms"), False),)


class OwnDraftPicture(Model):
    """A picture that was taken into a form and is not saved yet; `kind` is png or jpeg."""

    draft = ForeignKeyField(OwnDraft, backref="+", primary_key=True, index=False)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    kind = TextField()
    content = BlobField()

    class Meta:
        table_name = "own_draft_picture"


class OwnTemplate(Model):
    """A program kept as a template; it is only ever added. `document` is canonical JSON."""

    id = UuidField(primary_key=True)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    document = TextField()

    class Meta:
        table_name = "own_template"


class TemplateMark(Model):
    """A name, a favourite or a removal of a template; the latest mark of a kind counts."""

    id = UuidField(primary_key=True)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    template = TextField()
    kind = TextField()
    value = TextField()

    class Meta:
        table_name = "template_mark"
        indexes = ((("template", "kind", "at_ms"), False),)


TABLES: tuple[type[Model], ...] = (
    Device,
    Patient,
    ProgramDraft,
    ProgramRevision,
    Session,
    SessionEvent,
    PainRating,
    Screening,
    Clearance,
    OwnExercise,
    OwnExerciseMark,
    OwnPicture,
    OwnDraft,
    OwnDraftPicture,
    OwnTemplate,
    TemplateMark,
)
