"""seccomp: the system calls that numerical Python needs, and no others.

The filter is made once, by libseccomp, which knows the numbers of every architecture; each child then loads the
finished program, which takes microseconds. A call that is not listed fails with "not implemented", as on an old kernel.
"""

import contextlib
import ctypes
import errno
import os
import socket
import struct
import tempfile

PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 22, 2
CLONE_THREAD = 0x10000
PR_SET_NAME, PR_GET_NAME = 15, 16
INSTRUCTION_BYTES = 8

# Memory, threads, time, randomness, and files that are open or that Landlock lets through.
ALLOWED = """
read write readv writev pread64 pwrite64 preadv pwritev lseek close close_range dup dup2 dup3 flock open
openat openat2 creat stat fstat lstat newfstatat statx access faccessat faccessat2 readlink readlinkat getdents
getdents64 getcwd chdir fchdir mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link linkat symlink
symlinkat truncate ftruncate fallocate fsync fdatasync sync_file_range copy_file_range sendfile statfs fstatfs umask
fadvise64 mmap munmap mremap mprotect madvise brk msync mlock munlock mincore membarrier futex futex_waitv
set_robust_list get_robust_list set_tid_address rseq gettid getpid getppid getuid geteuid getgid getegid getgroups
getresuid getresgid getpgid getpgrp getsid sched_yield sched_getaffinity sched_getparam sched_getscheduler
sched_get_priority_max sched_get_priority_min getcpu getpriority getrlimit getrusage sysinfo uname times
rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait sigaltstack restart_syscall
pause alarm setitimer getitimer timer_create timer_settime timer_gettime timer_getoverrun timer_delete clock_gettime
clock_getres clock_nanosleep nanosleep gettimeofday time timerfd_create timerfd_settime timerfd_gettime getrandom
arch_prctl exit exit_group pipe pipe2 eventfd eventfd2 poll ppoll select pselect6 epoll_create epoll_create1
epoll_ctl epoll_wait epoll_pwait epoll_pwait2 recvfrom recvmsg sendto sendmsg getsockopt shutdown getsockname
getpeername
"""
# These say "not permitted" instead: programs know what that means.
FORBIDDEN = "fork vfork execve execveat kill tkill tgkill pidfd_send_signal socket ptrace chown fchown lchown fchownat"
# These do nothing and say that it went well: copying a file ends with them, and Landlock does not cover them.
IGNORED = "chmod fchmod fchmodat fchmodat2 utime utimes utimensat"
# Duplicates, flags and locks of descriptors; not F_SETOWN and F_SETSIG, which send signals.
FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1024, 1025, 1030, 1031, 1032)
# What a program may ask of a descriptor: is it a terminal, how much is there to read, do not block.
IOCTLS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)


def program():
    """The filter as bytes of kernel instructions. Raises, also ImportError, where there is no libseccomp."""
    import pyseccomp as s

    rules = s.SyscallFilter(s.ERRNO(errno.ENOSYS))
    for name in ALLOWED.split():
        _rule(rules, s.ALLOW, name)
    # Threads, but no processes. The flags of clone3 lie in memory, where a filter cannot look, so it does not exist.
    _rule(rules, s.ALLOW, "clone", s.Arg(0, s.MASKED_EQ, CLONE_THREAD, CLONE_THREAD))
    _rule(rules, s.ERRNO(errno.EPERM), "clone", s.Arg(0, s.MASKED_EQ, CLONE_THREAD, 0))
    for name in FORBIDDEN.split():
        _rule(rules, s.ERRNO(errno.EPERM), name)
    for name in IGNORED.split():
        _rule(rules, s.ERRNO(0), name)
    for command in FCNTLS:
        _rule(rules, s.ALLOW, "fcntl", s.Arg(1, s.MASKED_EQ, 0xFFFFFFFF, command))
    # Pairs of stream sockets connect two ends of this process; of other kinds they could write to strangers.
    for kind in (0, socket.SOCK_CLOEXEC, socket.SOCK_NONBLOCK, socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK):
        stream = s.Arg(1, s.EQ, socket.SOCK_STREAM | kind)
        _rule(rules, s.ALLOW, "socketpair", s.Arg(0, s.EQ, socket.AF_UNIX), stream)
    for request in IOCTLS:
        _rule(rules, s.ALLOW, "ioctl", s.Arg(1, s.MASKED_EQ, 0xFFFFFFFF, request))
    for option in (PR_SET_NAME, PR_GET_NAME):
        _rule(rules, s.ALLOW, "prctl", s.Arg(0, s.EQ, option))
    # Limits may be read, not set.
    _rule(rules, s.ALLOW, "prlimit64", s.Arg(2, s.EQ, 0))
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


def _rule(rules, action, name, *conditions):
    # A call that this architecture, or this libseccomp, does not have is not allowed either.
    with contextlib.suppress(ValueError, OSError):
        rules.add_rule(action, name, *conditions)


def load(instructions):
    """Put this process under a filter, for ever. Raises OSError when the kernel refuses."""
    libc = ctypes.CDLL(None, use_errno=True)
    code = ctypes.create_string_buffer(instructions, len(instructions))
    header = struct.pack("@HP", len(instructions) // INSTRUCTION_BYTES, ctypes.addressof(code))
    if libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.c_char_p(header), 0, 0):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
