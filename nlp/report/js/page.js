// Everything of a page of documents put to work.
(() => {
  const { all } = letopis;
  const flash = () => {
    all(".here").forEach((each) => each.classList.remove("here"));
    const target = location.hash.length < 2 ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.matches(".m, .t")) return;
    target.closest(".s")?.classList.add("here");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
    letopis.card.hide();
  };

  const ties = document.querySelector("#ties");
  const keep = (at) => {
    for (const row of all("tbody tr", ties)) row.hidden = at !== null && !row.dataset.ends.split(" ").includes(String(at));
    if (at !== null) ties.querySelector("details").open = true;
  };

  letopis.marks.start();
  letopis.timeline.start();
  document.addEventListener("narrowed", (event) => {
    if (event.target.id !== "events") return;
    const anchors = event.detail.map((row) => row.querySelector("a")?.getAttribute("href").slice(1));
    letopis.timeline.narrow(new Set(anchors));
  });
  letopis.tables.start();
  if (ties) letopis.network.mount(ties.querySelector(".plot"), letopis.data.network, letopis.data.ties, keep);
  window.addEventListener("hashchange", flash);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#d"]');
    if (link && link.getAttribute("href") === location.hash) flash();
  });
  flash();
})();
