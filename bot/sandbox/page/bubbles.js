// Messages as bubbles, with their keyboards. What they do is decided by whoever asks for them.

import { clock, el, icon } from "./dom.js";
import { rich } from "./entities.js";

/** The list item of one message. `does` has: press, command, options, show. */
export function bubble(message, chat, does) {
  const { body } = message;
  const mine = !message.by_bot && !body.via_bot;
  const who = message.by_bot ? chat.bot.name : body.from.first_name;
  if (body.new_chat_members) {
    return el("li", { class: "service", "data-id": body.message_id }, el("p", {}, `${who} added ${chat.bot.name}`));
  }
  const item = el("li", {
    class: `${message.by_bot ? "theirs" : "own"}${body.sticker ? " bare" : ""}`,
    "data-id": body.message_id,
  });
  item.append(
    el(
      "article",
      { class: "bubble", "aria-label": `${message.by_bot ? who : "You"}, ${clock(body.date)}` },
      body.via_bot ? el("p", { class: "via" }, `via @${body.via_bot.username}`) : "",
      body.reply_to_message ? quoted(body.reply_to_message, does) : "",
      media(body),
      words(body, does),
      el(
        "footer",
        {},
        body.edit_date ? el("span", {}, "edited") : "",
        el("time", { datetime: new Date(body.date * 1000).toISOString() }, clock(body.date)),
      ),
      el("button", { type: "button", class: "round options", "aria-label": "Message options", onclick: () => does.options(body.message_id) }, icon("more")),
    ),
    body.reply_markup ? keyboard(message, chat, does) : "",
  );
  item.classList.toggle("mine", mine);
  return item;
}

/** A short text for lists and quotes. */
export function gist(body) {
  const kinds = ["photo", "document", "sticker", "voice", "video", "location", "contact"];
  const kind = kinds.find((name) => name in body);
  const names = { photo: "Photo", document: "File", sticker: "Sticker", voice: "Voice message", video: "Video", location: "Location", contact: "Contact" };
  return body.text ?? body.caption ?? names[kind] ?? (body.new_chat_members ? "The bot has been added" : "");
}

function words(body, does) {
  const text = body.text ?? body.caption;
  if (!text) return "";
  // Leaves room for the time in the last line.
  const time = `${body.edit_date ? "edited " : ""}${clock(body.date)}`;
  return el("div", { class: "text", dir: "auto", "data-time": time }, rich(text, body.entities ?? body.caption_entities, does.command));
}

function quoted(body, does) {
  return el(
    "button",
    { type: "button", class: "quote", onclick: () => does.show(body.message_id), "aria-label": `In reply to: ${gist(body)}` },
    el("strong", {}, body.from.first_name),
    el("span", {}, gist(body)),
  );
}

function media(body) {
  const source = (file) => `/page/files/${encodeURIComponent(file.file_id)}`;
  if (body.photo) {
    const { width, height } = body.photo[0];
    return el("img", { src: source(body.photo[0]), width, height, alt: body.caption ? `Photo: ${body.caption}` : "Photo" });
  }
  if (body.sticker) return el("p", { class: "sticker", role: "img", "aria-label": "Sticker" }, body.sticker.emoji);
  if (body.document) {
    const { file_name: name, file_size: size } = body.document;
    return el("a", { class: "tile", href: source(body.document), download: name }, icon("file"), el("span", {}, el("b", {}, name), el("small", {}, sized(size))));
  }
  if (body.voice) return el("p", { class: "tile" }, icon("voice"), el("span", {}, el("b", {}, "Voice message"), el("small", {}, `0:0${body.voice.duration}`)));
  if (body.video) return el("p", { class: "tile" }, icon("voice"), el("span", {}, el("b", {}, "Video"), el("small", {}, `0:0${body.video.duration}`)));
  if (body.location) {
    const { latitude, longitude } = body.location;
    return el("p", { class: "tile" }, icon("place"), el("span", {}, el("b", {}, "Location"), el("small", {}, `${latitude}, ${longitude}`)));
  }
  if (body.contact) {
    const { first_name: name, phone_number: number } = body.contact;
    return el("p", { class: "tile" }, icon("person"), el("span", {}, el("b", {}, name), el("small", {}, number)));
  }
  return "";
}

function keyboard(message, chat, does) {
  const rows = message.body.reply_markup.inline_keyboard.map((row) =>
    el("div", { class: "row" }, row.map((button) => key(button, message, chat, does))),
  );
  return el("div", { class: "keyboard", role: "group", "aria-label": "Buttons" }, rows);
}

function key(button, message, chat, does) {
  const waiting = chat.waiting.get(message.body.message_id) === button.callback_data && button.callback_data !== undefined;
  const about = {
    class: `key${button.style ? ` ${button.style}` : ""}${waiting ? " waiting" : ""}`,
    "data-data": button.callback_data,
    "aria-busy": waiting ? "true" : undefined,
  };
  if (button.url) {
    return el("a", { ...about, href: /^(https?|tg):/i.test(button.url) ? button.url : undefined, target: "_blank", rel: "noopener noreferrer" }, el("span", { dir: "auto" }, button.text), icon("link"));
  }
  const mark = button.copy_text ? icon("copy") : button.callback_data === undefined ? icon("share") : "";
  return el("button", { type: "button", ...about, onclick: () => does.press(message.body.message_id, button) }, el("span", { dir: "auto" }, button.text), mark);
}

function sized(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
