# tries: sends the source over a TCP connection and asks for names
# base: stub
# may score: 0
# %% first
import os, sys


def course_roots():
    """Folders with an nbgrader_config.py at or above likely places."""
    named = [v for k, v in os.environ.items() if k in ("PWD", "OLDPWD") or k.startswith(("NBGRADER", "AUTOGRADER", "FLATGRAD"))]
    found = []
    for seed in [os.getcwd(), *named, *sys.path]:
        here = os.path.realpath(seed or ".")
        while here != os.path.dirname(here):
            if here not in found and os.path.isfile(os.path.join(here, "nbgrader_config.py")):
                found.append(here)
            here = os.path.dirname(here)
    return found

import socket, threading


def tries(what, action):
    try:
        print("BREACH", what, action())
    except OSError as error:
        print(what, error)


tries("an internet socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).close())
tries("an IPv6 socket", lambda: socket.socket(socket.AF_INET6, socket.SOCK_STREAM).close())
tries("a datagram socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close())
tries("a raw socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1).close())
tries("a netlink socket", lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).close())
tries("a vsock", lambda: socket.socket(40, socket.SOCK_STREAM).close())
tries("an address", lambda: socket.create_connection(("127.0.0.1", 9), timeout=1))
for name in ("localhost", "example.invalid"):
    tries("a name", lambda: socket.getaddrinfo(name, 80))


def talk():
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(1)
    client = socket.create_connection(server.getsockname(), timeout=2)
    secret = open(os.path.join(course_roots()[0], "source", "softmax", "softmax.ipynb"), "rb").read()
    threading.Thread(target=client.sendall, args=(secret,), daemon=True).start()
    other, _ = server.accept()
    return "sent " + str(len(other.recv(1000))) + " bytes of the source"


try:
    print("BREACH", talk())
except (OSError, IndexError) as error:
    print("no talk:", error)
