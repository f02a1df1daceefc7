"""Props as solids, and whether they are painted behind the figure, among its parts or in front of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QColor, QPainter

from facet_desktop.domain.figure.props import DEFAULT_SIZE, STRETCHED, Prop, PropKind, Spot
from facet_desktop.domain.figure.vectors import (
    IDENTITY,
    ORIGIN,
    Mat,
    Vec,
    add,
    along,
    apply,
    column,
    place,
    sub,
    turn_y,
)
from facet_desktop.ui.figure.kit import paint_bag, paint_bubble, paint_kettlebell
from facet_desktop.ui.figure.scene import Part, Scene
from facet_desktop.ui.figure.solids import (
    Block,
    paint_ball,
    paint_block,
    paint_cushion,
    paint_line,
    paint_rod,
    paint_roller,
)

BEHIND = frozenset(
    {
        PropKind.CHAIR,
        PropKind.WORKTOP,
        PropKind.STEP,
        PropKind.PILLOW,
        PropKind.TOWEL_ROLL,
        PropKind.ROLLER,
        PropKind.CUSHION,
        PropKind.SHELF,
        PropKind.BOX,
    }
)
"""Things that the figure lies, sits, stands or leans on: painted before it unless they are carried."""

_MATERIAL = {
    PropKind.MAT: "mat",
    PropKind.CHAIR: "wood",
    PropKind.WALL: "mat",
    PropKind.BOX: "wood",
    PropKind.BALL: "rubber",
    PropKind.BAND: "rubber",
    PropKind.STEP: "wood",
    PropKind.STICK: "wood",
    PropKind.BAG: "cloth",
    PropKind.BIKE: "metal",
    PropKind.ROLLER: "metal",
    PropKind.PILLOW: "cloth",
    PropKind.TOWEL_ROLL: "cloth",
    PropKind.WORKTOP: "wood",
    PropKind.STRAP: "rubber",
    PropKind.CUSHION: "cloth",
    PropKind.PEANUT: "rubber",
    PropKind.WEIGHT: "metal",
    PropKind.SHELF: "wood",
    PropKind.BUBBLE: "mat",
}


def spot_point(scene: Scene, spot: Spot) -> Vec:
    """A spot in the world."""
    origin = scene.figure.point(spot.joint) if spot.joint else ORIGIN
    here = add(origin, apply(scene.figure.frames[spot.frame], spot.offset) if spot.frame else spot.offset)
    return along(here, sub(spot.begin, here), spot.away) if spot.away else here


def standing_parts(scene: Scene, props: tuple[Prop, ...]) -> list[Part]:
    """Things that stand still behind the figure, farthest first."""
    found = [_part(scene, prop) for prop in props if _stands(scene, prop)]
    return sorted(found, key=lambda part: part.depth)


def carried_parts(scene: Scene, props: tuple[Prop, ...]) -> list[Part]:
    """Things among the limbs: carried, stretched, or standing in front."""
    return [_part(scene, prop) for prop in props if not _stands(scene, prop)]


def _stands(scene: Scene, prop: Prop) -> bool:
    if prop.spot.joint or prop.path:
        return False
    return prop.kind in BEHIND or prop.kind is PropKind.MAT or _wall_behind(scene, prop)


def _wall_behind(scene: Scene, prop: Prop) -> bool:
    return prop.kind is PropKind.WALL and not _hides(scene, prop)


def _hides(scene: Scene, prop: Prop) -> bool:
    """Whether a wall stands between the viewer and the figure."""
    toward = column(_frame(scene, prop), 0)
    gap = scene.view.depth(spot_point(scene, prop.spot)) - scene.view.depth(scene.figure.joints["pelvis"])
    return abs(scene.view.depth(toward)) > 0.2 and gap > 5.0


def _frame(scene: Scene, prop: Prop) -> Mat:
    if prop.spot.frame:
        return turn_y(scene.figure.frames[prop.spot.frame], -prop.yaw)
    return turn_y(IDENTITY, -prop.yaw)


def _size(prop: Prop) -> Vec:
    return prop.size if prop.size != ORIGIN else DEFAULT_SIZE[prop.kind]


def _part(scene: Scene, prop: Prop) -> Part:
    colour = scene.inks.thing(_MATERIAL[prop.kind])
    if prop.kind in STRETCHED:
        points = [spot_point(scene, spot) for spot in prop.path]
        depth = sum(scene.view.depth(point) for point in points) / len(points)
        centre = points[len(points) // 2]
        return Part(
            depth,
            scene.before_trunk(centre) > 0.0,
            partial(_stretched, scene=scene, prop=prop, colour=colour),
        )
    length, height, width = _size(prop)
    foot = spot_point(scene, prop.spot)
    frame = _frame(scene, prop)
    held = bool(prop.spot.joint) or prop.kind in (PropKind.BALL, PropKind.PEANUT, PropKind.WEIGHT)
    centre = foot if held else place(foot, frame, (0.0, height / 2, 0.0))
    block = Block(centre, frame, (length / 2, height / 2, width / 2))
    depth = -1e6 if prop.kind is PropKind.MAT else scene.view.depth(centre)
    draw = partial(_solid, scene=scene, kind=prop.kind, block=block, colour=colour)
    if prop.kind is PropKind.WALL and _hides(scene, prop):
        # A wall in front of the figure is painted last and lets it shine through.
        colour.setAlpha(90)
        depth = 1e6
    return Part(depth, scene.before_trunk(centre) > 0.0 or depth > 1e5, draw)


def _stretched(painter: QPainter, scene: Scene, prop: Prop, colour: QColor) -> None:
    points = [spot_point(scene, spot) for spot in prop.path]
    width = _size(prop)[0]
    if prop.kind is PropKind.STICK:
        paint_rod(painter, scene, (points[0], points[-1]), width / 2, colour)
    else:
        paint_line(painter, scene, points, width, colour)


def _solid(painter: QPainter, scene: Scene, kind: PropKind, block: Block, colour: QColor) -> None:
    painters = {
        PropKind.MAT: _mat,
        PropKind.BALL: _ball,
        PropKind.PEANUT: _peanut,
        PropKind.PILLOW: paint_cushion,
        PropKind.CUSHION: paint_cushion,
        PropKind.BAG: paint_bag,
        PropKind.BUBBLE: paint_bubble,
        PropKind.ROLLER: paint_roller,
        PropKind.TOWEL_ROLL: paint_roller,
        PropKind.WEIGHT: paint_kettlebell,
        PropKind.BIKE: _bike,
    }
    if kind in _FURNITURE:
        for piece in _FURNITURE[kind]:
            paint_block(painter, scene, _piece(block, piece), colour)
    else:
        painters.get(kind, paint_block)(painter, scene, block, colour)


def _mat(painter: QPainter, scene: Scene, block: Block, colour: QColor) -> None:
    """A mat's top is the floor that the figure lies on."""
    sunk = place(block.centre, block.frame, (0.0, -2 * block.half[1], 0.0))
    paint_block(painter, scene, Block(sunk, block.frame, block.half), colour)


def _ball(painter: QPainter, scene: Scene, block: Block, colour: QColor) -> None:
    paint_ball(painter, scene, block.centre, block.half[1], colour)


def _peanut(painter: QPainter, scene: Scene, block: Block, colour: QColor) -> None:
    for way in (-0.5, 0.5):
        centre = place(block.centre, block.frame, (0.0, 0.0, way * block.half[2]))
        paint_ball(painter, scene, centre, block.half[1], colour)


#: Pieces of furniture as (centre, half size), both as shares of the whole half size; painted in this order.
_FURNITURE: dict[PropKind, tuple[tuple[Vec, Vec], ...]] = {
    PropKind.CHAIR: (
        ((-0.9, -0.06, -0.9), (0.08, 0.94, 0.08)),
        ((0.9, -0.06, -0.9), (0.08, 0.94, 0.08)),
        ((-0.92, 1.9, 0.0), (0.06, 0.95, 0.94)),
        ((-0.9, -0.06, 0.9), (0.08, 0.94, 0.08)),
        ((0.9, -0.06, 0.9), (0.08, 0.94, 0.08)),
        ((0.0, 0.93, 0.0), (1.0, 0.07, 1.0)),
    ),
    PropKind.WORKTOP: (
        ((0.08, -0.04, 0.0), (0.9, 0.94, 0.96)),
        ((0.0, 0.95, 0.0), (1.0, 0.05, 1.0)),
    ),
    PropKind.SHELF: (
        ((0.94, 0.0, 0.0), (0.06, 1.0, 1.0)),
        ((0.0, 0.98, 0.0), (1.0, 0.02, 1.0)),
        ((0.0, 0.2, 0.0), (1.0, 0.02, 1.0)),
    ),
}


def _piece(block: Block, piece: tuple[Vec, Vec]) -> Block:
    centre, half = piece
    a, b, c = block.half
    return Block(
        place(block.centre, block.frame, (centre[0] * a, centre[1] * b, centre[2] * c)),
        block.frame,
        (half[0] * a, half[1] * b, half[2] * c),
    )


def _bike(painter: QPainter, scene: Scene, block: Block, colour: QColor) -> None:
    """An exercise bike: the spot is the floor under the crank; the cranks run to the balls of the feet."""
    base = place(block.centre, block.frame, (0.0, -block.half[1], 0.0))

    def at(x: float, y: float, z: float = 0.0) -> Vec:
        return place(base, block.frame, (x, y, z))

    seat = 2 * block.half[1] - 6.0
    crank, saddle, bar = at(0.0, 30.0), at(-24.0, seat), at(36.0, 96.0)
    dark = colour.darker(125)
    for ends, radius in (
        ((at(-40.0, 3.0), at(44.0, 3.0)), 3.0),
        ((at(-30.0, 3.0), saddle), 2.6),
        ((at(-12.0, 34.0), at(30.0, 46.0)), 3.6),
        ((at(34.0, 3.0), bar), 2.6),
        ((bar, at(28.0, 100.0, 16.0)), 1.6),
        ((bar, at(28.0, 100.0, -16.0)), 1.6),
        ((at(-34.0, seat + 2.0), at(-12.0, seat + 1.0)), 3.4),
    ):
        paint_rod(painter, scene, ends, radius, colour)
    paint_roller(painter, scene, Block(at(30.0, 26.0), block.frame, (20.0, 20.0, 3.0)), dark)
    for side in ("left", "right"):
        paint_rod(painter, scene, (crank, scene.figure.joints[f"ball_{side}"]), 1.5, dark)
