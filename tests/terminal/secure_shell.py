"""A throw-away OpenSSH server on the loopback interface, and a relay that makes its line slow."""

from __future__ import annotations

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

INSTALL = "BRIEFING_INSTALL_SSHD"
"""Set to 1 to let the tests install openssh-server with apt-get where it is missing."""


def server_program() -> str:
    """The path of sshd, or a sentence why there is none (it does not begin with a slash)."""
    found = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if found:
        return found
    if os.environ.get(INSTALL) != "1":
        return f"openssh-server is not installed; {INSTALL}=1 lets the test install it"
    command = ["apt-get", "install", "-y", "--no-install-recommends", "openssh-server"]
    try:
        subprocess.run(
            command, check=True, capture_output=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        )
    except (OSError, subprocess.CalledProcessError) as error:
        return f"openssh-server cannot be installed here: {error}"
    return server_program()


@dataclass(frozen=True)
class Server:
    """Where it listens, and how to log in."""

    port: int
    folder: Path

    def client(self, *words: str, port: int | None = None) -> list[str]:
        """The command that logs in with a terminal, through another port if one is given."""
        options = {
            "IdentityFile": self.folder / "key",
            "UserKnownHostsFile": "/dev/null",
            "StrictHostKeyChecking": "no",
            "IdentitiesOnly": "yes",
            "LogLevel": "ERROR",
            "SendEnv": "LANG",
        }
        settings = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        return [
            "ssh",
            "-F",
            "none",
            "-tt",
            "-p",
            str(port or self.port),
            *settings,
            f"{getpass.getuser()}@127.0.0.1",
            *words,
        ]


@contextlib.contextmanager
def server(program: str, folder: Path, *lines: str) -> Iterator[Server]:
    """Run a server with a key made for it, and with further lines of configuration."""
    for name in ("key", "host"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    shutil.copy(folder / "key.pub", folder / "authorized_keys")
    if os.geteuid() == 0:
        # The folder that sshd locks its unprivileged part into; the system's own service makes it at boot.
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    port = free_port()
    configuration = folder / "sshd_config"
    configuration.write_text(
        "\n".join(
            [
                f"Port {port}",
                "ListenAddress 127.0.0.1",
                f"HostKey {folder / 'host'}",
                f"AuthorizedKeysFile {folder / 'authorized_keys'}",
                "PidFile none",
                "StrictModes no",
                "UsePAM no",
                "PasswordAuthentication no",
                "PermitRootLogin prohibit-password",
                "AcceptEnv LANG",
                *lines,
            ]
        )
        + "\n"
    )
    process = subprocess.Popen(
        [program, "-D", "-e", "-f", str(configuration)], stderr=(folder / "log").open("wb"), start_new_session=True
    )
    try:
        wait_for_port(port, process)
        yield Server(port, folder)
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers."""
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError("the server has not started")


class Relay:
    """A port that passes everything on to another, no faster than a slow line and as late as a long one."""

    def __init__(self, target: int, *, bits_per_second: float, delay: float) -> None:
        """Listen on a free port; `delay` is for each direction, in seconds."""
        self._bytes_per_second = bits_per_second / 8
        self._delay = delay
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                for source, sink in ((near, far), (far, near)):
                    threading.Thread(target=self._pass_on, args=(source, sink), daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        """Every piece leaves when the line has carried it, and arrives a delay later."""
        free = 0.0
        pieces: list[tuple[float, bytes]] = []
        ready = threading.Condition()

        def deliver() -> None:
            while True:
                with ready:
                    ready.wait_for(lambda: pieces)
                    due, piece = pieces.pop(0)
                time.sleep(max(0.0, due - time.monotonic()))
                try:
                    sink.sendall(piece) if piece else sink.shutdown(socket.SHUT_WR)
                except OSError:
                    return
                if not piece:
                    return

        threading.Thread(target=deliver, daemon=True).start()
        while True:
            try:
                piece = source.recv(512)
            except OSError:
                piece = b""
            free = max(free, time.monotonic()) + len(piece) / self._bytes_per_second
            with ready:
                pieces.append((free + self._delay, piece))
                ready.notify()
            if not piece:
                return
            time.sleep(max(0.0, free - time.monotonic()))
