// The line to the sandbox: a stream of what happens, and requests for what the person does.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 5000;

/** Follow the stream for ever; `told` gets every event, `connected` whether the line is up. */
export function follow(told, connected) {
  let wait = FIRST_WAIT;
  const open = () => {
    const stream = new EventSource("/page/events");
    stream.onopen = () => {
      wait = FIRST_WAIT;
      connected(true);
    };
    stream.onmessage = (message) => told(JSON.parse(message.data));
    stream.onerror = () => {
      // A new line brings everything anew, so nothing that happened meanwhile is missed.
      stream.close();
      connected(false);
      setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };
  open();
}

/** Ask the sandbox for something; the error's message is a sentence for people. */
export async function ask(path, body = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error("The sandbox does not answer. Is it still running?");
  }
  const found = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(found.error ?? "That did not work.");
  return found;
}

/** Do something in a chat. */
export const act = (chat, what, body) => ask(`/page/chats/${chat.id}/${what}`, body);
