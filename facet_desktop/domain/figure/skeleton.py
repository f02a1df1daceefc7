"""Proportions of the figure: an adult of 170 cm, in centimetres.

Segment lengths follow Drillis and Contini (1966) as reprinted by Winter, *Biomechanics and
Motor Control of Human Movement*, scaled to 170 cm and rounded; the trunk is split into a
lumbar and a thoracic part so that the low back can move on its own. The radii of the soft
parts are drawing measures, not anthropometry.
"""

HALF_PELVIS = 8.5
HALF_SHOULDERS = 17.0
NECK = 9.0
HEAD_RADIUS = 9.7
UPPER_ARM = 30.0
FOREARM = 25.0
THIGH = 42.0
SHANK = 41.0

#: Height of the ankle joint above the sole.
ANKLE_HEIGHT = 7.0
#: Distance of the wrist joint from the surface the palm lies on.
WRIST_HEIGHT = 3.0
#: Wrist to the middle of a closed hand.
GRIP = 7.0
#: Wrist to the fingertips.
FINGERTIP = 17.0
#: Wrist to the knuckles of a closed hand.
FIST = 10.0

#: The lumbar part (17) bends in three places and the thoracic part (27) in two more, so that a rounded back
#: is drawn as a curve. Each entry is the length after a bend.
PELVIS_TO_LUMBAR = 7.0
LUMBAR_PARTS = (5.0, 5.0)
THORAX_PARTS = (9.0, 9.0, 9.0)

#: Head centre seen from the top of the neck (front, up, right).
HEAD_OFFSET = (1.6, 7.6, 0.0)
#: Shoulder joint seen from the top of the thorax; z is mirrored for the left.
SHOULDER_OFFSET = (0.0, -3.0, HALF_SHOULDERS)

#: Points of the foot seen from the ankle: the drawn centres.
HEEL_CENTRE = (-3.2, -3.7, 0.0)
BALL_CENTRE = (8.0, -4.6, 0.0)
TOE_CENTRE = (12.6, -5.2, 0.0)
#: Points of the foot that may touch the ground.
FOOT_PARTS = {
    "sole": (0.0, -ANKLE_HEIGHT, 0.0),
    "ball": (8.0, -ANKLE_HEIGHT, 0.0),
    "heel": (-3.2, -ANKLE_HEIGHT, 0.0),
    "ankle": (0.0, 0.0, 0.0),
}

#: Thickness of the trunk in front of the spine's line, at the waist and at the chest.
BELLY_FRONT = 9.4
CHEST_FRONT = 10.6

SIDES = ("left", "right")
LIMBS = ("leg_left", "leg_right", "arm_left", "arm_right")

SEGMENTS = (
    "pelvis",
    "lumbar",
    "ribs",
    "thorax",
    "head",
    "belly",
    "breastbone",
    *(f"{part}_{side}" for part in ("thigh", "shank", "foot") for side in SIDES),
    *(f"{part}_{side}" for part in ("upper_arm", "forearm", "hand") for side in SIDES),
)

JOINTS = (
    "pelvis",
    "lumbar",
    "loin",
    "waist",
    "ribs",
    "chest",
    "neck",
    "throat",
    "skull",
    "head",
    *(f"{part}_{side}" for part in ("hip", "knee", "ankle", "heel", "ball", "toe") for side in SIDES),
    *(f"{part}_{side}" for part in ("shoulder", "elbow", "wrist", "grip", "finger") for side in SIDES),
)

#: Names that mean the point half-way between a left and a right joint.
PAIRS = {
    "hips": "hip",
    "knees": "knee",
    "ankles": "ankle",
    "shoulders": "shoulder",
    "elbows": "elbow",
    "wrists": "wrist",
}


def sign(side: str) -> float:
    """+1 for the right side of the body, -1 for the left."""
    return 1.0 if side == "right" else -1.0


def other_side(name: str) -> str:
    """The same joint, segment or limb on the other side of the body."""
    if name.endswith("_left"):
        return name[:-5] + "_right"
    if name.endswith("_right"):
        return name[:-6] + "_left"
    return name
