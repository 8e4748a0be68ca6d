// The reading view: marks that tell their claim, a switch between the text as printed and as emended.
function render({ model, el }) {
  const view = model.get("view");
  const claims = new Map(view.paragraphs.flatMap((paragraph) => paragraph.claims.map((claim) => [String(claim.n), claim])));
  const docs = [...new Set(view.paragraphs.map((paragraph) => paragraph.doc))];
  const hint = claims.size
    ? "Point at a mark, or press Tab and the arrow keys to walk from mark to mark: its claim is told here."
    : "No counted claim stands in these paragraphs.";
  const status = h("div", { class: claims.size ? "ip-status ip-told" : "ip-status", role: "status" }, hint);
  const text = h("div", { class: claims.size ? "ip-reading ip-scrolls" : "ip-reading", role: "group", "aria-label": "Passages", tabindex: "0" });
  const blocks = view.paragraphs.map((paragraph) => {
    const block = h("p", { class: "ip-par" });
    block.innerHTML = paragraph.html; // made and escaped by Python
    text.append(block);
    return { paragraph, block };
  });
  const marks = [...text.querySelectorAll("mark")];
  let pinned = null;

  const tell = (mark) => {
    const told = mark ? mark.dataset.n.split(" ").map((n) => h("p", {}, claims.get(n).words)) : [h("p", {}, hint)];
    status.replaceChildren(...told);
  };
  const pin = (mark) => {
    pinned = pinned === mark ? null : mark;
    marks.forEach((other) => other.setAttribute("aria-pressed", String(other === pinned)));
    tell(pinned || mark);
  };
  marks.forEach((mark) => {
    mark.tabIndex = 0;
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-pressed", "false");
    mark.addEventListener("mouseenter", () => tell(mark));
    mark.addEventListener("mouseleave", () => tell(pinned || (document.activeElement === mark ? mark : null)));
    mark.addEventListener("focus", () => tell(mark));
    mark.addEventListener("click", () => pin(mark));
    mark.addEventListener("keydown", (event) => {
      if (event.shiftKey || event.ctrlKey || event.metaKey) return;
      const open = marks.filter((other) => other.offsetParent);
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step) (open[open.indexOf(mark) + step] || mark).focus();
      else if (event.key === "Enter" || event.key === " ") pin(mark);
      else return;
      event.preventDefault();
    });
  });

  const filter = () => {
    const doc = pick ? pick.list.value : "";
    blocks.forEach(({ paragraph, block }) => {
      block.hidden = (doc && paragraph.doc !== doc) || (only.checked && paragraph.claims.length === 0);
    });
  };
  const pick = docs.length > 1 ? picker("Text", [["", "all texts shown here"], ...docs.map((doc) => [doc, doc])], filter) : null;
  const only = h("input", { type: "checkbox", id: unique("only"), onchange: filter });
  const bare = view.paragraphs.some((paragraph) => paragraph.claims.length === 0) && claims.size > 0;
  const form = radios("Misprints", [["printed", "as printed"], ["emended", "as emended"]], (which) => {
    text.querySelectorAll(".ip-printed").forEach((node) => (node.hidden = which === "emended"));
    text.querySelectorAll(".ip-emended").forEach((node) => (node.hidden = which === "printed"));
    status.textContent = which === "emended" ? "Now as emended: each change has a frame." : "Now as printed.";
  });
  form.set("printed");
  form.node.classList.add("ip-inline");

  const bar = h(
    "div",
    { class: "ip-row ip-bar" },
    pick && pick.node,
    bare && h("label", { class: "ip-choice", for: only.id }, only, h("span", {}, "only paragraphs with figures")),
    view.changes.length > 0 && form.node,
  );
  const key = h(
    "p",
    { class: "ip-key ip-small" },
    ...Object.entries(view.key).map(([sign, [line, ground, said]]) =>
      h(
        "span",
        {},
        h("span", { class: "ip-sample", style: `background:${ground};color:#000;text-decoration:underline ${line} 2px` }, `figure ${sign}`),
        ` ${said}`,
      ),
    ),
  );
  const changes = h(
    "details",
    {},
    h("summary", {}, `What is changed (${view.changes.length})`),
    h("ul", {}, ...view.changes.map((line) => h("li", {}, line))),
  );
  const byHand = h(
    "details",
    {},
    h("summary", {}, `✎ Put right by hand (${view.by_hand.length})`),
    h("ul", {}, ...view.by_hand.map((line) => h("li", {}, line))),
  );
  const box = h("div", { class: "ip-widget ip-panel" }, bar.childNodes.length ? bar : null, text, status, key, view.changes.length > 0 && changes, view.by_hand.length > 0 && byHand);
  keepKeys(box);
  el.append(box);
}
export default { render };
