// The denominator dial. It draws and talks; every judgement comes from Python.

const WIDE = 620;
const TOP = 400; // delegations a year at the right end of the ruler

function drawAverage(floor, words) {
  const x = (value) => 12 + ((WIDE - 40) * value) / TOP;
  const ink = { stroke: "currentColor", "stroke-width": 2.5, fill: "none" };
  const tip = Math.min(x(floor) + 130, WIDE - 6);
  const ticks = [0, 100, 200, 300, 400].flatMap((value) => [
    h("line", { x1: x(value), x2: x(value), y1: 30, y2: 36, stroke: "currentColor" }),
    h("text", { x: x(value), y: 51, "text-anchor": "middle", "font-size": 13, fill: "currentColor" }, String(value)),
  ]);
  return h(
    "svg",
    { viewBox: `0 0 ${WIDE} 56`, class: "ip-bar-drawing", role: "img", "aria-label": `${words} a year, open upwards` },
    h("line", { x1: x(0), x2: WIDE - 6, y1: 30, y2: 30, stroke: "currentColor", "stroke-opacity": 0.6 }),
    ...ticks,
    h("line", { x1: x(floor) + 7, x2: tip, y1: 14, y2: 14, ...ink }),
    h("path", { d: `M${tip - 9},8 L${tip},14 L${tip - 9},20`, ...ink }),
    h("circle", { cx: x(floor), cy: 14, r: 6, ...ink }),
  );
}

function render({ model, el }) {
  let view = model.get("view");
  let asked = null; // which step spoke last

  // Step 1: expect
  const expectId = unique("expect");
  const field = h("input", { id: expectId, type: "text", inputmode: "decimal", size: "8", autocomplete: "off" });
  const main1 = h("button", { type: "button", class: "ip-main", onclick: () => ask("expect", { average: field.value }) }, "Commit to this average");
  const said1 = h("div", { class: "ip-status", role: "status" });
  const form1 = h("div", { class: "ip-row" }, h("label", { for: expectId }, "Delegations and groups received in an average year:"), field, main1);

  // Step 2: the dial and the pin
  const dialId = unique("dial");
  const dial = h("input", { id: dialId, type: "range", min: view.first, max: view.last, step: "1", class: "ip-dial", value: "1982", oninput: () => turn() });
  const reading = h("p", { class: "ip-question" });
  const picture = h("div", { class: "ip-drawn" });
  const pinBox = h("div");
  let pins = null;
  const main2 = h("button", { type: "button", class: "ip-main", onclick: () => step2() }, "Count from this year");
  const said2 = h("div", { class: "ip-status", role: "status" });
  const others = h("div");
  const list = h("ol", { class: "ip-log" });
  const log = h("details", {}, h("summary", {}, "Your years so far"), list);
  const closed = h("p", {}, "Commit to an average first: then the dial opens.");
  const form2 = h("div", {}, h("label", { for: dialId }, `The first year of the count (${view.first} to ${view.last})`), dial, reading, picture, pinBox, main2, said2, others, log);

  // Step 3: the sentence
  const textId = unique("text");
  const own = h("textarea", { id: textId, rows: "2", value: view.text, maxlength: "2000" });
  const main3 = h("button", { type: "button", onclick: () => ask("write", { text: own.value }) }, "Save my sentence");
  const said3 = h("div", { class: "ip-status", role: "status" });
  const foot = h("div", { class: "ip-status ip-small" });
  const clear = h("button", { type: "button", onclick: () => pressTwice(clear, () => ask("reset", {})) }, "Clear all answers");
  const send = asker(model, foot);

  function ask(action, fields) {
    asked = action;
    send({ do: action, ...fields });
  }
  function step2() {
    if (!pins.value()) {
      said2.replaceChildren(h("p", {}, "Pin a sentence first. If none of them carries your year, choose the last line."));
      return pins.focus();
    }
    ask("pin", { first: Number(dial.value), pin: pins.value() });
  }
  function turn() {
    const average = view.averages[dial.value];
    if (!average) return;
    const words = `${dial.value} to ${view.until}: ${view.until - Number(dial.value)} years, ${average.words} a year`;
    reading.textContent = words;
    dial.setAttribute("aria-valuetext", words);
    picture.replaceChildren(drawAverage(average.floor, average.words));
  }

  function showDial() {
    const open = view.expected !== null;
    const fresh = open && pins === null;
    closed.hidden = open;
    form2.hidden = !open;
    field.disabled = main1.disabled = open;
    if (open) field.value = String(view.expected);
    if (!open) {
      pins = null;
      pinBox.replaceChildren();
      return;
    }
    if (fresh) {
      const lines = view.pins.map((pin) => [pin.id, `“${pin.quote}” ${pin.cite}`]);
      pins = radios("Pin the sentence that justifies your year", [...lines, [view.own, "None of these: the year is my own."]]);
      pinBox.replaceChildren(pins.node);
    }
    turn();
  }
  function showLog() {
    log.hidden = view.log.length === 0;
    list.replaceChildren(...view.log.map((one) => h("li", {}, one.told.slice(0, 2).join(" "))));
  }
  function showJudged() {
    const one = view.log.find((each) => each.first === Number(dial.value) && pins !== null && each.pin === pins.value());
    if (!one) return said2.replaceChildren(h("p", {}, view.said));
    said2.replaceChildren(h("div", { class: "ip-feedback" }, ...one.told.map((line) => h("p", {}, line))));
    others.replaceChildren(h("p", {}, "Other readers:"), h("ul", {}, ...one.others.map((line) => h("li", {}, line))));
  }
  function empty() {
    field.value = own.value = "";
    dial.value = "1982";
    for (const box of [said1, said2, said3, others]) box.replaceChildren();
  }

  model.on("change:view", () => {
    view = model.get("view");
    if (asked === "reset") empty();
    showDial();
    showLog();
    if (asked === "expect") {
      said1.replaceChildren(h("p", {}, view.said));
      if (view.expected !== null) dial.focus();
    }
    if (asked === "pin") showJudged();
    if (asked === "write" || asked === "reset") said3.replaceChildren(h("p", {}, view.said));
    foot.textContent = view.saved;
  });

  const step = (name, ...children) => h("div", { class: "ip-panel", role: "group", "aria-label": name }, ...children);
  const title = (words) => h("p", { class: "ip-title" }, words);
  const [before, after] = view.sentence.split(view.quote);
  const sentence = h("blockquote", { class: "ip-sentence" }, before, h("mark", { class: "ip-quote" }, view.quote), after || "", ` ${view.cite}`);
  const box = h(
    "div",
    { class: "ip-widget" },
    step("Step 1", title("Step 1. What average do you expect?"), sentence, form1, said1),
    step("Step 2", title("Step 2. From which year do you count, and which sentence carries it?"), closed, form2),
    step(
      "Step 3",
      title("Step 3. Write the sentence you would print, with its hedge"),
      h("label", { for: textId, class: "ip-small" }, "Your sentence"),
      own,
      h("div", { class: "ip-row" }, main3, clear),
      said3,
      foot,
    ),
  );
  keepKeys(box);
  el.append(box);
  if (view.expected !== null) said1.replaceChildren(h("p", {}, `You expected ${view.expected} a year.`));
  showDial();
  showLog();
  foot.textContent = view.saved;
}
export default { render };
