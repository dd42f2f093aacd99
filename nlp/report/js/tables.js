// Tables that are sorted by their heads and filtered by words and by choice.
letopis.tables = (() => {
  const { all, make, words, fill, folded, collator } = letopis;

  const key = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

  const order = (one, other) => {
    const numbers = one !== "" && other !== "" && !isNaN(one) && !isNaN(other);
    if (numbers) return one - other;
    return (one === "") - (other === "") || collator.compare(one, other);
  };

  const sort = (table, column, down) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [key(row, column), row]);
    rows.sort(([one], [other]) => (down ? order(other, one) : order(one, other)));
    body.append(...rows.map(([, row]) => row));
    table.querySelectorAll("th").forEach((head, at) => {
      if (at === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  };

  const sortable = (table) => {
    table.querySelectorAll("th").forEach((head, column) => {
      const name = head.textContent;
      const press = () => sort(table, column, head.getAttribute("aria-sort") === "ascending");
      const button = make("button", { type: "button", title: `${words.sort}: ${name}`, onclick: press }, name);
      head.replaceChildren(button);
    });
  };

  const wanted = (form) => {
    const asked = folded(form.elements.words.value).split(/\s+/).filter(Boolean);
    const choices = all("select", form).filter((each) => each.value).map((each) => [each.name, each.value]);
    return (row, text) =>
      asked.every((word) => text.includes(word)) && choices.every(([name, value]) => row.dataset[name] === value);
  };

  const filterable = (section) => {
    const form = section.querySelector(".filters");
    const rows = [...section.querySelector("table").tBodies[0].rows];
    const texts = new Map(rows.map((row) => [row, folded(row.textContent)]));
    const narrow = () => {
      const fits = wanted(form);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !fits(row, texts.get(row));
        shown += !row.hidden;
      }
      form.querySelector("output").textContent =
        shown < rows.length ? fill(words.found, { shown, total: rows.length }) : "";
      section.querySelector(".none").hidden = shown > 0;
      section.dispatchEvent(new CustomEvent("narrowed", { bubbles: true, detail: rows.filter((row) => !row.hidden) }));
    };
    form.hidden = rows.length < 2;
    form.addEventListener("input", narrow);
    form.addEventListener("submit", (event) => event.preventDefault());
    narrow();
  };

  const start = () => {
    for (const section of all("section.grid[aria-labelledby]")) {
      sortable(section.querySelector("table"));
      filterable(section);
    }
  };

  return { start };
})();
