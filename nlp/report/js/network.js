// The graph of ties, laid out by forces; a name that is pressed keeps its own ties.
letopis.network = (() => {
  const { charts } = letopis;
  const NAMED = 40;

  const laid = ({ nodes, links }, width, height) => {
    const found = nodes.map(([name, kind], at) => ({ at, name, kind, ties: 0 }));
    const lines = links.map(([one, other, kind, told]) => ({ source: found[one], target: found[other], kind, told }));
    for (const line of lines) {
      const times = Array.isArray(line.told) ? line.told.length : line.told;
      line.times = times;
      line.source.ties += times;
      line.target.ties += times;
    }
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

  const radius = (node) => 4.5 + 2.2 * Math.sqrt(node.ties);

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

  const draw = (plot, tip, width, network, choose) => {
    const height = Math.max(240, Math.min(620, width * 0.62, 130 + network.nodes.length * 26));
    const { found, lines } = laid(network, width, height);
    fit(found, width, height);
    const near = (node) => new Set(lines.flatMap((line) =>
      line.source === node ? [line.target] : line.target === node ? [line.source] : []).concat(node));
    const svg = charts.sheet(plot, width, height).attr("role", "group");
    const link = svg.selectAll(null).data(lines).join("path").attr("class", (line) => `link ${line.kind}`)
      .attr("d", paths).attr("stroke-width", (line) => 1 + 1.1 * Math.sqrt(line.times));
    const node = svg.selectAll(null).data(found).join("g").attr("class", (each) => `node ${each.kind}`)
      .attr("transform", (each) => `translate(${each.x},${each.y})`).attr("role", "button").attr("tabindex", 0)
      .attr("aria-pressed", false).attr("aria-label", (each) => each.name);
    node.append("circle").attr("r", radius);
    const named = new Set([...found].sort((one, other) => other.ties - one.ties).slice(0, width < 640 ? 16 : NAMED));
    node.filter((each) => named.has(each)).append("text").attr("text-anchor", "middle")
      .attr("y", (each) => radius(each) + 12).selectAll("tspan")
      .data((each) => charts.folded(each.name, width < 640 ? 17 : 24)).join("tspan").attr("x", 0)
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
