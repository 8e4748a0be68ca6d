// The desk of tensions. It shows and asks; the arithmetic and every judgement come from Python.
function render({ model, el }) {
  let view = model.get("view");
  let asked = null;
  let guess = null;
  let way = null;

  const pick = picker("Investigation", view.cases, (id) => ask("turn", { case: id }));
  const back = h("button", { type: "button", onclick: () => step(-1) }, "Back");
  const next = h("button", { type: "button", onclick: () => step(1) }, "Next");
  const tally = h("p", { class: "ip-small", role: "status" });
  const head = h("h3", {});
  const quotes = h("div");
  const question = h("p", { class: "ip-question" });
  const guesses = h("div");
  const main1 = h("button", { type: "button", class: "ip-main", onclick: () => ask("expect", { case: view.case.id, guess: guess.value() || "" }) }, "Commit and see the arithmetic");
  const said1 = h("div", { class: "ip-status", role: "status" });
  const held = h("ul", { class: "ip-held" });
  const beyond = h("ul");
  const beyondBox = h("details", { open: true }, h("summary", {}, "What no arithmetic settles"), beyond);
  const opened = h("div", {}, h("p", { class: "ip-title" }, "2. What strict bounds allow"), held, beyondBox);
  const ways = h("div");
  const whyId = unique("why");
  const why = h("textarea", { id: whyId, rows: "3", maxlength: "2000" });
  const main2 = h("button", { type: "button", class: "ip-main", onclick: () => ask("choose", { case: view.case.id, way: way.value() || "", why: why.value }) }, "Save my choice");
  const said2 = h("div", { class: "ip-status", role: "status" });
  const third = h("div", {}, h("p", { class: "ip-title" }, "3. Choose a way out, and say why"), ways, h("label", { for: whyId }, "Your reason, with words of the passages"), why, h("div", { class: "ip-row" }, main2), said2);
  const foot = h("div", { class: "ip-status ip-small", role: "status" });
  const clear = h("button", { type: "button", onclick: () => pressTwice(clear, () => ask("reset", {})) }, "Clear all answers");
  const send = asker(model, foot);

  function ask(action, fields) {
    asked = action;
    send({ do: action, ...fields });
  }
  function step(by) {
    const ids = view.cases.map(([id]) => id);
    const at = ids.indexOf(view.case.id);
    ask("turn", { case: ids[(at + by + ids.length) % ids.length] });
  }
  const say = (box, words) => box.replaceChildren(...(words ? [h("p", { class: "ip-feedback" }, words)] : []));

  function show(fresh) {
    const one = view.case;
    pick.fill(view.cases);
    pick.list.value = one.id;
    tally.textContent = view.tally;
    head.textContent = `${one.id} · ${one.title}`;
    if (fresh) {
      quotes.replaceChildren(
        ...one.passages.map((html) => {
          const quote = h("blockquote", { class: "ip-sentence" });
          quote.innerHTML = html; // made and escaped by Python
          return quote;
        }),
      );
      question.textContent = one.question;
      why.value = one.why;
      say(said2, "");
    }
    guess = radios("1. Before any arithmetic: what do you expect?", view.guesses);
    if (one.guess) {
      guess.set(one.guess);
      guess.node.disabled = true;
    }
    guesses.replaceChildren(guess.node);
    main1.hidden = Boolean(one.guess);
    say(said1, one.met || "");
    opened.hidden = third.hidden = !one.guess;
    if (!one.guess) return;
    held.replaceChildren(...one.held.map((row) => h("li", {}, `${row.words} `, h("strong", {}, row.said))));
    beyond.replaceChildren(...one.beyond.map((words) => h("li", {}, words)));
    beyondBox.hidden = one.beyond.length === 0;
    const before = way && !fresh ? way.value() : null;
    way = radios("Which way out would you defend?", one.ways);
    way.set(before || one.way);
    ways.replaceChildren(way.node);
  }

  model.on("change:view", () => {
    const before = view.case.id;
    view = model.get("view");
    show(before !== view.case.id || asked === "reset");
    if (asked === "expect" && !view.case.guess) say(said1, view.said);
    if (asked === "expect" && view.case.guess) way.focus();
    if (asked === "choose") say(said2, view.said);
    if (asked === "turn") head.focus();
    foot.textContent = asked === "reset" ? `${view.said} ${view.saved}` : view.saved;
  });

  head.tabIndex = -1;
  const box = h(
    "div",
    { class: "ip-widget ip-tensions" },
    h("div", { class: "ip-row" }, pick.node, back, next),
    tally,
    h("div", { class: "ip-panel", role: "group", "aria-label": "Investigation" }, head, quotes, question, guesses, main1, said1, opened, third),
    h("div", { class: "ip-row" }, clear),
    foot,
  );
  keepKeys(box);
  el.append(box);
  show(true);
  foot.textContent = view.saved;
}
export default { render };
