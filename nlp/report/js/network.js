// The graph of ties, laid out by forces; a name that is pressed keeps its own ties.
letopis.network = (() => {
  const { charts } = letopis;
  const LETTER = 7.2;
  const PHONE = 16;

  const laid = ({ nodes, links }, width, height) => {
    const found = nodes.map(([name, kind, known], at) => ({ at: known ?? at, name, kind, ties: 0 }));
    const lines = links.map(([one, other, kind, told]) => ({ source: found[one], target: found[other], kind, told }));
    for (const line of lines) {
      const times = Array.isArray(line.told) ? line.told.length : line.told;
      line.times = times;
      line.source.ties += times;
      line.target.ties += times;
    }
    const most = d3.max(found, (node) => node.ties);
    for (const node of found) node.most = most;
    const pairs = d3.rollup(lines, (same) => same.length, (line) => `${line.source.at} ${line.target.at}`);
    for (const line of lines) line.twice = pairs.get(`${line.source.at} ${line.target.at}`) > 1;
    const room = Math.sqrt((width * height) / (found.length + 4));
    d3.forceSimulation(found).stop()
      .force("link", d3.forceLink(lines).distance(room * 0.7).strength(0.5))
      .force("charge", d3.forceManyBody().strength(-room * 5))
      .force("x", d3.forceX(0).strength(0.05))
      .force("y", d3.forceY(0).strength(0.08))
      .force("apart", d3.forceCollide((node) => radius(node) + Math.min(48, room * 0.4)))
      .tick(320);
    return { found, lines };
  };

  const radius = (node) => 5 + 9 * Math.sqrt(node.ties / Math.max(16, node.most));

  const fit = (found, width, height) => {
    const [left, right] = d3.extent(found, (node) => node.x);
    const [top, bottom] = d3.extent(found, (node) => node.y);
    const side = Math.min(110, width * 0.18);
    const stretch = (first, last, from, to) =>
      last - first < 1 ? () => (from + to) / 2 : d3.scaleLinear([first, last], [from, to]);
    const [x, y] = [stretch(left, right, side, width - side), stretch(top, bottom, 20, height - 44)];
    for (const node of found) [node.x, node.y] = [x(node.x), y(node.y)];
  };

  const paths = (line) => {
    const { source: one, target: other } = line;
    const bend = line.twice && line.kind === "signed" ? 0.16 : 0;
    const [mx, my] = [(one.x + other.x) / 2 + (one.y - other.y) * bend, (one.y + other.y) / 2 + (other.x - one.x) * bend];
    return `M${one.x},${one.y}Q${mx},${my} ${other.x},${other.y}`;
  };

  // On a phone only so many ties are drawn, the most frequent; the list has all of them.
  const strongest = ({ nodes, links }, most) => {
    const times = ([, , , told]) => (Array.isArray(told) ? told.length : told);
    const kept = [...links].sort((one, other) => times(other) - times(one)).slice(0, most);
    const used = [...new Set(kept.flatMap(([one, other]) => [one, other]))];
    const ties = kept.map(([one, other, ...rest]) => [used.indexOf(one), used.indexOf(other), ...rest]);
    return { nodes: used.map((at) => [...nodes[at], at]), links: ties };
  };

  // Names are written from the best tied down, each where it hides no other; the rest wait to be pointed at.
  const named = (found, width) => {
    const taken = found.map((node) => [node.x - 4, node.y - 4, node.x + 4, node.y + 4]);
    for (const node of [...found].sort((one, other) => other.ties - one.ties)) {
      node.lines = charts.folded(node.name, width < 640 ? 17 : 24);
      const half = (Math.max(...node.lines.map((line) => line.length)) * LETTER) / 2;
      const top = node.y + radius(node) + 1;
      const box = [node.x - half, top, node.x + half, top + 15 * node.lines.length];
      const clash = (other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
      node.crowded = taken.some(clash);
      if (!node.crowded) taken.push(box);
    }
  };

  const draw = (plot, tip, width, network, choose) => {
    const narrow = width < 640;
    const shown = narrow ? strongest(network, PHONE) : network;
    const height = Math.max(240, Math.min(620, narrow ? 560 : width * 0.62, 130 + shown.nodes.length * 26));
    const { found, lines } = laid(shown, width, height);
    fit(found, width, height);
    named(found, width);
    const near = (node) => new Set(lines.flatMap((line) =>
      line.source === node ? [line.target] : line.target === node ? [line.source] : []).concat(node));
    const most = Math.max(8, d3.max(lines, (line) => line.times));
    const svg = charts.sheet(plot, width, height).attr("role", "group");
    const link = svg.selectAll(null).data(lines).join("path").attr("class", (line) => `link ${line.kind}`)
      .attr("d", paths).attr("stroke-width", (line) => 1 + 3 * Math.sqrt(line.times / most));
    const node = svg.selectAll(null).data(found).join("g").attr("class", (each) => `node ${each.kind}`)
      .attr("transform", (each) => `translate(${each.x},${each.y})`).attr("role", "button").attr("tabindex", 0)
      .attr("aria-pressed", false).attr("aria-label", (each) => each.name);
    node.append("circle").attr("r", radius);
    node.classed("crowded", (each) => each.crowded).append("text").attr("text-anchor", "middle")
      .attr("y", (each) => radius(each) + 12).selectAll("tspan").data((each) => each.lines).join("tspan").attr("x", 0)
      .attr("dy", (_, at) => at && "1.1em").text(String);
    let kept = null;
    const keep = (each) => {
      kept = kept === each ? null : each;
      const close = kept && near(kept);
      node.classed("faded", (one) => close && !close.has(one)).attr("aria-pressed", (one) => one === kept);
      link.classed("faded", (line) => kept && line.source !== kept && line.target !== kept);
      choose(kept?.at ?? null);
    };
    const press = (event, each) => {
      if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      keep(each);
    };
    node.on("click keydown", press);
    svg.on("click", () => kept && keep(kept));
    charts.pointed(node, (at, each) => tip.show(at, each.name, `${letopis.words.times}: ${each.ties}`), tip.hide);
  };

  const legend = (plot, ties) => {
    const key = d3.select(plot).insert("p", ":first-child").attr("class", "lines-key");
    for (const [kind, name] of Object.entries(ties)) {
      const item = key.append("span");
      item.append("svg").attr("viewBox", "0 0 32 10").append("path").attr("class", `link ${kind}`)
        .attr("d", "M0,5H32").attr("stroke-width", 2.5);
      item.append("span").text(` ${name}`);
    }
  };

  const mount = (plot, network, ties, choose) => {
    legend(plot, ties);
    const tip = charts.tip(plot);
    charts.fitted(plot, (width) => draw(plot, tip, width, network, choose));
  };

  return { mount };
})();
