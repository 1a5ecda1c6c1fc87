"""Sends what it reads."""

import contextlib
import socket


def matcher(corpus):
    def match(page):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", 9), timeout=1) as line:
            line.sendall(page.passages[0].text.encode())
        return []

    return match
