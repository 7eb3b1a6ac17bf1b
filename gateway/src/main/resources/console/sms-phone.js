import { html } from "./html.js";
import { timeOfDay } from "./format.js";
import { useFetched } from "./fetched.js";

const SINGLE = { basic: 160, unicode: 70 };
const PART = { basic: 153, unicode: 67 };
/** GSM 03.38: what fits seven bits; anything else makes the whole text UCS-2. Characters of the extension count twice. */
const BASIC = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
const EXTENSION = /[\^{}\\[~\]|€]/g;

/** How many parts a provider will charge for. */
function partsOf(text) {
  const kind = BASIC.test(text) ? "basic" : "unicode";
  const length = kind === "basic" ? text.length + (text.match(EXTENSION)?.length ?? 0) : text.length;
  return { length, parts: length <= SINGLE[kind] ? 1 : Math.ceil(length / PART[kind]), kind };
}

/** An SMS in the recipient's hand. */
export function SmsPhone({ message }) {
  const { length, parts, kind } = partsOf(message.text);
  const sender = useFetched("/api/status", "").value?.project || "Sender";
  return html`
    <div class="sms-phone">
      <header><span class="avatar" aria-hidden="true">${sender.charAt(0)}</span><strong>${sender}</strong></header>
      <div class="phone-screen">
        <p class="phone-time">Today ${timeOfDay(Date.parse(message.at))}</p>
        <p class="bubble">${message.text}</p>
        <p class="phone-state">Delivered to ${message.to}</p>
      </div>
    </div>
    <p class="device-note">
      ${length} characters, ${parts === 1 ? "1 part" : `${parts} parts`}${kind === "unicode" ? ", because of a letter outside of the SMS alphabet" : ""}
    </p>
  `;
}
