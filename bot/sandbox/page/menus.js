// What can be done with a message, a chat and the page.

import { gist } from "./bubbles.js";
import { attempt, prepare } from "./composer.js";
import { act } from "./live.js";
import { choose, copy, toast } from "./sheets.js";
import { currentTheme, setTheme } from "./theme.js";

/** What can be done with one message. */
export function messageMenu(chat, id, press) {
  const message = chat.messages.get(id);
  const items = [{ label: "Reply", icon: "reply", pick: () => prepare("reply", message) }];
  if (!message.by_bot && message.body.text && !message.body.via_bot) items.push({ label: "Edit", icon: "edit", pick: () => prepare("edit", message) });
  if (message.body.text) items.push({ label: "Copy text", icon: "copy", pick: () => copy(message.body.text) });
  if (message.past_keyboards.length) items.push({ label: "Press an old button", icon: "old", pick: () => oldButtons([message], press) });
  choose("Message", items);
}

/** Buttons that are no longer there: a phone that was slow, or somebody who scrolled up, may still press them. */
function oldButtons(messages, press) {
  const items = [];
  for (const [at, message] of messages.entries()) {
    // The buttons of the newest message are not old.
    for (const keyboard of [at ? message.body.reply_markup : undefined, ...[...message.past_keyboards].reverse()].filter(Boolean)) {
      for (const button of keyboard.inline_keyboard.flat().filter((one) => one.callback_data !== undefined)) {
        if (items.some((one) => one.data === button.callback_data && one.id === message.body.message_id)) continue;
        const note = `${button.callback_data} · on “${gist(message.body).slice(0, 40)}”`;
        items.push({ label: button.text, note, data: button.callback_data, id: message.body.message_id, pick: () => press(message.body.message_id, button) });
      }
    }
  }
  if (!items.length) return toast("There are no old buttons yet.");
  return choose("Press an old button", items.slice(0, 60));
}

/** What can be done with the chat, the bot and the page. `does` has: begin, restart, press. */
export function mainMenu(chat, bot, does) {
  const theme = currentTheme();
  const next = { auto: "dark", dark: "light", light: "auto" }[theme];
  choose(chat ? chat.group ?? chat.bot.name : "Sandbox", [
    { label: "New chat", icon: "plus", pick: does.begin },
    { label: "Restart the bot", note: "The chats stay, as after a crash", icon: "restart", disabled: !bot.can_restart, pick: does.restart },
    { label: "Press an old button", note: "As on a phone that was slow", icon: "old", disabled: !chat, pick: () => oldButtons([...chat.messages.values()].reverse().filter((one) => one.by_bot), does.press) },
    { label: `Theme: ${theme}`, note: `Change to ${next}`, icon: "theme", pick: () => setTheme(next) },
    chat?.blocked
      ? { label: "Unblock the bot", icon: "person", pick: () => attempt(() => act(chat, "unblock")) }
      : { label: chat?.group ? "Remove the bot from the group" : "Block the bot", icon: "block", danger: true, disabled: !chat?.started, pick: () => attempt(() => act(chat, "block")) },
  ]);
}
