"""Which patterns there are, how the chosen one is set, and whether it suits. Knows no widgets."""

from __future__ import annotations

from facet_desktop.domain.breath_practice import BreathPractice, lengths_of
from facet_desktop.domain.breathing import BreathPattern
from facet_desktop.services.app import AppServices
from facet_desktop.services.wording.player_words import PlayerWords
from facet_desktop.ui.breathing.models import PatternCard, SetupModel
from facet_desktop.ui.breathing.run import BreathRun
from facet_desktop.ui.breathing.words import BreathingWords

PACES_S = (-1, 0, 1)


class BreathingPresenter:
    """Holds what the person set; nothing of it is stored."""

    def __init__(self, services: AppServices, words: BreathingWords, player_words: PlayerWords) -> None:
        self._services = services
        self._words = words
        self._player_words = player_words
        self._slug = ""
        self._without_pauses = False
        self._pace_s = 0
        self._place = 0

    @property
    def slug(self) -> str:
        """The pattern that is chosen; empty while none is."""
        return self._slug

    @property
    def is_chosen(self) -> bool:
        """Whether a pattern is chosen that the library still has."""
        return self._slug in self._services.library.library.patterns

    def cards(self) -> tuple[PatternCard, ...]:
        """Every pattern; those that never hold the breath come first."""
        patterns = self._services.library.library.patterns.values()
        return tuple(self._card(one) for one in sorted(patterns, key=lambda one: one.holds_breath))

    def choose(self, slug: str) -> None:
        """Set this pattern from now on as it is written, without pauses for whoever never wants to hold the
        breath. Raises KeyError for an unknown one.
        """
        pattern = self._services.library.library.patterns[slug]
        never_holds = not self._services.settings.present.pacing.allow_breath_pauses
        self._slug, self._without_pauses, self._pace_s = slug, never_holds and pattern.holds_breath, 0
        self._place = 0 if pattern.max_cycles is None else pattern.max_cycles - 1

    def forget(self) -> None:
        """Back to the choice of patterns."""
        self._slug = ""

    def leave_out_pauses(self, wanted: bool) -> None:
        """With or without the parts in which the breath is held."""
        self._without_pauses = wanted

    def set_pace(self, pace_s: int) -> None:
        """Every part longer or shorter by one second; 0 as written."""
        self._pace_s = min(max(pace_s, PACES_S[0]), PACES_S[-1])

    def step_length(self, step: int) -> None:
        """The next longer (1) or shorter (-1) practice, where there is one."""
        self._place = min(max(self._place + step, 0), len(lengths_of(self._pattern())) - 1)

    def setup(self) -> SetupModel:
        """The chosen pattern as it is set."""
        pattern, practice = self._pattern(), self._practice()
        written = self._written()
        last = len(lengths_of(pattern)) - 1
        return SetupModel(
            name=pattern.name,
            purpose=pattern.purpose,
            safety=pattern.safety,
            numbers=self._words.numbers(pattern),
            pattern=pattern,
            offers_pauses=written.holds_breath,
            without_pauses=self._without_pauses,
            pace_s=self._pace_s,
            length=self._words.length(practice),
            can_step=(self._place > 0, self._place < last),
            total=self._words.total(practice),
            blocked=self._blocked(pattern),
        )

    def start(self) -> BreathRun | None:
        """A practice that has begun; None where the person's conditions forbid it."""
        if self._blocked(self._pattern()):
            return None
        return BreathRun(self._practice(), self._services.clock, self._words, self._player_words)

    def _card(self, pattern: BreathPattern) -> PatternCard:
        return PatternCard(
            slug=pattern.slug,
            name=pattern.name,
            purpose=pattern.purpose,
            numbers=self._words.numbers(pattern),
            span=self._words.span(pattern),
            has_pauses=pattern.holds_breath,
            blocked=self._blocked(pattern),
            pattern=pattern,
        )

    def _written(self) -> BreathPattern:
        return self._services.library.library.patterns[self._slug]

    def _pattern(self) -> BreathPattern:
        written = self._written()
        return (written.without_holds() if self._without_pauses else written).adjusted(self._pace_s)

    def _practice(self) -> BreathPractice:
        pattern = self._pattern()
        lengths = lengths_of(pattern)
        return BreathPractice(pattern, lengths[min(self._place, len(lengths) - 1)])

    def _blocked(self, pattern: BreathPattern) -> str:
        """Why this pattern must not be practised by the person of the screens; empty when it may."""
        if not pattern.holds_breath:
            return ""
        patient = self._services.patients.current()
        return self._words.reason(self._services.limits.against_holds(patient.id) if patient else ())
