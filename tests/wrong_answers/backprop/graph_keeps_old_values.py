# A second forward keeps what the first one found.
# family: purity
# fails: test-3-3
# also: test-4-1
# says: forward again with other inputs
# %% task-3-3
class ComputationalGraph:
    """A circuit of gates that can be run forward and backward."""

    def __init__(self):
        self.gates, self.inputs_of, self.values = {}, {}, {}

    def add(self, name, gate, *input_names):
        self.gates[name] = gate
        self.inputs_of[name] = input_names

    def forward(self, inputs):
        self.order = topological_order(self.inputs_of)
        for name in inputs:
            self.values.setdefault(name, inputs[name])
        for name in self.order:
            if name in self.gates and name not in self.values:
                arguments = [self.values[source] for source in self.inputs_of[name]]
                self.values[name] = self.gates[name].forward(*arguments)
        return self.values

    def backward(self, output):
        grads = {name: np.zeros(np.shape(value)) for name, value in self.values.items()}
        grads[output] = 1.0
        for name in reversed(self.order):
            if name in self.gates:
                shares = self.gates[name].backward(grads[name])
                for source, share in zip(self.inputs_of[name], shares):
                    grads[source] = grads[source] + share
        return grads
