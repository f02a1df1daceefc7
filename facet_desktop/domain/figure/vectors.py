"""Light vectors, rotations and quaternions as plain tuples.

Plain tuples and unrolled arithmetic keep one figure well below a millisecond without numpy,
which would triple the start-up time of the program. Lengths are centimetres, angles degrees.
World axes: x to the figure's front, y up, z to the figure's right.
"""

from math import acos, atan2, cos, radians, sin, sqrt

Vec = tuple[float, float, float]
Mat = tuple[float, float, float, float, float, float, float, float, float]
Quat = tuple[float, float, float, float]

IDENTITY: Mat = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
ORIGIN: Vec = (0.0, 0.0, 0.0)


def add(a: Vec, b: Vec) -> Vec:
    """Sum of two vectors."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """Difference a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, factor: float) -> Vec:
    """Vector stretched by a factor."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def along(a: Vec, direction: Vec, distance: float) -> Vec:
    """Point reached from ``a`` after ``distance`` along ``direction``."""
    return (
        a[0] + direction[0] * distance,
        a[1] + direction[1] * distance,
        a[2] + direction[2] * distance,
    )


def dot(a: Vec, b: Vec) -> float:
    """Scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Right-handed vector product."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vec) -> float:
    """Euclidean length."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vec, b: Vec) -> float:
    """Distance between two points."""
    return length(sub(a, b))


def unit(a: Vec) -> Vec:
    """Vector of length one; the zero vector stays as it is."""
    size = length(a)
    return a if size < 1e-12 else (a[0] / size, a[1] / size, a[2] / size)


def middle(a: Vec, b: Vec) -> Vec:
    """Point half-way between two points."""
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2)


def column(m: Mat, index: int) -> Vec:
    """One axis of a frame: 0 front, 1 headward, 2 right."""
    return (m[index], m[index + 3], m[index + 6])


def frame_of(x: Vec, y: Vec, z: Vec) -> Mat:
    """Frame whose axes are the three given unit vectors."""
    return (x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2])


def matmul(a: Mat, b: Mat) -> Mat:
    """Product of two rotations: ``b`` first, then ``a``."""
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = a
    b0, b1, b2, b3, b4, b5, b6, b7, b8 = b
    return (
        a0 * b0 + a1 * b3 + a2 * b6,
        a0 * b1 + a1 * b4 + a2 * b7,
        a0 * b2 + a1 * b5 + a2 * b8,
        a3 * b0 + a4 * b3 + a5 * b6,
        a3 * b1 + a4 * b4 + a5 * b7,
        a3 * b2 + a4 * b5 + a5 * b8,
        a6 * b0 + a7 * b3 + a8 * b6,
        a6 * b1 + a7 * b4 + a8 * b7,
        a6 * b2 + a7 * b5 + a8 * b8,
    )


def transpose(m: Mat) -> Mat:
    """Inverse of a rotation."""
    return (m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8])


def apply(m: Mat, v: Vec) -> Vec:
    """Vector ``v`` of the frame expressed in the world."""
    x, y, z = v
    return (
        m[0] * x + m[1] * y + m[2] * z,
        m[3] * x + m[4] * y + m[5] * z,
        m[6] * x + m[7] * y + m[8] * z,
    )


def place(origin: Vec, frame: Mat, local: Vec) -> Vec:
    """World point of a local point in a frame that sits at ``origin``."""
    x, y, z = local
    return (
        origin[0] + frame[0] * x + frame[1] * y + frame[2] * z,
        origin[1] + frame[3] * x + frame[4] * y + frame[5] * z,
        origin[2] + frame[6] * x + frame[7] * y + frame[8] * z,
    )


def turn_x(m: Mat, degrees: float) -> Mat:
    """Frame turned about its own x axis."""
    if degrees == 0.0:
        return m
    angle = radians(degrees)
    c, s = cos(angle), sin(angle)
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = m
    return (
        a0, c * a1 + s * a2, c * a2 - s * a1,
        a3, c * a4 + s * a5, c * a5 - s * a4,
        a6, c * a7 + s * a8, c * a8 - s * a7,
    )  # fmt: skip


def turn_y(m: Mat, degrees: float) -> Mat:
    """Frame turned about its own y axis."""
    if degrees == 0.0:
        return m
    angle = radians(degrees)
    c, s = cos(angle), sin(angle)
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = m
    return (
        c * a0 - s * a2, a1, s * a0 + c * a2,
        c * a3 - s * a5, a4, s * a3 + c * a5,
        c * a6 - s * a8, a7, s * a6 + c * a8,
    )  # fmt: skip


def turn_z(m: Mat, degrees: float) -> Mat:
    """Frame turned about its own z axis."""
    if degrees == 0.0:
        return m
    angle = radians(degrees)
    c, s = cos(angle), sin(angle)
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = m
    return (
        c * a0 + s * a1, c * a1 - s * a0, a2,
        c * a3 + s * a4, c * a4 - s * a3, a5,
        c * a6 + s * a7, c * a7 - s * a6, a8,
    )  # fmt: skip


def quaternion(m: Mat) -> Quat:
    """Unit quaternion (w, x, y, z) of a rotation."""
    trace = m[0] + m[4] + m[8]
    if trace > 0.0:
        s = 2.0 * sqrt(trace + 1.0)
        return (s / 4, (m[7] - m[5]) / s, (m[2] - m[6]) / s, (m[3] - m[1]) / s)
    if m[0] >= m[4] and m[0] >= m[8]:
        s = 2.0 * sqrt(1.0 + m[0] - m[4] - m[8])
        return ((m[7] - m[5]) / s, s / 4, (m[1] + m[3]) / s, (m[2] + m[6]) / s)
    if m[4] >= m[8]:
        s = 2.0 * sqrt(1.0 + m[4] - m[0] - m[8])
        return ((m[2] - m[6]) / s, (m[1] + m[3]) / s, s / 4, (m[5] + m[7]) / s)
    s = 2.0 * sqrt(1.0 + m[8] - m[0] - m[4])
    return ((m[3] - m[1]) / s, (m[2] + m[6]) / s, (m[5] + m[7]) / s, s / 4)


def rotation(q: Quat) -> Mat:
    """Rotation of a unit quaternion."""
    w, x, y, z = q
    return (
        1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y),
        2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
        2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y),
    )  # fmt: skip


def slerp(a: Quat, b: Quat, t: float) -> Quat:
    """Turn from ``a`` to ``b`` along the shorter way, ``t`` from 0 to 1."""
    cosine = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
    sign = -1.0 if cosine < 0.0 else 1.0
    angle = acos(min(1.0, abs(cosine)))
    if angle < 1e-6:
        return a
    wa, wb = sin((1 - t) * angle) / sin(angle), sign * sin(t * angle) / sin(angle)
    return (
        wa * a[0] + wb * b[0],
        wa * a[1] + wb * b[1],
        wa * a[2] + wb * b[2],
        wa * a[3] + wb * b[3],
    )


def angle_between(a: Vec, b: Vec) -> float:
    """Angle between two directions, 0 to 180 degrees."""
    from_cross = length(cross(a, b))
    return atan2(from_cross, dot(a, b)) * 57.29577951308232
