"""A clinic's own templates, as they are stored."""

from facet_desktop.domain.program import Program
from facet_desktop.services.records import Stamp
from facet_desktop.services.template_records import MarkKind, StoredTemplate, TemplateMark
from facet_desktop.storage.store import Store
from tests.fakes import CountedIds

ids = CountedIds(80_000)


def add(store: Store, title: str, at_ms: int) -> StoredTemplate:
    template = StoredTemplate(ids.new(), Program(ids.new(), title), Stamp(at_ms, store.device_id))
    store.own_templates.add(template)
    return template


def note(store: Store, template: str, kind: MarkKind, value: str, at_ms: int) -> None:
    store.own_templates.add_mark(
        TemplateMark(ids.new(), template, kind, value, Stamp(at_ms, store.device_id))
    )


def test_templates_come_back_as_they_were_the_latest_first(store: Store) -> None:
    first, second = add(store, "First <b>'\"%", 1), add(store, "Second", 2)
    assert store.own_templates.all() == [second, first]
    assert store.own_templates.get(first.id) == first
    assert store.own_templates.get(ids.new()) is None


def test_of_each_kind_of_mark_the_latest_counts(store: Store) -> None:
    note(store, "six", MarkKind.FAVOURITE, "1", 3)
    note(store, "six", MarkKind.FAVOURITE, "0", 1)
    note(store, "six", MarkKind.NAME, "Later", 2)
    note(store, "four", MarkKind.FAVOURITE, "0", 2)
    assert store.own_templates.marks() == {
        ("six", MarkKind.FAVOURITE): "1",
        ("six", MarkKind.NAME): "Later",
        ("four", MarkKind.FAVOURITE): "0",
    }
