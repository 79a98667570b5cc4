"""The environment is read once, and the libraries are silenced whatever it says."""

import os
from pathlib import Path

import pytest

from bot.settings import DEFAULT_HOST, DEFAULT_PORT, default_store, go_offline, read_settings
from index.errors import UsageError


def test_nothing_set_means_the_embedded_defaults() -> None:
    settings = read_settings({})
    assert (settings.embedder, settings.chroma) == (None, None)
    assert (settings.host, settings.port) == (DEFAULT_HOST, DEFAULT_PORT)
    assert settings.store == default_store() and settings.store.is_absolute()


def test_each_variable_is_taken() -> None:
    settings = read_settings(
        {
            "ONRECORD_STORE": "~/news",
            "ONRECORD_EMBEDDER": "/models/mpnet",
            "ONRECORD_CHROMA": "http://host:8000",
            "ONRECORD_HOST": "0.0.0.0",
            "ONRECORD_PORT": "80",
            "ONRECORD_MODEL": "ollama:llama3.2",
            "ONRECORD_MODEL_URL": "http://host:11434",
        }
    )
    assert settings.store == Path.home() / "news"
    assert (settings.embedder, settings.chroma) == ("/models/mpnet", "http://host:8000")
    assert (settings.host, settings.port) == ("0.0.0.0", 80)
    assert (settings.model, settings.model_url) == ("ollama:llama3.2", "http://host:11434")


@pytest.mark.parametrize("port", ["http", "-1", "65536", "7860.5"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(UsageError, match="ONRECORD_PORT"):
        read_settings({"ONRECORD_PORT": port})


@pytest.mark.parametrize(
    ("host", "port", "page"),
    [
        ("127.0.0.1", "80", "http://127.0.0.1:80/"),
        ("::1", "7860", "http://[::1]:7860/"),
        ("news.example", "7860", "http://news.example:7860/"),
        # Every address of this machine is none to open, nor is any port that is free.
        ("0.0.0.0", "7860", "http://127.0.0.1:7860/"),
        ("::", "7860", "http://[::1]:7860/"),
        ("127.0.0.1", "0", "http://127.0.0.1:7860/"),
    ],
)
def test_the_page_has_an_address_that_a_browser_opens(host: str, port: str, page: str) -> None:
    assert read_settings({"ONRECORD_HOST": host, "ONRECORD_PORT": port}).page == page


def test_telemetry_is_off_even_if_the_environment_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("GRADIO_ANALYTICS_ENABLED", "True")
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    monkeypatch.setenv("NO_PROXY", "intranet")
    go_offline()
    assert os.environ["LANGSMITH_TRACING"] == "false"
    assert os.environ["GRADIO_ANALYTICS_ENABLED"] == "False"
    assert os.environ["HF_HUB_OFFLINE"] == "0"  # fetching a model once is the user's to decide
    assert os.environ["NO_PROXY"] == "intranet,127.0.0.1,localhost"
