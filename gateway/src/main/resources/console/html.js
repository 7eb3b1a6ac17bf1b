import { h } from "preact";
import htm from "htm";

/** JSX without a build step: a tagged template that makes Preact elements. */
export const html = htm.bind(h);
