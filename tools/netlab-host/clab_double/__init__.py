"""The parts of the containerlab double: one module for each thing it deals with."""
