# tries: attachments, 5 MB of metadata, a kernel with a command line, limits of its own
# base: birch
# may score: 22
# tamper: metadata_flooded
