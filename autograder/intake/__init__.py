"""What a learning platform collected, brought into nbgrader's layout: an archive or a folder in, submitted/ out.

Names in an archive are a stranger's. They only ever say whose a file is: none of them is used as a path.
"""
