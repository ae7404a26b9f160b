# tries: 20,000 small files in 200 folders: nodes instead of bytes
# base: birch
# may score: 22
# %% first
import os

made = 0
try:
    for folder in range(200):
        os.mkdir(f"many-{folder}")
        for number in range(100):
            with open(f"many-{folder}/{number}", "w") as file:
                file.write("x")
            made += 1
except OSError as error:
    print(error)
print("made", made)
