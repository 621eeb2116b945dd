// The list of chats beside the phone (or, on a phone, behind the arrow).

import { gist } from "./bubbles.js";
import { byId, clock, el, icon, paintAvatar } from "./dom.js";

/** Draw the list; `open` and `close` get the chat that was picked. */
export function drawList(chats, current, open, close) {
  const held = document.activeElement?.closest?.("#chats li")?.dataset.id;
  const sorted = [...chats.values()].sort((a, b) => newest(b) - newest(a) || b.id - a.id);
  byId("chats").replaceChildren(...sorted.map((chat) => line(chat, chat === current, open, close)));
  if (held) byId("chats").querySelector(`[data-id="${held}"] .open`)?.focus();
}

function newest(chat) {
  return [...chat.messages.keys()].at(-1) ?? Infinity;
}

function line(chat, isOpen, open, close) {
  const last = [...chat.messages.values()].at(-1)?.body;
  const name = chat.group ?? chat.person;
  const avatar = el("span", { class: "avatar", "aria-hidden": "true" });
  paintAvatar(avatar, name);
  const about = [chat.language ?? "no language", chat.blocked ? "blocked" : ""].filter(Boolean).join(" · ");
  return el(
    "li",
    { "data-id": chat.id },
    el(
      "button",
      { type: "button", class: "open", "aria-current": isOpen ? "true" : undefined, onclick: () => open(chat) },
      avatar,
      el(
        "span",
        { class: "lines" },
        el("span", {}, el("b", {}, name), el("small", {}, about), last ? el("time", {}, clock(last.date)) : ""),
        el("span", { class: "gist" }, last ? gist(last) : "Nothing said yet"),
      ),
      chat.unread ? el("span", { class: "unread" }, String(chat.unread), el("span", { class: "hidden" }, " new messages")) : "",
    ),
    el("button", { type: "button", class: "round close", "aria-label": `Close the chat of ${name}`, onclick: () => close(chat) }, icon("close")),
  );
}
