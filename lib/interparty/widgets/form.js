// A form: Python says which fields and buttons there are. Nothing is sent while somebody writes; a button sends all fields.
function render({ model, el }) {
  let view = model.get("view");
  const boxes = {}; // name → {node, box, follow}: the row on the page, what holds its value, what changes with the view
  const typed = new Set(); // written in since Python was asked: an answer does not overwrite it
  const said = h("div", { class: "ip-status", role: "status" });
  const ask = asker(model, said);
  const values = () => Object.fromEntries(Object.entries(boxes).flatMap(([name, { box }]) => (box ? [[name, box.value]] : [])));

  function send(message) {
    typed.clear();
    ask({ ...message, values: values() });
  }
  const make = {
    choice(field) {
      const { node, list, fill } = picker(field.label, field.options, () => send({ do: "choose", field: field.name }));
      let filled = JSON.stringify(field.options);
      const follow = (now) => {
        if (filled === JSON.stringify(now.options)) return; // a list that is open stays open
        filled = JSON.stringify(now.options);
        fill(now.options);
      };
      return { node, box: list, follow };
    },
    words(field) {
      const [id, offers] = [unique("words"), unique("offers")];
      const box = h("input", { type: "text", id, maxlength: "300", list: offers, oninput: () => typed.add(field.name) });
      const list = h("datalist", { id: offers });
      const follow = (now) => {
        box.placeholder = now.hint;
        list.replaceChildren(...now.offers.map((value) => h("option", { value })));
      };
      return { node: h("div", { class: "ip-pick" }, h("label", { for: id }, field.label), box, list), box, follow };
    },
    passage() {
      const node = h("div", { class: "ip-passage" });
      return { node, follow: (now) => (node.innerHTML = now.html) }; // made and escaped by Python
    },
  };
  for (const field of view.fields) boxes[field.name] = make[field.kind](field);

  function show(names) {
    for (const field of view.fields) boxes[field.name].follow(field);
    for (const name of names) if (!typed.has(name)) boxes[name].box.value = view.values[name];
    say(said, view.said, view.wrong ? false : null);
  }
  model.on("change:view", () => {
    view = model.get("view");
    show(view.renewed);
  });
  show(Object.keys(view.values));

  const buttons = view.buttons.map((name, i) =>
    h("button", { type: "button", class: i ? null : "ip-main", onclick: () => send({ do: "press", button: name }) }, name),
  );
  const rows = Object.values(boxes).map(({ node }) => node);
  const box = h("div", { class: "ip-widget ip-panel ip-form" }, ...rows, h("div", { class: "ip-row" }, ...buttons), said);
  keepKeys(box);
  el.append(box);
}
export default { render };
