"""The first tables: devices, patients, programs, sessions with their journals, pain ratings."""

from peewee import (
    BigIntegerField,
    BooleanField,
    Database,
    Field,
    ForeignKeyField,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)


class UuidField(Field):
    """A UUID: a native one on PostgreSQL, 16 bytes on SQLite."""

    field_type = "UUID"


class Device(Model):
    id = UuidField(primary_key=True)
    name = TextField()
    at_ms = BigIntegerField()
    is_local = BooleanField()

    class Meta:
        table_name = "device"


class Patient(Model):
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


TABLES = (Device, Patient, ProgramDraft, ProgramRevision, Session, SessionEvent, PainRating)


def up(migrator: object, db: Database) -> None:
    """Makes the tables. SQLite is told to refuse values of a wrong type; PostgreSQL always does."""
    with db.bind_ctx(TABLES):
        for table in TABLES:
            table._meta.strict_tables = isinstance(db, SqliteDatabase)
        db.create_tables(TABLES, safe=False)
