// The index unpacked: gzipped JSON in the page, then events as objects of numbers.
letopis.archive = (() => {
  const FIELDS = ["document", "anchor", "type", "what", "status", "day", "date", "place", "who"];

  const unpacked = async () => {
    const packed = document.getElementById("packed").textContent;
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text());
  };

  const month = (day) => (day ? Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 : null);

  const read = async () => {
    const data = await unpacked();
    const text = (number) => data.strings[number];
    const name = (number) => (number < 0 ? text(~number) : data.actors[number][0]);
    const events = data.events.map((row) => {
      const event = Object.fromEntries(FIELDS.map((field, at) => [field, row[at]]));
      event.month = month(event.day);
      event.actors = [...new Set(event.who.map(([, who]) => who).filter((who) => who >= 0))];
      event.date = text(event.date);
      event.what = text(event.what);
      event.place = text(event.place);
      event.status = text(event.status);
      return event;
    });
    const documents = data.documents.map(([title, published, date, source, events], number) => ({
      title, published, date: text(date), source, events, number,
      href: `${letopis.data.folder}/pages/${String(Math.floor(number / 1000)).padStart(3, "0")}/${String(number).padStart(5, "0")}.html`,
    }));
    for (const each of documents) each.words = letopis.folded(`${each.title} ${each.source}`);
    for (const each of events) {
      const who = each.who.map(([, number]) => name(number)).join(" ");
      each.words = letopis.folded(`${each.what} ${each.place} ${who} ${documents[each.document].title}`);
    }
    return { ...data, events, documents, name, text };
  };

  return { read };
})();
