"""Which programs there are to choose from, and how one of them becomes the plan. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from facet_desktop.domain.exercise import Evidence
from facet_desktop.domain.program import Program
from facet_desktop.domain.templates import ProgramTemplate
from facet_desktop.domain.timeline import Pacing, session_ms
from facet_desktop.domain.values import frozen
from facet_desktop.services.records import Revision
from facet_desktop.services.template_service import OwnTemplate
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.translation import translate

FEATURED = ("ask-doctor-jo-six", "rehab-science-four")
"""The two programs that stand in a source document with their exercises; offered first."""
PICTURES = 4


@frozen
class TemplateCard:
    """A program as it is offered. `slug` is its key; `pictures` are slugs of its first exercises."""

    slug: str
    title: str
    audience: str
    time: str
    exercises: str
    evidence: str
    pictures: tuple[str, ...]
    is_featured: bool
    is_own: bool = False
    is_favourite: bool = False


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

    def own_cards(self) -> tuple[TemplateCard, ...]:
        """The clinic's own templates, by name."""
        return tuple(self._own_card(one) for one in self._context.services.templates.own())

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
        slugs = _exercises(program)
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

    def _own_card(self, template: OwnTemplate) -> TemplateCard:
        slugs = _exercises(template.program)
        phases = self._words.phases([phase.title for phase in template.program.phases])
        return TemplateCard(
            slug=template.id,
            title=template.name,
            audience=_first_line(template.program.notes) or phases,
            time=self._time(template.program, self._context.services.settings.present.pacing),
            exercises=self._words.exercises(len(slugs)),
            evidence=_sentence(self._context.words.terms.evidence(Evidence.OWN)),
            pictures=slugs[:PICTURES],
            is_featured=False,
            is_own=True,
        )

    def _time(self, program: Program, pacing: Pacing) -> str:
        phase = program.active_phase()
        lengths = [session_ms(one, pacing) for one in phase.sessions if one.items] if phase else []
        if not lengths:
            return ""
        shortest, longest = (max(1, round(ms / 60_000)) for ms in (min(lengths), max(lengths)))
        return self._words.minutes(shortest, longest)


def _exercises(program: Program) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.exercise for _, session in program.sessions() for item in session.items))


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


class TemplateWords(Wording):
    """Words of the cards."""

    def exercises(self, count: int) -> str:
        """Such as "6 exercises"."""
        return self.tr("%n exercise(s)", count)

    def phases(self, titles: Sequence[str]) -> str:
        """Such as "Phases: Calm and control, Build up"."""
        return self.tr("Phases: %1").replace("%1", ", ".join(titles))

    def minutes(self, low: int, high: int) -> str:
        """Such as "18 min" or "5–12 min"."""
        span = str(low) if low == high else f"{low}\N{EN DASH}{high}"
        return self.tr("%1 min").replace("%1", span)
