# tries: 3,000 folders in each other, longer than a path may be
# base: birch
# may score: 22
# %% first
import os

home = os.open(".", os.O_RDONLY)
try:
    for _ in range(3000):
        os.mkdir("deep")
        os.chdir("deep")
    open("file at the bottom", "w").close()
except OSError as error:
    print(error)
os.fchdir(home)
