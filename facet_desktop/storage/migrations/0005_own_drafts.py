"""What is filled in for an own exercise and not saved yet, with a picture that came with it."""

from peewee import (
    BigIntegerField,
    BlobField,
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


class OwnDraft(Model):
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
    draft = ForeignKeyField(OwnDraft, backref="+", primary_key=True, index=False)
    device = ForeignKeyField(Device, backref="+", index=False)
    at_ms = BigIntegerField()
    kind = TextField()
    content = BlobField()

    class Meta:
        table_name = "own_draft_picture"


TABLES = (OwnDraft, OwnDraftPicture)


def up(migrator: object, db: Database) -> None:
    """Makes the two tables."""
    with db.bind_ctx(TABLES):
        for table in TABLES:
            table._meta.strict_tables = isinstance(db, SqliteDatabase)
        db.create_tables(TABLES, safe=False)
