import { useEffect, useState } from "preact/hooks";

/**
 * The JSON behind a path, fetched again whenever the path or the reason changes, and not more often than every
 * {@code pause} milliseconds. Keeps the last answer while a new one is on its way.
 */
export function useFetched(path, reason, pause = 0) {
  const [answer, setAnswer] = useState({ path: null, value: null, failed: false });
  const [clock] = useState(() => ({ fetchedAt: 0, path: null }));
  useEffect(() => {
    if (!path) {
      return undefined;
    }
    const wait = clock.path === path ? Math.max(0, clock.fetchedAt + pause - performance.now()) : 0;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      clock.fetchedAt = performance.now();
      clock.path = path;
      try {
        const response = await fetch(path, { signal: abort.signal });
        const value = response.ok ? await response.json() : null;
        setAnswer({ path, value, failed: !response.ok });
      } catch (problem) {
        if (problem.name !== "AbortError") {
          setAnswer((before) => ({ ...before, failed: true }));
        }
      }
    }, wait);
    return () => {
      clearTimeout(timer);
      // A fetch that has begun may end: only one for another path is of no use any more.
      if (clock.path !== path) {
        abort.abort();
      }
    };
  }, [path, reason]);
  return answer.path === path ? answer : { path, value: null, failed: answer.failed };
}
