/** 3GPP TS 23.038, 6.2.1: the alphabet of seven bits. */
const BASIC = new Set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

/** 6.2.1.1: its extension, each character of which is written as two. */
const EXTENSION = new Set("\f^{}\\[~]|€");

/** 3GPP TS 23.040, 9.2.3.24.1: what fits into one message, and into each of several, whose headers take room too. */
const ROOM = { basic: { single: 160, part: 153 }, unicode: { single: 70, part: 67 } };

/** How many parts a carrier makes of a text, and charges for; and the first character that needs more than seven bits. */
export function partsOf(text) {
  const characters = [...text];
  const foreign = characters.find((character) => !BASIC.has(character) && !EXTENSION.has(character)) ?? "";
  const kind = foreign ? "unicode" : "basic";
  const sizes = characters.map((character) => (foreign ? character.length : EXTENSION.has(character) ? 2 : 1));
  const length = sizes.reduce((sum, size) => sum + size, 0);
  return { length, kind, foreign, parts: length <= ROOM[kind].single ? 1 : filled(sizes, ROOM[kind].part) };
}

/** What is written as two is not cut, so that a part may stay one short. */
function filled(sizes, room) {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts++;
      used = 0;
    }
    used += size;
  }
  return parts;
}
