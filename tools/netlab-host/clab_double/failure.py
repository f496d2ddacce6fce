"""The two ways in which a command of the double ends early."""


class Failure(Exception):
    """Something that the person who called can read and act on; the exit code is 1."""


class Cancelled(BaseException):
    """SIGINT or SIGTERM came. No Exception, so that nothing that handles failures handles this."""
