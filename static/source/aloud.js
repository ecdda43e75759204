// Reading a page aloud; fetched when somebody presses the button, which is there only where a voice of the device is.
const speech = window.speechSynthesis;
addEventListener("pagehide", () => speech.cancel());

// What the page says, piece by piece: each piece once, and without the English beneath a translation.
const pieces = () => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, legend, label, .govuk-hint)")]
  .filter(one => one.checkVisibility() && !one.querySelector("p, li, h1, h2, legend, label"))
  .map(one => [...one.childNodes].filter(node => !node.classList?.contains("original"))
    .map(node => node.textContent).join(" ").trim()).filter(Boolean);

export const read = (button, voice) => {
  const reading = on => { button.setAttribute("aria-pressed", on); if (!on) speech.cancel(); };
  if (button.getAttribute("aria-pressed") === "true") return reading(false);
  reading(true);
  const said = pieces();
  said.forEach((text, at) => {
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    if (at === said.length - 1) words.onend = () => reading(false);
    speech.speak(words);
  });
};
