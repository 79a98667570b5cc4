// A new question goes to the top of what is seen, so that its answer is read from the beginning.
// Once the reader has done anything else, the page stays where it is, however much is still written.
let seen = 0; // questions that the reader has moved on from

const asked = () => document.querySelectorAll("#chat .user-row");

for (const deed of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  document.addEventListener(deed, () => { seen = asked().length; }, { passive: true, capture: true });
}

new MutationObserver(() => {
  const questions = asked();
  if (questions.length > seen) {
    requestAnimationFrame(() => questions[questions.length - 1].scrollIntoView({ block: "start" }));
  } else if (!questions.length) {
    seen = 0; // a new conversation
  }
}).observe(document.querySelector("#ways") ?? document.body, { childList: true, subtree: true, characterData: true });
