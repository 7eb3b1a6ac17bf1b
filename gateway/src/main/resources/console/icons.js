import { html } from "./html.js";

/** Line icons on a grid of 24, one path each. */
const PATHS = {
  TRIGGER: "M13 3 5 13.5h6L10 21l9-11h-6z",
  EMAIL: "M3.5 6.5h17v11h-17zM4 7l8 6 8-6",
  SMS: "M4 5h16v11H11l-4.5 3.5V16H4zM8 9h8M8 12.3h5",
  PUSH: "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4",
  SLACK: "M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h15.5M4 15h15.5",
  CRM: "M4 5.5h16v13H4zM7.5 15.5c.3-2 1.3-2.8 2.5-2.8s2.2.8 2.5 2.8M10 12.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM15 10h3M15 14h3",
  WEBHOOK: "M8.5 7 4 12l4.5 5M15.5 7l4.5 5-4.5 5M13.5 5l-3 14",
  FIRST_REACHABLE: "M4 6h10M4 12h13M4 18h7M17 15.5 20 18l-3 2.5",
  DELAY: "M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM12 8v4.3l3 1.8",
  WAIT_UNTIL: "M7 4h10M7 20h10M8 4c0 5 4 5 4 8s-4 3-4 8M16 4c0 5-4 5-4 8s4 3 4 8",
  BRANCH: "M12 4v5M12 9l-6 5v6M12 9l6 5v6",
  RANDOM_SPLIT: "M4 7h3.5l9 10H20M4 17h3.5l2.5-2.8M13.8 9.8 16.5 7H20M17.5 4.5 20 7l-2.5 2.5M17.5 14.5 20 17l-2.5 2.5",
  SET: "M5 20h3.5L19 9.5 15.5 6 5 16.5zM13.5 8l3.5 3.5",
  START: "M4 12h9M10 8.5l3.5 3.5-3.5 3.5M14 5h6v14h-6",
  EXIT: "M13 5H5.5v14H13M10 12h10M16.5 8.5 20 12l-3.5 3.5",
  END: "M5 12.5l4.5 4.5L19 7.5",
  PEOPLE: "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.8a3.4 3.4 0 0 1 0 6.4M18 14.3c2 .8 3.2 2.7 3.5 5.7",
  SEARCH: "M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5",
  PHONE: "M7.5 3h9v18h-9zM11 18h2",
  DESKTOP: "M3.5 5h17v11h-17zM9 20h6M12 16v4",
  ALERT: "M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1",
};

export function Icon({ name, size = 18 }) {
  return html`
    <svg class="icon" viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true">
      <path d=${PATHS[name]} />
    </svg>
  `;
}
