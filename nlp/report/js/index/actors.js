// Who takes part most often, the types of events, and the graph of ties: all of what is chosen now.
letopis.actors = (() => {
  const { make, words, data } = letopis;
  const SHOWN = 10;
  const LINKS = 60;
  const COLUMNS = [["person", words.people], ["org", words.organisations], ["place", words.countries]];

  const toggled = (set, value) => {
    const now = new Set(set);
    if (!now.delete(value)) now.add(value);
    return now;
  };

  const counts = (events) => {
    const found = new Map();
    for (const event of events) for (const actor of event.actors) found.set(actor, (found.get(actor) ?? 0) + 1);
    return found;
  };

  const bar = (share, kind) => {
    const svg = d3.create("svg").attr("viewBox", "0 0 100 4").attr("preserveAspectRatio", "none").attr("class", kind);
    svg.attr("aria-hidden", true).append("rect").attr("width", Math.max(0.5, share * 100)).attr("height", 4);
    return svg.node();
  };

  const row = (archive, actor, count, most, kind) => {
    const { chosen, change } = letopis.state;
    const press = () => change(archive, { actors: toggled(chosen.actors, actor) });
    return make("li", {}, make("button", { type: "button", onclick: press, "aria-pressed": String(chosen.actors.has(actor)) },
      make("bdi", {}, archive.name(actor)), make("span", {}, String(count)), bar(count / most, kind)));
  };

  const columns = (archive, events) => {
    const found = [...counts(events)].sort(([, one], [, other]) => other - one);
    return COLUMNS.map(([kind, title]) => {
      const top = found.filter(([actor]) => archive.actors[actor][1] === kind).slice(0, SHOWN);
      const rows = top.map(([actor, count]) => row(archive, actor, count, top[0][1], kind));
      return rows.length ? make("div", {}, make("h3", {}, title), make("ol", {}, ...rows)) : null;
    }).filter(Boolean);
  };

  const types = (archive, events) => {
    const { chosen, change } = letopis.state;
    const count = d3.rollup(events, (found) => found.length, (event) => event.type);
    const all = [...d3.rollup(archive.events, (found) => found.length, (event) => event.type)];
    return all.sort(([, one], [, other]) => other - one).map(([type]) => {
      const press = () => change(archive, { types: toggled(chosen.types, type) });
      const code = archive.text(type);
      return make("button", { type: "button", onclick: press, "aria-pressed": String(chosen.types.has(type)) },
        archive.types[code] ?? code, make("b", {}, ` ${count.get(type) ?? 0}`));
    });
  };

  const ties = (archive, events) => {
    const links = new Map();
    for (const event of events) {
      const kind = archive.ties[event.type];
      if (!kind || event.status !== "actual" || event.actors.length > archive.crowd) continue;
      for (const [at, one] of event.actors.entries()) {
        for (const other of event.actors.slice(at + 1)) {
          const key = `${Math.min(one, other)} ${Math.max(one, other)} ${kind}`;
          links.set(key, (links.get(key) ?? 0) + 1);
        }
      }
    }
    const top = [...links].sort(([, one], [, other]) => other - one).slice(0, LINKS);
    const order = new Map();
    const place = (actor) => order.get(Number(actor)) ?? order.set(Number(actor), order.size).get(Number(actor));
    const drawn = top.map(([key, times]) => {
      const [one, other, kind] = key.split(" ");
      return [place(one), place(other), kind, times];
    });
    return { nodes: [...order.keys()].map((actor) => archive.actors[actor]), links: drawn, actors: [...order.keys()] };
  };

  const start = (archive) => {
    const { watch, change, chosen } = letopis.state;
    const section = document.getElementById("actors");
    const graph = document.getElementById("ties");
    const plot = graph.querySelector(".plot");
    watch(({ events, byType }) => {
      section.hidden = graph.hidden = false;
      section.querySelector(".columns").replaceChildren(...columns(archive, events));
      document.getElementById("types").replaceChildren(...types(archive, byType));
      const network = ties(archive, events);
      graph.hidden = network.links.length < 2;
      plot.replaceChildren();
      const choose = (at) => at !== null && change(archive, { actors: toggled(chosen.actors, network.actors[at]) });
      if (!graph.hidden) letopis.network.mount(plot, network, data.ties, choose);
    });
  };

  return { start, toggled };
})();
