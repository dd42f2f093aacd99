"use strict";
// What all the scripts of a page share. Elements are made and filled with text, never parsed from it.
const letopis = {};

letopis.data = { ...globalThis.letopisShared, ...JSON.parse(document.getElementById("data").textContent) };
letopis.words = letopis.data.words;
letopis.collator = new Intl.Collator(letopis.data.language, { numeric: true, sensitivity: "base" });

letopis.make = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
};

letopis.fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);

letopis.all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

letopis.folded = (text) => text.toLowerCase().replaceAll("ё", "е");

letopis.percent = (score) => `${Math.round(score * 100)} %`;

letopis.later = (work, wait = 120) => {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), wait);
  };
};
