"""One filling-in of the form for an own exercise: every change is kept as a draft, until saved or let go.

Two windows may fill in the same form. A draft is never written over what another window put there: from then
on, this filling-in has a draft of its own, both are kept, and `notice` tells the person. Saving never passes
over a version that the person has not been told of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.own_form import FilledForm, form_from_text, form_to_text
from facet_desktop.services.own_records import FormDraft, FormKind
from facet_desktop.services.records import Stamp

if TYPE_CHECKING:
    from facet_desktop.domain.exercise import Exercise
    from facet_desktop.services.own_exercises import OwnExercises, OwnTools
    from facet_desktop.services.own_records import FormPlace, OwnContent, Picture


class OwnEditing:
    """A form being filled in. Every change is stored before the method returns."""

    def __init__(self, tools: OwnTools, own: OwnExercises, place: FormPlace, begun: OwnContent) -> None:
        self._tools = tools
        self._own = own
        self.place = place
        self.begun = begun
        """What the form begins with where nothing was filled in before."""
        self._based_on = begun.exercise.version if place.kind is FormKind.CHANGE else None
        self._id = tools.ids.new()
        self._document: str | None = None
        """What this filling-in stored last, or found."""
        self._picture: str | None = None
        """Name of the picture that lies beside the draft."""
        self._damaged: list[str] = []
        self.found: FilledForm | None = None
        """What was filled in the last time and not saved, or None."""
        self.found_picture: Picture | None = None
        """The picture that it names, where that is still there."""
        self.newer: int | None = None
        """The version that was saved since the draft was begun, or None."""
        self.notice = False
        """Whether another window's draft was met; the reader sets it back."""
        self._find()

    @property
    def is_damaged(self) -> bool:
        """Whether there is a draft that cannot be read."""
        return bool(self._damaged)

    def keep(self, filled: FilledForm, picture: Picture | None) -> None:
        """Stores what is filled in, with the picture that it names.

        Raises StorageError, and UserError for signs that cannot be stored; the next call tries again.
        """
        document, drafts = form_to_text(filled), self._tools.drafts
        is_mine = self._is_mine()
        if is_mine and document == self._document:
            return
        draft_id, known = (self._id, self._picture) if is_mine else (self._tools.ids.new(), None)
        stamp = Stamp(self._tools.clock.wall_ms(), self._tools.device_id)
        with self._tools.unit.transaction():
            drafts.save(FormDraft(draft_id, self.place, self._based_on, document, stamp))
            if picture is not None and filled.figure.picture != known:
                drafts.save_picture(draft_id, picture, stamp)
                known = filled.figure.picture
        self._id, self._picture, self._document = draft_id, known, document
        self.notice = self.notice or not is_mine

    def drop(self) -> None:
        """Lets go what was kept; what another window has put there stays. Raises StorageError."""
        with self._tools.unit.transaction():
            for draft_id in self._mine():
                self._tools.drafts.delete(draft_id)
        self._forget()

    def save(self, content: OwnContent, picture: Picture | None) -> Exercise:
        """Stores a new version and drops the draft.

        Raises UserError while something is wrong, or when another window saved a version meanwhile.
        """
        stored = self._own.content(self.place.slug) if self._based_on is not None else None
        if stored is not None and stored.exercise.version != self._based_on:
            self._based_on = stored.exercise.version
            raise UserError(
                mark("Version {number} of this exercise was saved in another window meanwhile."),
                mark("It stays. Save again to make a newer version of what you see."),
                number=stored.exercise.version,
            )
        saved = self._own.save(content, picture, self._mine())
        self._forget()
        return saved

    def _find(self) -> None:
        drafts = self._tools.drafts
        for draft in drafts.of(self.place):
            try:
                self.found = form_from_text(draft.document)
            except ValueError:
                self._damaged.append(draft.id)
                continue
            self._id, self._document = draft.id, draft.document
            if draft.based_on != self._based_on:
                self.newer = self._based_on
            name = self.found.figure.picture
            own = drafts.picture(draft.id)
            if own is not None and own.name == name:
                self.found_picture, self._picture = own, name
            else:
                self.found_picture = self._tools.shelf.picture(name)
            return

    def _is_mine(self) -> bool:
        """Whether nobody else has changed the draft since; one that is gone may be written anew."""
        stored = self._tools.drafts.get(self._id)
        if stored is None:
            self._document = self._picture = None
        return stored is None or stored.document == self._document

    def _mine(self) -> list[str]:
        return [*self._damaged, *[self._id] * self._is_mine()]

    def _forget(self) -> None:
        self._id, self._document, self._picture = self._tools.ids.new(), None, None
        self._damaged = []
