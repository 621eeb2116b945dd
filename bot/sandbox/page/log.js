// The messages of the open chat: drawn once, then changed in place, with focus and scroll kept where they were.

import { bubble } from "./bubbles.js";
import { byId, day, el } from "./dom.js";

const NEAR = 80;
const list = byId("messages");
const scroller = byId("log");
const toEnd = byId("to-end");

const find = (id) => list.querySelector(`[data-id="${id}"]`);
const nearEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;

/** Draw all of a chat; screen readers are not told, the person has just opened it. */
export function drawAll(chat, does) {
  scroller.setAttribute("aria-live", "off");
  list.replaceChildren();
  for (const message of chat.messages.values()) place(message, chat, does);
  end();
  requestAnimationFrame(() => scroller.setAttribute("aria-live", "polite"));
}

/** Draw one message, new or changed. */
export function draw(message, chat, does) {
  const stay = nearEnd() || !message.by_bot;
  const old = find(message.body.message_id);
  if (old) replace(old, bubble(message, chat, does));
  else place(message, chat, does)?.classList.add("fresh");
  if (stay) end();
  watchEnd();
}

/** Take a message away. */
export function erase(id) {
  const old = find(id);
  if (!old) return;
  if (old.contains(document.activeElement)) byId("say").focus();
  old.remove();
}

/** Go to a message and make it stand out. */
export function show(id) {
  const node = find(id);
  if (!node) return;
  node.scrollIntoView({ block: "center" });
  node.classList.remove("found");
  requestAnimationFrame(() => node.classList.add("found"));
}

/** Go to the newest message. */
export function end() {
  scroller.scrollTop = scroller.scrollHeight;
}

function place(message, chat, does) {
  const today = day(message.body.date);
  if (list.dataset.day !== today || !list.childElementCount) {
    list.dataset.day = today;
    list.append(el("li", { class: "service day" }, el("p", {}, today)));
  }
  const node = bubble(message, chat, does);
  list.append(node);
  return node;
}

/** Change a message in place; the focus stays on the same button, or on the one now standing there. */
function replace(old, fresh) {
  const held = old.contains(document.activeElement) ? document.activeElement : undefined;
  const keys = held ? [...old.querySelectorAll(".key")] : [];
  const at = keys.indexOf(held);
  old.className = fresh.className;
  old.setAttribute("data-id", fresh.dataset.id);
  const article = old.querySelector("article");
  const next = fresh.querySelector("article");
  // Only what has changed is put in, so that a screen reader reads only that.
  if (!article.isEqualNode(next)) article.replaceWith(next);
  old.querySelector(".keyboard")?.remove();
  const keyboard = fresh.querySelector(".keyboard");
  if (keyboard) old.append(keyboard);
  if (!held) return;
  const now = [...old.querySelectorAll(".key")];
  const same = at >= 0 ? now.find((key) => key.dataset.data && key.dataset.data === held.dataset.data) : undefined;
  (same ?? now[Math.min(Math.max(at, 0), now.length - 1)] ?? byId("say")).focus({ preventScroll: true });
}

function watchEnd() {
  toEnd.hidden = nearEnd();
}

scroller.addEventListener("scroll", watchEnd, { passive: true });
toEnd.addEventListener("click", () => {
  end();
  byId("say").focus();
});
// A keyboard that opens, or a picture that loads, must not push the newest message out of sight.
let atEnd = true;
scroller.addEventListener("scroll", () => { atEnd = nearEnd(); }, { passive: true });
const follow = new ResizeObserver(() => { if (atEnd) end(); });
follow.observe(scroller);
follow.observe(list);
