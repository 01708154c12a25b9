"""The legal framework of Indonesia's regional elections (Pilkada), computable.

The law is a log of legal acts; every answer is a fold of that log and carries the acts that produced it.
Importing the package loads nothing: each public name is imported at its first use.
"""

from __future__ import annotations

__version__ = "0.1.0"
