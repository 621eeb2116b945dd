// The line at the bottom: writing, answering, editing, commands, attachments, inline results.

import { gist } from "./bubbles.js";
import { byId, el } from "./dom.js";
import { act } from "./live.js";
import { choose, toast } from "./sheets.js";

const INLINE_PAUSE = 300;
const field = byId("say");
let about; // what the next text is for: {what: "reply" | "edit", message}
let inlineTimer;

/** Wire the composer; `current` gives the open chat. */
export function wireComposer(current) {
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit(current());
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit(current());
    } else if (event.key === "ArrowUp" && !field.value) {
      const own = [...current().messages.values()].filter((one) => !one.by_bot && one.body.text && !one.body.via_bot).at(-1);
      if (own) prepare("edit", own);
    } else if (event.key === "Escape") {
      stop();
    }
  });
  field.addEventListener("input", () => {
    grow();
    lookInline(current());
  });
  byId("about-to-stop").addEventListener("click", stop);
  byId("menu-button").addEventListener("click", () => commands(current()));
  byId("attach-button").addEventListener("click", () => attach(current()));
}

/** Make the next text an answer to a message, or its new words. */
export function prepare(what, message) {
  about = { what, message };
  byId("about-to-text").replaceChildren(el("strong", {}, what === "edit" ? "Edit message" : "Reply"), el("span", {}, gist(message.body)));
  byId("about-to").hidden = false;
  if (what === "edit") field.value = message.body.text;
  grow();
  field.focus();
}

/** Forget what the next text was for. */
export function stop() {
  if (about?.what === "edit") field.value = "";
  about = undefined;
  byId("about-to").hidden = true;
  byId("results").hidden = true;
  grow();
}

/** Say something in a chat. */
export async function say(chat, text, replyTo = null) {
  await attempt(() => act(chat, "send", { text, message_id: replyTo }));
}

/** Do something, and say so when it fails. */
export async function attempt(doing) {
  try {
    return await doing();
  } catch (error) {
    toast(error.message);
    return undefined;
  }
}

async function submit(chat) {
  const text = field.value.trim();
  if (!text || !chat) return;
  const { what, message } = about ?? {};
  field.value = "";
  stop();
  field.focus();
  if (what === "edit") await attempt(() => act(chat, "edit", { text, message_id: message.body.message_id }));
  else await say(chat, text, message?.body.message_id ?? null);
}

function commands(chat) {
  if (!chat.commands.length) return toast("The bot has no commands.");
  return choose(
    "Commands",
    chat.commands.map((one) => ({ label: `/${one.command}`, note: one.description, pick: () => say(chat, `/${one.command}`) })),
  );
}

function attach(chat) {
  const kinds = [
    ["photo", "Photo", "photo"], ["voice", "Voice message", "voice"], ["sticker", "Sticker", "sticker"],
    ["location", "Location", "place"], ["contact", "Contact", "person"], ["document", "File", "file"], ["video", "Video", "voice"],
  ];
  choose(
    "Send a stand-in",
    kinds.map(([kind, label, drawing]) => ({ label, icon: drawing, pick: () => attempt(() => act(chat, "stand-in", { kind })) })),
  );
}

/** `@bot words` asks the bot for inline results. */
function lookInline(chat) {
  clearTimeout(inlineTimer);
  const results = byId("results");
  const start = `@${chat.bot.username} `;
  if (!field.value.startsWith(start)) {
    results.hidden = true;
    return;
  }
  inlineTimer = setTimeout(async () => {
    const found = await attempt(() => act(chat, "inline", { text: field.value.slice(start.length) }));
    if (!found || !field.value.startsWith(start)) return;
    const pick = (id) => {
      field.value = "";
      stop();
      attempt(() => act(chat, "choose", { result_id: id }));
    };
    results.replaceChildren(
      ...(found.button ? [el("button", { type: "button", class: "above", onclick: () => say(chat, `/start ${found.button.start_parameter}`) }, found.button.text)] : []),
      ...found.results.map((one) => el("button", { type: "button", onclick: () => pick(one.id) }, el("b", {}, one.title), el("small", {}, one.description))),
      ...(found.results.length ? [] : [el("p", {}, "No results")]),
    );
    results.hidden = false;
  }, INLINE_PAUSE);
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 140)}px`;
}
