async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers give the clipboard only to https and localhost; elsewhere the old way still works.
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  const button = document.querySelector("#copy");
  const label = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = label; }, 1500);
}
