"""The main window: navigation, menus, and the pages it shows one at a time."""
