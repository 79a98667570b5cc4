// A list of questions to ask: a click on one of its buttons hands that button's question to Python.
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-ask]");
  if (button) trigger("click", { question: button.dataset.ask });
});
