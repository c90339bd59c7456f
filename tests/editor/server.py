"""A language server as an editor talks to it: JSON-RPC over its standard input and output."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self


class Server:
    """yaml-language-server with our schemas, each for the files of its kind."""

    def __init__(self, node: Path, schemas: dict[str, str], root: Path) -> None:
        self._settings = {"yaml": {"schemas": schemas, "validate": True, "completion": True, "hover": True}}
        self._root, self._last = root.as_uri(), 0
        self._told: dict[str, list[dict[str, Any]]] = {}
        self._command = ["node", str(node / "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"]

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        snippets = {"completion": {"completionItem": {"snippetSupport": True}}}
        abilities = {"textDocument": snippets, "workspace": {"configuration": True}}
        self.ask("initialize", {"processId": None, "rootUri": self._root, "capabilities": abilities})
        self._send("initialized", {})
        self._send("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()

    def open(self, file: str, text: str) -> str:
        """Open a file (its path seen from the project) in the editor; its address."""
        uri = f"{self._root}/{file}"
        if uri in self._told:  # it is open; what is told of a closed file is an empty list
            self._send("textDocument/didClose", {"textDocument": {"uri": uri}})
            del self._told[uri]
            self.problems(uri)
        self._told.pop(uri, None)
        self._last += 1  # what a server remembers of a text, it remembers by version
        document = {"uri": uri, "languageId": "yaml", "version": self._last, "text": text}
        self._send("textDocument/didOpen", {"textDocument": document})
        self.problems(uri)
        return uri

    def problems(self, uri: str) -> list[dict[str, Any]]:
        """What the editor underlines."""
        while uri not in self._told:
            self._take()
        return self._told[uri]

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """A question and its answer."""
        self._last += 1
        self._send(method, params, self._last)
        while True:
            message = self._take()
            if message.get("id") == self._last and "method" not in message:
                return message.get("result")

    def _take(self) -> dict[str, Any]:
        out = self._process.stdout
        assert out is not None
        message = _read(out)
        if message.get("method") == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            self._answer(message)
        return message

    def _answer(self, message: dict[str, Any]) -> None:
        result: Any = None
        if message["method"] == "workspace/configuration":
            result = [
                self._settings.get(item.get("section", "").split(".")[0], {}) for item in message["params"]["items"]
            ]
        self._write({"jsonrpc": "2.0", "id": message["id"], "result": result})

    def _send(self, method: str, params: dict[str, Any], id: int | None = None) -> None:
        self._write({"jsonrpc": "2.0", "method": method, "params": params} | ({} if id is None else {"id": id}))

    def _write(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps(message).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()


def _read(stream: IO[bytes]) -> dict[str, Any]:
    length = 0
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        length = int(value) if name.lower() == b"content-length" else length
    if not length:
        raise EOFError("the language server ended")
    found: dict[str, Any] = json.loads(stream.read(length))
    return found
