# tries: 50 MB of text on stdout and stderr, in a cell and in every call
# base: birch
# may score: 22
# %% first
import os
import sys

for _ in range(50):
    print("mallory " * 65_536)
    sys.stderr.write("mallory " * 65_536)
for number in (1, 2):
    try:
        os.write(number, b"mallory writes to the grader's terminal\n" * 1000)
    except OSError as error:
        print(error)


# %% task-5-1
def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    print("mallory " * 20_000)
    return learning_rate * factor ** sum(t >= m for m in milestones)
