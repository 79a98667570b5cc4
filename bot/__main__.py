"""`python -m bot`: the commands, where the package is not installed."""

import sys

from bot.cli import main

sys.exit(main())
