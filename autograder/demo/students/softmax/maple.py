# like birch
# tamper: untidy
# Right, in a notebook whose cells were copied, deleted, renamed and edited, with another kernel.
