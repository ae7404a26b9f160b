# tries: abstract and file sockets, datagram pairs that can address strangers, descriptors sent to them
# base: stub
# may score: 0
# %% first
import array, ctypes, os, socket


def tries(what, action):
    try:
        print("BREACH", what, action())
    except (OSError, AttributeError) as error:
        print(what, error)


def abstract():
    box = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    box.bind("\0flatgrad-attack-mailbox")
    return box


def stranger(kind):
    """A listener that a test may have put up outside; from a pair, which needs no socket()."""
    mine, _ = socket.socketpair(socket.AF_UNIX, kind)
    mine.sendto(b"hello from mallory", "\0flatgrad-canary")
    return "reached a stranger"


def through_pair():
    mine, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    mine.connect("\0flatgrad-canary")
    memory = os.memfd_create("gift")
    mine.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [memory]))])
    return "gave a descriptor to a stranger"


tries("an abstract socket", abstract)
tries("a socket in the file system", lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).bind("here.sock"))
for kind in (socket.SOCK_DGRAM, socket.SOCK_SEQPACKET, socket.SOCK_STREAM):
    tries(f"a pair of kind {kind}", lambda: stranger(kind))
tries("a pair connected", through_pair)
for number in range(3, 20):
    try:
        known = socket.socket(fileno=os.dup(number))
        known.settimeout(0.1)
        memory = os.open("/dev/zero", os.O_RDONLY)
        for _ in range(50):
            known.sendmsg([b""], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [memory] * 50))])
        print("gave descriptors to", number)
    except OSError:
        pass
