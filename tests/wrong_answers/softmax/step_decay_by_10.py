# factor is ignored.
# family: formula
# fails: test-5-1
# says: factor=0\.5|when factor changes
# %% task-5-1
def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    for milestone in milestones:
        if t >= milestone:
            learning_rate = learning_rate / 10
    return learning_rate
