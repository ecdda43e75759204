// Comes only when somebody picks a file or wants to record: big photos are made smaller before they travel, and a voice
// message is recorded in the page. Nothing leaves this browser before the form is sent. All words come from the page.
const LONGEST = 2400, SMALL_ENOUGH = 1500000, MOST = 120;

const put = (box, made) => {
  const all = new DataTransfer();
  for (const file of made) all.items.add(file);
  box.files = all.files;
};

const smaller = async file => {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < SMALL_ENOUGH) return file;
  try {
    const picture = await createImageBitmap(file), scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const paper = new OffscreenCanvas(picture.width * scale, picture.height * scale);
    paper.getContext("2d").drawImage(picture, 0, 0, paper.width, paper.height);
    const drawn = await paper.convertToBlob({ type: "image/jpeg", quality: .85 });
    return drawn.size < file.size ? new File([drawn], file.name.replace(/\.\w+$/, ".jpg"), { type: drawn.type }) : file;
  } catch { return file; }
};

// The form waits until the photos are small, and then goes the way it was told to meanwhile.
export const shrink = async box => {
  const form = box.form;
  let pressed;
  const wait = event => {
    event.preventDefault();
    pressed = event.submitter;
  };
  form.addEventListener("submit", wait, true);
  const before = [...box.files], after = await Promise.all(before.map(smaller));
  if (after.some((file, at) => file !== before[at])) put(box, after);
  form.removeEventListener("submit", wait, true);
  if (pressed) pressed.click();
};

const button = (text, press, kind = "") => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "govuk-button " + kind;
  made.textContent = text;
  made.onclick = press;
  return made;
};

export const record = async (start, box) => {
  const say = start.dataset, said = document.createElement("div"), line = document.createElement("p");
  line.setAttribute("role", "status");
  said.append(line);
  if (start.refused) start.refused.remove();
  start.after(said);
  start.hidden = true;
  const over = text => {
    start.hidden = false;
    if (text) line.textContent = text; else said.remove();
    start.refused = said;
    start.focus();
  };
  let stream;
  try { stream = await navigator.mediaDevices.getUserMedia({ audio: true }); } catch { return over(say.no); }
  const kind = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"].find(MediaRecorder.isTypeSupported);
  const recorder = new MediaRecorder(stream, kind ? { mimeType: kind } : {}), parts = [];
  const quiet = () => stream.getTracks().forEach(track => track.stop());
  addEventListener("pagehide", quiet);
  const stop = button(say.stop, () => recorder.stop(), "govuk-button--warning files__stop");
  const clock = setTimeout(() => recorder.stop(), MOST * 1000);
  recorder.ondataavailable = event => parts.push(event.data);
  recorder.onstop = () => {
    clearTimeout(clock);
    quiet();
    stop.remove();
    const type = recorder.mimeType.split(";")[0], file = new File(parts, "voice." + type.split("/")[1], { type });
    const player = document.createElement("audio");
    player.controls = true;
    player.src = URL.createObjectURL(file);
    player.setAttribute("aria-label", say.name);
    const own = document.createElement("input"); // picking files later must not put it out
    own.type = "file";
    own.name = box.name;
    own.hidden = true;
    put(own, [file]);
    line.textContent = say.kept;
    said.append(own, player, button(say.drop, () => {
      URL.revokeObjectURL(player.src);
      over("");
    }, "govuk-button--secondary"));
    player.focus();
  };
  recorder.start();
  line.textContent = say.on;
  said.append(stop);
  stop.focus();
};
