// Everything of the index put to work.
(async () => {
  const { state, words, make } = letopis;
  const loading = document.getElementById("loading");
  let archive;
  try {
    archive = await letopis.archive.read();
  } catch (error) {
    loading.textContent = words.broken;
    throw error;
  }
  loading.remove();

  const field = document.getElementById("asked");
  const ask = letopis.later(() => state.change(archive, { asked: field.value.trim() }), 160);
  field.addEventListener("input", ask);
  document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());

  const chip = (text, changes) =>
    make("button", { type: "button", onclick: () => state.change(archive, changes) }, text);

  const chips = () => {
    const { asked, from, to, actors, types } = state.chosen;
    const months = from === to ? [from] : [from, to];
    return [
      asked && chip(`«${asked}»`, { asked: "" }),
      from !== null && chip(months.map(letopis.months.spoken).join(" – "), { from: null, to: null }),
      ...[...types].map((type) => chip(archive.types[archive.text(type)] ?? archive.text(type),
        { types: letopis.actors.toggled(types, type) })),
      ...[...actors].map((actor) => chip(archive.name(actor), { actors: letopis.actors.toggled(actors, actor) })),
    ].filter(Boolean);
  };

  state.watch(() => {
    if (document.activeElement !== field) field.value = state.chosen.asked;
    document.getElementById("chosen").replaceChildren(...chips());
  });
  const again = () => {
    state.read();
    for (const kind of ["types", "actors"]) {
      const most = kind === "types" ? archive.strings.length : archive.actors.length;
      state.chosen[kind] = new Set([...state.chosen[kind]].filter((number) => number >= 0 && number < most));
    }
    return state.apply(archive);
  };
  letopis.months.start(archive);
  letopis.actors.start(archive);
  letopis.lists.start(archive);
  window.addEventListener("hashchange", again);
  await again();
  document.body.dataset.ready = "yes";
})();
