"""Stories run through the real window over a real database."""

from tests.ui.conftest import app_services, clock, opened, prepared_folder, window

__all__ = ["app_services", "clock", "opened", "prepared_folder", "window"]
