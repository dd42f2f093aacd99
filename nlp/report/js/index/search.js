// Search by the beginnings of words, whatever their endings: «министром» finds «министр» and «министра».
letopis.search = (() => {
  const { folded } = letopis;
  const ENDING = /(?:иями|ями|ами|ией|иях|ого|его|ому|ему|ыми|ими|ах|ях|ов|ев|ей|ой|ий|ый|ом|ем|ам|ям|ую|юю|ая|яя|ое|ее|ые|ие|ию|ии|ия|ы|и|а|я|у|ю|е|о|ь|й)$/;
  const LETTERS = 8;
  const shelves = new Map();

  const stem = (word) => {
    const bare = word.replace(ENDING, "");
    return bare.length >= 3 ? bare : word;
  };

  const stems = (asked) => (folded(asked).match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);

  const begins = (words, wanted) =>
    wanted.every((each) => {
      for (let at = words.indexOf(each); at >= 0; at = words.indexOf(each, at + 1)) {
        if (!at || !/[\p{L}\p{N}]/u.test(words[at - 1])) return true;
      }
      return false;
    });

  const heads = new Set(letopis.data.heads);

  const shelf = (head) => {
    if (!heads.has(head)) return {};
    if (!shelves.has(head)) {
      const entry = {};
      entry.ready = new Promise((done) => (entry.done = done));
      shelves.set(head, entry);
      const name = [...head].map((letter) => letter.codePointAt(0).toString(16).padStart(4, "0")).join("-");
      const script = document.createElement("script");
      script.src = `${letopis.data.folder}/texts/${name}.js`;
      script.onerror = () => entry.done({});
      document.head.append(script);
    }
    return shelves.get(head).ready;
  };

  const numbers = (steps) => {
    let at = 0;
    return steps.split(" ").map((step) => (at += parseInt(step, 36)));
  };

  const documentsWith = async (word) => {
    const found = new Set();
    const wanted = word.slice(0, LETTERS);
    for (const [each, steps] of Object.entries(await shelf(word.slice(0, 2)))) {
      if (each.startsWith(wanted)) for (const number of numbers(steps)) found.add(number);
    }
    return found;
  };

  // The documents whose text has every word; null when no word is long enough to be looked up.
  const inTexts = async (wanted) => {
    const long = wanted.filter((word) => word.length > 2);
    if (!long.length) return null;
    const found = await Promise.all(long.map(documentsWith));
    return found.reduce((one, other) => new Set([...one].filter((number) => other.has(number))));
  };

  letopis.texts = { got: (head, words) => shelves.get(head).done(words) };
  return { stems, begins, inTexts };
})();
