# tries: fills the disk with one file, by writing, truncating and fallocate (up to 300 MB)
# base: birch
# may score: 22
# %% first
import os

written = 0
try:
    with open("big.bin", "wb", buffering=0) as file:
        for _ in range(200):
            written += file.write(b"mallory " * 131_072)
except OSError as error:
    print(written, error)
try:
    with open("big2.bin", "wb") as file:
        os.posix_fallocate(file.fileno(), 0, 90_000_000)
        written += 90_000_000
except OSError as error:
    print(error)
print("written", written)
