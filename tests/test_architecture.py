"""The plan of the house, read from the imports: a wall that somebody breaks through fails here."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WINGS = ("index", "bot", "prompts")
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for wing in WINGS
    for path in sorted((ROOT / wing).rglob("*.py"))
}
# Training is a program of its own, run by hand: it prints, and imports torch where it likes.
PRODUCT = {name: path for name, path in MODULES.items() if not name.startswith("index.training")}

# Which module may know a library that could be exchanged one day.
ONLY_IN = {
    "chromadb": {"index.store", "index.storing.vectors"},
    "langchain_chroma": set(),
    "gradio": {"bot.web", "bot.page"},
    "langchain": {"bot.model"},
    "langchain_core.language_models": {"bot.model"},
    "langchain_core.retrievers": {"bot.retriever"},
}
# A second or more to import, most of them: only inside the functions that need them.
HEAVY = {
    "chromadb",
    "docx",
    "gradio",
    "onnxruntime",
    "pypdf",
    "sentence_transformers",
    "spacy",
    "tokenizers",
    "torch",
    "trafilatura",
    "transformers",
}


def imports(path: Path, *, at_top_only: bool = False) -> Iterator[str]:
    """Yield the dotted names a module imports; those for the type checker alone are left out."""
    pending: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            assert node.module
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            pending.extend(node.orelse)
        elif at_top_only and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        else:
            pending.extend(ast.iter_child_nodes(node))


def names_used(path: Path, *wanted: str) -> set[str]:
    """Return those of `wanted`, such as "print" or "os.environ", that a module's code mentions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    code = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute)}
    return code & set(wanted)


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def test_both_wings_are_read() -> None:
    assert {"index.types", "index.errors", "bot.types", "bot.cli"} <= set(MODULES)


@pytest.mark.parametrize("module", [name for name in MODULES if within(name, "index")])
def test_the_index_never_imports_the_bot(module: str) -> None:
    assert not [name for name in imports(MODULES[module]) if within(name, "bot") or within(name, "prompts")]


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = {
        module: {name for name in imports(path) if name in MODULES and name != module}
        for module, path in MODULES.items()
    }
    TopologicalSorter(graph).prepare()  # raises CycleError, whose message shows the circle


def test_no_stage_of_the_index_imports_itself_by_a_detour() -> None:
    graph: dict[str, set[str]] = {}
    for module, path in MODULES.items():
        if module.count(".") > 1 and within(module, "index"):
            used = {name.rsplit(".", 1)[0] for name in imports(path) if name.count(".") > 1}
            folder = module.rsplit(".", 1)[0]
            graph.setdefault(folder, set()).update(
                each for each in used if within(each, "index") and each != folder
            )
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("module", MODULES)
def test_a_library_is_known_only_where_it_belongs(module: str) -> None:
    for library, homes in ONLY_IN.items():
        if not any(within(module, home) for home in homes):
            assert not [name for name in imports(MODULES[module]) if within(name, library)], module


@pytest.mark.parametrize("module", [name for name in PRODUCT if name != "bot.retriever"])
def test_heavy_libraries_are_imported_where_they_are_used(module: str) -> None:
    top = {name.partition(".")[0] for name in imports(PRODUCT[module], at_top_only=True)}
    assert not top & HEAVY


@pytest.mark.parametrize("module", [name for name in PRODUCT if name != "bot.cli"])
def test_only_the_commands_print(module: str) -> None:
    assert not names_used(PRODUCT[module], "print", "sys.stdout", "sys.stderr")


@pytest.mark.parametrize("module", [name for name in PRODUCT if name != "bot.settings"])
def test_only_the_settings_read_the_environment(module: str) -> None:
    assert not names_used(PRODUCT[module], "os.environ", "os.getenv", "environ", "getenv")


def test_each_package_says_what_it_is() -> None:
    for path in MODULES.values():
        if path.name == "__init__.py":
            body = ast.parse(path.read_text(encoding="utf-8"))
            assert ast.get_docstring(body) and len(body.body) == 1, f"{path}: a docstring and no more"
