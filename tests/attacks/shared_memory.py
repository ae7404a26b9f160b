# tries: memory that no limit on private data counts: shared mappings, memfd, /dev/shm, SysV segments (up to 2 GB)
# base: stub
# may score: 0
# %% first
import ctypes
import mmap
import os

kept, total = [], 0


def fill(area):
    for at in range(0, len(area), 4096):
        area[at] = 1
    kept.append(area)


def report(what, action):
    try:
        action()
        print(what, "worked")
        return True
    except (OSError, ValueError, MemoryError, AttributeError) as error:
        print(what, error)
        return False


MB = 1 << 20
for _ in range(4):
    report("shared mapping", lambda: fill(mmap.mmap(-1, 100 * MB)))


def memory_file():
    number = os.memfd_create("hoard")
    os.ftruncate(number, 400 * MB)
    fill(mmap.mmap(number, 400 * MB))


if report("memfd", memory_file):
    print("BREACH memory outside the limits: memfd")


def shm_file():
    path = "/dev/shm/flatgrad-attack"
    with open(path, "wb") as file:
        os.unlink(path)
        file.truncate(200 * MB)
        file.write(b"1" * (200 * MB))


if report("/dev/shm", shm_file):
    print("BREACH memory outside the limits: /dev/shm")
libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
segment = libc.shmget(0, ctypes.c_size_t(200 * MB), 0o1600)
if segment >= 0:
    print("BREACH memory outside the limits: SysV")
    libc.shmctl(segment, 0, None)  # gone when nobody uses it
