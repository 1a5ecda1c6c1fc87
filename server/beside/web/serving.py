"""The service, running. Comes in: an app and a port. Goes out: answers on 127.0.0.1, until it is told to end.

One process with threads, by waitress, which runs on every system; never Flask's development server.
"""

from __future__ import annotations

import logging
import signal
import socket
import threading
from collections.abc import Callable
from http.client import HTTPConnection
from types import FrameType
from typing import Any

from flask import Flask
from waitress import create_server

from .wire import Channel

HOST = "127.0.0.1"
THREADS = 8
IN_MEMORY = 64 * 1024 * 1024


class PortTaken(OSError):
    """Something else listens at the port."""


def bind(port: int) -> socket.socket:
    """A socket of ours at that port; 0 takes any. Raises PortTaken, before anything costly was begun."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(signal, "SIGHUP"):  # elsewhere the option would let two programs share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        raise PortTaken(error.errno, error.strerror) from error
    return listener


def serve(app: Flask, listener: socket.socket, ready: Callable[[str], None] | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM. ``ready`` is told the address once a real request was answered."""
    server = make_server(app, listener)
    if ready:
        threading.Thread(target=_announce, args=(server.effective_port, ready), daemon=True).start()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _end)
    try:
        server.run()
    finally:
        server.close()


def make_server(app: Flask, listener: socket.socket) -> Any:
    """waitress, telling nothing about itself and writing nothing to a disk or a log but failures."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = create_server(
        app,
        sockets=[listener],
        threads=THREADS,
        ident="",
        max_request_body_size=IN_MEMORY,
        outbuf_overflow=IN_MEMORY,
        connection_limit=200,
        channel_timeout=60,
        cleanup_interval=10,
        log_socket_errors=False,
    )
    server.channel_class = Channel
    return server


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _announce(port: int, ready: Callable[[str], None]) -> None:
    connection = HTTPConnection(HOST, port, timeout=30)
    try:
        connection.request("GET", "/v1/about")
        answered = connection.getresponse().status == 200
    except OSError:
        return  # the service ended before it answered, and says itself why
    finally:
        connection.close()
    if answered:
        ready(f"http://{HOST}:{port}")
