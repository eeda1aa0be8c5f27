"""``python -m protocolkit``: the same as the command ``protocol``."""

from protocolkit.commands import run

if __name__ == "__main__":
    run()
