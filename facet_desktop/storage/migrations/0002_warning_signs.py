"""Screens for warning signs, and the clearances that lift a lock."""

from peewee import (
    BigIntegerField,
    BooleanField,
    Database,
    Field,
    ForeignKeyField,
    Model,
    SqliteDatabase,
    TextField,
)


class UuidField(Field):
    """A UUID: a native one on PostgreSQL, 16 bytes on SQLite."""

    field_type = "UUID"


class Device(Model):
    id = UuidField(primary_key=True)

    class Meta:
        table_name = "device"


class Patient(Model):
    id = UuidField(primary_key=True)

    class Meta:
        table_name = "patient"


class Screening(Model):
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


TABLES = (Screening, Clearance)


def up(migrator: object, db: Database) -> None:
    """Makes the two tables."""
    with db.bind_ctx(TABLES):
        for table in TABLES:
            table._meta.strict_tables = isinstance(db, SqliteDatabase)
        db.create_tables(TABLES, safe=False)
