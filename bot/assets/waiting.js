// How many questions wait until the one before them is answered.
(asked, taken) => {
  const count = JSON.parse(asked).length - taken;
  if (count < 1) return "";
  return `<p role="status">${count === 1 ? "One question waits" : `${count} questions wait`} for this answer</p>`;
}
