"""Figures that move: skeleton, poses, movements, props and the checks over them. Pure Python, no Qt."""
