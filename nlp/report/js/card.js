// The card of a marked word: the event it names, what it mentions, and what it lies within.
letopis.card = (() => {
  const { make, words, fill } = letopis;
  const box = make("div", { class: "card", id: "card", role: "dialog", "aria-label": words.legend, hidden: true });
  let from = null;

  const pair = (name, value) => (value ? [make("dt", {}, name), make("dd", {}, value)] : []);

  const origin = (rule, score) => [
    ...pair(words.rule, make("code", {}, rule)),
    ...pair(words.score, letopis.percent(score)),
  ];

  const eventPart = (known) => {
    const [what, when, where, roles, status, rule, score] = known;
    return make("div", { class: "part" },
      make("p", { class: "what" }, [words.event.toLowerCase(), status].filter(Boolean).join(" · ")),
      make("p", { class: "who" }, what),
      make("dl", {}, ...pair(words.date, when), ...pair(words.where, where),
        ...roles.flatMap(([role, names]) => pair(role, names.join("; "))), ...origin(rule, score)));
  };

  const turn = (prefix, id, mentions) => {
    const at = mentions.indexOf(id);
    if (mentions.length < 2 || at < 0) return null;
    const go = (step) => () => letopis.marks.go(prefix + mentions[(at + step + mentions.length) % mentions.length]);
    return make("div", { class: "turn" },
      make("button", { type: "button", onclick: go(-1), "aria-label": words.previous }, "←"),
      fill(words.mention_of, { n: at + 1, total: mentions.length }),
      make("button", { type: "button", onclick: go(1), "aria-label": words.next }, "→"));
  };

  const mentionPart = (prefix, id, known, kind) => {
    const [label, entity, value, rule, score] = known.mentions[id];
    const [name, more, mentions] = known.entities[entity] ?? ["", [], []];
    const [written, exact] = value;
    const made = make("div", { class: `part ${kind}` },
      make("p", { class: "what" }, label),
      name || written ? make("p", { class: "who" }, make("bdi", {}, name || written)) : null,
      ...more.map((text) => make("p", {}, make("bdi", {}, text))),
      make("dl", {}, ...pair(words.value, exact ?? (name && written)), ...origin(rule, score)),
      turn(prefix, id, mentions));
    return made;
  };

  const parts = (mark) => {
    const prefix = mark.closest(".text").dataset.document;
    const known = letopis.data.documents[prefix];
    const found = [];
    for (let at = mark; at && !at.matches(".text"); at = at.parentElement) {
      if (at.dataset.e) found.push(eventPart(known.events[at.dataset.e]));
      else if (at.dataset.m) found.push(mentionPart(prefix, at.dataset.m, known, at.classList[1]));
    }
    return found.slice(0, 3);
  };

  const place = (mark) => {
    const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const left = Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 16);
    const below = at.bottom + box.offsetHeight + 12 < window.innerHeight || at.top < box.offsetHeight + 12;
    box.style.left = `${Math.max(8, left) + window.scrollX}px`;
    box.style.top = `${(below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + window.scrollY}px`;
  };

  const hide = () => {
    box.hidden = true;
    box.classList.remove("pinned");
    from?.removeAttribute("aria-describedby");
    from = null;
    letopis.marks.same(null);
  };

  const show = (mark, pinned) => {
    from?.removeAttribute("aria-describedby");
    from = mark;
    const shown = parts(mark);
    const close = make("button", { type: "button", class: "close", "aria-label": words.close, onclick: leave }, "×");
    box.replaceChildren(close, ...shown);
    box.className = `card ${shown[0]?.classList[1] ?? ""} ${pinned ? "pinned" : ""}`;
    box.hidden = false;
    mark.setAttribute("aria-describedby", "card");
    place(mark);
    letopis.marks.same(mark);
  };

  function leave() {
    const back = from;
    hide();
    back?.focus({ preventScroll: true });
    hide();
  }

  document.body.append(box);
  return { box, show, hide, leave, pinned: () => box.classList.contains("pinned"), open: () => !box.hidden };
})();
