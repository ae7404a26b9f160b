# The body is pass: x stays as it was, which earns nothing by itself.
# family: types
# fails: test-2-1
# says: never called.*is missing.*0 of 3 points
# %% task-2-1
def numerical_gradient(f, x, h=1e-5):
    pass
