"""What is said about trouble: what happened, whether anything is lost, and what to do."""

from __future__ import annotations

from facet_desktop.domain.errors import Trouble
from facet_desktop.domain.values import frozen
from facet_desktop.services.wording.base import Wording


@frozen
class ErrorText:
    """A headline and what to do."""

    headline: str
    advice: str


class ErrorWords(Wording):
    """Plain words for every kind of trouble."""

    def trouble(self, trouble: Trouble) -> ErrorText:
        """Advice for a known trouble of the database or the disk."""
        return (self._of_the_place() | self._of_the_data())[trouble]

    def _of_the_place(self) -> dict[Trouble, ErrorText]:
        """The disk, the folder, and who else uses them."""
        return {
            Trouble.LOCKED: ErrorText(
                self.tr("Your data is busy"),
                self.tr(
                    "Another program is using the file. What you did last was not saved. Wait a moment and "
                    "try again. Close backup or virus programs if it keeps happening."
                ),
            ),
            Trouble.FULL: ErrorText(
                self.tr("The disk is full"),
                self.tr(
                    "Everything saved before is safe, but nothing new can be saved. Free some space, then "
                    "try again."
                ),
            ),
            Trouble.DISK: ErrorText(
                self.tr("The disk does not answer as it should"),
                self.tr(
                    "What you did last was not saved. Make sure that your disk or stick has free space and "
                    "is plugged in, then try again."
                ),
            ),
            Trouble.READ_ONLY: ErrorText(
                self.tr("The data folder cannot be written to"),
                self.tr(
                    "Nothing new can be saved. Check that you may write to the folder and that the disk or "
                    "stick is not write-protected."
                ),
            ),
            Trouble.NO_FOLDER: ErrorText(
                self.tr("The data folder cannot be used"),
                self.tr(
                    "There is no such folder, a file is in its place, or the disk or stick it lies on does "
                    "not answer. Plug it in, or choose another folder, and start Facet again."
                ),
            ),
            Trouble.IN_USE: ErrorText(
                self.tr("Facet is already open"),
                self.tr("This data folder is open in another window of Facet. Use that one, or close it."),
            ),
        }

    def _of_the_data(self) -> dict[Trouble, ErrorText]:
        """The data itself and its key."""
        return {
            Trouble.CORRUPT: ErrorText(
                self.tr("The data file is damaged"),
                self.tr(
                    "Please do not go on working with it. Close Facet, copy the whole data folder to a safe "
                    "place, and bring back your last backup."
                ),
            ),
            Trouble.TOO_NEW: ErrorText(
                self.tr("This data was made by a newer Facet"),
                self.tr("Install the newest version of Facet to open it. Nothing was changed."),
            ),
            Trouble.WRONG_KEY: ErrorText(
                self.tr("The key does not fit the data"),
                self.tr(
                    "The key file and the data file do not belong together. Put back the key file that was "
                    "kept with this data."
                ),
            ),
            Trouble.KEY_MISSING: ErrorText(
                self.tr("The key to your data is missing"),
                self.tr(
                    "The data is locked with a key file that is no longer in the data folder. Put it back "
                    "from your backup. Nothing was changed."
                ),
            ),
            Trouble.DATA_MISSING: ErrorText(
                self.tr("Your data is not where it was"),
                self.tr(
                    "The data folder still holds the key, but the data file is gone. Put it back from your "
                    "backup. To begin with nothing instead, choose an empty folder. Nothing was changed."
                ),
            ),
        }

    def defect(self) -> ErrorText:
        """For errors of the program itself."""
        return ErrorText(
            self.tr("Something went wrong in Facet"),
            self.tr(
                "This is a mistake in the program, not yours. What was saved before is safe. You can go on; "
                "if it happens again, please send the details below. They hold no health data."
            ),
        )
