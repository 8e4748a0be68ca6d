// The bounds sandbox. It draws and talks; every verdict comes from Python.

const WIDTH = 620;
const LEFT = 12;
const RIGHT_END = WIDTH - 18;

// One bar on a scale from 0 to top: a point, an open arrow to the right (floor) or left (ceiling), or a soft band.
function drawBar(bar, top, height = 40) {
  const x = (value) => LEFT + ((RIGHT_END - LEFT) * value) / top;
  const y = 14;
  const line = (x1, x2, y1 = y, y2 = y) => h("line", { x1, x2, y1, y2, stroke: "currentColor", "stroke-width": 2.5 });
  const head = (tip, way) =>
    h("path", { d: `M${tip - 9 * way},${y - 6} L${tip},${y} L${tip - 9 * way},${y + 6}`, fill: "none", stroke: "currentColor", "stroke-width": 2.5 });
  const mark = { point: bar.low, floor: bar.low, ceiling: bar.high, soft: bar.value }[bar.form];
  const shown = mark === null || mark === undefined ? [] : [mark];
  const parts = {
    point: () => [h("circle", { cx: x(bar.low), cy: y, r: 7, fill: "currentColor" })],
    floor: () => [line(x(bar.low), x(bar.low), y - 11, y + 11), line(x(bar.low), RIGHT_END), head(RIGHT_END, 1)],
    ceiling: () => [line(x(bar.high), x(bar.high), y - 11, y + 11), line(x(bar.high), LEFT), head(LEFT, -1)],
    soft: () => shown.flatMap((value) => [44, 30, 16].map((wide) => h("rect", { x: x(value) - wide, y: y - 9, width: 2 * wide, height: 18, class: "ip-shade", fill: "currentColor", "fill-opacity": 0.2 }))),
  }[bar.form]();
  const ruler = h("line", { x1: LEFT, x2: RIGHT_END, y1: y + 13, y2: y + 13, stroke: "currentColor", "stroke-opacity": 0.6 });
  const numbers = [0, ...shown].map((value) =>
    h("text", { x: x(value), y: height - 1, "text-anchor": value ? "middle" : "start", "font-size": 13, fill: "currentColor" }, String(+value.toPrecision(4))),
  );
  const svg = h("svg", { viewBox: `0 0 ${WIDTH} ${height + 4}`, class: "ip-bar-drawing", role: "img", "aria-label": `Bar: ${bar.words}` }, ruler, ...parts, ...numbers);
  return svg;
}

function drawBars(bars) {
  const values = bars.flatMap((bar) => [bar.low, bar.high, bar.value]).filter((value) => value !== null);
  const top = 1.3 * Math.max(...values, 1e-9);
  return bars.map((bar) => h("div", { class: "ip-drawn" }, h("div", {}, bar.name ? `${bar.name}: ${bar.words}` : bar.words), drawBar(bar, top)));
}

const ICONS = { point: "●", floor: "├──▶", ceiling: "◀──┤", soft: "░▒░" };

function render({ model, el }) {
  let view = model.get("view");
  let asked = null; // which step spoke last
  let at = Math.max(0, view.bars.findIndex((bar) => !bar.done));
  let group = null;

  // Step 1: a phrase becomes a bar
  const where = h("p", { class: "ip-title" });
  const sentence = h("blockquote", { class: "ip-sentence" });
  const choices = h("div");
  const verdict1 = h("div", { class: "ip-status", role: "status" });
  const picture1 = h("div");
  const main1 = h("button", { type: "button", class: "ip-main", onclick: () => step1() });
  const back = h("button", { type: "button", onclick: () => turn(-1) }, "Back");
  const skip = h("button", { type: "button", onclick: () => turn(1) }, "Skip");

  // Step 2: two bars, one verdict
  const ready = picker("Take a ready question", [], (value) => value !== "" && load(view.questions[Number(value)]));
  const pickers = {
    left: picker("First bar", [], () => reread()),
    left_change: picker("First bar, changed", view.changes, () => reread()),
    how: picker("Do what", [["compare", "compare with the second bar"], ...view.against.map((n) => [String(n), `divide by the second bar, compare with ${n}`])], () => reread()),
    right: picker("Second bar", [], () => reread()),
    right_change: picker("Second bar, changed", view.changes, () => reread()),
  };
  const question = h("p", { class: "ip-question" });
  const guesses = radios("Commit before you see. The first side is …", view.guesses.map((guess) => [guess, guess]));
  const main2 = h("button", { type: "button", class: "ip-main", onclick: () => step2() }, "Commit and see");
  const verdict2 = h("div", { class: "ip-status", role: "status" });
  const picture2 = h("div");
  const few = h("p", {}, "Turn two phrases into bars first: then this step opens.");
  const form2 = h("div", {}, ready.node, h("div", { class: "ip-row ip-top" }, ...Object.values(pickers).map((pick) => pick.node)), question, guesses.node, main2);
  const list = h("ol", { class: "ip-log" });
  const log = h("details", {}, h("summary", {}, "Your verdicts so far"), list);

  // Step 3: the learner's own sentence
  const textId = unique("text");
  const own = h("textarea", { id: textId, rows: "2", value: view.sentence, maxlength: "2000" });
  const main3 = h("button", { type: "button", onclick: () => ask("write", { text: own.value }) }, "Save my sentence");
  const score = h("p", { class: "ip-score" });
  const foot = h("div", { class: "ip-status ip-small", role: "status" });
  const clear = h("button", { type: "button", onclick: () => pressTwice(clear, () => ask("reset", {})) }, "Clear all answers");
  const send = asker(model, foot);

  function ask(action, fields) {
    asked = action;
    send({ do: action, ...fields });
  }
  function step1() {
    const bar = view.bars[at];
    if (bar.done) return turn(1);
    if (!group.value()) {
      say(verdict1, "Choose one of the four forms first.");
      return group.focus();
    }
    ask("shape", { bar: bar.id, form: group.value() });
  }
  function turn(by) {
    at = (at + by + view.bars.length) % view.bars.length;
    showPhrase();
    if (!view.bars[at].done) group.focus();
  }
  function load(chosen) {
    for (const name of ["left", "left_change", "right", "right_change"]) pickers[name].list.value = chosen[name];
    pickers.how.list.value = chosen.against === null ? "compare" : String(chosen.against);
    reread(true);
  }
  function fields() {
    const how = pickers.how.list.value;
    const picked = Object.fromEntries(["left", "left_change", "right", "right_change"].map((name) => [name, pickers[name].list.value]));
    return { ...picked, against: how === "compare" ? null : Number(how) };
  }
  function reread(keep = false) {
    if (!keep) ready.list.value = "";
    guesses.set(null);
    picture2.replaceChildren();
    verdict2.replaceChildren();
    verdict2.className = "ip-status";
    const named = (side) => {
      const bar = view.bars.find((one) => one.id === pickers[side].list.value);
      const change = pickers[`${side}_change`].list;
      return bar ? `“${bar.phrase}”${change.value === "none" ? "" : ` ${change.selectedOptions[0].text}`}` : "…";
    };
    const { against } = fields();
    question.textContent =
      against === null
        ? `Is ${named("left")} larger or smaller than ${named("right")}?`
        : `Is ${named("left")}, divided by ${named("right")}, larger or smaller than ${against}?`;
  }
  function step2() {
    if (!guesses.value()) {
      say(verdict2, "Choose one of the three answers first.");
      return guesses.focus();
    }
    ask("compare", { ...fields(), guess: guesses.value() });
  }

  function showPhrase() {
    const bar = view.bars[at];
    const built = view.bars.filter((one) => one.done).length;
    where.textContent = `Step 1. Turn the phrase into a bar (phrase ${at + 1} of ${view.bars.length}, ${built} done)`;
    sentence.replaceChildren(bar.before, h("mark", { class: "ip-quote" }, bar.quote), bar.after, ` ${bar.cite}`);
    const after = (form) => {
      if (!bar.done) return null;
      const said = [form === bar.chosen && "your choice", form === bar.drawn.form && "fits the words"].filter(Boolean);
      return said.length ? h("strong", {}, ` (${said.join(", ")})`) : null;
    };
    const label = ([form, words]) => [form, h("span", {}, h("span", { class: "ip-icon", "aria-hidden": "true" }, ICONS[form]), words, after(form) || "")];
    group = radios(`What does “${bar.phrase}” allow?`, bar.forms.map(label));
    if (bar.done) {
      group.set(bar.chosen);
      group.node.disabled = true;
      say(verdict1, bar.told, bar.right);
      picture1.replaceChildren(...drawBars([bar.drawn]));
    } else {
      verdict1.className = "ip-status";
      verdict1.replaceChildren();
      picture1.replaceChildren();
    }
    choices.replaceChildren(group.node);
    main1.textContent = bar.done ? "Next phrase" : "Commit to this form";
    skip.hidden = bar.done;
  }
  function showPairs() {
    const built = view.bars.filter((bar) => bar.done);
    few.hidden = built.length > 1;
    form2.hidden = built.length < 2;
    const options = built.map((bar) => [bar.id, `“${bar.phrase}” ${bar.counts.split(";")[0]} ${bar.cite}`]);
    const fresh = pickers.right.list.options.length === 0;
    pickers.left.fill(options);
    pickers.right.fill(options);
    if (fresh && options.length > 1) pickers.right.list.value = options[1][0];
    const open = view.questions.length;
    ready.fill([["", open ? `${open} of ${view.questions_in_all} are open: choose …` : "none yet: turn more phrases into bars"], ...view.questions.map((one, i) => [String(i), one.title])]);
  }
  function showLog() {
    log.hidden = view.log.length === 0;
    list.replaceChildren(...view.log.map((one) => h("li", {}, `${one.question} You: ${one.guess}. Bounds: ${one.verdict}. ${points(one)}.`)));
    score.textContent = `Points: ${view.score} of ${view.best}. Right: +2. Too careful: −1. Certain where the words are not: −3. A bar read right at once: +1.`;
  }
  const points = (one) => `${one.points > 0 ? "+" : "−"}${Math.abs(one.points)} points`;
  function showVerdict() {
    const last = view.log.find((one) => view.said.endsWith(one.told) && one.question === questionAsked()) || null;
    if (!last) return say(verdict2, view.said);
    say(verdict2, `${view.said} (${points(last)})`, last.points > 0);
    const beyond = last.beyond.length ? [h("p", {}, "What no arithmetic settles:"), h("ul", {}, ...last.beyond.map((line) => h("li", {}, line)))] : [];
    picture2.replaceChildren(...drawBars(last.drawn), ...beyond);
  }
  const questionAsked = () => question.textContent.replace(", divided by", " divided by").replace(/, larger or smaller than (.*)\?$/, " larger or smaller than the number $1?");

  model.on("change:view", () => {
    view = model.get("view");
    if (asked === "reset") {
      at = 0;
      own.value = "";
    }
    showPairs();
    showLog();
    foot.textContent = asked === "write" || asked === "reset" ? `${view.said} ${view.saved}` : view.saved;
    if (asked === "shape" || asked === "reset") {
      showPhrase();
      reread();
    }
    if (asked === "compare") showVerdict();
  });

  const box = h(
    "div",
    { class: "ip-widget" },
    h("div", { class: "ip-panel", role: "group", "aria-label": "Step 1" }, where, sentence, choices, h("div", { class: "ip-row" }, main1, back, skip), verdict1, picture1),
    h("div", { class: "ip-panel", role: "group", "aria-label": "Step 2" }, h("p", { class: "ip-title" }, "Step 2. What do two bars allow? Commit first, then see"), few, form2, verdict2, picture2, log),
    h(
      "div",
      { class: "ip-panel", role: "group", "aria-label": "Step 3" },
      h("p", { class: "ip-title" }, "Step 3. Write one sentence that you would print, with its hedge"),
      h("label", { for: textId, class: "ip-small" }, "Your sentence"),
      own,
      h("div", { class: "ip-row" }, main3, clear),
      score,
      foot,
    ),
  );
  keepKeys(box);
  el.append(box);
  showPhrase();
  showPairs();
  reread();
  showLog();
  foot.textContent = view.saved;
}
export default { render };
