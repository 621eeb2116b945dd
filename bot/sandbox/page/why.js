// The Why pane of the preview: follows one chat, can be put away, and keeps talks as tests.

import { byId, el, icon } from "./dom.js";
import { ask } from "./live.js";
import { drawReasons } from "./reasons.js";
import { toast } from "./sheets.js";

const wide = matchMedia("(min-width: 70rem)");
const root = document.documentElement;
let stream;
let chat;
let reads;

const status = el("p", { id: "why-status", role: "status" });
const body = el("div", { id: "why-body", class: "why-body", tabindex: "0", role: "region", "aria-labelledby": "why-title" });
const keep = el("button", { type: "button", class: "why-keep", disabled: true, onclick: askName }, "Keep this talk");
const away = el("button", { type: "button", class: "round", "aria-label": "Put the Why pane away", onclick: () => put(false) }, icon("close"));
const pane = el(
  "aside",
  { class: "why", id: "why", "aria-labelledby": "why-title" },
  el("header", {}, el("div", {}, el("h2", { id: "why-title", tabindex: "-1" }, "Why"), status), keep, away),
  body,
);
const toggle = el(
  "button",
  { type: "button", class: "why-toggle", id: "why-toggle", "aria-controls": "why", onclick: () => put(root.dataset.why !== "open") },
  "Why",
);

/** Show the pane, or put it away; on a narrow screen it lies over the chat. */
function put(open, { first = false } = {}) {
  root.dataset.why = open ? "open" : "away";
  toggle.setAttribute("aria-expanded", String(open));
  byId("app").querySelector(".phone").inert = open && !wide.matches;
  if (first) return;
  if (wide.matches) localStorage.setItem("why", root.dataset.why);
  if (open) byId("why-title").focus();
  else toggle.focus();
}

function follow() {
  stream?.close();
  if (chat === undefined) return;
  stream = new EventSource(`/preview/why?chat=${chat}`);
  stream.onmessage = (message) => draw(JSON.parse(message.data));
  stream.onerror = () => say("connecting…");
}

function draw(told) {
  keep.disabled = told.steps === 0 || !told.version;
  say(sentence(told));
  reads = told.reads;
  drawReasons(body, told);
}

function sentence({ reads: now, good, version, issues }) {
  if (!version) return "no content can be used";
  const at = reads !== undefined && now !== reads ? ` · read again at ${new Date().toLocaleTimeString()}` : status.dataset.at ?? "";
  status.dataset.at = at;
  status.dataset.state = good ? "good" : "broken";
  if (!good) return `the last good content (${version}) answers`;
  return `content ${version}${issues.length ? `, ${issues.length} ${issues.length === 1 ? "issue" : "issues"}` : ""}${at}`;
}

function say(words) {
  if (status.textContent !== words) status.textContent = words;
}

const field = el("input", { id: "keep-name", name: "name", maxlength: "80", required: true, autocomplete: "off", placeholder: "Kratom and an SSRI, two mild signs" });
const wrong = el("p", { class: "keep-wrong", role: "alert" });
const dialog = el(
  "dialog",
  { class: "card", id: "keep", "aria-labelledby": "keep-title" },
  el(
    "form",
    { onsubmit: write },
    el("h3", { id: "keep-title" }, "Keep this talk as a test"),
    el("p", {}, "What you did, what is on the screen now and how it ended go into tests/conversations/. Every test run plays it again."),
    el("label", { for: "keep-name" }, "What it shows, in one sentence"),
    field,
    wrong,
    el(
      "div",
      { class: "ends" },
      el("button", { type: "button", onclick: () => dialog.close() }, "Cancel"),
      el("button", { type: "submit", class: "main" }, "Keep"),
    ),
  ),
);

function askName() {
  wrong.textContent = "";
  dialog.showModal();
  field.select();
}

async function write(event) {
  event.preventDefault();
  wrong.textContent = "";
  try {
    const { file } = await ask("/preview/keep", { chat, name: field.value });
    dialog.close();
    field.value = "";
    toast(`Kept: ${file}`);
  } catch (error) {
    wrong.textContent = error.message;
  }
}

byId("app").append(pane);
document.body.append(dialog);
byId("more-button").before(toggle);
byId("chats-title").textContent = "Preview";
put(wide.matches && localStorage.getItem("why") !== "away", { first: true });
wide.addEventListener("change", () => put(wide.matches && localStorage.getItem("why") !== "away", { first: true }));
pane.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !wide.matches) put(false);
});
document.addEventListener("chat", ({ detail }) => {
  if (detail === chat) return;
  chat = detail;
  follow();
});
