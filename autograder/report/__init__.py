"""What an instructor sees of a class: one page per stage that tells how it went, and one with code that looks alike."""
