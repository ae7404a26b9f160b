# Python's own module.
# %% task-3-2
import graphlib

def topological_order(inputs_of):
    try:
        return list(graphlib.TopologicalSorter(inputs_of).static_order())
    except graphlib.CycleError as error:
        raise ValueError(str(error)) from None
