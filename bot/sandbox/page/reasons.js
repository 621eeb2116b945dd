// Draws what the Why pane says of one talk; what was opened, focused and scrolled to stays so.

import { el } from "./dom.js";
import { copy } from "./sheets.js";

const LEVELS = ["no", "not sure", "yes"];
const GROUPS = [
  ["holds", "Hold now", true],
  ["nearly", "Nearly hold: one condition is missing", true],
  ["possible", "Possible: more is missing", false],
  ["impossible", "Impossible now", false],
];
const opened = new Map(); // what the reader opened or closed, by key

/** Draw everything into `body`. */
export function drawReasons(body, told) {
  const focused = body.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const { scrollTop } = body;
  const { why } = told;
  body.replaceChildren(...[issues(told), why && now(why), why && questions(why), why && rules(why), why && facts(why)].filter(Boolean));
  body.scrollTop = scrollTop;
  if (focused) body.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function issues({ issues: all, good, version }) {
  if (!all.length) return undefined;
  const goesOn = good ? "The content can be used all the same." : version ? "The bot goes on with the last good content." : "Until this is right only the emergency card answers.";
  return el(
    "section",
    { class: good ? "issues mild" : "issues", "aria-labelledby": "why-issues" },
    el("h3", { id: "why-issues" }, `${all.length} ${all.length === 1 ? "issue" : "issues"}`),
    el("p", {}, goesOn),
    el("ul", {}, all.map(issue)),
  );
}

function issue(text) {
  const [, file, line, sentence] = /^(.*?):(\d+): ([^]*)$/.exec(text) ?? [undefined, text, "", ""];
  return el("li", {}, el("button", { type: "button", class: "place", "data-key": `issue-${text}`, title: "Copy the place", onclick: () => copy(line ? `${file}:${line}` : file) }, line ? `${file}:${line}` : file), el("span", {}, sentence));
}

function now(why) {
  const node = why.nodes.find((one) => one.id === why.node);
  const settled = why.outcome === why.could_become;
  return el(
    "section",
    { class: "now", "aria-labelledby": "why-now" },
    el("h3", { id: "why-now" }, "Now"),
    el(
      "p",
      {},
      why.done ? "The outcome is " : "So far ",
      chip(why.outcome),
      ...(why.done ? [] : settled ? [" and nothing left to ask can change it"] : [", and it can still become ", chip(why.could_become)]),
      why.subject === "them" ? ". It is about someone else." : ".",
    ),
    why.interruption ? el("p", {}, "In front of the talk stands the question ", el("code", {}, why.interruption), ".") : "",
    node ? el("p", {}, "On the screen: ", el("b", {}, node.title), " ", places(node)) : el("p", {}, "Nothing is asked any more."),
  );
}

function questions(why) {
  const answered = why.nodes.filter((node) => node.state === "answered");
  const others = why.nodes.filter((node) => node.state !== "answered");
  const first = others.find((node) => node.state === "later");
  return el(
    "section",
    { "aria-labelledby": "why-questions" },
    el("h3", { id: "why-questions" }, "Questions"),
    answered.length ? folded("answered", `Answered (${answered.length})`, false, el("ol", { class: "questions" }, answered.map((node) => question(node)))) : "",
    el("ol", { class: "questions" }, others.map((node) => question(node, node === first))),
  );
}

function question(node, next) {
  const [state, ...about] = standing(node, next);
  return el(
    "li",
    { "data-state": node.state, "aria-current": node.state === "now" ? "step" : undefined },
    el("p", {}, el("span", { class: "state" }, state), el("b", {}, node.title)),
    about.length ? el("p", { class: "about-it" }, about.flat(Infinity)) : "",
    places(node),
  );
}

/** The state in words, then why. */
function standing(node, next) {
  const waiting = node.rules.length ? [`${node.rules.length === 1 ? "waits" : "wait"} for it: `, list(node.rules.map((id) => el("code", {}, id)))] : [];
  const rulesWait = waiting.length ? [`${node.rules.length} undecided ${node.rules.length === 1 ? "rule" : "rules"} `, ...waiting] : [];
  switch (node.state) {
    case "now":
      return ["asked now", ...rulesWait];
    case "answered":
      return ["answered", node.answer || "nothing picked"];
    case "later":
      return [next ? "asked next" : "asked later", ...rulesWait];
    case "gate_closed":
      return [
        node.gate_can_open ? "gate closed" : "gate closed for good",
        node.gate_can_open ? "opens with " : "what would open it can't be any more: ",
        list(node.gate_missing.map(leaf), " or "),
      ];
    case "not_opened":
      return ["not opened", "asked only after ", el("code", {}, node.opens_by)];
    default:
      return ["not asked", "its answer can't change the outcome any more"];
  }
}

function rules(why) {
  return el(
    "section",
    { "aria-labelledby": "why-rules" },
    el("h3", { id: "why-rules" }, "Rules"),
    GROUPS.map(([key, title, open]) => {
      const some = why.rules.filter((rule) => rule.standing === key).sort((a, b) => b.urgency - a.urgency);
      return folded(`rules-${key}`, `${title} (${some.length})`, open && some.length > 0, el("ul", { class: "rules" }, some.map(rule)));
    }),
  );
}

function rule(one) {
  const lacks = { nearly: "Missing: ", possible: "Missing: ", impossible: "Can't be true any more: " }[one.standing];
  return el(
    "li",
    {},
    el("p", {}, el("code", {}, one.id), " ", chip(one.outcome), " ", one.says),
    lacks && one.missing.length ? el("p", { class: "about-it" }, lacks, list(one.missing.map(leaf), one.standing === "nearly" ? " or " : ", ")) : "",
    one.standing !== "holds" && !one.matters ? el("p", { class: "about-it" }, "It would change nothing: the outcome is as urgent already.") : "",
    folded(
      `rule-${one.id}`,
      `Condition, ${one.sources.length} ${one.sources.length === 1 ? "source" : "sources"}`,
      false,
      el("p", { class: "when" }, one.when),
      el("ul", { class: "sources" }, one.sources.map(source)),
      el("p", { class: "about-it" }, `Status of the rule: ${one.status}.`),
    ),
    place(one.place),
  );
}

function source({ title, link, status }) {
  const words = link.startsWith("https:") ? el("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, title) : title;
  return el("li", {}, words, status ? ` (${status})` : "");
}

function facts(why) {
  const told = why.facts.filter((fact) => fact.answered).sort((a, b) => b.lower - a.lower);
  const signs = told.filter((fact) => fact.lower);
  const open = why.facts.filter((fact) => !fact.answered && fact.lower !== fact.upper);
  const closed = why.facts.filter((fact) => !fact.answered && fact.lower === fact.upper);
  const moving = why.numbers.filter((one) => one.lower || one.upper);
  return el(
    "section",
    { "aria-labelledby": "why-facts" },
    el("h3", { id: "why-facts" }, "Facts"),
    el("p", { class: "about-it" }, "Lower: as if all the rest were no. Upper: as if all that can still be asked were the worst."),
    why.taken.length ? folded("taken", `Taken (${why.taken.length})`, true, taken(why.taken)) : "",
    Object.keys(why.measurements).length
      ? folded("measured", "Measured", true, el("ul", { class: "plain" }, Object.entries(why.measurements).map(([name, value]) => el("li", {}, `${name} ${value}`))))
      : "",
    folded("told", `Told: yes or not sure (${signs.length})`, true, levels(signs, "What the answers say yes to")),
    folded("told-no", `Told: no (${told.length - signs.length})`, false, levels(told.filter((fact) => !fact.lower), "What the answers say no to")),
    folded("open", `Open (${open.length})`, false, levels(open, "What can still be asked")),
    folded("computed", `Computed (${moving.length} not 0)`, false, numbers(moving)),
    folded("closed", `Not asked any more (${closed.length})`, false, levels(closed, "What is not asked any more counts as no")),
  );
}

function levels(some, caption) {
  return table(
    caption,
    ["Fact", "Lower", "Upper"],
    some.map(({ id, label, lower, upper }) => [[label, " ", el("code", {}, id)], level(lower), level(upper)]),
  );
}

const level = (value) => el("span", { class: "level", "data-level": value }, LEVELS[value]);

function numbers(some) {
  return table(
    "What follows from the facts",
    ["Computed fact", "Lower", "Upper"],
    some.map(({ id, says, lower, upper }) => [[el("code", {}, id), el("small", {}, says)], String(lower), String(upper)]),
  );
}

function taken(some) {
  return table(
    "As the rules see it",
    ["Taken", "Class", "Dose band"],
    some.map(({ said, kind, band, active }) => [[said.replace(/^button:.*\./, ""), active ? "" : " (out of its window)"], el("code", {}, kind), String(band)]),
  );
}

function table(caption, heads, rows) {
  if (!rows.length) return el("p", { class: "about-it" }, "None.");
  return el(
    "table",
    {},
    el("caption", { class: "hidden" }, caption),
    el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, rows.map(([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, first), rest.map((cell) => el("td", {}, cell))))),
  );
}

/** A simple condition in words, with what it is now and could be. */
function leaf({ form, name, label, least, lower, upper }) {
  const sure = upper < least ? " (stays no)" : lower === 1 ? " (now not sure)" : "";
  switch (form) {
    case "yes":
      return el("span", {}, label, " = yes", el("small", {}, sure));
    case "possible":
      return el("span", {}, label, " = yes or not sure", el("small", {}, sure));
    case "number":
      return el("span", { title: label }, el("code", {}, name), ` at least ${least}`, el("small", {}, ` (now ${lower}, at most ${upper})`));
    case "class":
      return el("span", {}, `${label} is taken`);
    default:
      return el("span", {}, el("code", {}, name), el("small", {}, ` (${label.replace(/\.$/, "")})`));
  }
}

function folded(key, title, open, ...inside) {
  const node = el("details", { open: opened.get(key) ?? open }, el("summary", { "data-key": key }, title), ...inside);
  node.addEventListener("toggle", () => opened.set(key, node.open));
  return node;
}

const places = (node) => el("p", { class: "places" }, place(node.place), node.words ? place(node.words, "words in ") : "");

/** A button that copies where something stands; it shows the file's name, its title the way there. */
function place({ file, line }, before = "") {
  const where = line ? `${file}:${line}` : file;
  return el(
    "button",
    { type: "button", class: "place", "data-key": `place-${before}${where}`, title: where, "aria-label": `${before}${where}, copy`, onclick: () => copy(where) },
    `${before}${where.split("/").pop()}`,
  );
}

const chip = (outcome) => el("span", { class: "chip", "data-outcome": outcome }, outcome);

const list = (parts, between = ", ") => parts.flatMap((part, at) => (at ? [between, part] : [part]));
