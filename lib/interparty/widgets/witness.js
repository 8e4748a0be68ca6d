// The witness box. It draws and asks; every judgment comes from Python.

function render({ model, el }) {
  let view = model.get("view");
  let asked = null; // which step spoke last
  let at = Math.max(0, view.statements.findIndex((one) => !one.counted));
  let answers = []; // the radio groups of step 1
  let ticks = []; // the check boxes of step 2
  const wording = Object.fromEntries(view.stands);

  // Step 1: hear five texts
  const where = h("p", { class: "ip-title" });
  const statement = h("p", { class: "ip-claim" });
  const texts = h("div");
  const verdict = h("div", { class: "ip-status", role: "status" });
  const main1 = h("button", { type: "button", class: "ip-main", onclick: () => hear() });
  const back = h("button", { type: "button", onclick: () => turn(-1) }, "Back");
  const skip = h("button", { type: "button", onclick: () => turn(1) }, "Next statement");

  // Step 2: count the witnesses
  const later2 = h("p", {}, "This step opens when you have committed to all five texts.");
  const boxes = h("div");
  const sum = h("p", { class: "ip-sum" });
  const reasonId = unique("reason");
  const reason = h("textarea", { id: reasonId, rows: "2", maxlength: "1000" });
  const main2 = h("button", { type: "button", class: "ip-main", onclick: () => count() }, "Commit to my count");
  const form2 = h("div", {}, boxes, sum, h("label", { for: reasonId, class: "ip-own" }, "My reason: why so many, and why no more?"), reason, h("div", { class: "ip-row" }, main2));
  const verdict2 = h("div", { class: "ip-status", role: "status" });
  const lesson = h("p", { class: "ip-lesson" });

  // Step 3: the whole collection
  const overview = h("div", { tabindex: "0", role: "region", "aria-label": "Statements and texts", class: "ip-scroll" });
  const later3 = h("p");
  const number = picker("Independent witnesses in the five texts", [["", "choose …"], ...view.numbers.map((n) => [String(n), String(n)])], () => {});
  const wholeId = unique("whole");
  const whole = h("textarea", { id: wholeId, rows: "2", maxlength: "1000" });
  const main3 = h("button", { type: "button", class: "ip-main", onclick: () => ask("conclude", { number: number.list.value, reason: whole.value }) }, "Commit and save");
  const form3 = h("div", {}, number.node, h("label", { for: wholeId, class: "ip-own" }, "Because …"), whole, h("div", { class: "ip-row" }, main3));
  const verdict3 = h("div", { class: "ip-status", role: "status" });
  const clear = h("button", { type: "button", onclick: () => pressTwice(clear, () => ask("reset", {})) }, "Clear all answers");
  const foot = h("div", { class: "ip-status ip-small", role: "status" });
  const send = asker(model, foot);

  function ask(action, fields) {
    asked = action;
    send({ do: action, ...fields });
  }
  function hear() {
    const one = view.statements[at];
    if (one.heard) return turn(1);
    const open = answers.find(([, group]) => !group.value());
    if (open) {
      say(verdict, [`Decide for ${open[0]} first.`]);
      return open[1].focus();
    }
    ask("hear", { statement: one.id, stands: Object.fromEntries(answers.map(([doc, group]) => [doc, group.value()])) });
  }
  function count() {
    const same = ticks.filter(([, box]) => box.checked).map(([doc]) => doc);
    if (!reason.value.trim()) {
      say(verdict2, ["Write your reason first: why so many, and why no more?"]);
      return reason.focus();
    }
    ask("count", { statement: view.statements[at].id, same, reason: reason.value });
  }
  function turn(by) {
    at = (at + by + view.statements.length) % view.statements.length;
    showTexts();
    showCount();
    statement.focus();
  }
  function say(box, lines, right = null) {
    box.className = right === null ? "ip-status" : "ip-status ip-feedback";
    box.dataset.right = String(right);
    box.replaceChildren(...lines.map((line) => h("p", {}, emphasised(line))));
  }
  // *words* between stars are stressed
  const emphasised = (text) => text.split("*").map((part, i) => (i % 2 ? h("em", {}, part) : part));

  function witness(text, heard) {
    const name = `${text.doc} (${text.who})`;
    if (heard) {
      const ours = wording[text.ours] + (text.also ? ` (or: ${wording[text.also]})` : "");
      return h(
        "div",
        { class: "ip-witness" },
        h("h3", {}, name),
        h("blockquote", { class: "ip-sentence" }, text.lead, h("mark", { class: "ip-quote" }, text.quote), text.tail, ` ${text.cite}`),
        h("p", {}, `You: it ${wording[text.yours]}. Ours: it ${ours}.`),
        h("div", { class: "ip-feedback", "data-right": String(text.right) }, h("p", {}, emphasised(text.told))),
      );
    }
    const group = radios(name, view.stands);
    group.node.classList.add("ip-inline");
    answers.push([text.doc, group]);
    const passage = h("details", {}, h("summary", {}, `Hear the paragraph that comes nearest: ${text.cite}`), h("blockquote", { class: "ip-sentence" }, model.get("paragraphs")[text.cite]));
    group.node.children[0].after(passage);
    return h("div", { class: "ip-witness" }, group.node);
  }
  function showTexts() {
    const one = view.statements[at];
    where.textContent = `Step 1. Statement ${at + 1} of ${view.statements.length} (${view.done} counted)`;
    statement.textContent = one.statement;
    answers = [];
    texts.replaceChildren(...one.texts.map((text) => witness(text, one.heard)));
    say(verdict, []);
    main1.hidden = one.heard;
    main1.textContent = "Commit to all five";
  }
  function showCount() {
    const one = view.statements[at];
    later2.hidden = one.heard;
    form2.hidden = !one.heard;
    lesson.replaceChildren(...emphasised(one.lesson));
    say(verdict2, one.counted ? [one.counted.told] : [], one.counted ? !one.counted.told.includes("one author twice") : null);
    if (!one.heard) return;
    const stating = one.texts.filter((text) => text.ours === "states");
    ticks = stating.map((text) => [text.doc, h("input", { type: "checkbox", id: unique("tick"), checked: !!one.counted && one.counted.same.includes(text.doc), onchange: () => showSum() })]);
    const label = ([, box], i) => h("label", { class: "ip-choice", for: box.id }, box, h("span", {}, `${stating[i].doc} (${stating[i].who})`));
    boxes.replaceChildren(h("fieldset", { class: "ip-choices" }, h("legend", {}, "These texts state it. Tick each one that adds no new witness"), ...ticks.map(label)));
    reason.value = one.counted ? one.counted.reason : "";
    showSum();
  }
  function showSum() {
    const left = ticks.filter(([, box]) => !box.checked).length;
    sum.textContent = `You count ${left} independent ${left === 1 ? "witness" : "witnesses"} of ${ticks.length} ${ticks.length === 1 ? "text" : "texts"}.`;
  }
  function showWhole() {
    const docs = view.statements[0].texts.map((text) => text.doc);
    const cell = (text) => h("td", {}, text.ours === undefined ? "…" : { states: "states", against: "against", silent: "silent" }[text.ours]);
    const row = (one) => h("tr", {}, h("th", { scope: "row" }, one.statement), ...one.texts.map(cell), h("td", {}, one.counted ? String(one.counted.number) : "…"));
    const heads = ["Statement", ...docs, "You count"].map((head) => h("th", { scope: "col" }, head));
    overview.replaceChildren(h("table", { class: "ip-matrix" }, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...view.statements.map(row))));
    const open = view.done >= view.enough;
    form3.hidden = !open;
    later3.hidden = open;
    later3.textContent = `The last question opens when you have counted the witnesses of ${view.enough} statements: ${view.enough - view.done} to go.`;
  }
  function showLast() {
    number.list.value = view.whole ? String(view.whole.number) : "";
    whole.value = view.whole ? view.whole.reason : "";
    say(verdict3, view.whole ? [view.whole.told] : [], view.whole ? view.whole.number < 5 : null);
  }

  model.on("change:view", () => {
    view = model.get("view");
    if (asked === "reset") at = 0;
    if (asked === "hear" || asked === "reset") {
      showTexts();
      showCount();
    }
    if (asked === "hear") {
      say(verdict, [view.said]);
      if (ticks.length && view.statements[at].heard) ticks[0][1].focus();
    }
    if (asked === "count") {
      showCount();
      where.textContent = `Step 1. Statement ${at + 1} of ${view.statements.length} (${view.done} counted)`;
    }
    showWhole();
    if (asked === "conclude" || asked === "reset") showLast();
    if (asked === "conclude" && !view.said.startsWith("Saved")) say(verdict3, [view.said]);
    foot.textContent = asked === "reset" ? `${view.said} ${view.saved}` : view.saved;
  });

  statement.setAttribute("tabindex", "-1");
  const panel = (name, ...children) => h("div", { class: "ip-panel", role: "group", "aria-label": name }, ...children);
  const box = h(
    "div",
    { class: "ip-widget" },
    panel("Step 1", where, statement, texts, h("div", { class: "ip-row" }, main1, back, skip), verdict),
    panel("Step 2", h("p", { class: "ip-title" }, "Step 2. How many witnesses are these?"), later2, form2, verdict2, lesson),
    panel("Step 3", h("p", { class: "ip-title" }, "Step 3. All statements, all texts"), overview, later3, form3, verdict3, h("div", { class: "ip-row" }, clear), foot),
  );
  keepKeys(box);
  el.append(box);
  showTexts();
  showCount();
  showWhole();
  showLast();
  foot.textContent = view.saved;
}
export default { render };
