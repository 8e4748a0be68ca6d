"""A reader's own texts: a folder, what is known of each text, what was not read in it, and what was put right by hand."""
