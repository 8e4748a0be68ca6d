// A map of actors and the lines between them. It draws; it judges nothing.

const UNIT = 62;
const TALL = 7.5;

const boxOf = (actor) => ({
  x: actor.x * UNIT + 8,
  y: (TALL - actor.y) * UNIT,
  w: 8.4 * Math.max(...actor.label.map((line) => line.length)) + 14,
  t: 17 * actor.label.length + 12,
});

// Where the line from the middle of a box towards (x, y) leaves it.
function edge(box, x, y, gap) {
  const [dx, dy] = [x - box.x, y - box.y];
  const share = Math.min(1, Math.min(Math.abs((box.w / 2 + gap) / (dx || 1e-9)), Math.abs((box.t / 2 + gap) / (dy || 1e-9))));
  return [box.x + dx * share, box.y + dy * share];
}

// ties: [{source, target, line, tag, tone}], tone one of plain, differs, draft. onpick(source, target) by mouse only.
function drawMap(actors, ties, label, onpick = null) {
  const boxes = Object.fromEntries(actors.map((actor) => [actor.id, boxOf(actor)]));
  const groups = new Map();
  for (const tie of ties) {
    const key = [tie.source, tie.target].sort().join(" ");
    groups.set(key, [...(groups.get(key) || []), tie]);
  }
  const drawn = [...groups.values()].flatMap((same) => same.map((tie, i) => drawTie(tie, boxes, 19 * (i - (same.length - 1) / 2))));
  let from = null;
  const nodes = actors.map((actor) => {
    const box = boxes[actor.id];
    const name = actor.label.map((line, i) =>
      h("text", { x: box.x, y: box.y + 17 * (i - (actor.label.length - 1) / 2) + 5, "text-anchor": "middle", class: "ip-actor-name" }, line),
    );
    const frame = h("rect", { x: box.x - box.w / 2, y: box.y - box.t / 2, width: box.w, height: box.t, rx: 7, class: "ip-actor-box" });
    const take = () => (from = actor.id);
    const drop = () => {
      if (from && from !== actor.id) onpick(from, actor.id);
      else if (from) onpick(actor.id, null);
      from = null;
    };
    return h("g", onpick ? { class: "ip-actor", onpointerdown: take, onpointerup: drop } : { class: "ip-actor" }, frame, ...name);
  });
  return h(
    "svg",
    { viewBox: `0 0 ${10 * UNIT + 30} ${TALL * UNIT}`, class: onpick ? "ip-map ip-map-live" : "ip-map", role: "img", "aria-label": label },
    ...drawn.map((one) => one.line),
    ...nodes,
    ...drawn.map((one) => one.tag),
  );
}

function drawTie(tie, boxes, aside) {
  const [a, b] = [boxes[tie.source], boxes[tie.target]];
  const long = Math.hypot(b.x - a.x, b.y - a.y);
  // The same side for both directions, so that lines between the same two actors stay apart.
  const way = tie.source < tie.target ? 1 : -1;
  const [sx, sy] = [(-(b.y - a.y) / long) * aside * way, ((b.x - a.x) / long) * aside * way];
  const [x1, y1] = edge({ ...a, x: a.x + sx, y: a.y + sy }, b.x + sx, b.y + sy, 2);
  const [x2, y2] = edge({ ...b, x: b.x + sx, y: b.y + sy }, a.x + sx, a.y + sy, 4);
  const turn = Math.atan2(y2 - y1, x2 - x1);
  const wing = (side) => `${x2 - 12 * Math.cos(turn + side)},${y2 - 12 * Math.sin(turn + side)}`;
  const style = { class: `ip-tie ip-tie-${tie.tone}`, "stroke-dasharray": tie.line === "solid" ? null : "7 6" };
  const line = h(
    "g",
    {},
    h("line", { x1, y1, x2, y2, ...style }),
    tie.line === "solid" ? h("path", { d: `M${wing(0.45)} L${x2},${y2} L${wing(-0.45)}`, fill: "none", ...style, "stroke-dasharray": null }) : null,
  );
  // numbers of neighbours stand at different places of their lines
  const share = 0.5 + Math.max(-0.28, Math.min(0.28, aside / 130)) * way;
  const [x, y] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
  const tag = h(
    "g",
    { class: `ip-tag ip-tag-${tie.tone}` },
    h("circle", { cx: x, cy: y, r: 11 }),
    h("text", { x, y: y + 4.5, "text-anchor": "middle" }, tie.tag),
  );
  return { line, tag };
}
