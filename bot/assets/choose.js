// Buttons made of HTML: a click on one hands its choice to Python.
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-choice]");
  if (button) trigger("click", { choice: button.dataset.choice });
});
