"""python -m ai_energy_score_worker: serves one plan over standard input and output, then ends."""

from .channel import standard_channel
from .environment import die_with_parent, seal_environment
from .session import serve_or_tell


def main() -> None:
    """Takes standard input and output for the protocol and serves until the runner goes."""
    die_with_parent()
    channel = standard_channel()
    # Libraries read these variables when they are first imported, which is later than here.
    seal_environment()
    serve_or_tell(channel)


if __name__ == "__main__":
    main()
