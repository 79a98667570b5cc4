// Puts a question behind those asked before and empties where it stood. The box is ready for the next one: a
// button that was clicked may be gone, and with it the focus. On a phone that would open the keyboard.
(question, asked) => {
  if (!question.trim()) return [asked, ""];
  if (matchMedia("(hover: hover)").matches) {
    const box = document.querySelector("#question textarea");
    requestAnimationFrame(() => requestAnimationFrame(() => box.focus({ preventScroll: true })));
  }
  return [JSON.stringify([...JSON.parse(asked), question]), ""];
}
