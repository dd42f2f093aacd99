// Events by month: bars to press or to drag over, and two fields that say the same by keys.
letopis.months = (() => {
  const { charts, data, words, fill } = letopis;
  const HEIGHT = 170;

  const written = (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  const spoken = (month) => `${data.months[month % 12]} ${Math.floor(month / 12)}`;

  // The months that hold all events but for the oldest: some words on 1812 do not squeeze the rest, and are counted.
  const LONG = 12 * 25;
  const span = (events) => {
    const known = events.map((event) => event.month).filter((month) => month !== null).sort(d3.ascending);
    if (!known.length) return null;
    const [first, last] = [known[0], known.at(-1)];
    return [last - first > LONG ? Math.max(first, Math.min(d3.quantileSorted(known, 0.08) | 0, last - LONG)) : first, last];
  };

  const draw = (plot, tip, width, archive, found, range) => {
    const { chosen, change } = letopis.state;
    const [first, last] = range;
    const counts = d3.rollup(found.byMonth, (events) => events.length, (event) => event.month);
    const months = d3.range(first, last + 1);
    const x = d3.scaleLinear([first, last + 1], [32, width]);
    const y = d3.scaleLinear([0, d3.max(months, (month) => counts.get(month) ?? 0) || 1], [HEIGHT, 8]).nice(4);
    const svg = charts.sheet(plot, width, HEIGHT + 22).attr("role", "img").attr("aria-label", words.by_month);
    const whole = (value) => (Number.isInteger(value) ? value : "");
    svg.append("g").attr("class", "axis").attr("transform", "translate(30,0)")
      .call(d3.axisLeft(y).ticks(4).tickSizeInner(-width + 30).tickSizeOuter(0).tickFormat(whole))
      .select(".domain").remove();
    const step = Math.max(1, Math.ceil(((last - first) / 12 / width) * 52));
    const years = d3.range(Math.ceil(first / 12), Math.floor(last / 12) + 1, step)
      .filter((year) => x(year * 12) < width - 20);
    svg.append("g").attr("class", "axis").selectAll("text").data(years).join("text").attr("y", HEIGHT + 16)
      .attr("x", (year) => x(year * 12)).text(String);
    const gap = x(first + 1) - x(first) > 4 ? 1 : 0;
    const inside = (month) => chosen.from === null || (month >= chosen.from && month <= chosen.to);
    svg.selectAll(".bar").data(months).join("rect").attr("class", (month) => `bar${inside(month) ? "" : " dim"}`)
      .attr("x", x).attr("width", x(first + 1) - x(first) - gap)
      .attr("y", (month) => y(counts.get(month) ?? 0)).attr("height", (month) => HEIGHT - y(counts.get(month) ?? 0));
    const at = (event) => Math.max(first, Math.min(last, Math.floor(x.invert(d3.pointer(event)[0]))));
    let from = null;
    const hit = svg.append("rect").attr("class", "hit").attr("x", 32).attr("width", width - 32).attr("height", HEIGHT);
    hit.on("pointerdown", (event) => (from = at(event)))
      .on("pointermove", (event) => {
        const bar = svg.selectAll(".bar").filter((month) => month === at(event)).node();
        tip.show(bar, spoken(at(event)), String(counts.get(at(event)) ?? 0));
      })
      .on("pointerleave", () => { from = null; tip.hide(); })
      .on("pointerup", (event) => {
        if (from === null) return;
        const [one, other] = d3.extent([from, at(event)]);
        const again = one === chosen.from && other === chosen.to;
        change(archive, again ? { from: null, to: null } : { from: one, to: other });
      });
  };

  const fields = (section, archive, range) => {
    const { chosen, change } = letopis.state;
    const [from, to] = letopis.all("input", section);
    const number = (text, other) => {
      const [year, month] = text.split("-").map(Number);
      return year > 0 && month > 0 ? year * 12 + month - 1 : other;
    };
    const read = () => {
      const [one, other] = [number(from.value, range[0]), number(to.value, range[1])];
      change(archive, from.value || to.value ? { from: one, to: Math.max(one, other) } : { from: null, to: null });
    };
    from.addEventListener("change", read);
    to.addEventListener("change", read);
    return () => {
      from.value = chosen.from === null ? "" : written(chosen.from);
      to.value = chosen.to === null ? "" : written(chosen.to);
    };
  };

  const start = (archive) => {
    const section = document.getElementById("months");
    const left = section.querySelector(".left");
    const plot = section.querySelector(".plot");
    const range = span(archive.events);
    section.hidden = !range;
    if (!range) return;
    const tip = charts.tip(plot);
    const say = fields(section, archive, range);
    let found;
    letopis.state.watch((now) => {
      found = now;
      say();
      const [earlier, undated] = [(month) => month !== null && month < range[0], (month) => month === null]
        .map((out) => found.byMonth.filter((event) => out(event.month)).length);
      left.textContent = [earlier && fill(words.earlier, { n: earlier }), undated && fill(words.undated, { n: undated })]
        .filter(Boolean).join(" · ");
      if (plot.clientWidth) draw(plot, tip, plot.clientWidth, archive, found, range);
    });
    charts.fitted(plot, (width) => found && draw(plot, tip, width, archive, found, range));
  };

  return { start, spoken };
})();
