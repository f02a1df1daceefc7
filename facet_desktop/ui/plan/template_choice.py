"""Which programs there are to choose from, and how one of them becomes the plan. No widgets here."""

from __future__ import annotations

from facet_desktop.domain.program import Program
from facet_desktop.domain.templates import ProgramTemplate
from facet_desktop.domain.timeline import Pacing, session_ms
from facet_desktop.domain.values import frozen
from facet_desktop.services.records import Revision
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.translation import translate

FEATURED = ("ask-doctor-jo-six", "rehab-science-four")
"""The two programs that stand in a source document with their exercises; offered first."""
PICTURES = 4


@frozen
class TemplateCard:
    """A program as it is offered. `pictures` are slugs of its first exercises."""

    slug: str
    title: str
    audience: str
    time: str
    exercises: str
    evidence: str
    pictures: tuple[str, ...]
    is_featured: bool


class TemplateChoice:
    """Describes the programs that ship and publishes the chosen one."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._words = TemplateWords(translate)

    def cards(self, *, only_featured: bool) -> tuple[TemplateCard, ...]:
        """The programs, the featured ones first; those that name missing exercises are left out."""
        shelf = self._context.services.library.library.templates
        slugs = [slug for slug in FEATURED if slug in shelf]
        if not only_featured:
            slugs += [slug for slug in shelf if slug not in FEATURED]
        cards = (self._card(shelf[slug]) for slug in slugs)
        return tuple(card for card in cards if card is not None)

    def publish(self, slug: str, patient_id: str) -> Revision:
        """Makes the program the patient's plan. Raises UserError when it cannot be used."""
        programs = self._context.services.programs
        draft = programs.begin_from_template(patient_id, slug)
        return programs.publish(patient_id, draft.program)

    def _card(self, template: ProgramTemplate) -> TemplateCard | None:
        services = self._context.services
        try:
            program = template.program(services.library.library, services.ids.new)
        except KeyError:
            return None
        slugs = tuple(
            dict.fromkeys(item.exercise for _, session in program.sessions() for item in session.items)
        )
        return TemplateCard(
            slug=template.slug,
            title=template.title,
            audience=template.audience,
            time=self._time(program, services.settings.present.pacing),
            exercises=self._words.exercises(len(slugs)),
            evidence=_sentence(self._context.words.terms.evidence(template.source.evidence)),
            pictures=slugs[:PICTURES],
            is_featured=template.slug in FEATURED,
        )

    def _time(self, program: Program, pacing: Pacing) -> str:
        phase = program.active_phase()
        lengths = [session_ms(one, pacing) for one in phase.sessions if one.items] if phase else []
        if not lengths:
            return ""
        shortest, longest = (max(1, round(ms / 60_000)) for ms in (min(lengths), max(lengths)))
        return self._words.minutes(shortest, longest)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


class TemplateWords(Wording):
    """Words of the cards."""

    def exercises(self, count: int) -> str:
        """Such as "6 exercises"."""
        return self.tr("%n exercise(s)", count)

    def minutes(self, low: int, high: int) -> str:
        """Such as "18 min" or "5–12 min"."""
        span = str(low) if low == high else f"{low}\N{EN DASH}{high}"
        return self.tr("%1 min").replace("%1", span)
