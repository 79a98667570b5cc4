"""Where the page is served: on addresses of the longer kind, too."""

import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

PROGRAM = (
    "import sys, bot.web, tests.bot.scripted\n"
    "assistant = tests.bot.scripted.scripted(sys.argv[1])\n"
    "bot.web.serve(assistant, host='::1', port=0, ready=lambda address: print(address, flush=True))\n"
)


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.mark.slow
@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")
def test_the_page_is_served_on_ipv6(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = server.stdout.readline().strip()
        assert address.startswith("http://[::1]:")
        with urlopen(address, timeout=10) as page:
            assert b"OnRecord" in page.read()
        server.send_signal(signal.SIGINT)
    assert server.returncode == 0
