// The timeline: a lane a type, a point an event, each a link to its sentence.
letopis.timeline = (() => {
  const { charts, data } = letopis;
  const FEW = 30;
  const LETTER = 7.6;

  const points = (rows) =>
    rows.map(([lane, first, last, date, what, who, status, anchor]) => ({
      lane, date, what, who, status, anchor, first: charts.day(first), last: charts.day(last),
    }));

  const scale = (found, from, to) => {
    const [first, last] = [d3.min(found, (each) => each.first), d3.max(found, (each) => each.last)];
    const pad = Math.max(45 * 864e5, (last - first) * 0.02);
    return d3.scaleTime([new Date(+first - pad), new Date(+last + pad)], [from, to]);
  };

  const stacked = (found, x, apart) => {
    const tops = new Map();
    for (const each of found) {
      each.x = (x(each.first) + x(each.last)) / 2;
      each.from = x(each.first);
      each.to = x(each.last);
      const taken = tops.get(each.lane) ?? tops.set(each.lane, []).get(each.lane);
      each.level = taken.findIndex((end) => end < each.x - apart);
      if (each.level < 0) each.level = taken.length;
      taken[each.level] = each.x;
    }
    return tops;
  };

  // The words beside a point, on the side with more room up to the next point of its row.
  const beside = (found, left, width) => {
    for (const [, row] of d3.group(found, (each) => `${each.lane} ${each.level}`)) {
      row.sort((one, other) => one.x - other.x).forEach((each, at) => {
        const room = [(row[at + 1]?.from ?? width) - each.to - 24, each.from - (row[at - 1]?.to ?? left) - 24];
        each.side = room[0] >= room[1] ? 1 : -1;
        const shared = (at && each.side < 0) || (row[at + 1] && each.side > 0) ? 2 : 1;
        const letters = Math.floor(Math.max(...room) / shared / LETTER);
        each.label = letters > 14 ? charts.cut(`${each.date}  ${each.who}`, letters) : "";
      });
    }
  };

  const lanes = (tops, head, step) => {
    let y = 0;
    return new Map([...tops].map(([name, taken]) => {
      const top = y;
      y += head + taken.length * step + 12;
      return [name, { top, base: y - 8 }];
    }));
  };

  const draw = (plot, tip, width) => {
    const wide = width > 640;
    const [left, head] = wide ? [150, 4] : [4, 18];
    const found = points(data.timeline);
    const x = scale(found, left, width - 10);
    const few = wide && found.length <= FEW;
    const step = few ? 19 : 12;
    const rows = lanes(stacked(found, x, few ? 150 : 12), head, step);
    if (few) beside(found, left, width);
    const height = d3.max(rows.values(), (row) => row.base) + 6;
    const svg = charts.sheet(plot, width, height + 24).attr("role", "group");
    const axis = d3.axisBottom(x).ticks(Math.max(3, width / 110)).tickFormat(charts.tick).tickSizeOuter(0);
    svg.append("g").attr("class", "axis").attr("transform", `translate(0,${height})`).call(axis.tickSizeInner(-height));
    const lane = svg.selectAll(null).data(rows).join("g");
    lane.append("line").attr("class", "lane").attr("x1", left).attr("x2", width - 10)
      .attr("y1", ([, row]) => row.base).attr("y2", ([, row]) => row.base);
    lane.append("text").attr("class", "lane-name").attr("x", 0).text(([name]) => name)
      .attr("y", ([, row]) => (wide ? row.base : row.top + 12));
    const link = svg.selectAll(null).data(found).join("a").attr("href", (each) => `#${each.anchor}`)
      .attr("aria-label", (each) => `${each.date}: ${each.what}. ${each.who}`);
    const y = (each) => rows.get(each.lane).base - 7 - each.level * step;
    link.filter((each) => each.to - each.from > 9).append("rect").attr("class", "stretch").attr("rx", 3)
      .attr("x", (each) => each.from).attr("width", (each) => each.to - each.from)
      .attr("y", (each) => y(each) - 3).attr("height", 6);
    link.append("circle").attr("class", (each) => `point ${each.status}`).attr("r", 5.5)
      .attr("cx", (each) => each.x).attr("cy", y);
    link.filter((each) => each.label).append("text").attr("class", "beside").text((each) => each.label)
      .attr("x", (each) => (each.side > 0 ? each.to + 11 : each.from - 11)).attr("y", (each) => y(each) + 4)
      .attr("text-anchor", (each) => (each.side > 0 ? "start" : "end"));
    charts.pointed(link, (at, each) => tip.show(at, `${each.date} · ${each.what}`, each.who), tip.hide);
  };

  const start = () => {
    const plot = document.querySelector("#timeline .plot");
    if (!plot) return;
    const tip = charts.tip(plot);
    charts.fitted(plot, (width) => draw(plot, tip, width));
  };

  const narrow = (anchors) =>
    d3.selectAll("#timeline a").classed("faded", (each) => !anchors.has(each.anchor));

  return { start, narrow };
})();
