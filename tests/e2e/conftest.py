"""Stories run through the real window over a real database."""

from tests.ui.conftest import app_services, clock, opened, patient, plan, prepared_folder, publish, window

__all__ = ["app_services", "clock", "opened", "patient", "plan", "prepared_folder", "publish", "window"]
