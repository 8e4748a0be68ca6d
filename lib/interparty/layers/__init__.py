"""Layers over the same texts, each with offsets into the file on disk: phrases of time, names, eras, codes, turns of speech."""
