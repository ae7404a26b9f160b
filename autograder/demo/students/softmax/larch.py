# tamper: html_export
# Handed in the wrong file: an HTML export with the notebook's name.
