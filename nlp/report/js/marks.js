// Marked words asked by mouse, finger or keys: one stop of the Tab key a text, arrows from word to word.
letopis.marks = (() => {
  const { all } = letopis;
  const card = () => letopis.card;
  const stops = new Map();
  let quiet = null;

  const marksOf = (text) => stops.get(text) ?? stops.set(text, all(".m, .t", text)).get(text);

  const same = (mark) => {
    all(".same").forEach((each) => each.classList.remove("same"));
    const text = mark?.closest(".text");
    const known = text && letopis.data.documents[text.dataset.document];
    const entity = mark?.dataset.m && known.mentions[mark.dataset.m][1];
    const mentions = (entity && known.entities[entity]?.[2]) || [];
    for (const id of mentions) document.getElementById(text.dataset.document + id)?.classList.add("same");
  };

  const take = (mark) => {
    for (const each of marksOf(mark.closest(".text"))) each.tabIndex = each === mark ? 0 : -1;
    mark.focus({ preventScroll: true });
  };

  const go = (anchor) => {
    const mark = document.getElementById(anchor);
    if (!mark) return;
    mark.scrollIntoView({ block: "center" });
    take(mark);
    card().show(mark, true);
  };

  const step = (mark, by) => {
    const marks = marksOf(mark.closest(".text"));
    const next = marks[Math.min(marks.length - 1, Math.max(0, by(marks.indexOf(mark), marks.length)))];
    take(next);
    next.scrollIntoView({ block: "nearest" });
  };

  const MOVES = {
    ArrowRight: (at) => at + 1,
    ArrowLeft: (at) => at - 1,
    Home: () => 0,
    End: (_, length) => length - 1,
  };

  const keys = (event) => {
    const mark = event.target;
    if (!mark.matches?.(".m, .t")) return;
    if (event.key in MOVES) step(mark, MOVES[event.key]);
    else if (event.key === "Enter" || event.key === " ") {
      card().show(mark, true);
      card().box.querySelector("button").focus();
    } else return;
    event.preventDefault();
  };

  const asked = (event) => event.target.closest?.(".text .m, .text .t");

  const start = () => {
    for (const text of all(".text")) {
      marksOf(text).forEach((mark, at) => {
        mark.tabIndex = at ? -1 : 0;
        mark.setAttribute("role", "button");
      });
    }
    document.addEventListener("keydown", keys);
    document.addEventListener("keydown", (event) => event.key === "Escape" && card().open() && card().leave());
    document.addEventListener("focusin", (event) => asked(event) && card().show(event.target, card().pinned()));
    document.addEventListener("click", (event) => {
      const mark = asked(event);
      if (mark) {
        take(mark);
        card().show(mark, true);
      } else if (card().open() && !card().box.contains(event.target)) card().hide();
    });
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse" || card().pinned()) return;
      clearTimeout(quiet);
      const mark = asked(event);
      if (mark) card().show(mark, false);
      else if (card().open() && !card().box.contains(event.target)) quiet = setTimeout(card().hide, 160);
    });
    for (const key of all("button.key")) {
      key.addEventListener("click", () => {
        const on = key.getAttribute("aria-pressed") !== "true";
        key.setAttribute("aria-pressed", on);
        key.closest(".spread").querySelector(".text").classList.toggle(`off-${key.dataset.kind}`, !on);
      });
    }
  };

  return { start, same, go };
})();
