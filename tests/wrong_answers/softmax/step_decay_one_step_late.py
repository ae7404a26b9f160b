# The rate drops after the milestone instead of at it.
# family: formula
# fails: test-5-1
# says: at the milestone
# %% task-5-1
def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    for milestone in milestones:
        if t > milestone:
            learning_rate = learning_rate * factor
    return learning_rate
