"""``python -m interparty.classroom``: type ``python -m interparty.classroom --help``."""

import sys

from .commandline import main

if __name__ == "__main__":
    sys.exit(main())
