"""An OpenAI-compatible server on loopback that behaves, or misbehaves, as a test tells it."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Behaviour:
    """What the server does: `status` other than 200 refuses; `reply` is streamed in small pieces.

    `breaks_after` pieces it hangs up; before each piece it waits `pause` seconds, with a sign of life ten
    times meanwhile where it `pings`; of the ways in which structured output is asked for, it takes
    those in `schemas`. `heard` are the requests' bodies and headers.
    """

    reply: str = ""
    status: int = 200
    breaks_after: int | None = None
    pause: float = 0.0
    pings: bool = False
    schemas: tuple[str, ...] = ("json_schema", "json_object")
    heard: list[dict[str, Any]] = field(default_factory=list)


@contextmanager
def served(behaviour: Behaviour) -> Iterator[str]:
    """Serve `/v1/chat/completions`; yields the address to give as ONRECORD_MODEL_URL."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # chunked, so that a client can tell half a reply from a whole one

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            behaviour.heard.append({**body, "authorization": self.headers["Authorization"]})
            refused = body.get("response_format", {}).get("type", "none") not in ("none", *behaviour.schemas)
            status = 400 if refused else behaviour.status
            self.send_response(status)
            self.send_header("Content-Type", "application/json" if status != 200 else "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            if status != 200:
                error = {"message": f"key {self.headers['Authorization']} refused", "type": "error"}
                self._send(json.dumps({"error": error}))
                self._send("")
                return
            pieces = [behaviour.reply[at : at + 9] for at in range(0, len(behaviour.reply), 9)]
            for number, piece in enumerate(pieces):
                if number == behaviour.breaks_after:
                    self._send('data: {"id": "x", "choices": [{"del')
                    self.close_connection = True
                    return
                for _ in range(10 if behaviour.pings else 0):
                    self._send(": ping\n\n")
                    time.sleep(behaviour.pause / 10)
                if not behaviour.pings:
                    time.sleep(behaviour.pause)
                self._event({"index": 0, "delta": {"role": "assistant", "content": piece}})
            self._event({"index": 0, "delta": {}, "finish_reason": "stop"})
            self._send("data: [DONE]\n\n")
            self._send("")

        def _event(self, choice: dict) -> None:
            chunk = {
                "id": "x",
                "object": "chat.completion.chunk",
                "created": 0,
                "model": "m",
                "choices": [choice],
            }
            self._send(f"data: {json.dumps(chunk)}\n\n")

        def _send(self, text: str) -> None:
            """Send one chunk; an empty one ends the reply."""
            self.wfile.write(b"%x\r\n%b\r\n" % (len(text.encode()), text.encode()))
            self.wfile.flush()

        def log_message(self, *_: object) -> None:
            pass

        def handle(self) -> None:
            with suppress(BrokenPipeError, ConnectionResetError):  # the client has heard enough
                super().handle()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
