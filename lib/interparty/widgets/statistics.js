// Every statistic in one table. All of it is here already: filters and picking need no answer from Python.
const ACROSS = 190;
const HIGH = 24;

function render({ model, el }) {
  const view = model.get("view");
  const [first, last] = view.years;
  const x = (value) => 4 + ((ACROSS - 8) * (value - first)) / (last - first);
  const chosen = {};
  let picked = null;

  const pickers = view.filters.map(([name, words, values]) =>
    picker(words, [["", "all"], ...values], (value) => {
      chosen[name] = value;
      filter();
    }),
  );
  const all = h("button", { type: "button", onclick: () => reset() }, "Show all");
  const count = h("p", { class: "ip-status", role: "status" });
  const hint = "Press a statistic, or point at its mark on the line of years: its sentence stands here.";
  const said = h("div", { class: "ip-panel ip-said", role: "status" }, h("p", {}, hint));

  // The mark of a row on the line of years: a point for a moment, a bar for a stretch, open where an end is not named.
  function mark(row) {
    const box = h("svg", { viewBox: `0 0 ${ACROSS} ${HIGH}`, width: ACROSS, height: HIGH, role: "img", "aria-label": row.when, class: `ip-time ip-${row.kind}` });
    for (const decade of row.last === null ? [] : [1921, 1949, 1978, 2000]) box.append(h("line", { x1: x(decade), x2: x(decade), y1: 0, y2: HIGH, class: "ip-grid" }));
    const y = HIGH / 2;
    if (row.last === null) box.append(h("text", { x: 6, y: y + 4, "font-size": 12 }, "no time in its words"));
    else if (row.first === null) {
      const end = x(row.last);
      box.append(h("path", { d: `M${end - 34},${y} L${end},${y}`, class: "ip-open" }), h("line", { x1: end, x2: end, y1: y - 7, y2: y + 7, class: "ip-line" }));
    } else if (row.last - row.first <= 1.01) {
      const at = x((row.first + row.last) / 2);
      if (row.kind === "event") box.append(h("path", { d: `M${at - 7},${y + 6} L${at},${y - 7} L${at + 7},${y + 6} Z`, class: "ip-fill" }));
      else box.append(h("circle", { cx: at, cy: y, r: 6.5, class: "ip-fill" }));
    } else box.append(h("rect", { x: x(row.first), y: y - 6, width: Math.max(3, x(row.last) - x(row.first)), height: 12, class: "ip-fill" }));
    return box;
  }

  const rows = view.rows.map((row) => {
    const button = h("button", { type: "button", class: "ip-pickrow", "aria-pressed": "false" }, `“${row.quote}”`);
    const cells = [h("th", { scope: "row" }, button), h("td", { class: "ip-whole" }, row.figure), h("td", {}, row.counted), h("td", {}, row.kind), h("td", {}, mark(row)), h("td", { class: "ip-whole" }, row.cite)];
    // a press of the button reaches the row, so it is heard once
    const line = h("tr", { onclick: () => pick(entry, true), onmouseenter: () => tell(row), onmouseleave: () => tell(picked && picked.row) }, ...cells);
    const entry = { row, button, line };
    button.addEventListener("focus", () => tell(row));
    return entry;
  });

  function tell(row) {
    if (!row) return said.replaceChildren(h("p", {}, hint));
    const sentence = h("blockquote", { class: "ip-sentence" });
    sentence.innerHTML = row.marked; // made and escaped by Python
    sentence.append(` ${row.cite}`);
    const part = row.part_of ? ` A part of “${row.part_of}”: never add the two.` : "";
    said.replaceChildren(
      sentence,
      h("p", {}, h("strong", {}, `${row.allows}.`), ` It counts ${row.counted}. Kind: ${row.kind} (${view.kinds[row.kind][1]}). Time: ${row.when}.${part} `, h("code", {}, row.id)),
    );
  }
  function pick(entry, focus) {
    picked = picked === entry ? null : entry;
    rows.forEach((other) => {
      other.button.setAttribute("aria-pressed", String(other === picked));
      other.line.classList.toggle("ip-picked", other === picked);
    });
    tell(entry.row);
    if (focus) entry.button.focus();
  }
  const shown = () => rows.filter(({ line }) => !line.hidden);

  function filter() {
    rows.forEach(({ row, line }) => {
      line.hidden = Object.entries(chosen).some(([name, value]) => value && row[name] !== value);
    });
    const kinds = {};
    shown().forEach(({ row }) => (kinds[row.kind] = (kinds[row.kind] || 0) + 1));
    const told = Object.keys(view.kinds).filter((kind) => kinds[kind]).map((kind) => `${kinds[kind]} ${view.kinds[kind][0]}`);
    const warn = told.length > 1 ? " Figures of different kinds are never added." : "";
    count.textContent = shown().length ? `${shown().length} of ${rows.length} statistics: ${told.join(", ")}.${warn}` : "No statistic fits all of these filters: widen one of them.";
  }
  function reset() {
    pickers.forEach(({ list }) => (list.value = ""));
    Object.keys(chosen).forEach((name) => delete chosen[name]);
    filter();
  }

  const body = h("tbody", {}, ...rows.map(({ line }) => line));
  body.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const list = shown();
    const at = list.findIndex(({ button }) => button === document.activeElement);
    if (at >= 0 && list[at + step]) list[at + step].button.focus();
    event.preventDefault();
  });
  const years = h("span", { class: "ip-small" }, "Time, 1920 to 2010");
  const heads = ["Statistic", "Figure", "Counts", "Kind", years, "Place"].map((head) => h("th", { scope: "col" }, head));
  const table = h("table", { class: "ip-statistics" }, h("caption", {}, h("span", { class: "ip-key-line" }, "● a moment   ▬ a stretch of time   ┄| an end without a beginning   ▲ an occasion. Thin lines: 1921, 1949, 1978, 2000")), h("thead", {}, h("tr", {}, ...heads)), body);
  const box = h(
    "div",
    { class: "ip-widget" },
    h("div", { class: "ip-row ip-top" }, ...pickers.map(({ node }) => node), all),
    count,
    said,
    h("div", { class: "ip-tablebox", tabindex: "0", role: "group", "aria-label": "Table of statistics" }, table),
  );
  keepKeys(box);
  el.append(box);
  filter();
}
export default { render };
