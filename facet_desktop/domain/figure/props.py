"""Things in the picture: what they are, where they stand, and the simple solids they are drawn from."""

from __future__ import annotations

from enum import StrEnum

from facet_desktop.domain.figure.skeleton import other_side
from facet_desktop.domain.figure.vectors import ORIGIN, Vec
from facet_desktop.domain.values import changed, frozen


class PropKind(StrEnum):
    """What a thing is."""

    MAT = "mat"
    CHAIR = "chair"
    WALL = "wall"
    BOX = "box"
    BALL = "ball"
    BAND = "band"
    STEP = "step"
    STICK = "stick"
    BAG = "bag"
    BIKE = "bike"
    ROLLER = "roller"
    PILLOW = "pillow"
    TOWEL_ROLL = "towel-roll"
    WORKTOP = "worktop"
    STRAP = "strap"
    CUSHION = "cushion"
    PEANUT = "peanut"
    WEIGHT = "weight"
    SHELF = "shelf"
    BUBBLE = "bubble"


#: Length (along x), height and width (along z) of a thing when its file gives none.
DEFAULT_SIZE: dict[PropKind, Vec] = {
    PropKind.MAT: (190.0, 1.5, 62.0),
    PropKind.CHAIR: (44.0, 46.0, 44.0),
    PropKind.WALL: (8.0, 190.0, 110.0),
    PropKind.BOX: (34.0, 26.0, 38.0),
    PropKind.BALL: (22.0, 22.0, 22.0),
    PropKind.BAND: (1.2, 1.2, 1.2),
    PropKind.STEP: (40.0, 18.0, 60.0),
    PropKind.STICK: (2.6, 120.0, 2.6),
    PropKind.BAG: (30.0, 30.0, 14.0),
    PropKind.BIKE: (100.0, 90.0, 16.0),
    PropKind.ROLLER: (15.0, 15.0, 45.0),
    PropKind.PILLOW: (36.0, 9.0, 48.0),
    PropKind.TOWEL_ROLL: (11.0, 11.0, 40.0),
    PropKind.WORKTOP: (60.0, 90.0, 120.0),
    PropKind.STRAP: (1.6, 1.6, 1.6),
    PropKind.CUSHION: (40.0, 5.0, 44.0),
    PropKind.PEANUT: (9.0, 9.0, 20.0),
    PropKind.WEIGHT: (11.0, 22.0, 11.0),
    PropKind.SHELF: (30.0, 150.0, 80.0),
    PropKind.BUBBLE: (40.0, 17.0, 1.0),
}

#: Things stretched between points instead of standing somewhere.
STRETCHED = frozenset((PropKind.BAND, PropKind.STRAP, PropKind.STICK))


@frozen
class Spot:
    """A place: a point of the world, or with ``joint`` an offset from that joint.

    The offset turns with ``frame`` (a segment) when one is named, else it stays upright. A thing that is
    ``away`` (1 at ``begin``, 0 at its place) is on the straight way from the point ``begin`` of the world.
    """

    offset: Vec = ORIGIN
    joint: str = ""
    frame: str = ""
    begin: Vec = ORIGIN
    away: float = 0.0

    def mirrored(self) -> Spot:
        """The same place on the other side of the body."""
        (x, y, z), (a, b, c) = self.offset, self.begin
        joint, frame = other_side(self.joint), other_side(self.frame)
        return Spot((x, y, -z), joint, frame, (a, b, -c), self.away)


@frozen
class Prop:
    """One thing. ``size`` is length, height and width in centimetres, ``yaw`` turns it about the vertical.

    ``path`` holds the points that a band, strap or stick runs through. ``caught`` is the moment of the
    movement (0 to 1) at which a thing that flies from ``spot.begin`` is in the hands; 0 if it does not fly.
    """

    kind: PropKind
    spot: Spot = Spot()
    size: Vec = ORIGIN
    yaw: float = 0.0
    path: tuple[Spot, ...] = ()
    caught: float = 0.0

    def at_moment(self, position: float) -> Prop:
        """The thing at a moment of the movement: itself, or on its way as far as it has flown."""
        if position >= self.caught:
            return self
        return changed(self, spot=changed(self.spot, away=1.0 - position / self.caught))

    def mirrored(self) -> Prop:
        """The thing on the other side."""
        path = tuple(spot.mirrored() for spot in self.path)
        return changed(self, spot=self.spot.mirrored(), yaw=-self.yaw, path=path)
