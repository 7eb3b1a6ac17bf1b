import { useEffect, useState } from "preact/hooks";
import { html } from "./html.js";

/** The address says what is shown: /journeys/{id} or /mailbox/{id}. */
function current() {
  const [, page, selected] = location.pathname.split("/");
  return {
    page: page === "mailbox" ? "mailbox" : "journeys",
    selected: selected ? decodeURIComponent(selected) : "",
  };
}

const listeners = new Set();
const announce = () => listeners.forEach((listener) => listener(current()));
addEventListener("popstate", announce);

export function navigate(path, { replace = false } = {}) {
  if (path !== location.pathname) {
    history[replace ? "replaceState" : "pushState"](null, "", path);
    announce();
  }
}

export function useRoute() {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    listeners.add(setRoute);
    return () => listeners.delete(setRoute);
  }, []);
  return route;
}

/** A link that changes the address without loading the page again. */
export function Link({ to, children, ...rest }) {
  const follow = (event) => {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
    if (!opensElsewhere) {
      event.preventDefault();
      navigate(to);
    }
  };
  return html`<a href=${to} onClick=${follow} ...${rest}>${children}</a>`;
}
