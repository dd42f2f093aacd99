// The two lists, of events and of documents: sorted by date, a hundred at a time.
letopis.lists = (() => {
  const { make, words, data, collator } = letopis;
  const PART = 100;
  let shown = PART;

  const cell = (name, head, ...children) =>
    make("td", { class: name, "data-head": children.some(Boolean) ? head : null }, ...children);

  const roles = (archive, event) => {
    const found = new Map();
    for (const [role, who] of event.who) found.set(role, [...(found.get(role) ?? []), archive.name(who)]);
    return [...found].map(([role, names]) =>
      make("div", {}, make("span", { class: "note" }, `${archive.text(role)} `), make("bdi", {}, [...new Set(names)].join("; "))));
  };

  const eventRow = (archive, event) => {
    const from = archive.documents[event.document];
    const status = data.statuses[event.status];
    return make("tr", {},
      cell("date", words.date, event.date),
      cell("event", words.event, make("a", { href: `${from.href}#d1-${event.anchor}` }, event.what),
        status ? make("span", { class: "note" }, ` ${status}`) : null),
      cell("who", words.who, ...roles(archive, event)),
      cell("where", words.where, event.place ? make("bdi", {}, event.place) : null),
      cell("from", words.document, make("bdi", {}, from.title), from.date ? make("div", { class: "note" }, from.date) : null));
  };

  const documentRow = (_, each) =>
    make("tr", {},
      cell("date", words.date, each.date),
      cell("title", words.title, make("a", { href: each.href }, make("bdi", {}, each.title))),
      cell("number", words.events, String(each.events)),
      cell("from", words.source, make("bdi", {}, each.source)));

  const LISTS = {
    events: {
      heads: [["date", "day"], ["event", "what"], ["who"], ["where", "place"], ["document", "document"]],
      row: eventRow,
    },
    documents: { heads: [["date", "published"], ["title", "title"], ["events", "events"], ["source", "source"]], row: documentRow },
  };

  const order = { events: ["day", true], documents: ["published", true] };

  const sorted = (rows, [field, down]) => {
    const sign = down ? -1 : 1;
    const compare = (one, other) =>
      typeof one === "number" ? one - other : field === "day" || field === "published" ? d3.ascending(one, other) : collator.compare(one, other);
    return [...rows].sort((one, other) => (one[field] === "") - (other[field] === "") || sign * compare(one[field], other[field]));
  };

  const heads = (list, again) =>
    LISTS[list].heads.map(([name, field]) => {
      const [now, down] = order[list];
      const press = () => {
        order[list] = [field, now === field ? !down : false];
        again();
      };
      const sort = now === field ? (down ? "descending" : "ascending") : null;
      return make("th", { scope: "col", class: name, "aria-sort": sort },
        field ? make("button", { type: "button", onclick: press }, words[name]) : words[name]);
    });

  const table = (archive, list, rows, again) =>
    make("table", {},
      make("thead", {}, make("tr", {}, ...heads(list, again))),
      make("tbody", {}, ...rows.slice(0, shown).map((each) => LISTS[list].row(archive, each))));

  const tabs = (archive, found, list) =>
    Object.keys(LISTS).map((name) =>
      make("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(name === list),
        "aria-controls": "rows", tabindex: name === list ? 0 : -1,
        onclick: () => letopis.state.change(archive, { list: name }),
        onkeydown: (event) => {
          if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
          const other = name === "events" ? "documents" : "events";
          letopis.state.change(archive, { list: other }).then(() => document.getElementById(`tab-${other}`).focus());
        } },
        `${words[name]} `, make("b", {}, found[name].length.toLocaleString(data.language))));

  const start = (archive) => {
    const section = document.getElementById("results");
    const more = document.getElementById("more");
    let found = null;
    const show = () => {
      const { list } = letopis.state.chosen;
      const rows = sorted(found[list], order[list]);
      section.hidden = false;
      section.querySelector(".tabs").replaceChildren(...tabs(archive, found, list));
      section.querySelector("#rows").replaceChildren(rows.length ? table(archive, list, rows, show) : words.none);
      more.hidden = rows.length <= shown;
    };
    more.addEventListener("click", () => {
      shown += PART;
      show();
    });
    letopis.state.watch((now) => {
      found = now;
      shown = PART;
      show();
    });
  };

  return { start };
})();
