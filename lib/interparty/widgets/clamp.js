// The date clamp. It draws and talks; every verdict comes from Python.

const AXIS = { width: 680, left: 30, right: 650, top: 58, base: 112 };
// One row of labels above the axis for each strength, so that no label crosses a line.
const ROWS = { sure: 14, likely: 31, weak: 48, "an absence": 48 };

// The axis with its jaws: what is closed is shaded; a jaw by a word is a solid line, a jaw by an absence a dashed one.
function drawAxis([first, last], jaws, words) {
  const x = (year) => AXIS.left + ((AXIS.right - AXIS.left) * (year - first)) / (last + 1 - first);
  const ink = { stroke: "currentColor", fill: "none" };
  const parts = [];
  for (const jaw of jaws) {
    const left = jaw.side === "left";
    const edge = x(left ? jaw.year : jaw.year + 1);
    const absent = jaw.by === "absence";
    const thick = { sure: 5, likely: 3 }[jaw.strength] || 2.5;
    const wide = left ? edge - AXIS.left : AXIS.right - edge;
    parts.push(h("rect", { x: left ? AXIS.left : edge, y: AXIS.top + 6, width: wide, height: AXIS.base - AXIS.top - 6, class: "ip-shade", fill: "currentColor", "fill-opacity": absent ? 0.05 : 0.1 }));
    parts.push(h("path", { ...ink, d: `M${edge + (left ? -10 : 10)},${AXIS.top} L${edge},${AXIS.top} L${edge},${AXIS.base}`, "stroke-width": thick, "stroke-dasharray": absent ? "5 4" : null }));
    parts.push(h("text", { x: edge + (left ? -4 : 4), y: ROWS[jaw.strength], "text-anchor": left ? "end" : "start", "font-size": 13, fill: "currentColor" }, `${jaw.year}, ${jaw.strength}`));
  }
  parts.push(h("line", { ...ink, x1: AXIS.left, x2: AXIS.right, y1: AXIS.base, y2: AXIS.base, "stroke-width": 1.5 }));
  for (let year = first; year <= last; year += 5) {
    parts.push(h("line", { ...ink, x1: x(year), x2: x(year), y1: AXIS.base, y2: AXIS.base + 6 }));
    parts.push(h("text", { x: x(year), y: AXIS.base + 21, "text-anchor": "middle", "font-size": 13, fill: "currentColor" }, String(year)));
  }
  return h("svg", { viewBox: `0 0 ${AXIS.width} 140`, class: "ip-axis", role: "img", "aria-label": `Axis of years ${first} to ${last}. ${words}` }, ...parts);
}

function render({ model, el }) {
  let view = model.get("view");
  let asked = null;
  let at = Math.max(0, view.cards.findIndex((card) => !card.done));
  let label = null;
  let confidence = null;

  const where = h("p", { class: "ip-title" });
  const clue = h("p", { class: "ip-question" });
  const words = h("blockquote", { class: "ip-sentence" });
  const choices = h("div", { class: "ip-pair" });
  const verdict = h("div", { class: "ip-status", role: "status" });
  const main = h("button", { type: "button", class: "ip-main", onclick: () => commit() });
  const back = h("button", { type: "button", onclick: () => turn(-1) }, "Back");
  const skip = h("button", { type: "button", onclick: () => turn(1) }, "Skip");

  const picture = h("div");
  const line = h("p");

  const ids = { year: unique("year"), because: unique("because"), refuted: unique("refuted") };
  const own = {
    year: h("input", { id: ids.year, class: "ip-year", type: "text", inputmode: "numeric", maxlength: "4", value: view.conclusion.year }),
    because: h("textarea", { id: ids.because, rows: "2", maxlength: "1000", value: view.conclusion.because }),
    refuted: h("textarea", { id: ids.refuted, rows: "2", maxlength: "1000", value: view.conclusion.refuted }),
  };
  const save = h("button", { type: "button", class: "ip-main", onclick: () => ask("conclude", Object.fromEntries(Object.entries(own).map(([key, box]) => [key, box.value]))) }, "Commit to my date");
  const clear = h("button", { type: "button", onclick: () => pressTwice(clear, () => ask("reset", {})) }, "Clear all answers");
  const score = h("p", { class: "ip-score" });
  const foot = h("div", { class: "ip-status", role: "status" });
  const send = asker(model, foot);

  function ask(action, fields) {
    asked = action;
    send({ do: action, ...fields });
  }
  function commit() {
    const card = view.cards[at];
    if (card.done) return turn(1);
    if (!label.value() || !confidence.value()) {
      say(verdict, "Choose a label and a confidence first.");
      return label.value() ? confidence.focus() : label.focus();
    }
    ask("label", { clue: card.id, label: label.value(), confidence: confidence.value() });
  }
  function turn(by) {
    at = (at + by + view.cards.length) % view.cards.length;
    showCard();
    if (!view.cards[at].done) label.focus();
  }
  function showCard() {
    const card = view.cards[at];
    where.textContent = `Step 1. Label the clue (clue ${at + 1} of ${view.cards.length}, ${view.done} done)`;
    clue.textContent = card.clue;
    words.replaceChildren("“", h("mark", { class: "ip-quote" }, card.quote), `” ${card.cite}`);
    label = radios("What does it allow you to say of the date of Chen's text?", view.labels);
    confidence = radios("How sure is that?", view.confidences.map((one) => [one, one]));
    choices.replaceChildren(label.node, confidence.node);
    verdict.className = "ip-status";
    verdict.replaceChildren();
    if (card.done) {
      label.set(card.label);
      confidence.set(card.confidence);
      label.node.disabled = confidence.node.disabled = true;
      say(verdict, card.told, card.right);
    }
    main.textContent = card.done ? "Next clue" : "Commit to this label";
    skip.hidden = card.done;
  }
  function showJaws() {
    picture.replaceChildren(drawAxis(view.axis, view.jaws, view.jaws_in_words));
    line.textContent = view.jaws_in_words;
    score.textContent = `Labels that fit: ${view.fits} of ${view.done}.`;
  }

  model.on("change:view", () => {
    view = model.get("view");
    if (asked === "reset") {
      at = 0;
      for (const box of Object.values(own)) box.value = "";
    }
    showJaws();
    if (asked === "label" || asked === "reset") showCard();
    foot.textContent = asked === "label" ? view.saved : `${view.said} ${view.saved}`;
  });

  const field = (key, text) => h("label", { for: ids[key], class: "ip-field" }, text);
  const box = h(
    "div",
    { class: "ip-widget" },
    h("div", { class: "ip-panel", role: "group", "aria-label": "Step 1" }, where, clue, words, choices, h("div", { class: "ip-row" }, main, back, skip), verdict),
    h(
      "div",
      { class: "ip-panel", role: "group", "aria-label": "Step 2" },
      h("p", { class: "ip-title" }, "Step 2. Watch the jaws"),
      picture,
      line,
      h("p", { class: "ip-small" }, "A thick line is sure, a thin one likely. A dashed line rests on an absence: the text does not mention something."),
    ),
    h(
      "div",
      { class: "ip-panel", role: "group", "aria-label": "Step 3" },
      h("p", { class: "ip-title" }, "Step 3. Date the text, and say what would prove you wrong"),
      field("year", "c. (year)"),
      own.year,
      field("because", "because …"),
      own.because,
      field("refuted", "would be refuted by …"),
      own.refuted,
      h("div", { class: "ip-row" }, save, clear),
      score,
      foot,
    ),
  );
  keepKeys(box);
  el.append(box);
  showCard();
  showJaws();
  foot.textContent = view.saved;
}
export default { render };
