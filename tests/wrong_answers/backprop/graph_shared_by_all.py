# The nodes are kept in the class: all graphs are one.
# family: purity
# fails: test-3-3
# also: test-4-1
# says: two graphs, each with a node f is wrong.*each graph has its own nodes
# %% task-3-3
class ComputationalGraph:
    """A circuit of gates that can be run forward and backward."""

    gates, inputs_of = {}, {}

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
                for source, share in zip(self.inputs_of[name], shares):
                    grads[source] = grads[source] + share
        return grads
