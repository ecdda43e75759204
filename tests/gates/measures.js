// What a gate measures on a page that a rule checker does not see. Each function answers with a list of what is wrong.
({
  // Controls that can be pressed: a radio or tick box together with its label.
  controls() {
    document.querySelectorAll("details").forEach(box => { box.open = true; });
    return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
      .filter(one => one.checkVisibility({ visibilityProperty: true }));
  },
  area(one) {
    const boxes = [one.getBoundingClientRect()];
    if (/^(radio|checkbox)$/.test(one.type)) for (const label of one.labels) boxes.push(label.getBoundingClientRect());
    const left = Math.min(...boxes.map(b => b.left)), right = Math.max(...boxes.map(b => b.right));
    const top = Math.min(...boxes.map(b => b.top)), bottom = Math.max(...boxes.map(b => b.bottom));
    return { left, right, top, bottom, width: right - left, height: bottom - top };
  },
  name(one) {
    const words = (one.textContent || one.name || one.id || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return one.tagName.toLowerCase() + (one.className && typeof one.className === "string" ? "." + one.className.trim().split(/\s+/)[0] : "") + ` "${words}"`;
  },
  // A link within a sentence: its block has words that belong to no control.
  inSentence(one) {
    if (getComputedStyle(one).display !== "inline") return false;
    let block = one.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const copy = block.cloneNode(true);
    copy.querySelectorAll("a, button, .govuk-visually-hidden, ul, ol, p, div").forEach(inner => inner.remove());
    return /\p{L}{2}/u.test(copy.textContent);
  },
  // Of everything that can be pressed its name and shorter side.
  sizes() {
    return this.controls().filter(one => !this.inSentence(one) && one.tabIndex >= 0).map(one => {
      if (this.area(one).bottom <= 0) one.focus({ preventScroll: true });
      const { width, height } = this.area(one);
      return [this.name(one), Math.round(Math.min(width, height))];
    });
  },
  targets(least) {
    return this.sizes().filter(([, size]) => size < least).map(([name, size]) => `${name} is ${size} px`);
  },
  sideways() {
    const wide = document.documentElement.clientWidth, wrong = [];
    if (document.documentElement.scrollWidth > wide) wrong.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} in ${wide}`);
    for (const one of document.body.querySelectorAll("*")) {
      const box = one.getBoundingClientRect();
      if (box.width < 2 || box.bottom + scrollY <= 0 || one.closest("svg, .govuk-visually-hidden") || !one.checkVisibility()) continue;
      if (box.right > wide + 1 || box.left < -1) wrong.push(`${this.name(one)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} in ${wide}`);
    }
    return wrong;
  },
  // Text that a box of fixed size cuts off.
  clipped() {
    const wrong = [];
    for (const one of document.body.querySelectorAll("*:not(input, textarea, select, svg, svg *)")) {
      const style = getComputedStyle(one), box = one.getBoundingClientRect();
      if (box.width < 2 || box.height < 2 || one.closest(".govuk-visually-hidden") || !one.textContent.trim()) continue;
      const hides = value => /hidden|clip/.test(value);
      if (hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1 || hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
        wrong.push(`${this.name(one)} is cut off`);
    }
    return wrong;
  },
  lengthen(word) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) if (/\p{L}/u.test(walker.currentNode.data) && !walker.currentNode.parentElement.closest("script, textarea")) texts.push(walker.currentNode);
    for (const text of texts) text.data = `${word} ${text.data}`;
  },
  // WCAG 1.4.12, as a reader's own style sheet would do it.
  spaceOut() {
    const style = document.createElement("style");
    style.textContent = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";
    document.head.append(style);
  },
  // What the focus is on now: how thick its ring is, and what covers it.
  focused() {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const shown = [one, ...(one.labels || [])];
    const thick = (node, part) => {
      const style = getComputedStyle(node, part);
      return style.outlineStyle === "none" || /rgba\(.*, 0\)|transparent/.test(style.outlineColor) ? 0 : parseFloat(style.outlineWidth);
    };
    const ring = Math.max(...shown.flatMap(node => [thick(node), thick(node, "::before"), thick(node, "::after")]));
    const box = this.area(one), wrong = [];
    const tall = box.height > innerHeight - 120;
    let seen = 0;
    for (const x of [box.left + 3, (box.left + box.right) / 2, box.right - 3]) for (const y of [box.top + 3, (box.top + box.bottom) / 2, box.bottom - 3]) {
      if (y < 0 || y > innerHeight || x < 0 || x > innerWidth) continue;
      seen += 1;
      const hit = document.elementFromPoint(x, y);
      const own = hit && shown.some(node => node.contains(hit) || hit.contains(node));
      if (!own && !tall) wrong.push(`covered by ${hit ? this.name(hit) : "nothing"}`);
    }
    if (!seen) wrong.push("out of sight");
    one.dataset.seen = "yes";
    return { name: this.name(one), ring, hidden: [...new Set(wrong)] };
  },
  // Controls the Tab key never reached; of a group of radios one is enough.
  missed() {
    return this.controls().filter(one => !one.dataset.seen && one.tabIndex >= 0 && !(one.type === "radio" &&
      [...document.getElementsByName(one.name)].some(other => other.dataset.seen))).map(one => this.name(one));
  },
  // Controls without an edge of their own; a button that looks like a link has its underline.
  faint(least, what) {
    const wrong = [];
    for (const one of document.querySelectorAll(what)) {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.matches(".govuk-visually-hidden")) continue;
      if (one.matches("button") && /underline/.test(getComputedStyle(one).textDecorationLine)) continue;
      const nodes = [[one], ...(one.labels ? [...one.labels].flatMap(label => [[label, "::before"], [label]]) : [])];
      const edge = Math.max(...nodes.map(([node, part]) => {
        const style = getComputedStyle(node, part);
        return /none|hidden/.test(style.borderTopStyle) || /^rgba\(.*, 0\)$|transparent/.test(style.borderTopColor) ? 0 : parseFloat(style.borderTopWidth);
      }));
      if (edge < least) wrong.push(`${this.name(one)} has an edge of ${edge} px`);
    }
    return wrong;
  },
  moving() {
    return [...document.querySelectorAll("*")].filter(one => ["", "::before", "::after"].some(part => {
      const style = getComputedStyle(one, part || null);
      return style.transitionDuration.split(",").some(time => parseFloat(time) > 0) || style.animationName !== "none" && parseFloat(style.animationDuration) > 0;
    })).map(one => this.name(one));
  },
  // Distance from the edge where reading begins.
  starts() {
    const rtl = document.documentElement.dir === "rtl", wide = document.documentElement.clientWidth;
    const found = {};
    for (const one of document.querySelectorAll("main h1, main p, main fieldset, main input[type=radio], main input[type=checkbox], main textarea, .brand, .ways, footer li, main .govuk-button")) {
      // Where a second button begins, or the number of a question, depends on the words before it.
      if (!one.checkVisibility() || one.matches(".progress__text") || one.previousElementSibling?.matches(".govuk-button")) continue;
      const box = one.getBoundingClientRect(), kind = one.tagName + "." + (one.className || "").split(" ")[0];
      const key = kind + "#" + Object.keys(found).filter(name => name.startsWith(kind + "#")).length;
      found[key] = Math.round(rtl ? wide - box.right : box.left);
    }
    return found;
  },
  spoil(wrong) {
    const form = document.querySelector("main form[method=post]");
    for (const [name, text] of Object.entries(wrong)) {
      const box = name && form.elements[name];
      if (box && "value" in box && !/^(radio|checkbox|hidden)$/.test(box.type || "radio")) box.value = text;
    }
    if (!Object.keys(wrong).length) form.elements.csrf_token.value = "stale";
    form.noValidate = true;
    form.querySelector("button[type=submit]").click();
  },
})
