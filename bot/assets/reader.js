// The opened article. Runs once when its component loads; `element`, `props` and `server` are Gradio's.
// Citations are plain links (#cite-…, #article-…), so one listener serves every message, old or new.

const SOURCE_LINK = 'a[href^="#cite-"], a[href^="#article-"]';
let opener = null; // the link that opened the article; Escape and "Back" return there
let latest = 0; // clicks may overtake each other: only the last one shows

async function open(link) {
  const turn = ++latest;
  const ref = link.getAttribute("href").slice(1);
  opener = link;
  element.setAttribute("aria-busy", "true");
  const html = await server.open_source(ref).catch(() => null);
  if (turn !== latest) return;
  element.removeAttribute("aria-busy");
  props.value = html ?? '<p class="empty" role="alert">The page has lost its server. Start it again and reload.</p>';
  requestAnimationFrame(() => requestAnimationFrame(show));
}

function show() {
  const target = element.querySelector("#cited") ?? element.querySelector("h2") ?? element;
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const block = target.id === "cited" ? "center" : "start";
  target.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
}

function back() {
  if (!opener) return;
  // The chat may have been drawn anew since the click: then the same link stands in its place.
  const href = CSS.escape(opener.getAttribute("href"));
  const link = opener.isConnected ? opener : document.querySelector(`a[href="${href}"]`);
  if (!link) return;
  uncover(link);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "center" });
  }));
}

// Since the link was clicked, another tab may have come before it. Gradio's tabs and panels share only their order.
function uncover(link) {
  const panels = [...document.querySelectorAll("#ways [role=tabpanel]")];
  const tab = document.querySelectorAll("#ways [role=tab]")[panels.indexOf(link.closest("[role=tabpanel]"))];
  if (tab?.getAttribute("aria-selected") === "false") tab.click();
}

// The component may load again in the same page: its listeners replace the earlier ones.
window.onrecordReader?.abort();
window.onrecordReader = new AbortController();
const listening = { signal: window.onrecordReader.signal };

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(SOURCE_LINK);
  if (link) {
    event.preventDefault();
    open(link);
  } else if (event.target.closest?.("[data-back]")) {
    back();
  }
}, listening);

// An address that ends in #cite-… comes from an evidence pack: open it as a click would.
if (/^#(?:cite|article)-./.test(location.hash)) {
  const link = document.createElement("a");
  link.setAttribute("href", location.hash);
  open(link);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && element.contains(document.activeElement)) back();
}, listening);
