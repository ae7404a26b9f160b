"""A real HTTP server on 127.0.0.1 that serves one file, well-behaved or in the ways servers misbehave."""

import re
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server(ThreadingHTTPServer):
    """`content` at any path. The attributes say how it behaves; `ranges` notes the Range of each request."""

    daemon_threads = True

    def __init__(self, content):
        super().__init__(("127.0.0.1", 0), Handler)
        self.content = content
        self.ranges = []
        self.honours_range = True
        self.break_at = None  # close the connection before this byte of the content
        self.status = None  # answer only this
        self.length = True  # send a Content-Length
        self.claims = None  # a Content-Length that is not true
        self.shift = 0  # send a range that begins this much too late
        self.gate = None  # threading.Event to wait for half-way through
        self.url = f"http://127.0.0.1:{self.server_port}/cifar.tar.gz"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        server, wanted = self.server, self.headers.get("Range")
        server.ranges.append(wanted)
        size, start = len(server.content), 0
        if server.status:
            self.send_error(server.status)
            return
        if wanted and server.honours_range:
            start = int(re.fullmatch(r"bytes=(\d+)-", wanted)[1])
            if start >= size:
                self.send_response(416)
                self.send_header("Content-Range", f"bytes */{size}")
                self.end_headers()
                return
            start += server.shift
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{size - 1}/{size}")
        else:
            self.send_response(200)
        if server.length:
            self.send_header("Content-Length", str(server.claims or size - start))
        self.end_headers()
        end = size if server.break_at is None else server.break_at
        half = (start + end) // 2
        with suppress(ConnectionError):  # the client may hang up
            self.wfile.write(server.content[start:half])
            if server.gate:
                server.gate.wait(60)
            self.wfile.write(server.content[half:end])

    def log_message(self, *ignored):
        pass


@contextmanager
def serving(content):
    """A running Server."""
    with Server(content) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
