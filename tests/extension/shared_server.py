"""A shared server: https in front of a service that itself listens on loopback, as those who share one would do it."""

from __future__ import annotations

import http.client
import http.server
import ssl
import threading
from pathlib import Path

CERTIFICATE = Path(__file__).with_name("shared_server.pem")  # signed by itself: the browser is told to take it
HOST = "server.example"
OF_A_CONNECTION = {"connection", "transfer-encoding", "content-length"}


class SharedServer:
    """Passes requests on under the name that the service knows itself by. ``seen`` holds method and path of each."""

    def __init__(self, inner: str) -> None:
        self.seen: list[str] = []
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(self, inner.removeprefix("http://")))
        self.server.daemon_threads = True
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"https://{HOST}:{self.server.server_address[1]}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def _handler(shared: SharedServer, inner: str) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._pass_on()

        def do_POST(self) -> None:
            self._pass_on()

        def _pass_on(self) -> None:
            shared.seen.append(f"{self.command} {self.path}")
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            connection = http.client.HTTPConnection(inner)
            connection.request(self.command, self.path, body, {**self.headers, "Host": inner, "Connection": "close"})
            answer = connection.getresponse()
            content = answer.read()
            connection.close()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in OF_A_CONNECTION:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments: object) -> None:
            pass

    return Handler
