const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const share = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

export const number = (value) => whole.format(value);

/** For narrow places: 12,345 is 12.3K. */
export const short = (value) => (value < 10_000 ? whole.format(value) : compact.format(value));

export const percent = (part, all) => (all > 0 ? share.format(part / all) : "–");

export function money(value, currency) {
  if (!currency) {
    return whole.format(value);
  }
  const digits = value >= 1000 ? 0 : 2;
  try {
    return new Intl.NumberFormat("en", {
      style: "currency",
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  } catch {
    return `${whole.format(value)} ${currency}`;
  }
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "just now", "5 min ago", "3 h ago"; older than a week as a date. Both times in milliseconds. */
export function ago(time, now) {
  const seconds = Math.max(0, (now - time) / 1000);
  if (seconds < 60) {
    return "just now";
  }
  if (seconds > 7 * 86_400) {
    return day(time);
  }
  const [unit, length] = UNITS.find(([, each]) => seconds >= each);
  const count = Math.floor(seconds / length);
  return { day: `${count} d ago`, hour: `${count} h ago`, minute: `${count} min ago` }[unit];
}

export const day = (time) =>
  new Date(time).toLocaleDateString("en", { day: "numeric", month: "short", timeZone: "UTC" });

export const clockTime = (time) =>
  new Date(time).toLocaleString("en", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    timeZone: "UTC",
  });

export const timeOfDay = (time) =>
  new Date(time).toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "UTC" });

/** "over-frequency-cap" as people say it. */
export const spoken = (slug) => {
  const words = slug.replace(/[-_]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
