#!/usr/bin/env python3
"""A test double of containerlab, for hosts whose container engine refuses privileged containers.

Containers, networks and links are real; the tool is not. It covers what netlab asks of
containerlab: version, deploy, destroy and inspect.
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
sys.dont_write_bytecode = True

from clab_double.cli import main  # noqa: E402  (its folder has to be on the path first)

if __name__ == '__main__':
    sys.exit(main(sys.argv[1:], os.environ))
