import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "./html.js";

const DURATION = 450;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** A number that runs up to its new value and lights up for a moment when it grows. */
export function AnimatedNumber({ value, format }) {
  const [shown, setShown] = useState(value);
  const from = useRef(value);
  const element = useRef(null);
  useEffect(() => {
    const start = from.current;
    if (start === value) {
      return undefined;
    }
    if (calm.matches || document.hidden) {
      from.current = value;
      setShown(value);
      return undefined;
    }
    element.current?.animate([{ color: "var(--accent)" }, {}], { duration: 1200, easing: "ease-out" });
    const began = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const done = Math.min(1, (now - began) / DURATION);
      const eased = 1 - (1 - done) ** 3;
      from.current = done === 1 ? value : start + (value - start) * eased;
      setShown(from.current);
      if (done < 1) {
        frame = requestAnimationFrame(step);
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return html`<span class="number" ref=${element}>${format(shown)}</span>`;
}
