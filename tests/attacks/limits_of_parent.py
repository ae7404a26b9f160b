# tries: sets limits, priority and processor of its parent with prlimit, setpriority and sched_setaffinity
# base: stub
# may score: 0
# %% first
import os, resource


def tries(what, action):
    try:
        action()
        print("BREACH", what)
    except (OSError, AttributeError, ValueError, PermissionError) as error:
        print(what, error)


parent = os.getppid()
if parent > 1:
    tries("the parent may open no more files", lambda: resource.prlimit(parent, resource.RLIMIT_NOFILE, (16, 16)))
    tries("the parent may write no more bytes", lambda: resource.prlimit(parent, resource.RLIMIT_FSIZE, (0, 0)))
    tries("the parent is the last in line", lambda: os.setpriority(os.PRIO_PROCESS, parent, 19))
    tries("the parent has one processor", lambda: os.sched_setaffinity(parent, {0}))
    tries("the parent is the first to be killed", lambda: open(f"/proc/{parent}/oom_score_adj", "w").write("1000"))
hard = resource.getrlimit(resource.RLIMIT_AS)[1]
if hard != resource.RLIM_INFINITY:
    tries("it raised its own limit", lambda: resource.setrlimit(resource.RLIMIT_AS, (hard * 2, hard * 2)))
