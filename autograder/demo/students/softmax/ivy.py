# Handed in as it was received.
