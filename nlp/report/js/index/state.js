// What is chosen: words, types, months, an actor, a list; kept in the address, so that Back brings it again.
letopis.state = (() => {
  const { begins, stems, inTexts } = letopis.search;
  const chosen = { asked: "", types: new Set(), from: null, to: null, actors: new Set(), list: "events", down: true };
  const watchers = [];
  let turn = 0;

  const fits = (event, wanted, without) =>
    (without === "types" || !chosen.types.size || chosen.types.has(event.type)) &&
    (without === "months" || chosen.from === null ||
      (event.month !== null && event.month >= chosen.from && event.month <= chosen.to)) &&
    [...chosen.actors].every((actor) => event.actors.includes(actor)) &&
    (!wanted.length || begins(event.words, wanted));

  const narrowed = async (archive) => {
    const wanted = stems(chosen.asked);
    const inside = wanted.length ? await inTexts(wanted) : null;
    const only = (without) => archive.events.filter((event) => fits(event, wanted, without));
    const events = only();
    const plain = !chosen.types.size && chosen.from === null && !chosen.actors.size;
    const held = new Set(events.map((event) => event.document));
    const documents = archive.documents.filter((each) =>
      plain ? !wanted.length || inside?.has(each.number) || begins(each.words, wanted) : held.has(each.number));
    return { events, documents, byMonth: only("months"), byType: only("types"), wanted };
  };

  const write = () => {
    const parts = new URLSearchParams();
    if (chosen.asked) parts.set("q", chosen.asked);
    if (chosen.types.size) parts.set("t", [...chosen.types].join("."));
    if (chosen.from !== null) parts.set("m", `${chosen.from}.${chosen.to}`);
    if (chosen.actors.size) parts.set("a", [...chosen.actors].join("."));
    if (chosen.list !== "events") parts.set("l", chosen.list);
    history.replaceState(null, "", `#${parts}`);
  };

  const read = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    const numbers = (name) => (parts.get(name) ?? "").split(".").filter(Boolean).map(Number).filter(Number.isInteger);
    chosen.asked = parts.get("q") ?? "";
    chosen.types = new Set(numbers("t"));
    [chosen.from = null, chosen.to = null] = numbers("m");
    chosen.actors = new Set(numbers("a"));
    chosen.list = parts.get("l") === "documents" ? "documents" : "events";
  };

  const apply = async (archive) => {
    const mine = ++turn;
    const found = await narrowed(archive);
    if (mine === turn) for (const watch of watchers) watch(found);
  };

  const change = (archive, changes) => {
    Object.assign(chosen, changes);
    write();
    return apply(archive);
  };

  return { chosen, read, change, apply, watch: (watcher) => watchers.push(watcher) };
})();
