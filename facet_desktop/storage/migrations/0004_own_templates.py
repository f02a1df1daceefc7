"""The clinic's own program templates, and what is noted about any template."""

from peewee import (
    BigIntegerField,
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


class OwnTemplate(Model):
    id = UuidField(primary_key=True)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    document = TextField()

    class Meta:
        table_name = "own_template"


class TemplateMark(Model):
    id = UuidField(primary_key=True)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    template = TextField()
    kind = TextField()
    value = TextField()

    class Meta:
        table_name = "template_mark"
        indexes = ((("template", "kind", "at_ms"), False),)


TABLES = (OwnTemplate, TemplateMark)


def up(migrator: object, db: Database) -> None:
    """Makes the two tables."""
    with db.bind_ctx(TABLES):
        for table in TABLES:
            table._meta.strict_tables = isinstance(db, SqliteDatabase)
        db.create_tables(TABLES, safe=False)
