// The chat page: keeps what it was told, draws it, and passes on what the person does.

import { gist } from "./bubbles.js";
import { attempt, say, stop, wireComposer } from "./composer.js";
import { byId, el, icon, paintAvatar } from "./dom.js";
import { drawList } from "./list.js";
import { act, ask, follow } from "./live.js";
import { draw, drawAll, erase, show } from "./log.js";
import { mainMenu, messageMenu } from "./menus.js";
import { alertCard, askNewChat, copy, toast } from "./sheets.js";
import "./theme.js";

const ACTION_TIME = 5000;
const ANSWER_TIME = 15000;
const LANGUAGES = {
  en: "English", de: "Deutsch", es: "Español", fr: "Français", it: "Italiano", pt: "Português", nl: "Nederlands", pl: "Polski",
  sv: "Svenska", uk: "Українська", ru: "Русский", tr: "Türkçe", ar: "العربية", fa: "فارسی", hi: "हिन्दी", id: "Indonesia",
  ja: "日本語", ko: "한국어", zh: "中文", "": "not set",
};
const DOING = { typing: "typing…", upload_photo: "sending a photo…", upload_document: "sending a file…" };

const chats = new Map();
const payloads = new Map(); // what START says in a chat opened by a deep link
let current;
let bot = { state: "away", can_restart: false };
let online = false;
let actionTimer;

const does = {
  command: (text) => say(current, text),
  press,
  options: (id) => messageMenu(current, id, press),
  show,
};

const told = {
  everything({ chats: all }) {
    const before = current?.id ?? Number(location.hash.slice(1));
    const lost = current && !all.some((chat) => chat.id === current.id);
    chats.clear();
    for (const chat of all) keep(chat);
    if (lost) toast("The sandbox was started anew. The old chats are gone.");
    const payload = new URLSearchParams(location.search).get("start") ?? "";
    if (chats.size && !payload) open(chats.get(before) ?? [...chats.values()].at(-1));
    else newChat({ first: true, name: "You", language: language(), payload, group: false });
  },
  bot(state) {
    if (bot.state === "restarting" && state.state !== "restarting") toast("The bot is back.");
    bot = state;
    drawHead();
  },
  chat({ chat }) {
    keep(chat);
    if (chat.id === current?.id) drawHead();
    drawChats();
  },
  closed({ id }) {
    chats.delete(id);
    if (current?.id === id) {
      current = undefined;
      if (chats.size) open([...chats.values()].at(-1));
      else begin();
    }
    drawChats();
  },
  new(event) {
    const chat = heard(event);
    if (!chat) return;
    chat.started = true;
    if (chat === current) draw(event.message, chat, does);
    else if (event.message.by_bot) chat.unread += 1;
    if (event.message.by_bot) chat.action = "";
    if (chat === current) drawHead();
    drawChats();
  },
  edited(event) {
    const chat = heard(event);
    if (chat === current && chat) draw(event.message, chat, does);
    drawChats();
  },
  deleted({ id, message_id: message }) {
    chats.get(id)?.messages.delete(message);
    if (current?.id === id) erase(message);
    drawChats();
  },
  answered: settle,
  toast(event) {
    settle(event);
    if (event.id === current?.id) toast(event.text);
  },
  alert(event) {
    settle(event);
    if (event.id === current?.id) alertCard(current.bot.name, event.text);
  },
  action({ id, action }) {
    const chat = chats.get(id);
    if (!chat) return;
    chat.action = action;
    clearTimeout(actionTimer);
    if (action) actionTimer = setTimeout(() => told.action({ id, action: "" }), ACTION_TIME);
    if (chat === current) drawHead();
  },
};

function keep(chat) {
  const old = chats.get(chat.id) ?? { messages: new Map(), waiting: new Map(), unread: 0 };
  const { messages, ...about } = chat;
  Object.assign(old, about);
  if (messages) old.messages = new Map(messages.map((message) => [message.body.message_id, message]));
  chats.set(chat.id, old);
}

function heard({ id, message }) {
  const chat = chats.get(id);
  if (!chat || !message) return undefined;
  chat.messages.set(message.body.message_id, message);
  return chat;
}

/** The bot has answered a tap, or never will. */
function settle({ id, message_id: message }) {
  const chat = chats.get(id);
  if (!chat?.waiting.delete(message) || chat !== current) return;
  for (const key of document.querySelectorAll(`[data-id="${message}"] .waiting`)) {
    key.classList.remove("waiting");
    key.removeAttribute("aria-busy");
  }
}

function open(chat) {
  current = chat;
  chat.unread = 0;
  history.replaceState(null, "", `${location.pathname}#${chat.id}`);
  byId("app").classList.remove("listing");
  stop();
  drawHead();
  drawAll(chat, does);
  drawChats();
  document.dispatchEvent(new CustomEvent("chat", { detail: chat.id }));
}

function drawChats() {
  drawList(chats, current, (chat) => { open(chat); byId("say").focus(); }, (chat) => attempt(() => act(chat, "close")));
}

/** Everything around the messages. */
function drawHead() {
  if (!current) return;
  const name = current.group ?? current.bot.name;
  document.title = `${name} · sandbox`;
  byId("bot-name").textContent = name;
  paintAvatar(byId("bot-avatar"), name);
  const typing = current.action ? DOING[current.action] ?? "busy…" : "";
  const state = { there: "bot · online", away: "bot · not running", restarting: "bot · restarting…" }[bot.state];
  const status = byId("status");
  const words = !online ? "connecting…" : typing || state;
  if (status.textContent !== words) status.textContent = words;
  status.dataset.state = !online ? "away" : typing ? "typing" : bot.state;
  const empty = current.messages.size === 0;
  byId("empty").hidden = !empty;
  byId("description").textContent = current.bot.description || current.bot.short_description || "The bot has not described itself.";
  const button = byId("start");
  const closed = current.blocked || !current.started;
  const held = document.activeElement === button;
  button.hidden = !closed;
  button.textContent = current.blocked ? "UNBLOCK" : "START";
  byId("composer").hidden = closed;
  // The button goes away under the finger; on a phone the keyboard stays down.
  if (held && !closed && matchMedia("(pointer: fine)").matches) byId("say").focus();
  const pinned = current.messages.get(current.pinned);
  byId("pinned").hidden = !pinned;
  if (pinned) byId("pinned").replaceChildren(icon("pin"), el("span", {}, el("b", {}, "Pinned message"), el("span", {}, gist(pinned.body))));
}

async function press(id, button) {
  if (button.copy_text) return copy(button.copy_text.text);
  if (button.callback_data === undefined) return inlineHere(button);
  const chat = current;
  chat.waiting.set(id, button.callback_data);
  for (const key of document.querySelectorAll(`[data-id="${id}"] .key`)) {
    const it = key.dataset.data === button.callback_data;
    key.classList.toggle("waiting", it);
    if (it) key.setAttribute("aria-busy", "true");
  }
  setTimeout(() => settle({ id: chat.id, message_id: id }), ANSWER_TIME);
  await attempt(() => act(chat, "press", { message_id: id, button: button.callback_data }));
}

function inlineHere(button) {
  const field = byId("say");
  field.value = `@${current.bot.username} ${button.switch_inline_query_current_chat ?? button.switch_inline_query ?? ""}`;
  field.dispatchEvent(new Event("input"));
  field.focus();
}

async function restart() {
  if ((await attempt(() => ask("/page/restart"))) === undefined) return;
  byId("say").focus();
}

function begin() {
  askNewChat(newChat);
}

async function newChat({ first, name, language: code, payload, group }) {
  const made = await attempt(() => ask("/page/chats", { name, language: code, group }));
  if (!made) return;
  if (payload) payloads.set(made.id, payload);
  const wait = setInterval(() => {
    if (!chats.has(made.id)) return;
    clearInterval(wait);
    open(chats.get(made.id));
    if (!first) (group ? byId("say") : byId("start")).focus();
  }, 30);
}

function language() {
  const code = navigator.language.slice(0, 2);
  return code in LANGUAGES ? code : "en";
}

for (const [code, name] of Object.entries(LANGUAGES)) byId("begin-language").append(el("option", { value: code }, code ? `${name} (${code})` : name));
byId("begin-language").value = language();
byId("new-chat").addEventListener("click", begin);
byId("more-button").addEventListener("click", () => mainMenu(current, bot, { begin, restart, press }));
byId("pinned").addEventListener("click", () => show(current.pinned));
byId("to-chats").addEventListener("click", () => {
  byId("app").classList.add("listing");
  byId("chats").querySelector(".open")?.focus();
});
byId("start").addEventListener("click", async () => {
  const chat = current;
  if (chat.blocked) await attempt(() => act(chat, "unblock"));
  else await say(chat, `/start ${payloads.get(chat.id) ?? ""}`.trim());
});
wireComposer(() => current);
follow(
  (event) => told[event.kind]?.(event),
  (up) => {
    online = up;
    drawHead();
  },
);
