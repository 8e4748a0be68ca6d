// Helpers for every widget of the collection. Python puts this file before the widget's own module.

// One element: h("button", {type: "button", onclick: f, class: "x"}, "text", child, …). Text is never read as HTML.
function h(name, props = {}, ...children) {
  const svg = ["svg", "line", "circle", "rect", "path", "text", "g"].includes(name);
  const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "checked" || key === "disabled" || key === "hidden" || key === "value") node[key] = value;
    else if (value !== null && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

let uniqueCount = 0;
function unique(stem) {
  uniqueCount += 1;
  return `ip-${stem}-${uniqueCount}-${Math.random().toString(36).slice(2, 7)}`;
}

// The notebook listens to single keys (b inserts a cell, arrows leave it): keep them here, but let shortcuts pass.
function keepKeys(el) {
  el.addEventListener("keydown", (event) => {
    const shortcut = event.ctrlKey || event.metaKey || event.key === "Escape" || (event.shiftKey && event.key === "Enter");
    if (!shortcut) event.stopPropagation();
  });
}

// A named group of radio buttons. items: [[value, label or node], …]. Returns {node, value(), set(value), focus()}.
function radios(legend, items, onpick = () => {}) {
  const name = unique("radio");
  const inputs = items.map(([value]) => h("input", { type: "radio", name, value, id: unique("r"), onchange: () => onpick(value) }));
  const node = h(
    "fieldset",
    { class: "ip-choices" },
    h("legend", {}, legend),
    ...items.map(([, label], i) => h("label", { class: "ip-choice", for: inputs[i].id }, inputs[i], h("span", {}, label))),
  );
  return {
    node,
    value: () => (inputs.find((input) => input.checked) || {}).value,
    set: (value) => inputs.forEach((input) => (input.checked = input.value === value)),
    focus: () => inputs[0].focus(),
  };
}

// A labelled drop-down list. items: [[value, text], …].
function picker(label, items, onpick) {
  const id = unique("select");
  const list = h("select", { id, onchange: () => onpick(list.value) });
  const fill = (rows) => {
    const before = list.value;
    list.replaceChildren(...rows.map(([value, text]) => h("option", { value }, text)));
    if (rows.some(([value]) => value === before)) list.value = before;
  };
  fill(items);
  return { node: h("div", { class: "ip-pick" }, h("label", { for: id }, label), list), list, fill };
}

// What a status line says: one text or several; *words* between stars are stressed. right: true, false, or null for no verdict.
function say(box, told, right = null) {
  const stressed = (text) => text.split("*").map((part, i) => (i % 2 ? h("em", {}, part) : part));
  box.className = right === null ? "ip-status" : "ip-status ip-feedback";
  box.dataset.right = String(right);
  box.replaceChildren(...[told].flat().filter(Boolean).map((line) => h("p", {}, stressed(line))));
}

// Ask Python; say so on the page when no answer comes back.
function asker(model, status) {
  let waiting = null;
  model.on("change:view", () => clearTimeout(waiting));
  return (message) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      status.textContent = "The kernel does not answer. If it is busy, wait; else run this cell again (Shift+Enter).";
    }, 4000);
    model.send(message);
  };
}

/** What cannot be taken back: the first press asks, a second one within five seconds does it. */
function pressTwice(button, act) {
  const words = button.dataset.words ?? button.textContent;
  const calm = () => {
    delete button.dataset.words;
    button.textContent = words;
  };
  if (button.dataset.words) {
    calm();
    return act();
  }
  button.dataset.words = words;
  button.textContent = "Really clear? Press again";
  setTimeout(calm, 5000);
}
