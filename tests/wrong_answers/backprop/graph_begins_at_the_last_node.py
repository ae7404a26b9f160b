# The sweep begins at the last node, whatever backward is called with.
# family: chain rule
# fails: test-3-3
# says: the output, in .*the sweep begins with 1 at the output
# %% task-3-3
class ComputationalGraph:
    """A circuit of gates that can be run forward and backward."""

    def __init__(self):
        self.gates, self.inputs_of = {}, {}

    def add(self, name, gate, *input_names):
        self.gates[name] = gate
        self.inputs_of[name] = input_names

    def forward(self, inputs):
        self.order = topological_order(self.inputs_of)
        self.values = dict(inputs)
        for name in self.order:
            if name in self.gates:
                arguments = [self.values[source] for source in self.inputs_of[name]]
                self.values[name] = self.gates[name].forward(*arguments)
        return self.values

    def backward(self, output):
        grads = {name: np.zeros(np.shape(value)) for name, value in self.values.items()}
        grads[self.order[-1]] = 1.0
        for name in reversed(self.order):
            if name in self.gates:
                shares = self.gates[name].backward(grads[name])
                for source, share in zip(self.inputs_of[name], shares):
                    grads[source] = grads[source] + share
        return grads
