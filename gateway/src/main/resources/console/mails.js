import { useEffect, useState } from "preact/hooks";
import { useFetched } from "./fetched.js";

const pathOf = (channel, search, before) => {
  const query = new URLSearchParams();
  channel && query.set("channel", channel);
  search && query.set("search", search);
  before && query.set("before", before);
  return `/api/mailbox?${query}`;
};

/**
 * The mailbox's newest messages, fetched again when its size changes, and as many older ones as were asked for. New
 * arrivals are put on top of what is shown.
 */
export function useMails(channel, search, size) {
  const path = pathOf(channel, search);
  const newest = useFetched(path, size, 800).value;
  const [older, setOlder] = useState({ path, messages: [], more: null });
  const [all, setAll] = useState({ path: null, messages: [] });

  useEffect(() => {
    if (newest) {
      setAll((before) => {
        const known = before.path === path ? before.messages : [];
        const lowest = newest.messages.at(-1)?.number ?? 0;
        return { path, messages: [...newest.messages, ...known.filter(({ number }) => number < lowest)] };
      });
    }
  }, [newest]);

  const messages = all.path === path ? all.messages : (newest?.messages ?? []);
  const showOlder = async () => {
    const response = await fetch(pathOf(channel, search, messages.at(-1).number));
    const page = await response.json();
    setAll({ path, messages: [...messages, ...page.messages] });
    setOlder({ path, more: page.more });
  };
  return {
    messages,
    loaded: newest !== null,
    now: newest ? Date.parse(newest.now) : 0,
    more: older.path === path && older.more !== null ? older.more : (newest?.more ?? false),
    showOlder,
  };
}
