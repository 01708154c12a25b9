"""``python -m electlaw`` is the command ``electlaw``."""

import sys

from electlaw.cli import main

if __name__ == "__main__":
    sys.exit(main())
