// Cards of reason, decision and effect. It draws and asks; every judgment comes from Python.

function render({ model, el }) {
  let view = model.get("view");
  let asked = null; // which step spoke last
  let at = Math.max(0, view.cards.findIndex((card) => !card.done));
  let lane = null;
  let word = null;

  // Step 1: one card, one lane, one word
  const where = h("p", { class: "ip-title" });
  const sentence = h("blockquote", { class: "ip-sentence" });
  const choices = h("div", { class: "ip-two" });
  const verdict = h("div", { class: "ip-status", role: "status" });
  const main1 = h("button", { type: "button", class: "ip-main", onclick: () => commit() });
  const back = h("button", { type: "button", onclick: () => turn(-1) }, "Back");
  const skip = h("button", { type: "button", onclick: () => turn(1) }, "Skip");
  const lanes = h("div", { class: "ip-lanes" });
  const count = h("p", {});

  // Step 2: the dates
  const main2 = h("button", { type: "button", class: "ip-main", onclick: () => ask("date", {}) }, "Show the dates");
  const verdict2 = h("div", { class: "ip-status", role: "status" });
  const dates = h("div", { tabindex: "0", role: "region", "aria-label": "Dates of the cards" });

  // Step 3: another house
  const ministry = picker("A foreign ministry of 1950", [["", "choose …"], ...view.ministries], () => {});
  const archive = picker("The archive that holds its papers", [["", "choose …"], ...view.archives.map((name) => [name, name])], () => {});
  const textId = unique("text");
  const own = h("textarea", { id: textId, rows: "3", maxlength: "1000" });
  const main3 = h("button", { type: "button", class: "ip-main", onclick: () => write() }, "Commit and save");
  const verdict3 = h("div", { class: "ip-status", role: "status" });
  const later = h("p", {}, "This step opens when the dates have been shown.");
  const form3 = h("div", {}, ministry.node, archive.node, h("label", { for: textId, class: "ip-own" }, "The sentence that its author would put in the lane of reasons"), own, main3);
  const foot = h("div", { class: "ip-status ip-small", role: "status" });
  const clear = h("button", { type: "button", onclick: () => pressTwice(clear, () => ask("reset", {})) }, "Clear all answers");
  const send = asker(model, foot);

  function ask(action, fields) {
    asked = action;
    send({ do: action, ...fields });
  }
  function commit() {
    const card = view.cards[at];
    if (card.done) return turn(1);
    if (!lane.value()) {
      say(verdict, ["Choose a lane first."]);
      return lane.focus();
    }
    if (!word.value()) {
      say(verdict, ["Say which word told you."]);
      return word.focus();
    }
    ask("place", { card: card.id, lane: lane.value(), word: word.value() });
  }
  function turn(by) {
    at = (at + by + view.cards.length) % view.cards.length;
    showCard();
    if (!view.cards[at].done) lane.focus();
  }
  function write() {
    if (!ministry.list.value || !archive.list.value || !own.value.trim()) return say(verdict3, ["Choose a ministry and an archive, and write a sentence."]);
    ask("write", { ministry: ministry.list.value, archive: archive.list.value, text: own.value });
  }

  function showCard() {
    const card = view.cards[at];
    where.textContent = `Step 1. Card ${at + 1} of ${view.cards.length}, ${view.placed} placed`;
    sentence.replaceChildren(card.before, h("mark", { class: "ip-quote" }, card.quote), card.after, ` ${card.cite}`);
    lane = radios("In which lane do the marked words stand?", view.lanes);
    word = radios("Which word told you?", card.words.map((words) => [words, words]));
    choices.replaceChildren(lane.node, word.node);
    if (card.done) {
      lane.set(card.lane);
      word.set(card.word);
      lane.node.disabled = word.node.disabled = true;
      say(verdict, card.told, card.lane_right && card.word_right);
    } else say(verdict, []);
    main1.textContent = card.done ? "Next card" : "Commit to lane and word";
    skip.hidden = card.done;
  }
  function showLanes() {
    const item = (card) => h("li", {}, `“${card.short}”`, card.lane_right ? null : h("strong", {}, ` (in the text: ${card.lane_text})`));
    lanes.replaceChildren(
      ...view.lanes.map(([key, name]) => {
        const here = view.cards.filter((card) => card.done && card.lane === key);
        return h("div", { class: "ip-lane" }, h("p", { class: "ip-title" }, name[0].toUpperCase() + name.slice(1)), here.length ? h("ul", {}, ...here.map(item)) : h("p", { class: "ip-small" }, "no card yet"));
      }),
    );
    count.textContent = view.placed ? `Lanes as in the text: ${view.lanes_right} of ${view.placed}. Words: ${view.words_right} of ${view.placed}.` : "";
  }
  function showDates() {
    main2.hidden = view.dates !== null;
    const fault = (text) => (text ? h("span", { class: "ip-fault" }, text) : null);
    const row = (one) => h("tr", {}, h("th", { scope: "row" }, `“${one.short}”`), h("td", {}, one.lane), h("td", {}, one.in_text, fault(one.inside_fault)), h("td", {}, one.outside.replaceAll("*", ""), fault(one.outside_fault)));
    const heads = ["Card", "Your lane", "In the texts", "From outside"].map((head) => h("th", { scope: "col" }, head));
    dates.hidden = view.dates === null;
    dates.replaceChildren(...(view.dates ? [h("table", { class: "ip-dates" }, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...view.dates.map(row)))] : []));
    later.hidden = view.dates !== null;
    form3.hidden = view.dates === null;
  }
  function showSentence() {
    const kept = view.written;
    ministry.list.value = kept ? kept.ministry : "";
    archive.list.value = kept ? kept.archive : "";
    own.value = kept ? kept.text : "";
    say(verdict3, kept ? kept.told : [], kept ? kept.right : null);
  }

  model.on("change:view", () => {
    view = model.get("view");
    if (asked === "reset") at = 0;
    if (asked === "place" || asked === "reset") showCard();
    showLanes();
    showDates();
    if (asked === "date") say(verdict2, [view.said]);
    if (asked === "reset") say(verdict2, []);
    if (asked === "write" || asked === "reset") showSentence();
    foot.textContent = asked === "reset" ? `${view.said} ${view.saved}` : view.saved;
  });

  const panel = (name, ...children) => h("div", { class: "ip-panel", role: "group", "aria-label": name }, ...children);
  const box = h(
    "div",
    { class: "ip-widget" },
    panel("Step 1", where, sentence, choices, h("div", { class: "ip-row" }, main1, back, skip), verdict, lanes, count),
    panel("Step 2", h("p", { class: "ip-title" }, "Step 2. What do the dates say? Open when all cards are placed"), main2, verdict2, dates),
    panel("Step 3", h("p", { class: "ip-title" }, "Step 3. Write for another house, in 1950"), later, form3, verdict3, h("div", { class: "ip-row" }, clear), foot),
  );
  keepKeys(box);
  el.append(box);
  showCard();
  showLanes();
  showDates();
  showSentence();
  foot.textContent = view.saved;
}
export default { render };
