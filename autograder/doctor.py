"""Which layers of the sandbox hold on this machine, and what to do about one that does not."""

from dataclasses import dataclass

from .confined.confinement import LANDLOCK, LAYERS, LIMITS, NAMESPACES, PRIVILEGES, SECCOMP
from .session import servers
from .session.server import Server

PURPOSE = {
    LIMITS: "memory, CPU time, file sizes and open files end somewhere",
    PRIVILEGES: "no program can give back what the other layers took",
    LANDLOCK: "only Python, the packages and an empty folder can be reached",
    SECCOMP: "no new processes, no network, no signals to others",
    NAMESPACES: "other files, processes and networks do not even exist",
}
ADVICE = {
    LIMITS: "run it on Linux",
    PRIVILEGES: "run it on Linux",
    LANDLOCK: "use a kernel of Linux 5.13 or newer in which Landlock is switched on (the boot option lsm=landlock,…)",
    SECCOMP: "install libseccomp (Debian and Ubuntu: apt install libseccomp2) and the package pyseccomp",
    NAMESPACES: "install bubblewrap (apt install bubblewrap), and allow user namespaces; containers often forbid them",
}


@dataclass(frozen=True)
class Layer:
    """One layer. advice: what to do, with the reason; empty when it holds."""

    name: str
    holds: bool
    purpose: str
    advice: str


def look():
    """Start a fork server, let a child try to get out, and return a Layer for each layer and one for the whole."""
    server = Server()
    try:
        held, missing = servers.tried(server)
    finally:
        server.close()
    layers = [
        Layer(name, name in held, PURPOSE[name], f"{missing[name]}; {ADVICE[name]}" if name in missing else "")
        for name in LAYERS
    ]
    leak = missing.get(servers.WHOLE, "")
    return [*layers, Layer(servers.WHOLE, not missing, "a try to get out from inside ends at the walls", leak)]
