() => {
  // A new question goes to the top of what is seen, so that its answer is read from the beginning.
  // Once the reader has done anything else, the page stays where it is, however much is still written.
  const asked = document.querySelectorAll("#chat .user-row");
  if (!window.onrecordFollows) {
    window.onrecordFollows = { at: 0 };
    const left = () => { window.onrecordFollows.at = document.querySelectorAll("#chat .user-row").length; };
    for (const deed of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      document.addEventListener(deed, left, { passive: true, capture: true });
    }
  }
  if (asked.length > window.onrecordFollows.at) {
    requestAnimationFrame(() => asked[asked.length - 1].scrollIntoView({ block: "start" }));
  } else if (!asked.length) {
    window.onrecordFollows.at = 0; // a new conversation
  }
}
