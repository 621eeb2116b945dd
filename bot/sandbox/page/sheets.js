// Things that come up over the chat: lists to choose from, alerts, toasts, the form for a new chat.

import { byId, el, icon } from "./dom.js";

const TOAST_TIME = 3500;
let toastTimer;

/** Say something shortly over the chat. */
export function toast(text) {
  const node = byId("toast");
  clearTimeout(toastTimer);
  node.replaceChildren(el("p", {}, text));
  toastTimer = setTimeout(() => node.replaceChildren(), TOAST_TIME);
}

/** Say something that has to be confirmed. */
export function alertCard(title, text) {
  byId("alert-title").textContent = title;
  byId("alert-text").textContent = text;
  show(byId("alert"));
}

/** Let the person choose: items are {label, note, icon, danger, disabled, pick}. */
export function choose(title, items) {
  const sheet = byId("sheet");
  byId("sheet-title").textContent = title;
  byId("sheet-items").replaceChildren(
    ...items.map((item) =>
      el(
        "button",
        {
          type: "button",
          class: item.danger ? "danger" : undefined,
          disabled: item.disabled,
          onclick: () => {
            sheet.close();
            item.pick();
          },
        },
        item.icon ? icon(item.icon) : "",
        el("span", { dir: "auto" }, item.label, item.note ? el("small", {}, item.note) : ""),
      ),
    ),
    el("button", { type: "button", class: "quiet", onclick: () => sheet.close() }, el("span", {}, "Cancel")),
  );
  show(sheet);
}

/** Ask who begins to talk; `begin` gets {name, language, payload, group}. */
export function askNewChat(begin) {
  const dialog = byId("begin");
  const form = byId("begin-form");
  dialog.onclose = () => {
    if (dialog.returnValue !== "begin") return;
    const given = new FormData(form);
    begin({
      name: given.get("name"),
      language: given.get("language") || null,
      payload: given.get("payload"),
      group: given.has("group"),
    });
  };
  dialog.returnValue = "";
  show(dialog);
}

/** Put text into the clipboard, also where the browser has no clipboard for us. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = el("textarea", { class: "hidden", "aria-hidden": "true" });
    field.value = text;
    const before = document.activeElement;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus();
    if (!done) return toast("Your browser did not let us copy that.");
  }
  return toast(`Copied: ${text}`);
}

function show(dialog) {
  if (!dialog.open) dialog.showModal();
}

// A tap beside a sheet closes it, as on a phone.
for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog && dialog.id !== "alert") dialog.close();
  });
}
