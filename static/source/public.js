// Extras for browsers that run scripts; every page works without them. All words come from the page.
(() => {
  const doc = document, own = doc.currentScript.dataset;
  const leaveForm = doc.querySelector(".leave");
  let leaving = false;

  // Leave fast: the page is blank at once, what was typed is wiped, then the ordinary form goes.
  const blank = () => {
    leaving = true;
    doc.documentElement.hidden = true;
    doc.title = "";
  };
  const wipe = () => doc.querySelectorAll("input:not([type=hidden]), textarea").forEach(box => {
    if (/^(checkbox|radio)$/.test(box.type)) box.checked = false; else box.value = "";
  });
  if (leaveForm) {
    let presses = [];
    leaveForm.addEventListener("submit", blank);
    doc.addEventListener("keydown", key => {
      if (key.key !== "Shift" || key.repeat) { if (key.key !== "Shift") presses = []; return; }
      const now = Date.now();
      presses = presses.filter(then => now - then < 2000).concat(now);
      if (presses.length > 2) { blank(); leaveForm.submit(); }
    });
    addEventListener("pagehide", () => leaving && wipe());
  }
  // The Back button must ask the server again, which may know that the person has left.
  addEventListener("pageshow", event => {
    if (event.persisted) { blank(); location.reload(); }
  });

  // A second press within five seconds sends nothing; a press that somebody else holds back is none.
  doc.addEventListener("submit", event => {
    const form = event.target, now = Date.now();
    if (event.defaultPrevented) return;
    if (now - form.sentAt < 5000) event.preventDefault(); else form.sentAt = now;
  });

  const summary = doc.querySelector(".govuk-error-summary");
  if (summary) summary.focus();
  // The answer to a form that keeps nothing: Back opens it anew and does not ask whether to send again.
  if (doc.querySelector("[data-anew]")) history.replaceState(null, "");

  // What helps with files comes when it is used: recording a voice message, making big photos small.
  const box = doc.querySelector("[data-extras]"), recording = doc.querySelector("[data-stop]");
  if (box) {
    const extras = () => import(box.dataset.extras);
    box.addEventListener("change", () => extras().then(extra => extra.shrink(box)));
    // There is something to add once a file is picked, recorded or drawn.
    const add = doc.querySelector("[value=attach]"), around = box.parentNode;
    const offer = () => { add.hidden = ![...around.querySelectorAll("[type=file]")].some(one => one.files.length); };
    box.addEventListener("change", offer);
    new MutationObserver(offer).observe(around, { childList: true, subtree: true });
    offer();
    if (self.MediaRecorder && navigator.mediaDevices) {
      recording.hidden = false;
      recording.onclick = () => extras().then(extra => extra.record(recording, box));
    }
  }

  const sheet = doc.querySelector("[data-draw]");
  if (sheet && self.PointerEvent && self.DataTransfer) {
    sheet.hidden = false;
    sheet.onclick = () => import(sheet.dataset.draw).then(extra => extra.draw(sheet, box));
  }

  // Before a draft is cleared: one quiet sentence and one button, as often as it is needed.
  if (own.alive) {
    const bar = doc.createElement("div");
    bar.className = "time-left";
    bar.setAttribute("role", "status");
    doc.body.append(bar);
    const say = (text, more) => {
      const line = doc.createElement("p");
      line.textContent = text;
      bar.replaceChildren(line);
      if (!more) return;
      const button = doc.createElement("button");
      button.type = "button";
      button.className = "govuk-button";
      button.textContent = own.more;
      button.onclick = () => {
        const token = doc.querySelector("[name=csrf_token]");
        fetch(own.alive, { method: "POST", headers: token ? { "X-CSRFToken": token.value } : {} }).then(answer => {
          if (!answer.ok) return;
          say(own.thanks);
          setTimeout(() => bar.replaceChildren(), 8000);
          wait();
        });
      };
      bar.append(button);
    };
    const wait = () => setTimeout(say, 25 * 60000, own.warn, true);
    wait();
  }

  // Read aloud, with a voice that is on this phone or computer alone; where it has none for the language there is no button.
  const reader = doc.querySelector(".ways__read"), speech = window.speechSynthesis;
  if (reader && speech) {
    const tongue = doc.documentElement.lang.split("-")[0];
    const voice = () => speech.getVoices().find(one => one.localService && one.lang.split(/[-_]/)[0] === tongue);
    const offer = () => { reader.hidden = !voice(); };
    reader.onclick = () => import(reader.dataset.aloud).then(aloud => aloud.read(reader, voice()));
    speech.addEventListener("voiceschanged", offer);
    offer();
  }
})();
