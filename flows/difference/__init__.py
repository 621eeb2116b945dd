"""What a change of the content means for people: who would be answered otherwise, and which texts read otherwise."""

from flows.difference.compare import Difference, compare
from flows.difference.version import Version

__all__ = ["Difference", "Version", "compare"]
