"""``python -m interparty``: the library for people without a notebook. Type ``python -m interparty --help``."""

import sys

from .commandline import main

if __name__ == "__main__":
    sys.exit(main())
