// Telegram's text with entities, drawn as nodes. Offsets are UTF-16 units, as JavaScript counts too.

import { el } from "./dom.js";

const SAFE = /^(https?|mailto|tg|tel):/i;

/** The text from `start` to `stop`, with everything that stands out in it. `tap` is called with a tapped command. */
export function rich(text, entities = [], tap = undefined) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return part(text, sorted, 0, text.length, tap);
}

function part(text, entities, start, stop, tap) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    if (entity.offset < at) continue; // it began inside of one that is drawn already
    const end = Math.min(entity.offset + entity.length, stop);
    if (end <= entity.offset) continue;
    nodes.push(text.slice(at, entity.offset));
    const within = entities.slice(i + 1).filter((other) => other.offset < end);
    nodes.push(wrap(entity, text.slice(entity.offset, end), part(text, within, entity.offset, end, tap), tap));
    at = end;
  }
  nodes.push(text.slice(at, stop));
  return nodes.filter((node) => node !== "");
}

function wrap(entity, plain, inner, tap) {
  switch (entity.type) {
    case "bold": return el("strong", {}, inner);
    case "italic": return el("em", {}, inner);
    case "underline": return el("u", {}, inner);
    case "strikethrough": return el("s", {}, inner);
    case "code": return el("code", {}, inner);
    case "pre": return el("pre", {}, el("code", {}, inner));
    case "blockquote": return el("blockquote", {}, inner);
    case "expandable_blockquote": return folded(inner);
    case "spoiler": return spoiler(inner);
    case "text_link": return link(entity.url, inner);
    case "url": return link(plain, inner);
    case "email": return link(`mailto:${plain}`, inner);
    case "phone_number": return link(`tel:${plain.replace(/[^+\d]/g, "")}`, inner);
    case "bot_command":
      return tap ? el("button", { type: "button", class: "as-link", onclick: () => tap(plain) }, plain) : el("span", {}, plain);
    default: return el("span", { class: "as-link" }, inner);
  }
}

function link(href, inner) {
  if (!SAFE.test(href)) return el("span", {}, inner);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, inner);
}

function spoiler(inner) {
  const node = el("button", { type: "button", class: "spoiler", "aria-label": "Hidden text, press to show" }, inner);
  node.addEventListener("click", () => node.replaceWith(el("span", {}, inner)), { once: true });
  return node;
}

function folded(inner) {
  const quote = el("blockquote", { class: "folded" }, inner);
  const more = el("button", { type: "button", class: "as-link", "aria-expanded": "false" }, "Show more");
  more.addEventListener("click", () => {
    const open = quote.classList.toggle("folded") === false;
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? "Show less" : "Show more";
  });
  return el("div", {}, quote, more);
}
