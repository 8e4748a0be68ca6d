// What looks.py asks of a page. Each function gives back sentences; a sentence begins with the cell of which it speaks.
window.looks = (() => {
  const shown = (node) => (node.checkVisibility ? node.checkVisibility() : node.offsetParent !== null);

  function where(node) {
    const cell = node.closest(".jp-Cell");
    const number = [...document.querySelectorAll(".jp-Notebook .jp-Cell")].indexOf(cell) + 1;
    const source = cell?.querySelector(".jp-InputArea-editor, .jp-MarkdownOutput")?.innerText ?? "";
    return `cell ${number} (${source.trim().slice(0, 40)})`;
  }

  // Whether a frame that may scroll, inside the cell, holds the node: a wide table has one of its own.
  function scrolls(node) {
    for (let at = node; at && !at.matches(".jp-Cell"); at = at.parentElement) {
      const own = !at.matches(".jp-OutputArea-output, .jp-OutputArea-child");
      if (own && ["auto", "scroll"].includes(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  }

  function layout() {
    const wrong = [];
    const panel = document.querySelector(".jp-Notebook .jp-WindowedPanel-outer") ?? document.querySelector(".jp-Notebook");
    if (panel.scrollWidth > panel.clientWidth + 1) wrong.push(`the page scrolls sideways: ${panel.scrollWidth} > ${panel.clientWidth}`);
    // printed lines may scroll in their own frame, as code does
    for (const area of document.querySelectorAll(".jp-OutputArea-output:not(.jp-RenderedText)")) {
      if (!shown(area) || getComputedStyle(area).overflowX === "visible") continue;
      if (area.scrollWidth > area.clientWidth + 1) wrong.push(`${where(area)}: an output scrolls sideways: ${area.scrollWidth} > ${area.clientWidth}`);
    }
    const right = panel.getBoundingClientRect().right;
    const parts = ".jp-Notebook :is(img, figure, svg, table, button, textarea, input, select, .ip-widget)";
    for (const node of document.querySelectorAll(parts)) {
      if (!shown(node) || node.closest(".jp-InputPrompt, .jp-toolbar, .jp-InputArea-editor") || scrolls(node)) continue;
      const box = node.getBoundingClientRect();
      if (box.width && box.right > right + 1) wrong.push(`${where(node)}: a ${node.localName} is cut off by ${Math.round(box.right - right)} px`);
    }
    return wrong;
  }

  function pictures() {
    const wrong = [];
    for (const picture of document.querySelectorAll(".jp-OutputArea-output img")) {
      const alt = picture.getAttribute("alt") ?? "";
      const figure = picture.closest("figure");
      if (alt.length < 60) wrong.push(`${where(picture)}: a picture with the alt text “${alt}”`);
      if (!figure?.querySelector("figcaption")) wrong.push(`${where(picture)}: a picture without a caption`);
      if (!figure?.querySelector("details > summary")) wrong.push(`${where(picture)}: a picture without its data`);
      if (!picture.complete || !picture.naturalWidth) wrong.push(`${where(picture)}: a picture that does not load`);
    }
    return wrong;
  }

  function targets() {
    const wrong = [];
    const all = ".ip-widget :is(button, select, textarea, input, summary), .interparty-figure :is(summary, button)";
    for (const node of document.querySelectorAll(all)) {
      if (!shown(node)) continue;
      const target = node.matches("input[type=radio], input[type=checkbox]") ? (node.closest("label") ?? node) : node;
      const { width, height } = target.getBoundingClientRect();
      if (width < 24 || height < 24) wrong.push(`${where(node)}: a ${node.localName} of ${Math.round(width)} × ${Math.round(height)} px`);
    }
    return wrong;
  }

  // A page as it is printed, in a window as wide as the paper within its margins; `high` is the height of the paper.
  function paper([high]) {
    const wrong = [];
    const name = (node) => `on paper, a ${node.localName} (${(node.innerText || node.alt || "").trim().slice(0, 60)})`;
    for (const node of document.querySelectorAll("main :is(table, img, svg, pre, blockquote, ul, ol)")) {
      const box = node.getBoundingClientRect();
      if (box.right > innerWidth + 1) wrong.push(`${name(node)} is cut off by ${Math.round(box.right - innerWidth)} px`);
      if (node.matches("img, svg") && box.height > high) wrong.push(`${name(node)} is cut: ${Math.round(box.height)} px high`);
    }
    const rules = {
      breakAfter: "h1, h2, h3, h4, summary, caption, thead",
      breakInside: "img, tr, .jp-InputArea",
    };
    for (const [rule, selector] of Object.entries(rules)) {
      for (const node of document.querySelectorAll(selector)) {
        if (getComputedStyle(node)[rule] !== "avoid") wrong.push(`${name(node)} may be parted from what belongs to it`);
      }
    }
    return wrong;
  }

  // What is seen of a box ends far above its lower edge. Waiting places keep their height, but not at the price of a screen.
  function voids() {
    const wrong = [];
    const MOST = 130;
    for (const box of document.querySelectorAll(".jp-OutputArea-output :is(.ip-sources, .ip-panel, .ip-said)")) {
      if (!shown(box)) continue;
      const seen = [...box.querySelectorAll("*")].filter((node) => {
        const tells = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) || node.matches("input, select, textarea, svg, img");
        return tells && node.checkVisibility({ visibilityProperty: true });
      });
      const bottom = Math.max(...seen.map((node) => node.getBoundingClientRect().bottom));
      const room = Math.round(box.getBoundingClientRect().bottom - bottom);
      if (room > MOST) wrong.push(`${where(box)}: ${room} px of nothing at the end of a box`);
    }
    return wrong;
  }

  // A column of sentences that is a chimney: a cell much taller than it is wide.
  function chimneys() {
    const wrong = [];
    for (const cell of document.querySelectorAll(".jp-OutputArea-output :is(td, th)")) {
      const { width, height } = cell.getBoundingClientRect();
      const words = cell.innerText.trim();
      if (words.length > 60 && height > 2.5 * width) wrong.push(`${where(cell)}: a cell of ${Math.round(width)} × ${Math.round(height)} px (${words.slice(0, 30)})`);
    }
    return wrong;
  }

  const channel = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parts = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const clear = (colour) => !colour || colour === "none" || colour === "transparent" || parts(colour)[3] === 0;

  function ground(node) {
    for (let at = node; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!clear(colour)) return parts(colour);
    }
    return [255, 255, 255];
  }

  // axe looks at no drawing: every line, mark and letter that a widget draws must stand out from what it is drawn on;
  // but for a tint (ip-shade) behind a line or a word that says the same.
  function faint() {
    const wrong = new Set();
    for (const node of document.querySelectorAll(".ip-widget svg :is(line, path, rect, circle, text)")) {
      if (!shown(node) || node.closest("[hidden]") || node.matches(".ip-shade")) continue;
      const style = getComputedStyle(node);
      const under = ground(node.closest("svg"));
      const ratio = (colour, opacity) => {
        const own = parts(colour);
        const mixed = own.slice(0, 3).map((value, i) => value * opacity * (own[3] ?? 1) + under[i] * (1 - opacity * (own[3] ?? 1)));
        const [low, high] = [light(mixed), light(under)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      const seen = [];
      if (!clear(style.fill) && node.localName !== "line") seen.push(ratio(style.fill, style.fillOpacity * style.opacity));
      if (!clear(style.stroke) && node.localName !== "text") seen.push(ratio(style.stroke, style.strokeOpacity * style.opacity));
      const least = node.localName === "text" ? 4.5 : 3;
      const onFilled = node.localName === "text" && node.previousElementSibling?.matches("rect, circle");
      if (seen.length && Math.max(...seen) < least && !onFilled)
        wrong.add(`${where(node)}: a ${node.localName} of class “${node.getAttribute("class") ?? ""}” stands out only ${Math.max(...seen).toFixed(1)} : 1`);
    }
    return [...wrong];
  }

  function isOurs([selector, ours]) {
    const node = document.querySelector(selector);
    return !node || ours.some((name) => node.closest(name));
  }

  return { layout, pictures, targets, paper, voids, chimneys, faint, isOurs };
})();
