// The blank strip. It draws and talks; every judgement comes from Python.

const CHOOSE = "?";
const OPEN = "open";
const WIDE = 640;
const SIDE = 16;

// One strip of years: a line for each sentence, hollow where it was laid by the reader, solid where our reading lies.
function drawStrip(name, years, lines) {
  const [first, last] = years;
  const x = (year) => SIDE + ((WIDE - 2 * SIDE) * (year - first)) / (last + 1 - first);
  const high = 14 * lines.length + 34;
  const ticks = [];
  for (let year = first + ((10 - (first % 10)) % 10); year <= last; year += 10) {
    ticks.push(h("line", { x1: x(year), x2: x(year), y1: 4, y2: high - 20, stroke: "currentColor", "stroke-opacity": 0.6 }));
    ticks.push(h("text", { x: x(year), y: high - 5, "text-anchor": "middle", "font-size": 13, fill: "currentColor" }, String(year)));
  }
  const bars = lines.map((line, i) => {
    const from = x(Math.max(first, line.first === null ? first : line.first));
    const to = x(Math.min(last, line.last === null ? last : line.last) + 1);
    const look = line.ours ? { fill: "currentColor", "fill-opacity": 0.75 } : { fill: "none", "stroke-width": 1.6 };
    return h("rect", { x: from, y: 6 + 14 * i, width: Math.max(3, to - from), height: 9, stroke: "currentColor", ...look });
  });
  const ground = h("line", { x1: SIDE, x2: WIDE - SIDE, y1: high - 20, y2: high - 20, stroke: "currentColor" });
  const said = lines.length ? `${lines.length} sentences, ${lines.map((line) => line.said).join("; ")}` : "empty";
  return h("svg", { viewBox: `0 0 ${WIDE} ${high}`, class: "ip-strip", role: "img", "aria-label": `${name}: ${said}` }, ground, ...ticks, ...bars);
}

const spanOf = (first, last) => `${first === null ? "open" : first} to ${last === null ? "open" : last}`;

function render({ model, el }) {
  let view = model.get("view");
  let asked = null; // which step spoke last
  let at = Math.max(0, view.cards.findIndex((card) => !card.done));
  let pickedLabels = [];

  // Step 1: a sentence of the book, laid on its years
  const where = h("p", { class: "ip-title" });
  const sentence = h("blockquote", { class: "ip-sentence" });
  const [firstYear, lastYear] = view.years;
  const list = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => String(firstYear + i));
  const ends = (open) => [[CHOOSE, "choose …"], [OPEN, open], ...list.map((year) => [year, year])];
  const from = picker("First year", ends("no beginning given"), () => {});
  const to = picker("Last year", ends("no end given"), () => {});
  const main1 = h("button", { type: "button", class: "ip-main", onclick: () => step1() });
  const back = h("button", { type: "button", onclick: () => turn(-1) }, "Back");
  const said1 = h("div", { class: "ip-status", role: "status" });
  const strip1 = h("div");

  // Step 2: a label for every block, from the book alone
  const wait2 = h("p", {}, "Lay all the sentences first: then this step opens.");
  const blocks = h("div", { class: "ip-row ip-top" });
  const main2 = h("button", { type: "button", class: "ip-main", onclick: () => step2() }, "Keep my labels");
  const said2 = h("div", { class: "ip-status", role: "status" });
  const remarks = h("ul");
  const form2 = h("div", {}, blocks, main2);

  // Step 3: the second strip, and changes that cost a sentence
  const wait3 = h("p", {}, "Label the blocks first: then the department and the minister are laid on a second strip.");
  const strip2 = h("div");
  const told = h("ol", { class: "ip-small" });
  const block = picker("Block of years", [], () => {});
  const label = picker("New label", view.labels, () => {});
  const card = picker("Sentence that you attach", [], () => {});
  const main3 = h("button", { type: "button", class: "ip-main", onclick: () => step3() }, "Change the label");
  const said3 = h("div", { class: "ip-status", role: "status" });
  const form3 = h("div", {}, strip2, h("p", {}, "The sentences on the second strip, from top to bottom:"), told, h("div", { class: "ip-row ip-top" }, block.node, label.node, card.node), main3);

  // Step 4: the learner's own words
  const textId = unique("text");
  const own = h("textarea", { id: textId, rows: "3", value: view.sentence, maxlength: "2000" });
  const save = h("button", { type: "button", onclick: () => ask("write", { text: own.value }) }, "Save my words");
  const foot = h("div", { class: "ip-status ip-small", role: "status" });
  const clear = h("button", { type: "button", onclick: () => pressTwice(clear, () => ask("reset", {})) }, "Clear all answers");
  const send = asker(model, foot);

  function ask(action, fields) {
    asked = action;
    send({ do: action, ...fields });
  }
  function step1() {
    if (view.cards[at].done) return turn(1);
    const missing = [from, to].find((end) => end.list.value === CHOOSE);
    if (missing) {
      say(said1, "Choose a first and a last year, or say that none is given.");
      return missing.list.focus();
    }
    ask("lay", { card: view.cards[at].id, first: from.list.value, last: to.list.value });
  }
  function turn(by) {
    at = (at + by + view.cards.length) % view.cards.length;
    showCard();
    (view.cards[at].done ? main1 : from.list).focus();
  }
  function step2() {
    const missing = pickedLabels.find((one) => one.list.value === CHOOSE);
    if (missing) {
      say(said2, "Give every block of years a label first.");
      return missing.list.focus();
    }
    ask("label", { labels: Object.fromEntries(view.blocks.map((one, i) => [one.id, pickedLabels[i].list.value])) });
  }
  function step3() {
    ask("change", { block: block.list.value, label: label.list.value, card: card.list.value });
  }

  function showCard() {
    const one = view.cards[at];
    const done = view.cards.filter((each) => each.done);
    where.textContent = `Step 1. Lay the sentence on the years that it claims (sentence ${at + 1} of ${view.cards.length}, ${done.length} done)`;
    sentence.replaceChildren(`${one.text} ${one.cite}`);
    for (const end of [from, to]) end.list.disabled = one.done;
    if (one.done) {
      from.list.value = one.my_first === null ? OPEN : String(one.my_first);
      to.list.value = one.my_last === null ? OPEN : String(one.my_last);
      say(said1, one.told, one.right);
    } else say(said1, "");
    main1.textContent = one.done ? (done.length === view.cards.length ? "Show the next sentence again" : "Next sentence") : "Lay this sentence";
    const lines = done.flatMap((each) => [
      { first: each.my_first, last: each.my_last, said: `laid ${spanOf(each.my_first, each.my_last)}` },
      { first: each.first, last: each.last, ours: true, said: `our reading ${spanOf(each.first, each.last)}` },
    ]);
    const key = lines.length ? "Two lines for each sentence. Hollow: where you laid it. Solid: our reading." : "The strip is still blank.";
    strip1.replaceChildren(drawStrip("Strip 1, the book", view.years, lines), h("p", { class: "ip-small" }, key));
  }
  function showBlocks() {
    wait2.hidden = view.ready;
    form2.hidden = !view.ready || view.labelled;
    if (pickedLabels.length === 0) {
      pickedLabels = view.blocks.map((one) => picker(one.name, [[CHOOSE, "choose …"], ...view.labels], () => {}));
      blocks.replaceChildren(...pickedLabels.map((one) => one.node));
    }
    const words = Object.fromEntries(view.labels);
    remarks.replaceChildren(...(view.labelled ? view.blocks : []).map((one) => {
      const changed = one.label !== one.given ? ` Now: ${words[one.label]}.` : "";
      return h("li", {}, h("strong", {}, `${one.name}: ${words[one.given]}.`), `${changed} ${one.told}`);
    }));
  }
  function showOthers() {
    wait3.hidden = view.labelled;
    form3.hidden = !view.labelled;
    const lines = view.others.map((one) => ({ first: one.first, last: one.last, ours: true, said: spanOf(one.first, one.last) }));
    strip2.replaceChildren(drawStrip("Strip 2, the department and the minister", view.years, lines));
    told.replaceChildren(...view.others.map((one) => h("li", {}, `${one.text} ${one.cite}`)));
    block.fill(view.blocks.map((one) => [one.id, one.name]));
    card.fill(view.others.map((one, i) => [one.id, `${i + 1}. ${one.text.slice(0, 60)}… ${one.cite}`]));
  }
  function showAll() {
    showCard();
    showBlocks();
    showOthers();
  }

  model.on("change:view", () => {
    view = model.get("view");
    const spoken = asked;
    asked = null;
    if (spoken === "reset") {
      at = 0;
      own.value = "";
      pickedLabels = [];
      for (const box of [said2, said3]) say(box, "");
      for (const end of [from, to]) end.list.value = CHOOSE;
    }
    showAll();
    if (spoken === "lay" && !view.cards[at].done) say(said1, view.said);
    if (spoken === "label") say(said2, view.said);
    if (spoken === "change") say(said3, view.said, view.said.startsWith("The label of"));
    foot.textContent = spoken === "write" || spoken === "reset" ? `${view.said} ${view.saved}` : view.saved;
  });

  const panel = (name, ...children) => h("div", { class: "ip-panel", role: "group", "aria-label": name }, ...children);
  const title = (text) => h("p", { class: "ip-title" }, text);
  const box = h(
    "div",
    { class: "ip-widget" },
    panel("Step 1", where, sentence, h("div", { class: "ip-row ip-top" }, from.node, to.node), h("div", { class: "ip-row" }, main1, back), said1, strip1),
    panel("Step 2", title("Step 2. Label the years, from the book alone"), wait2, form2, said2, remarks),
    panel("Step 3", title("Step 3. Change a label, if you can attach a sentence"), wait3, form3, said3),
    panel(
      "Step 4",
      title("Step 4. Which label did you change, and what changed your mind?"),
      h("label", { for: textId, class: "ip-small" }, "Your answer. If you changed none: why not?"),
      own,
      h("div", { class: "ip-row" }, save, clear),
      foot,
    ),
  );
  keepKeys(box);
  el.append(box);
  showAll();
  foot.textContent = view.saved;
}
export default { render };
