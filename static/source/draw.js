// Comes only when somebody wants to draw: after each line the drawing lies in a file input of its own, as a picture like
// any other, so that it goes where files go. All words come from the page.
const WIDE = 14;

export const draw = (start, box) => {
  const board = start.nextElementSibling, find = what => board.querySelector(what);
  const paper = find("canvas"), pen = paper.getContext("2d"), said = find("[role=status]");
  const own = find("input") || document.createElement("input"), inks = board.querySelectorAll("[data-ink]");
  let lines = [], line = null;
  own.type = "file";
  own.name = box.name;
  own.hidden = true;
  board.append(own);

  const dot = event => {
    const seen = paper.getBoundingClientRect();
    return [(event.clientX - seen.x) * paper.width / seen.width, (event.clientY - seen.y) * paper.height / seen.height];
  };
  const mark = (ink, from, to) => {
    pen.strokeStyle = ink;
    pen.beginPath();
    pen.moveTo(...from);
    pen.lineTo(...to);
    pen.stroke();
  };
  const anew = () => {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, paper.width, paper.height);
    pen.lineWidth = WIDE;
    pen.lineCap = "round";
    for (const { ink, dots } of lines) dots.forEach((to, at) => mark(ink, dots[at - 1] || to, to));
  };
  const keep = () => {
    const made = new DataTransfer(), type = "image/png";
    if (lines.length) {
      const bytes = Uint8Array.from(atob(paper.toDataURL(type).split(",")[1]), one => one.charCodeAt());
      made.items.add(new File([bytes], "drawing.png", { type }));
    }
    own.files = made.files;
    said.textContent = lines.length ? said.dataset.kept : "";
  };
  const go = event => {
    if (!line) return;
    const to = dot(event);
    mark(line.ink, line.dots.at(-1) || to, to);
    line.dots.push(to);
  };

  paper.onpointerdown = event => {
    paper.setPointerCapture(event.pointerId);
    line = { ink: find("[aria-pressed=true]").dataset.ink, dots: [] };
    lines.push(line);
    go(event);
  };
  paper.onpointermove = go;
  paper.onpointerup = paper.onpointercancel = () => {
    if (line) keep();
    line = null;
  };
  inks.forEach(ink => {
    ink.onclick = () => inks.forEach(one => one.setAttribute("aria-pressed", one === ink));
  });
  const left = rest => { lines = rest; anew(); keep(); };
  find("[data-undo]").onclick = () => left(lines.slice(0, -1));
  find("[data-wipe]").onclick = () => {
    left([]);
    board.hidden = true;
    start.hidden = false;
    start.focus();
  };
  anew();
  board.hidden = false;
  start.hidden = true;
  inks[0].focus();
};
