"""Where a target region lies on the body: the centre of the glow and the parts that take it."""

from __future__ import annotations

from typing import NamedTuple

from facet_desktop.domain.figure.vectors import Vec


class Region(NamedTuple):
    """A glow: the segment whose frame holds the offset, the radius in cm, and the painted part it tints.

    ``on`` is ``trunk`` or the name of a limb segment.
    """

    segment: str
    offset: Vec
    radius: float
    on: str


def _both(segment: str, offset: Vec, radius: float) -> tuple[Region, ...]:
    """A glow on the same segment of both limbs."""
    x, y, z = offset
    return (
        Region(f"{segment}_right", offset, radius, f"{segment}_right"),
        Region(f"{segment}_left", (x, y, -z), radius, f"{segment}_left"),
    )


def _hip(offset: Vec, radius: float) -> tuple[Region, ...]:
    """A glow that lies on the pelvis and runs on over both thighs without a seam."""
    x, y, z = offset
    return (
        Region("pelvis", offset, radius, "trunk"),
        Region("pelvis", offset, radius, "thigh_right"),
        Region("pelvis", (x, y, -z), radius, "thigh_left"),
    )


REGIONS: dict[str, tuple[Region, ...]] = {
    "lumbar": (Region("lumbar", (-5.0, 0.0, 0.0), 15.0, "trunk"),),
    "abdomen": (Region("lumbar", (6.0, -1.0, 0.0), 15.0, "trunk"),),
    "obliques": (Region("lumbar", (2.0, 1.0, 9.0), 15.0, "trunk"),),
    "side": (Region("lumbar", (-1.0, 1.0, 10.0), 16.0, "trunk"),),
    "thorax": (Region("ribs", (-6.0, 6.0, 0.0), 17.0, "trunk"),),
    "chest": (Region("thorax", (7.0, 2.0, 0.0), 16.0, "trunk"),),
    "ribs": (Region("ribs", (5.0, 3.0, 0.0), 16.0, "trunk"),),
    "shoulders": (Region("thorax", (0.0, 6.0, 15.0), 13.0, "trunk"),),
    "pelvis": (Region("pelvis", (0.0, 1.0, 0.0), 15.0, "trunk"),),
    "pelvic-floor": (Region("pelvis", (3.0, -5.0, 0.0), 13.0, "trunk"),),
    "glutes": _hip((-7.0, -1.0, 8.0), 16.0),
    "hip-side": _hip((-1.0, 2.0, 12.0), 15.0),
    "hip-flexors": _hip((7.0, -2.0, 7.0), 15.0),
    "hamstrings": _both("thigh", (-5.0, -22.0, 0.0), 18.0),
    "quads": _both("thigh", (5.0, -20.0, 0.0), 18.0),
    "adductors": _both("thigh", (0.0, -18.0, -4.0), 17.0),
    "calves": _both("shank", (-3.0, -12.0, 0.0), 14.0),
}
"""Every region that a pose file may highlight. A name with ``-right`` tints the working side only."""


def regions_of(name: str, *, left_works: bool) -> tuple[Region, ...]:
    """The glows of a region; ``hamstrings-right`` means the working side, ``side-left`` the other one.

    Raises:
        KeyError: the region is unknown.
    """
    name, _, suffix = name.rpartition("-") if name.endswith(("-right", "-left")) else (name, "", "")
    if not suffix:
        return REGIONS[name]
    left = left_works == (suffix == "right")
    wanted = "left" if left else "right"
    found = (_on_side(region, left_works=left) for region in REGIONS[name])
    return tuple(region for region in found if region.on == "trunk" or region.on.endswith(wanted))


def _on_side(region: Region, *, left_works: bool) -> Region:
    """Trunk glows are written for the right side; limb glows stand in the list for both."""
    if region.on != "trunk" or not left_works:
        return region
    x, y, z = region.offset
    return region._replace(offset=(x, y, -z))
