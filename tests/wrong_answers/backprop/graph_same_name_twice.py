# The shares go through a dict: of two uses by one gate one is left.
# family: chain rule
# fails: test-3-3
# says: the gradient of x .*(share from|wrong)
# %% task-3-3
class ComputationalGraph:
    """A circuit of gates that can be run forward and backward."""

    def __init__(self):
        self.gates, self.inputs_of = {}, {}

    def add(self, name, gate, *input_names):
        """Add a node. Its inputs may be added later, or be leaves."""
        self.gates[name] = gate
        self.inputs_of[name] = input_names

    def forward(self, inputs):
        """{leaf: value} -> {name: value} of all leaves and nodes."""
        self.order = topological_order(self.inputs_of)
        self.values = dict(inputs)
        for name in self.order:
            if name in self.gates:
                arguments = [self.values[source] for source in self.inputs_of[name]]
                self.values[name] = self.gates[name].forward(*arguments)
        return self.values

    def backward(self, output):
        """The name of a node whose value is one number -> {name: gradient} of all leaves and nodes."""
        grads = {name: np.zeros(np.shape(value)) for name, value in self.values.items()}
        grads[output] = 1.0
        for name in reversed(self.order):
            if name in self.gates:
                shares = self.gates[name].backward(grads[name])
                for source, share in dict(zip(self.inputs_of[name], shares)).items():
                    grads[source] = grads[source] + share
        return grads
