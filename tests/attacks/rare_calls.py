# tries: system calls that a filter may forget: io_uring, bpf, userfaultfd, unshare, mount, keyctl, clone3, x32 numbers
# base: stub
# may score: 0
# %% first
import ctypes, errno, os, platform

libc = ctypes.CDLL(None, use_errno=True)
# Arguments that no kernel accepts: the answer tells whether it was asked at all.
CALLS = {"io_uring_setup": (425, 0, None), "bpf": (321, 99, None, 0), "userfaultfd": (323, 0xFFFF), "unshare": (272, 1),
         "mount": (165, b"none", b".", b"no such kind", 0, None), "umount2": (166, b"no such place", 0), "keyctl": (250, 9999),
         "add_key": (248, b"no such kind", b"x", b"x", 1, -2), "perf_event_open": (298, None, 0, -1, -1, 0), "setns": (308, -1, 0),
         "chroot": (161, b"no such place"), "mq_open": (240, b"no-such-queue", 2, 0, None), "semget": (64, 0x6D616C, 1, 0),
         "msgget": (68, 0x6D616C, 0), "shmget": (29, 0x6D616C, 1, 0), "name_to_handle_at": (303, -1, b"x", None, None, 0),
         "open_by_handle_at": (304, -1, None, 0), "fanotify_init": (300, -1, 0), "process_madvise": (440, -1, 0, 0, 0, 0),
         "memfd_create": (319, None, 0), "memfd_secret": (447, -1), "fsopen": (430, b"no such kind", 0), "open_tree": (428, -1, b"x", 0),
         "clone3": (435, None, 0), "pidfd_open": (434, -1, 0), "process_vm_readv": (310, -1, None, 0, None, 0, 0), "kcmp": (312, -1, -1, 0, 0, 0),
         "ptrace": (101, 16, -1, 0, 0), "move_pages": (279, -1, 0, None, None, None, 0), "quotactl": (179, -1, None, 0, None),
         "fork by its x32 number": (0x40000000 + 9999,), "socket by its x32 number": (0x40000000 + 41, 9999, 1, 0)}
if platform.machine() == "x86_64":
    for name, call in CALLS.items():
        ctypes.set_errno(0)
        answer = libc.syscall(*[ctypes.c_long(part) if isinstance(part, int) else part for part in call])
        problem = ctypes.get_errno()
        if answer >= 0 or problem not in (errno.ENOSYS, errno.EPERM, errno.EACCES):
            print("BREACH the kernel was asked for", name, answer, os.strerror(problem))
        else:
            print(name, os.strerror(problem))
