() => {
  // A new question goes to the top of what is seen, so that its answer is read from the beginning.
  // Once the reader has scrolled, the page stays where it is, however much is still written.
  const asked = document.querySelectorAll("#chat .user-row");
  if (!window.onrecordScrolled) {
    window.onrecordScrolled = { at: 0 };
    const left = () => { window.onrecordScrolled.at = document.querySelectorAll("#chat .user-row").length; };
    for (const moved of ["wheel", "touchmove"]) document.addEventListener(moved, left, { passive: true });
  }
  if (asked.length > window.onrecordScrolled.at) {
    requestAnimationFrame(() => asked[asked.length - 1].scrollIntoView({ block: "start" }));
  } else if (!asked.length) {
    window.onrecordScrolled.at = 0; // a new conversation
  }
}
