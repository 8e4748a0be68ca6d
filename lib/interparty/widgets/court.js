// The arrow court. It draws and talks; what agrees and what it costs comes from Python.

function render({ model, el }) {
  let view = model.get("view");
  let asked = null; // the action that spoke last
  let at = Math.max(0, view.clauses.findIndex((clause) => !clause.yours));
  let marked = null; // place of the marked word in the clause
  const nameOf = (id) => (view.actors.find((actor) => actor.id === id) || { name: "…" }).name;
  const bare = (piece) => piece.replace(/^[.,;:()]+|[.,;:()]+$/g, "");

  // Step 1: one clause, one arrow
  const title = h("p", { class: "ip-title" });
  const passage = h("blockquote", { class: "ip-sentence" });
  const word = h("div", { class: "ip-words", role: "toolbar", "aria-label": "Mark one word that says who acts" });
  const choices = [["", "choose …"], ...view.actors.map((actor) => [actor.id, actor.name])];
  const from = picker("From: who acts", choices, () => draft());
  const to = picker("To: whom the action reaches", choices, () => draft());
  const aloneId = unique("alone");
  const alone = h("input", { type: "checkbox", id: aloneId, onchange: () => draft() });
  const turn = h("button", { type: "button", onclick: () => pick(to.list.value, from.list.value) }, "Turn round");
  const said = h("p", { class: "ip-draft" });
  const enter = h("button", { type: "button", class: "ip-main", onclick: () => put() }, "Enter this arrow");
  const back = h("button", { type: "button", onclick: () => go(-1) }, "Back");
  const next = h("button", { type: "button", onclick: () => go(1) }, "Next");
  const spoken = h("div", { class: "ip-status", role: "status" });
  const map = h("div");

  // Step 2: the verdict
  const close = h("button", { type: "button", class: "ip-main", onclick: () => ask("verdict", {}) }, "Hear the verdict");
  const ruled = h("div", { class: "ip-status", role: "status" });
  const pair = h("div", { class: "ip-pair" });
  const list = h("ol", { class: "ip-differences" });
  const score = h("p", { class: "ip-score" });
  const foot = h("div", { class: "ip-status ip-small", role: "status" });
  const clear = h("button", { type: "button", onclick: () => pressTwice(clear, () => ask("reset", {})) }, "Clear all answers");
  const send = asker(model, foot);

  function ask(action, fields) {
    asked = action;
    send({ do: action, ...fields });
  }
  function pick(source, target) {
    from.list.value = source || "";
    if (target !== null) to.list.value = target;
    alone.checked = false;
    draft();
  }
  function current() {
    const pieces = view.clauses[at].quote.split(/\s+/).map(bare);
    const chosen = marked === null ? "" : pieces[marked];
    if (alone.checked) return { line: "none", source: "", target: "", word: "" };
    return { line: chosen ? "solid" : "dashed", source: from.list.value, target: to.list.value, word: chosen };
  }
  function put() {
    if (view.closed) return go(1);
    ask("enter", { clause: view.clauses[at].id, ...current() });
  }
  function go(by) {
    at = (at + by + view.clauses.length) % view.clauses.length;
    show();
    word.querySelector("[tabindex='0']").focus();
  }

  // The words of the clause: one stop of Tab, arrow keys inside, Space or Enter marks.
  function words(clause) {
    const pieces = clause.quote.split(/\s+/);
    const buttons = pieces.map((piece, i) =>
      h("button", { type: "button", class: "ip-word", tabindex: i === (marked ?? 0) ? "0" : "-1", "aria-pressed": String(i === marked), disabled: view.closed, onclick: () => mark(i) }, piece),
    );
    word.replaceChildren(...buttons);
    word.onkeydown = (event) => {
      const here = buttons.indexOf(document.activeElement);
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step || here < 0) return;
      event.preventDefault();
      const there = buttons[(here + step + buttons.length) % buttons.length];
      buttons.forEach((button) => button.setAttribute("tabindex", button === there ? "0" : "-1"));
      there.focus();
    };
    function mark(i) {
      marked = marked === i ? null : i;
      buttons.forEach((button, j) => button.setAttribute("aria-pressed", String(j === marked)));
      draft();
    }
  }
  function show() {
    const clause = view.clauses[at];
    const done = view.clauses.filter((one) => one.yours).length;
    const yours = clause.yours || { line: "", source: "", target: "", word: "" };
    title.textContent = `Clause ${at + 1} of ${view.clauses.length} (${done} on the record)`;
    passage.replaceChildren(clause.before, h("mark", { class: "ip-quote" }, clause.quote), clause.after, ` ${clause.cite}`);
    const place = clause.quote.split(/\s+/).map(bare).indexOf(yours.word);
    marked = place < 0 ? null : place;
    words(clause);
    from.list.value = yours.source;
    to.list.value = yours.target;
    alone.checked = yours.line === "none";
    for (const part of [from.list, to.list, alone, turn]) part.disabled = view.closed;
    enter.textContent = view.closed ? "Next clause" : clause.yours ? "Change this arrow" : "Enter this arrow";
    spoken.className = "ip-status";
    spoken.replaceChildren();
    draft();
  }
  function draft() {
    const now = current();
    const ends = `${nameOf(now.source)} ${now.line === "solid" ? "→" : "- - -"} ${nameOf(now.target)}`;
    const licence = now.line === "solid" ? `solid, on the word “${now.word}”` : "dashed, no word is marked";
    said.textContent = now.line === "none" ? "Your draft: no arrow, the clause names one actor only." : `Your draft: ${ends} (${licence}).`;
    const ties = yours(() => "plain").filter((tie) => tie.tag !== String(at + 1));
    if (now.source && now.target && now.source !== now.target) ties.push({ ...now, tag: String(at + 1), tone: "draft" });
    map.replaceChildren(drawMap(view.actors, ties, `Your map so far: ${ties.length} lines.`, view.closed ? null : pick));
  }
  const number = (id) => String(view.clauses.findIndex((clause) => clause.id === id) + 1);
  function yours(tone) {
    const drawn = view.clauses.filter((clause) => clause.yours && clause.yours.line !== "none");
    return drawn.map((clause) => ({ ...clause.yours, tag: number(clause.id), tone: tone(clause.id) }));
  }

  function verdict() {
    const open = view.clauses.filter((clause) => !clause.yours).length;
    close.hidden = view.closed;
    close.disabled = open > 0;
    if (!view.closed) {
      say(ruled, open ? `Opens when all clauses are on the record: ${open} to go.` : "All clauses are on the record. After the verdict they can no longer be changed.");
      for (const box of [pair, list, score]) box.replaceChildren();
      return;
    }
    const tone = (id) => (view.told[id].agrees ? "plain" : "differs");
    const ours = view.ours.filter((tie) => tie.line !== "none").map((tie) => ({ ...tie, tag: number(tie.clause), tone: tie.same ? "plain" : "differs" }));
    const different = view.clauses.filter((clause) => !view.told[clause.id].agrees);
    say(ruled, `You and we differ on ${different.length} of ${view.clauses.length} clauses. Only the differences are coloured, and drawn bold.`);
    pair.replaceChildren(
      h("div", {}, h("p", { class: "ip-small" }, "Yours"), drawMap(view.actors, yours(tone), "Your map")),
      h("div", {}, h("p", { class: "ip-small" }, "Ours"), drawMap(view.actors, ours, "Our map")),
    );
    list.replaceChildren(...different.map(difference));
    score.textContent = `Points: ${view.score} of ${view.best}. ${view.score_rule}`;
  }
  function difference(clause) {
    const told = view.told[clause.id];
    const id = unique("text");
    const own = h("textarea", { id, rows: "2", maxlength: "1000", value: told.text });
    const stand = radios("Your sentence", view.stands.map((pair) => pair));
    stand.set(told.stand);
    const save = h("button", { type: "button", onclick: () => ask("answer", { clause: clause.id, stand: stand.value() || "", text: own.value }) }, "Save this sentence");
    return h(
      "li",
      { value: number(clause.id) },
      h("blockquote", { class: "ip-sentence" }, `“${clause.quote}” ${clause.cite}`),
      h("p", {}, told.said),
      h("p", {}, h("strong", {}, `Ours: ${told.ours}. `), told.why),
      stand.node,
      h("label", { for: id, class: "ip-small" }, "Why?"),
      own,
      h("div", { class: "ip-row" }, save),
    );
  }

  model.on("change:view", () => {
    view = model.get("view");
    foot.textContent = asked === "answer" || asked === "reset" ? `${view.said} ${view.saved}` : view.saved;
    if (asked === "answer") return; // what is being written in other boxes stays
    if (asked === "enter" && view.said.startsWith("On the record")) {
      const open = view.clauses.findIndex((clause) => !clause.yours);
      const moved = open >= 0 && open !== at;
      if (moved) at = open;
      show();
      if (moved) word.querySelector("[tabindex='0']").focus();
    }
    if (asked === "reset") at = 0;
    if (asked === "reset" || asked === "verdict") show();
    if (asked === "enter") say(spoken, view.said);
    verdict();
  });

  const box = h(
    "div",
    { class: "ip-widget" },
    h(
      "div",
      { class: "ip-panel", role: "group", "aria-label": "Step 1" },
      h("p", { class: "ip-title" }, "Step 1. One clause, one arrow"),
      h("p", { class: "ip-small" }, view.rule),
      title,
      passage,
      h("p", { class: "ip-legend" }, "Mark one word that says who acts, or none"),
      word,
      h("div", { class: "ip-row ip-top" }, from.node, to.node, turn),
      h("label", { class: "ip-choice", for: aloneId }, alone, h("span", {}, "Only one actor is named: no arrow")),
      said,
      h("div", { class: "ip-row" }, enter, back, next),
      spoken,
      map,
      h("p", { class: "ip-small" }, "With a mouse you can also press on one actor, draw to another, and let go. Numbers on the lines are clauses."),
    ),
    h("div", { class: "ip-panel", role: "group", "aria-label": "Step 2" }, h("p", { class: "ip-title" }, "Step 2. The verdict: your map beside ours"), close, ruled, pair, list, score, h("div", { class: "ip-row" }, clear), foot),
  );
  keepKeys(box);
  el.append(box);
  show();
  verdict();
  foot.textContent = view.saved;
}
export default { render };
