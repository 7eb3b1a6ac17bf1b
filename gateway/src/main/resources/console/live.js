import { useEffect, useState } from "preact/hooks";

/**
 * What the process pushes: numbers by journey, the mailbox's size, the project's edition, its clock. One connection
 * for all of the page; the browser opens it again when it breaks.
 */
const state = { connected: false, edition: 0, numbers: {}, mailboxSize: null, now: null, nowTakenAt: 0 };
const listeners = new Set();
let source = null;
let announcing = false;

function changed(part) {
  Object.assign(state, part);
  if (!announcing) {
    // Several events of one moment are shown at once.
    announcing = true;
    setTimeout(() => {
      announcing = false;
      const snapshot = { ...state };
      listeners.forEach((listener) => listener(snapshot));
    }, 30);
  }
}

function connect() {
  source = new EventSource("/api/live");
  const on = (kind, handle) => source.addEventListener(kind, (event) => handle(JSON.parse(event.data)));
  source.onopen = () => changed({ connected: true });
  source.onerror = () => {
    changed({ connected: false });
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(connect, 2000);
    }
  };
  on("project", ({ edition }) => changed({ edition }));
  on("numbers", ({ journey, numbers }) => changed({ numbers: { ...state.numbers, [journey]: numbers } }));
  on("mailbox", ({ size }) => changed({ mailboxSize: size }));
  on("clock", ({ now }) => changed({ now, nowTakenAt: performance.now() }));
}

export function useLive() {
  const [snapshot, setSnapshot] = useState(state);
  useEffect(() => {
    listeners.add(setSnapshot);
    if (!source) {
      connect();
    }
    return () => listeners.delete(setSnapshot);
  }, []);
  return snapshot;
}
