"""The clinic's own exercises: versions, marks and pictures."""

from peewee import (
    BigIntegerField,
    BlobField,
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

    class Meta:
        table_name = "device"


class OwnExercise(Model):
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
    id = UuidField(primary_key=True)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    slug = TextField()
    is_archived = BooleanField()

    class Meta:
        table_name = "own_exercise_mark"
        indexes = ((("slug", "at_ms"), False),)


class OwnPicture(Model):
    id = UuidField(primary_key=True)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    name = TextField()
    kind = TextField()
    content = BlobField()

    class Meta:
        table_name = "own_picture"
        indexes = ((("name",), True),)


TABLES = (OwnExercise, OwnExerciseMark, OwnPicture)


def up(migrator: object, db: Database) -> None:
    """Makes the three tables."""
    with db.bind_ctx(TABLES):
        for table in TABLES:
            table._meta.strict_tables = isinstance(db, SqliteDatabase)
        db.create_tables(TABLES, safe=False)
