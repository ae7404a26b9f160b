# milestones is ignored.
# family: formula
# fails: test-5-1
# says: milestones=\(2,\)|when milestones change
# %% task-5-1
def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    return learning_rate * factor ** (t // 30)
