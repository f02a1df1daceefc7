"""The encrypted local database; the only package that imports peewee."""
