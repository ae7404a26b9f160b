# Only the first milestone counts.
# family: formula
# fails: test-5-1
# says: (each|every|all).*milestone
# %% task-5-1
def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    if t >= milestones[0]:
        return learning_rate * factor
    return learning_rate
