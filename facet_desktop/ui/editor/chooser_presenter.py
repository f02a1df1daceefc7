"""Which programs there are to begin with, in groups, and what can be done with them. No widgets here."""

from __future__ import annotations

from dataclasses import replace

from facet_desktop.domain.values import frozen
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.plan.template_choice import TemplateCard, TemplateChoice
from facet_desktop.ui.translation import translate


class ChooserWords(Wording):
    """Headings and notes of the choice."""

    def favourites(self) -> str:
        """Heading of the favourites."""
        return self.tr("Favourites")

    def own(self) -> str:
        """Heading of the clinic's own."""
        return self.tr("Our own templates")

    def shipped(self) -> str:
        """Heading of what ships."""
        return self.tr("Ready-made programs")

    def removed(self, name: str) -> str:
        """After a template was deleted."""
        return self.tr("%1 removed.").replace("%1", name)


@frozen
class CardGroup:
    """A heading and its cards."""

    title: str
    cards: tuple[TemplateCard, ...]


class ChooserPresenter:
    """Answers `groups` for what is typed into the search."""

    def __init__(self, context: UiContext) -> None:
        self._templates = context.services.templates
        self._choice = TemplateChoice(context)
        self._words = ChooserWords(translate)
        self._shipped: tuple[TemplateCard, ...] = ()
        self._removed: str | None = None

    def groups(self, typed: str) -> tuple[CardGroup, ...]:
        """Favourites, own templates, then the rest; only those that hold every typed word."""
        favourites = self._templates.favourites()
        if not self._shipped:
            self._shipped = self._choice.cards(only_featured=False)
        cards = [
            replace(card, is_favourite=card.slug in favourites)
            for card in (*self._choice.own_cards(), *self._shipped)
        ]
        words = typed.casefold().split()
        fitting = [card for card in cards if _fits(card, words)]
        found = (
            CardGroup(self._words.favourites(), tuple(card for card in fitting if card.is_favourite)),
            CardGroup(
                self._words.own(), tuple(card for card in fitting if card.is_own and not card.is_favourite)
            ),
            CardGroup(
                self._words.shipped(),
                tuple(card for card in fitting if not card.is_own and not card.is_favourite),
            ),
        )
        return tuple(group for group in found if group.cards)

    def set_favourite(self, card: TemplateCard) -> None:
        """Makes a program a favourite, or no longer one."""
        self._templates.set_favourite(card.slug, is_favourite=not card.is_favourite)

    def rename(self, card: TemplateCard, name: str) -> None:
        """Gives an own template another name. Raises UserError for one that does not fit."""
        self._templates.rename(card.slug, name)

    def remove(self, card: TemplateCard) -> str:
        """Deletes an own template; returns what to say. `bring_back` undoes it."""
        self._templates.remove(card.slug)
        self._removed = card.slug
        return self._words.removed(card.title)

    def bring_back(self) -> None:
        """Brings back the template deleted last."""
        if self._removed is not None:
            self._templates.restore(self._removed)
            self._removed = None


def _fits(card: TemplateCard, words: list[str]) -> bool:
    text = f"{card.title} {card.audience}".casefold()
    return all(word in text for word in words)
