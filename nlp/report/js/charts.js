// What the charts share: a tip beside what is pointed at, drawing anew when the width changes, ticks in words.
letopis.charts = (() => {
  const { make, data } = letopis;

  const tip = (plot) => {
    const box = make("div", { class: "tip", role: "status", hidden: true });
    plot.append(box);
    const show = (element, ...lines) => {
      box.replaceChildren(...lines.filter(Boolean).map((line, at) => make(at ? "div" : "b", {}, line)));
      box.hidden = false;
      const [at, frame] = [element.getBoundingClientRect(), plot.getBoundingClientRect()];
      const left = at.left + at.width / 2 - frame.left - box.offsetWidth / 2;
      box.style.left = `${Math.max(0, Math.min(left, frame.width - box.offsetWidth))}px`;
      const above = at.top - frame.top - box.offsetHeight - 8;
      box.style.top = `${above + frame.top > 0 ? above : at.bottom - frame.top + 8}px`;
    };
    return { show, hide: () => (box.hidden = true) };
  };

  const pointed = (selection, show, hide) =>
    selection
      .on("pointerenter focus", (event, datum) => show(event.currentTarget, datum))
      .on("pointerleave blur", hide);

  const fitted = (plot, draw) => {
    let width = 0;
    const look = () => {
      const now = plot.clientWidth;
      if (now && now !== width) draw((width = now));
    };
    new ResizeObserver(letopis.later(look, 80)).observe(plot);
    look();
  };

  const sheet = (plot, width, height) => {
    d3.select(plot).select(".sheet").remove();
    return d3.select(plot).insert("svg", ".tip").attr("class", "sheet").attr("viewBox", [0, 0, width, height]);
  };

  const tick = (date, at) => {
    const year = String(date.getFullYear());
    if (!date.getMonth() && date.getDate() === 1) return year;
    const month = data.months[date.getMonth()];
    return [date.getDate() > 1 && date.getDate(), month, !at && year].filter(Boolean).join(" ");
  };

  const day = (iso) => {
    const [year, month, day] = iso.split("-").map(Number);
    const date = new Date(2000, month - 1, day);
    date.setFullYear(year);
    return date;
  };

  // Words in at most two lines of so many letters, the second one cut.
  const folded = (text, length) => {
    if (text.length <= length) return [text];
    const end = text.lastIndexOf(" ", length);
    return end < 4 ? [cut(text, length)] : [text.slice(0, end), cut(text.slice(end + 1), length)];
  };

  const cut = (text, length) => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text);

  return { tip, pointed, fitted, sheet, tick, day, cut, folded };
})();
