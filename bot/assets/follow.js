// A new question goes to the top of what is seen, so that its answer is read from the beginning.
// Once the reader has done anything else, the page stays where it is, however much is still written.
let seen = 0; // questions that the reader has moved on from
let shown = 0; // questions that were there at the last change

const asked = () => document.querySelectorAll("#chat .user-row");

for (const deed of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  document.addEventListener(deed, () => { seen = asked().length; }, { passive: true, capture: true });
}

new MutationObserver(() => {
  const questions = asked();
  if (questions.length > seen) {
    requestAnimationFrame(() => questions[questions.length - 1].scrollIntoView({ block: "start" }));
  } else if (shown && !questions.length) { // a new conversation, in a page that has become shorter
    seen = 0;
    const chat = document.querySelector("#chat");
    chat.querySelector(".panel-wrap")?.scrollTo({ top: 0 });
    requestAnimationFrame(() => chat.scrollIntoView({ block: "nearest" }));
  }
  shown = questions.length;
}).observe(document.querySelector("#ways") ?? document.body, { childList: true, subtree: true, characterData: true });
